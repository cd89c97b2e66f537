"""Reference vectors: a few that stand for all that was heard of a voice."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.known_voices.clean_speech import Speech
from desktop_app.core.known_voices.person import MAX_VECTORS, Person


def reference_vectors(speech: Speech) -> Speech:
    """The speech as at most MAX_VECTORS vectors: each the mean of neighbours in time, with about as many seconds.

    Where there are no more embeddings than that, each is one.
    """
    if len(speech.seconds) <= MAX_VECTORS:
        return speech
    middles = np.cumsum(speech.seconds) - speech.seconds / 2
    groups = np.floor(middles / speech.total_s * MAX_VECTORS).astype(np.int64)
    return _stacked([_mean(speech, groups == group) for group in np.unique(groups)], speech.turns)


def with_more(person: Person, more: Person) -> Person:
    """The person with another enrolment's reference vectors, too.

    Until no more than MAX_VECTORS are left, the two that are most alike become their mean: what differs, as another
    microphone or another day, stays. ValueError where the two are not one person by one model.
    """
    if not person.is_same(more):
        raise ValueError(f"not one person: {person.name!r} and {more.name!r}")
    both = Speech(np.concatenate([person.vectors, more.vectors]), np.concatenate([person.seconds, more.seconds]))
    while len(both.seconds) > MAX_VECTORS:
        both = _with_one_less(both)
    return Person(person.name, person.model, both.embeddings, both.seconds)


def _with_one_less(speech: Speech) -> Speech:
    cosines = speech.embeddings @ speech.embeddings.T
    np.fill_diagonal(cosines, -np.inf)
    pair = np.zeros(len(cosines), np.bool_)
    pair[list(np.unravel_index(int(cosines.argmax()), cosines.shape))] = True
    kept = Speech(speech.embeddings[~pair], speech.seconds[~pair])
    return _stacked([kept, _mean(speech, pair)], speech.turns)


def _mean(speech: Speech, chosen: NDArray[np.bool_]) -> Speech:
    group = Speech(speech.embeddings[chosen], speech.seconds[chosen])
    return Speech(group.centroid[None], np.array([group.total_s]))


def _stacked(parts: list[Speech], turns: int) -> Speech:
    embeddings = np.concatenate([part.embeddings for part in parts])
    return Speech(embeddings, np.concatenate([part.seconds for part in parts]), turns)
