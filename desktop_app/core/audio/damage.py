"""What of a recording could not be read, and where: sentences for its reader."""

from dataclasses import dataclass

from desktop_app.core.transcript.clock import clock
from desktop_app.translation import plural, tr

# Containers round, encoders put silence before and behind; what is missing is more.
_TOLERANCE_S = 0.5
_ONE_PLACE_S = 1.0
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Damage:
    """broken_s: where pieces could not be decoded, each place once; silence stands there. ends_s, claimed_s: where the
    sound ends, and where it should by the file's header (None where that does not say). breaks_off: it ends in the
    middle of a piece, or without the mark that its kind of file ends with."""

    broken_s: tuple[float, ...] = ()
    ends_s: float = 0.0
    claimed_s: float | None = None
    breaks_off: bool = False

    def sentences(self) -> tuple[str, ...]:
        """One for each kind of damage; none where the recording is whole."""
        ending, broken_s = self._ending(), self.broken_s
        if ending is not None:
            broken_s = tuple(time_s for time_s in broken_s if time_s < self.ends_s - _TOLERANCE_S)
        return tuple(sentence for sentence in (ending, _pieces(broken_s)) if sentence is not None)

    def _ending(self) -> str | None:
        ends = _clock(self.ends_s)
        if self.claimed_s is None or self.ends_s >= self.claimed_s - _TOLERANCE_S:
            if not self.breaks_off:
                return None
            return tr("The file breaks off at {ends}: if anything followed, it is missing.", ends=ends)
        if ends == _clock(self.claimed_s):
            return tr(
                "The file ends at {ends}, {missing:.1f} s before its header says: the rest of it is missing.",
                ends=ends,
                missing=self.claimed_s - self.ends_s,
            )
        return tr(
            "The file ends at {ends} of {claimed}: the rest of it is missing.",
            ends=ends,
            claimed=_clock(self.claimed_s),
        )


def places_s(times_s: list[float]) -> tuple[float, ...]:
    """Where things broke, in order; what follows within a second of the last is the same place."""
    places: list[float] = []
    last_s = float("-inf")
    for time_s in sorted(times_s):
        if time_s - last_s > _ONE_PLACE_S:
            places.append(time_s)
        last_s = time_s
    return tuple(places)


def _pieces(broken_s: tuple[float, ...]) -> str | None:
    if not broken_s:
        return None
    return plural(
        "{n} pieces could not be decoded, at {places}: silence stands in their place.",
        "{n} piece could not be decoded, at {places}: silence stands in its place.",
        len(broken_s),
        places=_listed(broken_s),
    )


def _listed(times_s: tuple[float, ...]) -> str:
    named = [_clock(time_s) for time_s in times_s[:_MOST_NAMED]]
    if more := len(times_s) - len(named):
        return plural("{list} and {n} more", "{list} and {n} more", more, list=", ".join(named))
    return named[0] if len(named) == 1 else tr("{list} and {last}", list=", ".join(named[:-1]), last=named[-1])


def _clock(time_s: float) -> str:
    return clock(round(time_s * 1000))
