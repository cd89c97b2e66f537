import pytest

from desktop_app.core.evaluation.scores import pool, score
from desktop_app.core.evaluation.values import Truth
from evaluation.scripted_system import outcome, spans, texts

TALK = Truth(spans(("Ann", 0, 5), ("Bo", 5, 10)), texts(("Ann", 0, "a b c"), ("Bo", 5, "d e")))
MUTE = Truth(spans(("Ann", 0, 4)))


def test_a_recording_is_judged_on_speakers_words_and_time() -> None:
    found = outcome(("1", 0, 6), ("2", 6, 10), words=texts(("1", 0, "a b c"), ("2", 5, "d x")))
    judged = score(TALK, found, peak_mb=120.0)
    assert (judged.speakers_true, judged.speakers_found, judged.exact) == (2, 2, 1)
    assert judged.strict.confusion_s == pytest.approx(1)
    assert judged.lenient.confusion_s == pytest.approx(0.75)
    assert judged.words is not None
    assert (judged.words.reference_words, judged.words.substitutions) == (5, 1)
    assert judged.words_by_speaker == judged.words
    assert judged.speeds == {
        "decoding": 10,
        "segmentation": 5,
        "embedding": 5,
        "transcription": 2,
        "diarization": 2.5,
        "total": 1,
    }
    assert judged.peak_mb == 120


def test_words_are_not_measured_without_a_reference_or_without_a_transcript() -> None:
    assert score(MUTE, outcome(("1", 0, 4), words=texts(("1", 0, "a")))).words is None
    assert score(TALK, outcome(("1", 0, 4))).words is None


def test_words_without_speakers_are_measured_without_them() -> None:
    judged = score(TALK, outcome(("1", 0, 4), words=texts((None, 0, "a b c d e"))))
    assert judged.words is not None
    assert judged.words.errors == 0
    assert judged.words_by_speaker is None


def test_the_pool_is_the_sum_over_the_recordings() -> None:
    judged = [
        score(TALK, outcome(("1", 0, 10), words=texts(("1", 0, "a b c d e"))), peak_mb=100.0),
        score(MUTE, outcome(("1", 0, 3), duration_s=30.0), peak_mb=300.0),
    ]
    pooled = pool(judged)
    assert (pooled.recordings, pooled.duration_s, pooled.exact) == (2, 40, 1)
    assert pooled.strict == judged[0].strict + judged[1].strict
    assert pooled.lenient == judged[0].lenient + judged[1].lenient
    assert pooled.words == judged[0].words
    assert pooled.times_s["total"] == 20
    assert pooled.speeds["diarization"] == 40 / 8
    assert pooled.peak_mb == 300


def test_a_pool_of_nothing_has_no_figures() -> None:
    pooled = pool([])
    assert (pooled.recordings, pooled.words, pooled.speeds, pooled.peak_mb) == (0, None, {}, None)
