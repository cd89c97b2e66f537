"""Who speaks in the recordings of the data folder, and when: for known voices."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.evaluation.rttm import read_rttm
from desktop_app.core.evaluation.values import SpokenSpan

READERS = {
    "librispeech": ("*/*.flac", lambda path: path.parent.name),
    "voices": ("*.flac", lambda path: path.name.partition("-")[0]),
    "vctk": ("*/*.wav", lambda path: path.parent.name),
    "readings/cmu_arctic": ("*.wav", lambda path: path.stem.split("_")[3]),
    "readings": ("*.*[cv]", lambda path: path.stem.rstrip("-0123456789_") or path.name.partition("-")[0]),
}
"""Folders of recordings of one person each: which files, and who speaks in one."""
DIALOGUE = "katiesteve_mono"
DIALOGUE_SPEECH = (
    SpokenSpan("katie", 1000, 2000),
    SpokenSpan("steve", 2600, 3500),
    SpokenSpan("katie", 3900, 7400),
    SpokenSpan("steve", 7900, 9100),
    SpokenSpan("katie", 9400, 14_700),
    SpokenSpan("steve", 15_200, 17_700),
)
"""By the words' order in its truth, whose second line holds two people's: an answer, and the question to it."""


@dataclass(frozen=True, slots=True)
class KnownSpeech:
    """A recording, and who speaks in it. spans: who speaks when; empty where it is one person, all the time."""

    path: Path
    people: tuple[str, ...]
    spans: tuple[SpokenSpan, ...] = ()


def known_speech(data: Path) -> Iterator[KnownSpeech]:
    """Every recording of which that is known, in order of name within a folder."""
    for folder, (pattern, person) in READERS.items():
        for path in sorted((data / folder).glob(pattern)):
            yield KnownSpeech(path, (person(path),))
    for path in sorted((data / "dialogues").glob("enrollment_audio_*.wav")):
        yield KnownSpeech(path, (path.stem.rpartition("_")[2],))
    dialogue = data / "dialogues" / f"{DIALOGUE}.wav"
    if dialogue.is_file():
        yield _several(dialogue, DIALOGUE_SPEECH)
    for path in sorted([*(data / "ami").glob("*.rttm"), *(data / "dialogues").glob("*.rttm")]):
        yield _several(path.with_suffix(".wav"), read_rttm(path))


def _several(path: Path, spans: tuple[SpokenSpan, ...]) -> KnownSpeech:
    return KnownSpeech(path, tuple(sorted({span.speaker for span in spans})), spans)
