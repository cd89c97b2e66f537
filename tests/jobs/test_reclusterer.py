"""Speakers are changed beside the jobs, in another thread, and only the newest wish counts."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.voices import Voices, pack_voices
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.transcript.decisions import Decision
from desktop_app.core.transcript.known_speakers import KnownSpeaker, known_speakers
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word
from desktop_app.jobs.messages import Failed, ReclusterRequest
from desktop_app.jobs.service import TranscriptionService

TIMEOUT_MS = 20_000
HEARD = np.ones(590, np.bool_)
VOICES = pack_voices(
    Voices(tuple(Piece(n, 700 * n, HEARD, HEARD) for n in range(3)), np.eye(3, 8, dtype=np.float32), 40_000)
)
TALK = Transcript(
    AudioSource("talk.wav", 40_000),
    (Speaker("S1", "Anna", 0),),
    tuple(
        Turn(
            "S1",
            start_ms,
            start_ms + 9900,
            (Word(f"{start_ms}.", start_ms, start_ms + 300),),
            (Span(start_ms, start_ms + 9900),),
        )
        for start_ms in (50, 11_900, 23_700)
    ),
)


@pytest.fixture
def service() -> Iterator[TranscriptionService]:
    """Not started: no engine process is needed."""
    made = TranscriptionService()
    yield made
    made.shutdown()


def wish(speakers: int, voices: bytes = VOICES, decisions: tuple[Decision, ...] = ()) -> ReclusterRequest:
    dora = KnownSpeaker(Speaker("S7", "Dora", 4), ())
    return ReclusterRequest(TALK, voices, JobOptions(speakers, speakers), (*known_speakers(TALK), dora), decisions)


def test_a_transcript_is_given_other_speakers_and_the_answer_comes_to_the_window_s_thread(
    qtbot: QtBot, service: TranscriptionService
) -> None:
    threads = []
    service.reclustered.connect(lambda *_: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(service.reclustered, timeout=TIMEOUT_MS) as answered:
        service.recluster("talk", wish(3))
    key, transcript = answered.args
    assert key == "talk"
    assert [speaker.name for speaker in transcript.speakers] == ["Anna", "Speaker 2", "Speaker 3"]
    assert threads == [QThread.currentThread()]


def test_what_a_person_decided_goes_with_the_wish(qtbot: QtBot, service: TranscriptionService) -> None:
    decisions = (Decision(Span(50, 9950), "S7"), Decision(Span(11_900, 21_800), "S1"))
    with qtbot.waitSignal(service.reclustered, timeout=TIMEOUT_MS) as answered:
        service.recluster("talk", wish(1, decisions=decisions))
    _, transcript = answered.args
    assert [transcript.speaker(turn.speaker).name for turn in transcript.turns][:2] == ["Dora", "Anna"]
    assert len(transcript.speakers) == 2


def test_of_one_recording_only_the_newest_wish_is_answered_and_no_other_s_is_lost(
    qtbot: QtBot, service: TranscriptionService
) -> None:
    answers: list[tuple[str, int]] = []
    service.reclustered.connect(lambda key, transcript: answers.append((key, len(transcript.speakers))))
    for speakers in (1, 2, 3):
        service.recluster("talk", wish(speakers))
    service.recluster("other", wish(1))
    service.recluster("talk", wish(2))
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=TIMEOUT_MS)
    assert sorted(answers) == [("other", 1), ("talk", 2)]


def test_voices_that_cannot_be_read_are_told_in_a_sentence_and_the_next_wish_is_answered(
    qtbot: QtBot, service: TranscriptionService
) -> None:
    with qtbot.waitSignal(service.recluster_failed, timeout=TIMEOUT_MS) as failed:
        service.recluster("talk", wish(2, b"not voices"))
    assert isinstance(failed.args[1], Failed)
    assert failed.args[1].reason.startswith("The speakers cannot be changed: ")
    assert failed.args[1].hint == "Transcribe the recording again."
    with qtbot.waitSignal(service.reclustered, timeout=TIMEOUT_MS):
        service.recluster("talk", wish(2))


def test_a_wish_at_the_end_is_given_up_without_a_signal(qtbot: QtBot, service: TranscriptionService) -> None:
    with qtbot.assertNotEmitted(service.reclustered):
        service.recluster("talk", wish(2))
        service.shutdown()
        QCoreApplication.processEvents()
