"""A transcript knows its voices, and is worth more than they are."""

import io
import logging

import numpy as np
import pytest

from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.voices import Voices, pack_voices
from desktop_app.core.pipeline.kept_voices import voices_of, with_kept_voices
from desktop_app.core.pipeline.transcribe import Transcription
from desktop_app.core.store.errors import VoicesUnavailable
from desktop_app.core.store.voices_cache import keep_voices, voices_folder
from desktop_app.core.transcript.values import AudioSource, Transcript

VOICES = Voices((Piece(0, 3, np.ones(9, np.bool_), np.ones(9, np.bool_)),), np.eye(1, 4, dtype=np.float32), 5000)
HEARD = Transcription(Transcript(AudioSource("talk.wav", 5000)), pack_voices(VOICES))


def test_voices_that_were_kept_are_found_through_the_transcript() -> None:
    transcript = with_kept_voices(HEARD)
    found = voices_of(transcript)
    assert transcript.audio == HEARD.transcript.audio
    assert (found.pieces[0].start, found.duration_ms) == (3, 5000)
    assert np.array_equal(found.embeddings, VOICES.embeddings)


def test_where_voices_cannot_be_kept_the_transcript_is(caplog: pytest.LogCaptureFixture) -> None:
    voices_folder().parent.mkdir(parents=True)
    voices_folder().write_text("in the way", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert with_kept_voices(HEARD) == HEARD.transcript
    assert "cannot be kept" in caplog.text


def test_a_transcript_without_voices_says_so() -> None:
    with pytest.raises(VoicesUnavailable, match="were not kept"):
        voices_of(HEARD.transcript)


def test_voices_of_another_version_are_refused_in_one_sentence() -> None:
    archive = io.BytesIO()
    np.savez(archive, format=np.array("diarist-voices/99"))
    transcript = Transcript(AudioSource("talk.wav", 0), voices=keep_voices(archive.getvalue()))
    with pytest.raises(VoicesUnavailable, match=r"diarist-voices/99.*: transcribe the recording again"):
        voices_of(transcript)
