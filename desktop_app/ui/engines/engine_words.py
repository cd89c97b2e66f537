"""What the window says about the engines."""

import re
from collections import Counter
from dataclasses import dataclass

from desktop_app.core.models.link import Link
from desktop_app.core.models.manifest import MOONSHINE_TINY_EN
from desktop_app.core.pipeline.status import MEETING, EngineStatus
from desktop_app.core.transcript.spoken_languages import language_name
from desktop_app.core.transcript.values import EmbeddingReport
from desktop_app.jobs.messages import StatusReport
from desktop_app.translation import tr
from desktop_app.ui.engines.model_words import listed
from desktop_app.ui.widgets.status_dot import Level
from desktop_app.ui.words.wording import percent, sentence

PURPOSES = {
    "segmentation": tr("Finding speech"),
    MEETING: tr("Finding who speaks in meetings"),
    "embedding": tr("Telling speakers apart"),
    "asr": tr("Writing down the words"),
}
_WITHOUT = {
    "segmentation": tr("Speech cannot be found"),
    "embedding": tr("Speakers cannot be told apart"),
    "asr": tr("Words cannot be written down"),
}


_TO_SEE_TO = {"models": tr("Models"), "remote": tr("Remote diarizer"), "whisper": tr("Whisper")}
"""Links whose faults no engine tells of, as people call them."""
_TOLD_WHERE_NEEDED = {"whisper"}
"""But where what is chosen hangs on them: that tells then."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The engines' state in a few words, and in a sentence for who asks. level: the dot's colour."""

    level: Level
    text: str
    detail: str = ""


STARTING = Verdict("waiting", tr("Starting…"))
CHECKING = Verdict("waiting", tr("Checking…"))
NEEDS_ATTENTION = tr("Needs attention")
_HERE = {"cpu", "cuda"}
_NAMED_IN_LABEL = " (English)"


def preparing(fraction: float) -> Verdict:
    """While the models are prepared, once: how far that is, 0 to 1."""
    said = tr("Preparing {share}", share=percent(fraction))
    return Verdict("waiting", said, tr("The models are prepared for this computer, once."))


def verdict(engines: tuple[EngineStatus, ...]) -> Verdict:
    """Whether recordings can be worked on, and by what was chosen."""
    broken = [engine for engine in engines if not engine.usable]
    if broken:
        return Verdict("bad" if len(broken) == len(engines) else "warning", NEEDS_ATTENTION, fault(broken[0]))
    embedding = next((engine for engine in engines if engine.role == "embedding"), None)
    if embedding is None:
        return Verdict("bad", NEEDS_ATTENTION, tr("Speakers cannot be told apart: no engine is installed"))
    standing_in = [engine for engine in (embedding, *engines) if engine.passed_over]
    if standing_in:
        return Verdict("warning", tr("Using a stand-in"), _stand_in(standing_in[0]))
    return _ready(embedding)


def _ready(embedding: EngineStatus) -> Verdict:
    if not is_here(embedding):
        host = embedding.device
        said = tr("Speakers are told apart on {host}", host=host)
        return Verdict("good", tr("Ready, with {host}", host=host), said)
    if is_on_card(embedding):
        return Verdict("good", tr("Ready"), tr("Everything works on this computer's graphics card"))
    return Verdict("good", tr("Ready"), tr("Everything works on this computer"))


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
    told = needed & _TOLD_WHERE_NEEDED
    return {_TO_SEE_TO[link.name]: link for link in faults if link.name in _TO_SEE_TO and link.name not in told}


def news(report: StatusReport) -> str:
    """What a check found, in a few words."""
    broken = [engine for engine in report.engines if not engine.usable]
    if broken:
        return sentence(_without(broken[0]))
    if faults := to_see_to(report.links, report.needed):
        return tr("{what}: see to it.", what=_all_of(*faults))
    if any(engine.passed_over for engine in report.engines):
        return tr("Everything works, with a stand-in.")
    return tr("Everything works.")


def _all_of(first: str, *others: str) -> str:
    """'Models and Remote diarizer'."""
    return tr("{one} and {other}", one=first, other=_all_of(*others)) if others else first


def level_of(engine: EngineStatus) -> Level:
    """How one engine is: a stand-in is a warning."""
    if not engine.usable:
        return "bad"
    return "warning" if engine.passed_over else "good"


def state_of(engine: EngineStatus) -> str:
    """'Works', in few words."""
    if not engine.usable:
        return tr("Does not work")
    return tr("Works, as a stand-in") if engine.passed_over else tr("Works", "an engine")


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
        said = tr("{lost} of {total} segments not told apart: {reason}", lost=report.lost, total=total, reason=reason)
        return Verdict("warning", NEEDS_ATTENTION, said)
    return Verdict("warning", tr("Made with a stand-in"), _by_another(by_another, report.lost, total, reason))


def _by_another(number: int, lost: int, total: int, reason: str) -> str:
    """How many segments were told apart by another engine than was chosen, how many by none, and why."""
    if not lost:
        return tr("{number} of {total} segments by another engine: {reason}", number=number, total=total, reason=reason)
    return tr(
        "{number} of {total} segments by another engine, {lost} by none: {reason}",
        number=number,
        total=total,
        lost=lost,
        reason=reason,
    )


def is_here(engine: EngineStatus) -> bool:
    """Whether it runs on this computer."""
    return engine.device in _HERE


def is_on_card(engine: EngineStatus) -> bool:
    """Whether it runs on this computer's graphics card."""
    return engine.device == "cuda"


def where(engine: EngineStatus) -> str:
    """'WeSpeaker, on this computer.': what runs where."""
    if not is_here(engine):
        return tr("{engine}, on {host}.", engine=engine.label, host=engine.device)
    if is_on_card(engine):
        return tr("{engine}, on this computer's graphics card.", engine=engine.label)
    return tr("{engine}, on this computer.", engine=engine.label)


def plain(reason: str) -> str:
    """A reason without what only an engineer reads: what stands in brackets at its end."""
    return re.sub(r" \(.*\)$", "", reason, flags=re.DOTALL)


def _stand_in(engine: EngineStatus) -> str:
    """'WeSpeaker on this computer, not WeSpeaker (pyannote): …': what is used, instead of what, and why."""
    first = engine.passed_over[0]
    said = {"engine": engine.label, "other": first.label, "reason": plain(first.reason)}
    if not is_here(engine):
        return tr("{engine} on {host}, not {other}: {reason}", host=engine.device, **said)
    if is_on_card(engine):
        return tr("{engine} on this computer's graphics card, not {other}: {reason}", **said)
    return tr("{engine} on this computer, not {other}: {reason}", **said)


def fault(engine: EngineStatus) -> str:
    """'Speakers cannot be told apart: …': what is missing without this engine, and why."""
    without = _without(engine)
    return f"{without}: {plain(engine.reason)}" if engine.reason else without


def _without(engine: EngineStatus) -> str:
    """'Speakers cannot be told apart': what is missing without this engine."""
    return _WITHOUT.get(engine.role) or tr("{engine} cannot be used", engine=engine.label)


def banner(engines: tuple[EngineStatus, ...]) -> str:
    """The sentence for the window while recordings cannot be worked on; '' while they can."""
    broken = [engine for engine in engines if not engine.usable]
    if not broken:
        return ""
    return tr("{fault}. Transcripts can still be opened.", fault=fault(broken[0]).removesuffix("."))


def hint_here(hint: str) -> str:
    """The hint as a sentence; where it names the command line for models, the window's own way, too."""
    said = sentence(hint)
    return tr("{hint} Or see to it under Models…, below.", hint=said) if "diarist models" in hint else said


def languages(engines: tuple[EngineStatus, ...]) -> str:
    """'English only: Moonshine tiny': what the speech model understands, where it is one language alone."""
    recogniser = _recogniser(engines)
    if recogniser is None or len(recogniser.languages) != 1:
        return ""
    language = language_name(recogniser.languages[0])
    return tr("{language} only: {engine}", language=language, engine=recogniser.label.removesuffix(_NAMED_IN_LABEL))


def understood(engines: tuple[EngineStatus, ...]) -> str:
    """'Parakeet Ultra understands 25 languages.': what can be written down, a sentence; '' where nobody knows."""
    recogniser = _recogniser(engines)
    if recogniser is None or not recogniser.languages:
        return ""
    if recogniser.model == MOONSHINE_TINY_EN.name:
        return tr("The built-in speech model understands English.")
    if len(recogniser.languages) == 1:
        language = language_name(recogniser.languages[0])
        return tr("{engine} understands {language}.", engine=recogniser.label, language=language)
    return tr("{engine} understands {number} languages.", engine=recogniser.label, number=len(recogniser.languages))


def languages_understood(engines: tuple[EngineStatus, ...]) -> str:
    """'Bulgarian, Croatian, …': the names of the languages that `understood` counts; '' where it names them."""
    recogniser = _recogniser(engines)
    return listed(recogniser.languages) if recogniser and len(recogniser.languages) > 1 else ""


def _recogniser(engines: tuple[EngineStatus, ...]) -> EngineStatus | None:
    return next((engine for engine in engines if engine.role == "asr" and engine.usable), None)
