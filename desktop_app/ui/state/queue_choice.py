"""What a recording is queued with, beside the options of its job: kept in its project until the job is over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.pipeline.given import Missing
from desktop_app.core.store.settings import AsrEngine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.project.values import Json

_KEY = "queue"


@dataclass(frozen=True, slots=True)
class QueueChoice:
    """engine: what writes down the words, as the settings say if None. export: names of presets and formats that are
    written when it is done. missing: what alone is to be found out; a whole transcript is made if None."""

    engine: AsrEngine | None = None
    export: tuple[str, ...] = ()
    missing: Missing | None = None


def noted(view: Mapping[str, Json], choice: QueueChoice | None) -> dict[str, Json]:
    """The notes of a recording with this choice in them; with none if None."""
    others = {key: value for key, value in view.items() if key != _KEY}
    if choice is None or choice == QueueChoice():
        return others
    missing: dict[str, Json] = {"missing": choice.missing} if choice.missing else {}
    return {**others, _KEY: {"engine": choice.engine, "export": list(choice.export), **missing}}


def choice_in(view: Mapping[str, Json]) -> QueueChoice:
    """The choice in a recording's notes; the usual one where there is none that this version knows."""
    entry = view.get(_KEY)
    if not isinstance(entry, dict):
        return QueueChoice()
    engine, export, missing = entry.get("engine"), entry.get("export"), entry.get("missing")
    return QueueChoice(
        AsrEngine(engine) if isinstance(engine, str) and engine in set(AsrEngine) else None,
        tuple(each for each in export if isinstance(each, str)) if isinstance(export, list) else (),
        Missing(missing) if isinstance(missing, str) and missing in set(Missing) else None,
    )
