"""What came of the test that an engine which is not carried takes on this computer: kept, one file for each model."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop_app.core.models.model_store import store_folder
from desktop_app.core.store.atomic import write_atomically

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class EngineTest:
    """A test that was taken.

    sha256: of the model's weights, in hex; circumstances: what else it holds for. wrong: the share of known words, or
    of speech, that was wrong. speed: times real time. fault: why the engine is not to be used, a clause; None if it is.
    """

    sha256: str
    circumstances: str
    wrong: float
    speed: float
    fault: str | None


def kept_test(name: str, sha256: str) -> EngineTest | None:
    """The last test of a model with these weights on this computer; None if there was none."""
    try:
        found = json.loads(_place(name).read_text(encoding="utf-8"))
        if found.pop("format") != _FORMAT:
            return None
        test = EngineTest(**found)
    except (OSError, ValueError, TypeError, AttributeError, KeyError):
        return None
    return test if test.sha256 == sha256 else None


def keep_test(name: str, test: EngineTest) -> None:
    """Keep it in the place of the last one. Where it cannot be kept, it is taken again at the next start."""
    text = json.dumps({"format": _FORMAT, **asdict(test)}, ensure_ascii=False, indent=2)
    try:
        _place(name).parent.mkdir(parents=True, exist_ok=True)
        write_atomically(_place(name), text.encode())
    except OSError:
        return


def _place(name: str) -> Path:
    return store_folder().with_name("engine-tests") / f"{name}.json"
