"""Prints how often live captions suggest whom a voice is, and whom it is not: probe_live_voices DATA.

Everybody of whom there are several recordings is enrolled from all but one, and that one is heard as captions hear it;
whoever is left out of those enrolled, or has one recording alone, is a stranger.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.known_voices_data import KnownSpeech, known_speech
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.online.diarizer import OnlineDiarizer
from desktop_app.core.known_voices.clean_speech import Speech
from desktop_app.core.known_voices.person import Person
from desktop_app.core.known_voices.reference_vectors import reference_vectors
from desktop_app.core.known_voices.suggestions import MIN_HEARD_S, match
from desktop_app.core.live.voice_news import MUCH_MORE
from desktop_app.core.pipeline.engines import Engines

MODEL = "bench"
LEAST_ENROLLED_S = 12.0
BLOCK_S = 0.5
Told = list[tuple[float, NDArray[np.float32]]]
"""How a voice was told while it was heard: seconds of clean speech, and the centroid."""


def main() -> None:
    """Hear everybody, then leave one recording out at a time."""
    heard: dict[str, dict[str, Told]] = {}
    ear = _Ear()
    for each in known_speech(Path(sys.argv[1])):
        if not each.spans and (told := ear.told(each)):
            heard.setdefault(each.people[0], {})[each.path.stem] = told
    known, strangers = list(_known(heard)), list(_strangers(heard))
    report = {
        "people": len(heard),
        "known": {"told": len(known), "found": _share(known, "right"), "wrong": _share(known, "wrong")},
        "strangers": {"told": len(strangers), "false": _share(strangers, "wrong")},
    }
    print(json.dumps(report))


class _Ear:
    """Captions, as far as they tell voices."""

    def __init__(self) -> None:
        self._engines = Engines()
        self._engines.prepare(lambda _: None)

    def told(self, each: KnownSpeech) -> Told:
        """How the one voice of a recording is told; of several that are taken for speakers, the one heard longest."""
        diarizer = OnlineDiarizer(self._engines.segmenter.get(), self._engines.embedders())
        told: dict[str, Told] = {}
        with open_recording(each.path) as recording:
            samples = np.ascontiguousarray(recording.samples, np.float32)
        for start in range(0, len(samples), round(BLOCK_S * SAMPLE_RATE_HZ)):
            diarizer.advance(samples[start : start + round(BLOCK_S * SAMPLE_RATE_HZ)])
            _note(diarizer, told)
        diarizer.finish()
        _note(diarizer, told)
        return max(told.values(), key=lambda each: each[-1][0], default=[])


def _note(diarizer: OnlineDiarizer, told: dict[str, Told]) -> None:
    for id_, voice in diarizer.timeline.voices.items():
        before = told[id_][-1][0] if id_ in told else 0.0
        if voice.seconds >= max(MIN_HEARD_S, MUCH_MORE * before):
            told.setdefault(id_, []).append((voice.seconds, voice.centroid))


def _enrolled(heard: Mapping[str, Mapping[str, Told]], *, without: str) -> list[Person]:
    """Everybody from all recordings but this one, of whom there is enough then."""
    people = []
    for name, recordings in heard.items():
        last = [told[-1] for stem, told in recordings.items() if stem != without]
        if sum(seconds for seconds, _ in last) >= LEAST_ENROLLED_S:
            speech = Speech(np.stack([vector for _, vector in last]), np.array([seconds for seconds, _ in last]))
            vectors = reference_vectors(speech)
            people.append(Person(name, MODEL, vectors.embeddings, vectors.seconds))
    return people


def _known(heard: Mapping[str, Mapping[str, Told]]) -> Iterator[str]:
    for name, recordings in heard.items():
        for stem, told in recordings.items():
            people = _enrolled(heard, without=stem)
            if any(person.name == name for person in people):
                yield from (_outcome(vector, people, name) for _, vector in told)


def _strangers(heard: Mapping[str, Mapping[str, Told]]) -> Iterator[str]:
    for name, recordings in heard.items():
        for stem, told in recordings.items():
            people = [person for person in _enrolled(heard, without=stem) if person.name != name]
            yield from (_outcome(vector, people, name) for _, vector in told)


def _outcome(vector: NDArray[np.float32], people: list[Person], name: str) -> str:
    suggested = match({"voice": vector}, people, model=MODEL).get("voice")
    if suggested is None:
        return "nobody"
    return "right" if suggested.person == name else "wrong"


def _share(outcomes: list[str], which: str) -> float:
    return 100 * outcomes.count(which) / max(1, len(outcomes))


if __name__ == "__main__":
    main()
