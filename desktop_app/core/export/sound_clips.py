"""Pieces of a recording's sound: a file for each turn, or each speaker. What is off the record is silent in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.adaptation.adapted import adapted
from desktop_app.core.export.clips_by import ClipsBy
from desktop_app.core.export.errors import ExportError, cause_in_words
from desktop_app.core.export.one_line import speaker_names
from desktop_app.core.playback.errors import PlaybackError
from desktop_app.core.playback.sound_reader import SoundReader
from desktop_app.core.playback.stereo import Stereo
from desktop_app.core.playback.values import Played
from desktop_app.core.store.file_names import free_path, safe_stem
from desktop_app.core.transcript.on_record import off_record_spans
from desktop_app.core.transcript.values import Span, Transcript, Turn

RATE_HZ = 48_000
_BETWEEN_MS = 300
"""Silence between two stretches of a speaker."""


@dataclass(frozen=True, slots=True)
class Clip:
    """name: of its file, without an ending. stretches: what of the recording is in it, one after the other."""

    name: str
    stretches: tuple[Span, ...]


def clips_of(transcript: Transcript, by: ClipsBy) -> tuple[Clip, ...]:
    """The clips there are, in the order of the transcript; turns of no length have none."""
    names = speaker_names(transcript.speakers)
    turns = [turn for turn in transcript.turns if turn.end_ms > turn.start_ms]
    if by is ClipsBy.TURN:
        width = len(str(len(turns)))
        return tuple(
            Clip(safe_stem(f"{number:0{width}} {names[turn.speaker]}"), (Span(turn.start_ms, turn.end_ms),))
            for number, turn in enumerate(turns, 1)
        )
    return tuple(
        Clip(safe_stem(name), stretches)
        for speaker_id, name in names.items()
        if (stretches := tuple(_speech([turn for turn in turns if turn.speaker == speaker_id])))
    )


def write_clips(
    transcript: Transcript, folder: Path, by: ClipsBy, adaptation: Adaptation | None = None
) -> tuple[Path, ...]:
    """Write the clips into a new folder as WAV, 48 kHz, 16 bit, as loud as they are; their paths.

    folder: as it is to be called; it gets a number where its name is taken. adaptation: which turns go out, and under
    which names; SettingsError as `adapted`. ExportError where the recording cannot be read, or a clip not be written;
    those before it stay, whole.
    """
    shown = adapted(transcript, replace(adaptation or Adaptation(), offset_ms=0))  # the sound stays where it is
    place = free_path(folder)
    hidden = off_record_spans(transcript)
    written = []
    try:
        place.mkdir(parents=True)
        reader = SoundReader(Played.of(transcript.audio), RATE_HZ)
        try:
            reader.wait_until_looked_through()
            for clip in clips_of(shown, by):
                path = free_path(place / f"{clip.name}.wav")
                _write(path, _sound(reader, clip, hidden))
                written.append(path)
        finally:
            reader.close()
    except PlaybackError as error:
        raise ExportError(place, str(error)) from error
    except OSError as error:
        raise ExportError(place, cause_in_words(error, place)) from error
    return tuple(written)


def _speech(turns: Sequence[Turn]) -> Iterator[Span]:
    """Where the speaker is heard, merged where turns run into each other."""
    open_: Span | None = None
    for turn in turns:
        for each in turn.speech or (Span(turn.start_ms, turn.end_ms),):
            if open_ is not None and each.start_ms <= open_.end_ms:
                open_ = Span(open_.start_ms, max(open_.end_ms, each.end_ms))
                continue
            if open_ is not None:
                yield open_
            open_ = each
    if open_ is not None:
        yield open_


def _sound(reader: SoundReader, clip: Clip, hidden: Sequence[Span]) -> Iterator[Stereo]:
    for place, stretch in enumerate(clip.stretches):
        if place:
            yield np.zeros((_samples(_BETWEEN_MS), 2), np.float32)
        yield from _stretch(reader, stretch, hidden)


def _stretch(reader: SoundReader, stretch: Span, hidden: Sequence[Span]) -> Iterator[Stereo]:
    at, end = _samples(stretch.start_ms), _samples(stretch.end_ms)
    reader.seek(at)
    while at < end and (block := reader.read()) is not None:
        part = block[: end - at].copy()
        for each in hidden:
            part[max(0, _samples(each.start_ms) - at) : max(0, _samples(each.end_ms) - at)] = 0.0
        at += len(part)
        yield part


def _write(path: Path, sound: Iterator[Stereo]) -> None:
    """Whole under its name, or not at all."""
    import soundfile

    new = path.with_name(f".{path.name}.part")
    try:
        with soundfile.SoundFile(new, "w", RATE_HZ, 2, subtype="PCM_16", format="WAV") as file:
            for part in sound:
                file.write(part)
        new.replace(path)
    except soundfile.LibsndfileError as error:
        raise OSError(error.code, str(error)) from error
    finally:
        new.unlink(missing_ok=True)


def _samples(time_ms: int) -> int:
    return time_ms * RATE_HZ // 1000
