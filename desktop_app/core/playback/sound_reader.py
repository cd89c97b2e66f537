"""A recording's sound at the times of its transcript, from any moment on, whatever files it lies in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Thread

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.source import Source, open_link, open_source
from desktop_app.core.playback.channels import Weights, stereo_weights
from desktop_app.core.playback.errors import PlaybackError
from desktop_app.core.playback.file_sound import FileSound
from desktop_app.core.playback.stereo import Stereo
from desktop_app.core.playback.time_map import TimeMap
from desktop_app.core.playback.time_walk import is_timed_by_count, walk
from desktop_app.core.playback.values import Played
from desktop_app.core.transcript.values import HeardTrack
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True)
class _Part:
    """A file, or a recording of its own within one. name: of the file; open: opens it anew; starts_s: when it begins;
    maps: of its tracks, None where its own times are right or not looked through yet."""

    name: str
    open: Callable[[], Source]
    starts_s: float = 0.0
    maps: tuple[TimeMap, ...] | None = None


class SoundReader:
    """Reads sound for two ears at the rate of the output; for one thread. PlaybackError where there is none.

    Positions are samples at that rate. What the file's times hide (joins, gaps, lost frames) is found in a thread of
    its own, since that takes a while in a long file; up to then, seeking takes the file at its word.
    """

    def __init__(self, played: Played, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._heard = played.heard
        self._parts = _parts_of(played)
        self._current = 0
        self._given_up = Event()
        self._found: list[tuple[TimeMap, ...]] = []
        self._is_told = False
        self._walker: Thread | None = None
        self._duration_s: float | None = None
        if len(self._parts) > 1:
            self._place_parts()
        self._sound, source = self._opened(0)
        if len(self._parts) == 1:
            self._duration_s = source.duration_s
        if len(self._parts) == 1 and not is_timed_by_count(source):
            self._walker = Thread(target=self._walk, name="diarist-playback-times", daemon=True)
            self._walker.start()

    @property
    def position(self) -> int:
        """The sample that is read next."""
        return self._starts(self._current) + self._sound.position

    @property
    def duration_s(self) -> float | None:
        """How long it lasts, as far as that is known now."""
        if self._found:
            return max(each.ends_s for each in self._found[0])
        return self._duration_s

    @property
    def is_looked_through(self) -> bool:
        """Whether every seek from now on is exact, whatever the file's own times are."""
        return self._walker is None or not self._walker.is_alive()

    def take_news(self) -> bool:
        """Whether what was found out since the last call moves the sound: then where it is must be sought again."""
        maps = self._found[0] if self._found and not self._is_told else ()
        self._is_told = self._is_told or bool(maps)
        return not all(each.is_plain for each in maps)

    def seek(self, position: int) -> None:
        """Read on from that sample; beyond the end nothing is read."""
        position = max(0, position)
        place = max(place for place in range(len(self._parts)) if self._starts(place) <= position)
        if place != self._current:
            self._turn_to(place)
        if self._found:
            self._sound.use(self._found[0])
        with _reading(self._parts[place].name):
            self._sound.seek(position - self._starts(place))

    def change_rate(self, rate_hz: int) -> None:
        """Read at another rate; the next thing must be a seek."""
        self._rate_hz = rate_hz
        self._sound.change_rate(rate_hz)

    def read(self) -> Stereo | None:
        """The next tenth of a second or less, float32 [samples, 2]; None at the end."""
        while (sound := self._read()) is None:
            if self._current == len(self._parts) - 1:
                return None
            self._turn_to(self._current + 1)
        return sound

    def close(self) -> None:
        """Close the files, and end the thread."""
        self._given_up.set()
        self._sound.close()
        if self._walker is not None:
            self._walker.join()

    def wait_until_looked_through(self) -> None:
        """Return once every seek is exact."""
        if self._walker is not None:
            self._walker.join()

    def _read(self) -> Stereo | None:
        with _reading(self._parts[self._current].name):
            return self._sound.read()

    def _starts(self, place: int) -> int:
        return round(self._parts[place].starts_s * self._rate_hz)

    def _turn_to(self, place: int) -> None:
        sound, _ = self._opened(place)  # first, so that the one before stays where this one is gone
        self._sound.close()
        self._sound, self._current = sound, place

    def _opened(self, place: int) -> tuple[FileSound, Source]:
        part = self._parts[place]
        source = _open(part.open)
        sound = FileSound(source, _weights(source, self._heard), self._rate_hz)
        if part.maps is not None:
            sound.use(part.maps)
        return sound, source

    def _place_parts(self) -> None:
        """Find out where each of several parts begins, which is where the one before it ends."""
        starts_s, placed = 0.0, list[_Part]()
        for part in self._parts:
            length_s, maps = _looked_through(part)
            placed.append(replace(part, starts_s=starts_s, maps=maps))
            starts_s += length_s
        self._duration_s = starts_s
        self._parts = tuple(placed)

    def _walk(self) -> None:
        try:
            source = _open(self._parts[0].open)
        except PlaybackError:
            return  # it was there a moment ago; what is open goes on as it is
        try:
            maps = walk(source, self._given_up.is_set)
        finally:
            source.container.close()
        if not self._given_up.is_set():
            self._found.append(maps)


def _parts_of(played: Played) -> tuple[_Part, ...]:
    track = played.heard[0].number if len(played.heard) == 1 else None
    return tuple(part for file in played.files for part in _parts_in(file, track))


def _parts_in(file: Path, track: int | None) -> list[_Part]:
    """The file, and the recordings behind it in the same file."""
    first = _open(lambda: open_source(file, track=track))
    first.container.close()

    def link(number: int) -> Callable[[], Source]:
        before = replace(first, following=first.following[number:])
        return lambda: open_link(before, track=track)

    def begin() -> Source:
        return open_source(file, track=track)

    return [_Part(file.name, begin), *(_Part(file.name, link(number)) for number in range(len(first.following)))]


def _looked_through(part: _Part) -> tuple[float, tuple[TimeMap, ...] | None]:
    """How long a part lasts, in s, and the maps of its tracks; a part that cannot be opened lasts no time."""
    try:
        source = part.open()
    except AudioError:
        return 0.0, None
    try:
        if is_timed_by_count(source):
            return source.duration_s or 0.0, None
        maps = walk(source)
        return max(each.ends_s for each in maps), maps
    finally:
        source.container.close()


def _weights(source: Source, heard: tuple[HeardTrack, ...]) -> dict[int, Weights]:
    """How the tracks that are heard are mixed, by their numbers; all of them where none of those named is there."""
    channels = {track.number: track.heard for track in heard}
    tracks = [track for track in source.tracks if track.number in channels] or list(source.tracks)
    return {track.number: stereo_weights(track.layout, channels.get(track.number, ())) for track in tracks}


def _open(opener: Callable[[], Source]) -> Source:
    try:
        return opener()
    except AudioError as error:
        said = tr("'{name}' cannot be played: {why}", name=error.path.name, why=error.cause)
        raise PlaybackError(said) from error


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Say in a sentence what cannot be read any more of a file that was open."""
    from av.error import FFmpegError

    try:
        yield
    except AudioError as error:
        raise _broken_off(name, error.cause) from error
    except (OSError, FFmpegError) as error:
        raise _broken_off(name, error.strerror) from error


def _broken_off(name: str, why: str | None) -> PlaybackError:
    return PlaybackError(tr("'{name}' cannot be played on: {why}", name=name, why=why))
