"""The speakers of a new clustering told by name: who of them is known already, and from where."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, count
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.transcript.known_speakers import KnownSpeaker
from desktop_app.core.transcript.speaker_names import free_numbers, is_numbered, numbered_name
from desktop_app.core.transcript.values import Speaker


def match_speakers(
    full: Sequence[Segment],
    known: Sequence[KnownSpeaker],
    *,
    sure: Mapping[int, str] = MappingProxyType({}),
    present: Collection[str] = (),
) -> dict[int, Speaker]:
    """A speaker for every number of a full timeline, in the order in which they are first heard.

    Numbers and known speakers are matched so that together they share the most time. Who shares none with anybody left
    is new: with an id and a colour that no known speaker has, and a name 'Speaker N' that nobody in the result has.
    sure: the ids of known speakers whose numbers are certain; they are matched first. present: the ids of those who are
    in the result whether they have a number or not.
    """
    numbers = list(dict.fromkeys(segment.speaker for segment in full))
    ids = [each.speaker.id for each in known]
    chosen = {row: ids.index(sure[number]) for row, number in enumerate(numbers) if number in sure}
    shared = _shared_ms(full, numbers, known)
    shared[list(chosen)] = shared[:, list(chosen.values())] = 0
    chosen |= _best_match(shared)
    stays = {*present, *(ids[column] for column in chosen.values())}
    stay = [each.speaker for each in known if each.speaker.id in stays]
    newcomers = _fresh_speakers([each.speaker for each in known], stay)
    return {
        number: known[chosen[row]].speaker if row in chosen else next(newcomers) for row, number in enumerate(numbers)
    }


def _shared_ms(full: Sequence[Segment], numbers: list[int], known: Sequence[KnownSpeaker]) -> NDArray[np.float64]:
    """Time in ms that each number and each known speaker share: float64 [numbers, known]."""
    shared = np.zeros((len(numbers), len(known)))
    for row, number in enumerate(numbers):
        edges = np.array([(each.start_ms, each.end_ms) for each in full if each.speaker == number]).ravel()
        heard = np.concatenate(([0], np.cumsum(np.diff(edges) * (np.arange(len(edges) - 1) % 2 == 0))))
        for column, each in enumerate(known):
            spans = np.array([(span.start_ms, span.end_ms) for span in each.speech]).reshape(-1, 2)
            shared[row, column] = np.diff(np.interp(spans, edges, heard), axis=1).sum()
    return shared


def _best_match(shared: NDArray[np.float64]) -> dict[int, int]:
    """Row to column, so that the sum is largest; pairs that share nothing are left out."""
    from scipy.optimize import linear_sum_assignment

    pairs = zip(*linear_sum_assignment(shared, maximize=True), strict=True)
    return {int(row): int(column) for row, column in pairs if shared[row, column] > 0}


def _fresh_speakers(known: Sequence[Speaker], stay: Sequence[Speaker]) -> Iterator[Speaker]:
    """Newcomers. stay: those of the known who are in the result; who is not, and has no name of their own, may leave
    a number to somebody else, but neither id nor colour, for they may come back."""
    ids, colours = {each.id for each in known}, {each.colour for each in known}
    free_colours = (colour for colour in count() if colour not in colours)
    for number in free_numbers([*stay, *(each for each in known if not is_numbered(each))]):
        speaker_id = next(each for n in chain([number], count(1)) if (each := f"S{n}") not in ids)
        ids.add(speaker_id)
        yield Speaker(speaker_id, numbered_name(number), next(free_colours))
