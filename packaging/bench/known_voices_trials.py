"""Trials of known voices: some people are enrolled, and then everybody is heard once more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bench.known_voices_hearing import Heard
from bench.sound_conditions import CONDITIONS
from desktop_app.core.known_voices.clean_speech import Speech
from desktop_app.core.known_voices.person import Person
from desktop_app.core.known_voices.reference_vectors import reference_vectors
from desktop_app.core.known_voices.suggestions import MIN_HEARD_S

ENROLLED_S = 12.0
"""A little less than the program asks for: more people of the data can be enrolled, and it only makes it harder."""
SPLIT_S = 15.0
"""Of a person with one recording alone, so much is enrolled and the rest is heard again, if it is TESTED_S or more."""
TESTED_S = 5.0
LENGTHS_S = (4.0, 8.0, 16.0)
"""About so much is heard of somebody in a trial."""
ROUNDS = 60
MODEL = "bench"


@dataclass(frozen=True, slots=True)
class Trial:
    """One person heard once. scores: the cosine with everybody enrolled, by name. other_condition: than enrolled in."""

    person: str
    scores: dict[str, float]
    heard_s: float
    other_condition: bool | None

    @property
    def known(self) -> bool:
        """Whether the person is among the enrolled."""
        return self.person in self.scores

    def as_stranger(self) -> "Trial":
        """The same, as if the person had not been enrolled."""
        others = {name: score for name, score in self.scores.items() if name != self.person}
        return Trial(self.person, others, self.heard_s, None)

    @property
    def best(self) -> str:
        """Who is nearest."""
        return max(self.scores, key=self.scores.__getitem__)

    @property
    def lead(self) -> float:
        """How much nearer than whoever is next."""
        first, second = sorted(self.scores.values())[:-3:-1]
        return first - second


def halves(heard: Heard) -> tuple[Heard, Heard]:
    """Everybody in two parts that share nobody: those who can be enrolled, and the rest, in turns by name."""
    names = sorted(heard, key=lambda name: (not can_enrol(heard, name), name))
    return {name: heard[name] for name in names[::2]}, {name: heard[name] for name in names[1::2]}


def can_enrol(heard: Heard, name: str) -> bool:
    """Whether there is enough to enrol the person and to hear them again."""
    return _enrolled_and_rest(heard, name, np.random.default_rng(0)) is not None


def trials(heard: Heard, *, seed: int) -> Iterator[Trial]:
    """ROUNDS times: everybody who can be is enrolled, in one condition each, and everybody is heard in one."""
    rng = np.random.default_rng(seed)
    for _ in range(ROUNDS):
        people, rest, enrolled_in = {}, {}, {}
        for name in heard:
            rest[name] = {condition: _all(heard, name, condition) for condition in CONDITIONS}
            if (parts := _enrolled_and_rest(heard, name, rng)) is not None:
                enrolled_in[name] = str(rng.choice(list(CONDITIONS)))
                vectors = reference_vectors(parts[0][enrolled_in[name]])
                people[name] = Person(name, MODEL, vectors.embeddings, vectors.seconds)
                rest[name] = parts[1]
        for name, speech in rest.items():
            condition = str(rng.choice(list(CONDITIONS)))
            some = _some(speech[condition], float(rng.choice(LENGTHS_S)), rng)
            if some.total_s >= MIN_HEARD_S:
                scores = {each.name: float(some.centroid @ each.centroid) for each in people.values()}
                other = enrolled_in[name] != condition if name in people else None
                yield Trial(name, scores, some.total_s, other)


_ByCondition = dict[str, Speech]


def _all(heard: Heard, name: str, condition: str) -> Speech:
    return _joined([speech[condition] for speech in heard[name].values()])


def _enrolled_and_rest(heard: Heard, name: str, rng: np.random.Generator) -> tuple[_ByCondition, _ByCondition] | None:
    """Some recordings to enrol from and the others; of one recording alone the beginning and the rest; else None."""
    recordings = list(heard[name].values())
    if len(recordings) == 1:
        return _split(recordings[0])
    plain = next(iter(CONDITIONS))
    for _ in range(50):
        order = rng.permutation(len(recordings))
        filled = np.cumsum([recordings[index][plain].total_s for index in order])
        count = int(np.searchsorted(filled, ENROLLED_S)) + 1
        if count < len(order):
            parts = (order[:count], order[count:])
            first, rest = (
                {each: _joined([recordings[index][each] for index in part]) for each in CONDITIONS} for part in parts
            )
            return first, rest
    return None


def _split(recording: dict[str, Speech]) -> tuple[_ByCondition, _ByCondition] | None:
    first, rest = {}, {}
    for condition, speech in recording.items():
        begins = np.cumsum(speech.seconds) - speech.seconds
        early = begins + speech.seconds / 2 < SPLIT_S
        first[condition], rest[condition] = (
            Speech(speech.embeddings[part], speech.seconds[part]) for part in (early, ~early)
        )
    enough = all(first[each].total_s >= ENROLLED_S and rest[each].total_s >= TESTED_S for each in CONDITIONS)
    return (first, rest) if enough else None


def _joined(parts: Sequence[Speech]) -> Speech:
    return Speech(np.concatenate([part.embeddings for part in parts]), np.concatenate([part.seconds for part in parts]))


def _some(speech: Speech, seconds: float, rng: np.random.Generator) -> Speech:
    order = rng.permutation(len(speech.seconds))
    chosen = order[: int(np.searchsorted(np.cumsum(speech.seconds[order]), seconds)) + 1]
    return Speech(speech.embeddings[chosen], speech.seconds[chosen])
