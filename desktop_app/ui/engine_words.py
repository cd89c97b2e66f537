"""What the window says about the engines."""

from dataclasses import dataclass
from typing import Literal

from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.pipeline.status import EngineStatus

Level = Literal["waiting", "good", "warning", "bad"]

PURPOSES = {
    "segmentation": "Finding speech",
    "embedding": "Telling speakers apart",
    "asr": "Writing down the words",
}
_WITHOUT = {
    "segmentation": "Speech cannot be found",
    "embedding": "Speakers cannot be told apart",
    "asr": "Words cannot be written down",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The engines' state in one line. level: the dot's colour."""

    level: Level
    text: str


STARTING = Verdict("waiting", "Starting…")


def preparing(fraction: float) -> Verdict:
    """While the models are prepared, once: how far that is, 0 to 1."""
    return Verdict("waiting", f"{Stage.PREPARING.label}: {fraction:.0%}")


def verdict(engines: tuple[EngineStatus, ...]) -> Verdict:
    """What made the labels and where; or what does not work, and why."""
    broken = [engine for engine in engines if not engine.usable]
    if broken:
        level: Level = "bad" if len(broken) == len(engines) else "warning"
        return Verdict(level, fault(broken[0]))
    embedding = next((engine for engine in engines if engine.role == "embedding"), None)
    if embedding is None:
        return Verdict("bad", "Speakers cannot be told apart: no engine is installed")
    return Verdict("good", ", ".join(filter(None, (f"{embedding.label} {place(embedding)}", embedding.note))))


def place(engine: EngineStatus) -> str:
    """'on this computer (CPU)', or the host it runs on."""
    here = engine.device in {"cpu", "cuda"}
    return f"on this computer ({engine.device.upper()})" if here else f"on {engine.device}"


def fault(engine: EngineStatus) -> str:
    """'Speakers cannot be told apart: …': what is missing without this engine, and why."""
    without = _WITHOUT.get(engine.role, f"{engine.label} cannot be used")
    return f"{without}: {engine.reason}" if engine.reason else without


def banner(engines: tuple[EngineStatus, ...]) -> str:
    """The sentence for the window while recordings cannot be worked on; '' while they can."""
    broken = [engine for engine in engines if not engine.usable]
    if not broken:
        return ""
    return f"{fault(broken[0]).removesuffix('.')}. Transcripts can still be opened."


def sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end."""
    return f"{text[:1].upper()}{text[1:].removesuffix('.')}."


def languages(engines: tuple[EngineStatus, ...]) -> str:
    """'English only: Moonshine tiny': what the speech model understands, where its name says so."""
    label = next((engine.label for engine in engines if engine.role == "asr"), "")
    name, _, language = label.removesuffix(")").partition(" (")
    return f"{language} only: {name}" if language else ""
