"""What the window says about the engines."""

import re
from collections import Counter
from dataclasses import dataclass

from desktop_app.core.models.link import Link
from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.core.transcript.values import EmbeddingReport
from desktop_app.jobs.messages import StatusReport
from desktop_app.ui.widgets.status_dot import Level
from desktop_app.ui.words.wording import percent, sentence

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


_TO_SEE_TO = {"models": "Models", "remote": "Remote diarizer"}
"""Links whose faults no engine tells of, as people call them."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The engines' state in a few words, and in a sentence for who asks. level: the dot's colour."""

    level: Level
    text: str
    detail: str = ""


STARTING = Verdict("waiting", "Starting…")
CHECKING = Verdict("waiting", "Checking…")
_READY = "Ready"
_NEEDS_ATTENTION = "Needs attention"
_HERE = {"cpu", "cuda"}


def preparing(fraction: float) -> Verdict:
    """While the models are prepared, once: how far that is, 0 to 1."""
    return Verdict("waiting", f"Preparing {percent(fraction)}", "The models are prepared for this computer, once.")


def verdict(engines: tuple[EngineStatus, ...]) -> Verdict:
    """Whether recordings can be worked on, and by what was chosen."""
    broken = [engine for engine in engines if not engine.usable]
    if broken:
        return Verdict("bad" if len(broken) == len(engines) else "warning", _NEEDS_ATTENTION, fault(broken[0]))
    embedding = next((engine for engine in engines if engine.role == "embedding"), None)
    if embedding is None:
        return Verdict("bad", _NEEDS_ATTENTION, "Speakers cannot be told apart: no engine is installed")
    standing_in = [engine for engine in (embedding, *engines) if engine.passed_over]
    if standing_in:
        return Verdict("warning", "Using a stand-in", _stand_in(standing_in[0]))
    if is_here(embedding):
        return Verdict("good", _READY, f"Everything works {place(embedding)}")
    return Verdict("good", f"{_READY}, with {embedding.device}", f"Speakers are told apart {place(embedding)}")


def link_level(link: Link, needed: frozenset[str]) -> Level:
    """How a link is. needed: the names of those that what is chosen hangs on; what nobody needs is no fault."""
    if link.ok:
        return "good" if link.tried else "waiting"
    if link.name in needed:
        return "bad"
    return "warning" if link.name in _TO_SEE_TO else "waiting"


def to_see_to(links: tuple[Link, ...], needed: frozenset[str]) -> dict[str, Link]:
    """The broken links that no engine tells of, by what people call them."""
    faults = (link for link in links if link_level(link, needed) in {"bad", "warning"})
    return {_TO_SEE_TO[link.name]: link for link in faults if link.name in _TO_SEE_TO}


def news(report: StatusReport) -> str:
    """What a check found, in a few words."""
    broken = [engine for engine in report.engines if not engine.usable]
    if broken:
        return sentence(_WITHOUT.get(broken[0].role, f"{broken[0].label} cannot be used"))
    if faults := to_see_to(report.links, report.needed):
        return f"{' and '.join(faults)}: see to it."
    if any(engine.passed_over for engine in report.engines):
        return "Everything works, with a stand-in."
    return "Everything works."


def level_of(engine: EngineStatus) -> Level:
    """How one engine is: a stand-in is a warning."""
    if not engine.usable:
        return "bad"
    return "warning" if engine.passed_over else "good"


def state_of(engine: EngineStatus) -> str:
    """'Works', in few words."""
    if not engine.usable:
        return "Does not work"
    return "Works, as a stand-in" if engine.passed_over else "Works"


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
        return Verdict("warning", _NEEDS_ATTENTION, f"{report.lost} of {total} segments not told apart: {reason}")
    by_none = f", {report.lost} by none" if report.lost else ""
    said = f"{by_another} of {total} segments by another engine{by_none}: {reason}"
    return Verdict("warning", "Made with a stand-in", said)


def is_here(engine: EngineStatus) -> bool:
    """Whether it runs on this computer."""
    return engine.device in _HERE


def place(engine: EngineStatus) -> str:
    """Where it runs: 'on this computer', or on the host."""
    if not is_here(engine):
        return f"on {engine.device}"
    return "on this computer's graphics card" if engine.device == "cuda" else "on this computer"


def plain(reason: str) -> str:
    """A reason without what only an engineer reads: what stands in brackets at its end."""
    return re.sub(r" \(.*\)$", "", reason, flags=re.DOTALL)


def _stand_in(engine: EngineStatus) -> str:
    """'WeSpeaker on this computer, not WeSpeaker (pyannote): …': what is used, instead of what, and why."""
    first = engine.passed_over[0]
    return f"{engine.label} {place(engine)}, not {first.label}: {plain(first.reason)}"


def fault(engine: EngineStatus) -> str:
    """'Speakers cannot be told apart: …': what is missing without this engine, and why."""
    without = _WITHOUT.get(engine.role, f"{engine.label} cannot be used")
    return f"{without}: {plain(engine.reason)}" if engine.reason else without


def banner(engines: tuple[EngineStatus, ...]) -> str:
    """The sentence for the window while recordings cannot be worked on; '' while they can."""
    broken = [engine for engine in engines if not engine.usable]
    if not broken:
        return ""
    return f"{fault(broken[0]).removesuffix('.')}. Transcripts can still be opened."


def hint_here(hint: str) -> str:
    """The hint as a sentence; where it names the command line for models, the window's own way, too."""
    return f"{sentence(hint)} Or see to it under Models…, below." if "diarist models" in hint else sentence(hint)


def languages(engines: tuple[EngineStatus, ...]) -> str:
    """'English only: Moonshine tiny': what the speech model understands, where its name says so."""
    label = next((engine.label for engine in engines if engine.role == "asr"), "")
    name, _, language = label.removesuffix(")").partition(" (")
    return f"{language} only: {name}" if language else ""
