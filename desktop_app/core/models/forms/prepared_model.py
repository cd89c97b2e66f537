"""What is known of a prepared model, and its record on the disk."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version

from desktop_app.core.models.forms.form_trial import Agreement, FormTrial
from desktop_app.core.models.forms.model_forms import Form
from desktop_app.core.models.forms.processor import processor
from desktop_app.core.models.model_spec import FileSpec

FORMAT = 1
"""Of the record."""
RECIPE = 3
"""Of WeSpeaker's preparation: raised whenever its forms are made, tried or judged otherwise."""
TOOLS = ("ncnn", "onnx", "onnxruntime")
"""The packages that WeSpeaker's preparation hangs on."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a preparation holds for; where anything of it is otherwise, the model is prepared again.

    source_sha256: of the model as it is carried or was fetched. tools: packages and versions. processor: its name and
    sets of instructions.
    """

    source_sha256: str
    tools: str
    processor: str
    recipe: int = RECIPE


@dataclass(frozen=True, slots=True)
class Record:
    """A finished preparation. form: the one to use; reason: why it is the original; files: what lies beside."""

    circumstances: Circumstances
    form: Form
    reason: str | None
    trials: tuple[FormTrial, ...]
    files: tuple[FileSpec, ...]


def circumstances(source_sha256: str, tools: Sequence[str] = TOOLS, recipe: int = RECIPE) -> Circumstances:
    """Those of this machine, now, for a model with these bytes. tools: the packages that its preparation hangs on."""
    versions = ", ".join(f"{name} {_version(name)}" for name in tools)
    return Circumstances(source_sha256, versions, processor(), recipe)


def record_text(record: Record) -> str:
    """The record as JSON."""
    return json.dumps({"format": FORMAT, **asdict(record)}, ensure_ascii=False, indent=2)


def read_record(text: str) -> Record:
    """The record in this JSON; ValueError if it is none, or one of another format."""
    try:
        found = json.loads(text)
        if found["format"] != FORMAT:
            raise ValueError(f"it has format {found['format']}")
        return Record(
            circumstances=Circumstances(**found["circumstances"]),
            form=Form(found["form"]),
            reason=found["reason"],
            trials=tuple(_trial(each) for each in found["trials"]),
            files=tuple(FileSpec(**each) for each in found["files"]),
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"it is no record ({error})") from error


def _trial(found: dict[str, object]) -> FormTrial:
    agreement = found["agreement"]
    read = Agreement(**agreement) if isinstance(agreement, dict) else None
    return FormTrial(**{**found, "form": Form(str(found["form"])), "agreement": read})  # type: ignore[arg-type]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"
