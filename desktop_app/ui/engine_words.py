"""What the window says about the engines."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.core.transcript.values import EmbeddingReport

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
CHECKING = Verdict("waiting", "Checking the engines…")
_HERE = {"cpu", "cuda"}


def preparing(fraction: float) -> Verdict:
    """While the models are prepared, once: how far that is, 0 to 1."""
    return Verdict("waiting", f"{Stage.PREPARING.label}: {fraction:.0%}")


def verdict(engines: tuple[EngineStatus, ...]) -> Verdict:
    """What tells speakers apart and where; or what stands in for what was chosen, or does not work, and why."""
    broken = [engine for engine in engines if not engine.usable]
    if broken:
        level: Level = "bad" if len(broken) == len(engines) else "warning"
        return Verdict(level, fault(broken[0]))
    embedding = next((engine for engine in engines if engine.role == "embedding"), None)
    if embedding is None:
        return Verdict("bad", "Speakers cannot be told apart: no engine is installed")
    standing_in = [engine for engine in (embedding, *engines) if engine.passed_over]
    if standing_in:
        return Verdict("warning", _stand_in(standing_in[0]))
    note = embedding.note if is_here(embedding) else None
    return Verdict("good", ", ".join(filter(None, (f"{embedding.label} {place(embedding)}", note))))


def level_of(engine: EngineStatus) -> Level:
    """How one engine is: a stand-in is a warning."""
    if not engine.usable:
        return "bad"
    return "warning" if engine.passed_over else "good"


def job_verdict(report: EmbeddingReport | None) -> Verdict | None:
    """How many voices of a transcript were not told apart by what was chosen, and why; None where all were."""
    if report is None or not report.fallbacks:
        return None
    total = report.embedded + report.lost
    failed = Counter[str]()
    for fallback in report.fallbacks:
        failed[fallback.source] += fallback.segments
    # What every later source failed, the first one had failed before.
    (first, segments), *_ = failed.most_common(1)
    by_another = min(segments, total) - report.lost
    reason = max((each for each in report.fallbacks if each.source == first), key=lambda each: each.segments).reason
    if not by_another:
        return Verdict("warning", f"{report.lost} of {total} segments not told apart: {reason}")
    by_none = f", {report.lost} by none" if report.lost else ""
    return Verdict("warning", f"{by_another} of {total} segments by another engine{by_none}: {reason}")


def is_here(engine: EngineStatus) -> bool:
    """Whether it runs on this computer."""
    return engine.device in _HERE


def place(engine: EngineStatus) -> str:
    """'on this computer (CPU)', or the host it runs on."""
    return f"on this computer ({engine.device.upper()})" if is_here(engine) else f"on {engine.device}"


def _stand_in(engine: EngineStatus) -> str:
    """'WeSpeaker on this computer (CPU), not WeSpeaker (pyannote): …': what is used, instead of what, and why."""
    first = engine.passed_over[0]
    return f"{engine.label} {place(engine)}, not {first.label}: {first.reason}"


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
    """The text with a capital at its start and a full stop at its end; '' stays ''."""
    return text and f"{text[:1].upper()}{text[1:].removesuffix('.')}."


def hint_here(hint: str) -> str:
    """The hint as a sentence; where it names the command line for models, the window's own way, too."""
    return f"{sentence(hint)} Or see to it under Models…, below." if "diarist models" in hint else sentence(hint)


def languages(engines: tuple[EngineStatus, ...]) -> str:
    """'English only: Moonshine tiny': what the speech model understands, where its name says so."""
    label = next((engine.label for engine in engines if engine.role == "asr"), "")
    name, _, language = label.removesuffix(")").partition(" (")
    return f"{language} only: {name}" if language else ""
