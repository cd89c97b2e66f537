"""Whom the speakers of a recording sound like: suggestions, which somebody has to accept.

Most speakers are strangers, and a wrong name is worse than none: without a good score, and a margin over whoever is
next, there is no suggestion.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.voices import Voices
from desktop_app.core.known_voices.calibration import MARGIN, THRESHOLD, probability
from desktop_app.core.known_voices.clean_speech import Speech, clean_speech
from desktop_app.core.known_voices.embedding_model import embedding_model
from desktop_app.core.known_voices.person import Person
from desktop_app.core.transcript.values import Transcript

MIN_HEARD_S = 3.0
"""Clean speech a speaker needs before anybody is suggested."""
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Whom a speaker sounds like.

    person: the name. score: the cosine of both voices, -1 to 1. probability: that it is this person, 0 to 1; see
    calibration.
    """

    person: str
    score: float
    probability: float

    def __str__(self) -> str:
        return f"{self.person}? {self.probability:.0%}".replace("%", " %")


def suggest(transcript: Transcript, voices: Voices, people: Sequence[Person]) -> dict[str, Suggestion]:
    """Whom the transcript's speakers sound like, by their ids; who is not in it is unknown.

    voices: those of the transcript's recording. A speaker with less than MIN_HEARD_S of clean speech is unknown, and so
    is everybody where the transcript was not made by the model that the people are known by.
    """
    model = embedding_model(transcript.engines)
    if model is None:
        return {}
    heard = {speaker.id: clean_speech(voices, transcript, speaker.id) for speaker in transcript.speakers}
    return match(
        {id_: each.centroid for id_, each in heard.items() if each.total_s >= MIN_HEARD_S}, people, model=model
    )


def match(heard: Mapping[Key, NDArray[np.float32]], people: Sequence[Person], *, model: str) -> dict[Key, Suggestion]:
    """Whom the speakers of one recording sound like; who is not in it is unknown.

    heard: of each speaker a centroid, float32 [dimension], or embeddings, float32 [n, dimension], rows of length 1;
    those that are not finite do not count. model: what embedded them, see embedding_model; people known by another are
    left out.
    No person is suggested for two speakers: the one with the better score gets the suggestion, the other none.
    """
    known = [person for person in people if person.model == model]
    best: dict[str, tuple[Key, Suggestion]] = {}
    for key, embeddings in heard.items():
        found = _nearest(_centroid(embeddings), known)
        if found and (found.person not in best or best[found.person][1].score < found.score):
            best[found.person] = key, found
    return dict(best.values())


def _centroid(embeddings: NDArray[np.float32]) -> NDArray[np.float32]:
    rows = np.atleast_2d(embeddings)
    told = rows[np.isfinite(rows).all(axis=1)]
    return Speech(told, np.ones(len(told))).centroid


def _nearest(voice: NDArray[np.float32], people: Sequence[Person]) -> Suggestion | None:
    scores = sorted(
        ((float(voice @ person.centroid), person.name) for person in people if person.vectors.shape[1] == len(voice)),
        reverse=True,
    )
    if not scores or scores[0][0] < THRESHOLD or (len(scores) > 1 and scores[0][0] - scores[1][0] < MARGIN):
        return None
    score, name = scores[0]
    return Suggestion(name, score, probability(score))
