"""Sound of turns and of speakers, cut out of a recording."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.clips_by import ClipsBy
from desktop_app.core.export.errors import ExportError
from desktop_app.core.export.sound_clips import clips_of, write_clips
from desktop_app.core.transcript.values import AudioSource, Mark, Span, Speaker, Transcript, Turn, Word

RATE_HZ = 16_000


@pytest.fixture
def talk(tmp_path: Path) -> Transcript:
    """Anna at 0.1, Ben at 0.5, Anna again at 0.9 of full scale; a second each."""
    sound = np.repeat(np.array([0.1, 0.5, 0.9], np.float32), RATE_HZ)
    soundfile.write(tmp_path / "talk.wav", sound, RATE_HZ, subtype="FLOAT")
    turns = tuple(spoken(speaker, at) for speaker, at in (("S1", 0), ("S2", 1000), ("S1", 2000)))
    speakers = (Speaker("S1", "Anna: A/B", 0), Speaker("S2", "Ben", 1))
    return Transcript(AudioSource(str(tmp_path / "talk.wav"), 3000), speakers, turns)


def spoken(speaker: str, at_ms: int) -> Turn:
    words = (Word("well", at_ms, at_ms + 400), Word("yes", at_ms + 400, at_ms + 900))
    return Turn(speaker, at_ms, at_ms + 1000, words, (Span(at_ms, at_ms + 1000),))


def level(path: Path, start_s: float, end_s: float) -> float:
    sound, rate_hz = soundfile.read(path)
    return float(np.abs(sound[int(start_s * rate_hz) : int(end_s * rate_hz)]).mean())


def test_every_turn_has_a_file_that_begins_and_ends_with_it(talk: Transcript, tmp_path: Path) -> None:
    paths = write_clips(talk, tmp_path / "clips", ClipsBy.TURN)
    assert [path.name for path in paths] == ["1 Anna_ A_B.wav", "2 Ben.wav", "3 Anna_ A_B.wav"]
    assert [soundfile.info(path).duration for path in paths] == pytest.approx([1.0, 1.0, 1.0], abs=0.001)
    assert [level(path, 0.1, 0.9) for path in paths] == pytest.approx([0.1, 0.5, 0.9], abs=0.02)


def test_every_speaker_has_a_file_with_all_they_say(talk: Transcript, tmp_path: Path) -> None:
    anna, ben = write_clips(talk, tmp_path / "clips", ClipsBy.SPEAKER)
    assert soundfile.info(anna).duration == pytest.approx(2.3, abs=0.002)
    assert (level(anna, 0.1, 0.9), level(anna, 1.05, 1.25), level(anna, 1.4, 2.2)) == pytest.approx(
        (0.1, 0.0, 0.9), abs=0.02
    )
    assert level(ben, 0.1, 0.9) == pytest.approx(0.5, abs=0.02)


def test_what_is_off_the_record_is_in_no_clip(talk: Transcript, tmp_path: Path) -> None:
    hidden = Word("yes", 1400, 1900, marks=frozenset({Mark.OFF_RECORD}))
    secret = Turn("S2", 1000, 2000, (Word("well", 1000, 1400), hidden), (Span(1000, 2000),))
    (_, ben) = write_clips(talk.with_turns(1, 1, [secret]), tmp_path / "clips", ClipsBy.SPEAKER)
    assert soundfile.info(ben).duration == pytest.approx(0.4 + 0.3 + 0.1, abs=0.002)
    assert level(ben, 0.05, 0.35) == pytest.approx(0.5, abs=0.02)
    assert level(ben, 0.401, 0.699) == 0.0


def test_of_a_turn_the_rest_sounds_and_only_some_turns_go_out(talk: Transcript, tmp_path: Path) -> None:
    hidden = Word("yes", 1400, 1900, marks=frozenset({Mark.OFF_RECORD}))
    later = Word("no", 1900, 2000)
    secret = Turn("S2", 1000, 2000, (Word("well", 1000, 1400), hidden, later), (Span(1000, 2000),))
    asked = Adaptation(only=("Ben",), pseudonyms=("Ben=P01",), offset_ms=60_000)
    (ben,) = write_clips(talk.with_turns(1, 1, [secret]), tmp_path / "clips", ClipsBy.TURN, asked)
    assert ben.name == "1 P01.wav"
    assert level(ben, 0.401, 0.899) == 0.0
    assert level(ben, 0.05, 0.35) == pytest.approx(0.5, abs=0.02)


def test_a_folder_that_is_there_stays(talk: Transcript, tmp_path: Path) -> None:
    (tmp_path / "clips").mkdir()
    (path, *_) = write_clips(talk, tmp_path / "clips", ClipsBy.TURN)
    assert path.parent == tmp_path / "clips (2)"
    assert not list((tmp_path / "clips").iterdir())


def test_a_recording_that_is_gone_is_said(talk: Transcript, tmp_path: Path) -> None:
    (tmp_path / "talk.wav").unlink()
    with pytest.raises(ExportError):
        write_clips(talk, tmp_path / "clips", ClipsBy.TURN)


def test_turns_of_no_length_have_no_clip(talk: Transcript) -> None:
    empty = Turn("S2", 1000, 1000, (), (Span(1000, 1000),))
    assert len(clips_of(talk.with_turns(1, 1, [empty]), ClipsBy.TURN)) == 2
