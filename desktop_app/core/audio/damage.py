"""What of a recording could not be read, and where: sentences for its reader."""

from dataclasses import dataclass

from desktop_app.core.transcript.clock import clock

# Containers round, encoders put silence before and behind; what is missing is more.
_TOLERANCE_S = 0.5
_ONE_PLACE_S = 1.0
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Damage:
    """broken_s: where pieces could not be decoded, each place once; silence stands there. ends_s, claimed_s: where the
    sound ends, and where it should by the file's header (None where that does not say)."""

    broken_s: tuple[float, ...] = ()
    ends_s: float = 0.0
    claimed_s: float | None = None

    def sentences(self) -> tuple[str, ...]:
        """One for each kind of damage; none where the recording is whole."""
        found, broken_s = [], self.broken_s
        if self.claimed_s is not None and self.ends_s < self.claimed_s - _TOLERANCE_S:
            found.append(
                f"The file ends at {_clock(self.ends_s)} of {_clock(self.claimed_s)}: the rest of it is missing."
            )
            broken_s = tuple(time_s for time_s in broken_s if time_s < self.ends_s - _TOLERANCE_S)
        if broken_s:
            count = len(broken_s)
            pieces, there = ("1 piece", "its place") if count == 1 else (f"{count} pieces", "their place")
            found.append(f"{pieces} could not be decoded, at {_listed(broken_s)}: silence stands in {there}.")
        return tuple(found)


def places_s(times_s: list[float]) -> tuple[float, ...]:
    """Where things broke, in order; what follows within a second of the last is the same place."""
    places: list[float] = []
    last_s = float("-inf")
    for time_s in sorted(times_s):
        if time_s - last_s > _ONE_PLACE_S:
            places.append(time_s)
        last_s = time_s
    return tuple(places)


def _listed(times_s: tuple[float, ...]) -> str:
    named = [_clock(time_s) for time_s in times_s[:_MOST_NAMED]]
    more = len(times_s) - len(named)
    named += [f"{more} more"] if more else []
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"


def _clock(time_s: float) -> str:
    return clock(round(time_s * 1000))
