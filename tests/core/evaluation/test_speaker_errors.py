"""Hand-made timelines with known answers."""

import os
from collections.abc import Sequence
from itertools import permutations

import pytest

from desktop_app.core.evaluation.speaker_errors import SpeakerErrors, speaker_errors
from evaluation.scripted_system import spans

Spoken = tuple[str, float, float]


def errors(
    reference: Sequence[Spoken], found: Sequence[Spoken], *, collar_s: float = 0.0, duration_s: float = 20.0
) -> SpeakerErrors:
    return speaker_errors(spans(*reference), spans(*found), duration_s=duration_s, collar_s=collar_s)


def seconds(of: SpeakerErrors) -> tuple[float, float, float, float]:
    parts = (of.reference_s, of.missed_s, of.false_alarm_s, of.confusion_s)
    return tuple(round(part, 6) for part in parts)  # type: ignore[return-value]


def test_a_second_missed_of_ten_is_ten_percent() -> None:
    result = errors([("Ann", 0, 10)], [("1", 0, 9)])
    assert seconds(result) == (10, 1, 0, 0)
    assert result.error_s / result.reference_s == pytest.approx(0.1)


def test_a_second_of_noise_taken_for_speech_is_a_false_alarm() -> None:
    assert seconds(errors([("Ann", 0, 10)], [("1", 0, 11)])) == (10, 0, 1, 0)


def test_words_under_the_wrong_speaker_are_confusion() -> None:
    found = [("1", 0, 6), ("2", 6, 10)]
    assert seconds(errors([("Ann", 0, 5), ("Bo", 5, 10)], found)) == (10, 0, 0, 1)


def test_overlap_counts_for_each_speaker() -> None:
    reference = [("Ann", 0, 6), ("Bo", 4, 10)]
    assert seconds(errors(reference, [("1", 0, 6), ("2", 6, 10)])) == (12, 2, 0, 0)
    assert seconds(errors(reference, [("1", 0, 6), ("2", 4, 10)])) == (12, 0, 0, 0)


def test_a_collar_is_left_out_on_each_side_of_a_reference_border() -> None:
    reference, found = [("Ann", 2, 12)], [("1", 1.8, 11.7)]
    assert seconds(errors(reference, found)) == (10, 0.3, 0.2, 0)
    assert seconds(errors(reference, found, collar_s=0.25)) == (9.5, 0.05, 0, 0)


def test_names_do_not_matter_and_each_is_matched_once() -> None:
    reference = [("Ann", 0, 4), ("Bo", 4, 9), ("Cy", 9, 15)]
    for names in permutations("123"):
        found = [(name, start, end) for name, (_, start, end) in zip(names, reference, strict=True)]
        assert errors(reference, found).error_s == 0
    assert seconds(errors(reference, [("1", 0, 15)])) == (15, 0, 0, 9)


def test_two_who_speak_over_the_same_stretch_are_two() -> None:
    reference = [("Ann", 1, 5), ("Bo", 1, 5)]
    assert seconds(errors(reference, [("1", 1, 5), ("2", 1, 5)])) == (8, 0, 0, 0)


def test_spans_of_one_speaker_that_overlap_are_one() -> None:
    assert seconds(errors([("Ann", 0, 6), ("Ann", 4, 10)], [("1", 0, 10)])) == (10, 0, 0, 0)


def test_nothing_is_scored_beyond_the_end() -> None:
    assert seconds(errors([("Ann", 0, 12)], [("1", 0, 9), ("1", 10, 15)], duration_s=10)) == (10, 1, 0, 0)


def test_silence_before_and_after_is_scored() -> None:
    assert seconds(errors([("Ann", 5, 10)], [("1", 5, 10), ("2", 0, 1), ("2", 19, 20)])) == (5, 0, 2, 0)


@pytest.mark.parametrize("collar_s", [0.0, 0.25])
def test_nothing_said_and_nothing_found_is_no_error(collar_s: float) -> None:
    assert seconds(errors([], [], collar_s=collar_s)) == (0, 0, 0, 0)
    assert seconds(errors([], [("1", 0, 2)], collar_s=collar_s)) == (0, 0, 2, 0)
    assert errors([("Ann", 0, 4)], [], collar_s=collar_s).missed_s == pytest.approx(4 - 2 * collar_s)


def test_the_sum_is_what_the_library_accumulates() -> None:
    from pyannote.core import Annotation, Segment, Timeline
    from pyannote.metrics.diarization import DiarizationErrorRate

    files: list[tuple[list[Spoken], list[Spoken]]] = [
        ([("Ann", 0, 5), ("Bo", 5, 9)], [("1", 0, 7), ("2", 7, 9.5)]),
        ([("Ann", 1, 18)], [("1", 0, 12), ("2", 14, 18)]),
    ]

    def annotated(spoken: list[Spoken]) -> Annotation:
        return Annotation.from_records((Segment(start, end), speaker, speaker) for speaker, start, end in spoken)

    metric = DiarizationErrorRate()
    for reference, found in files:
        metric(annotated(reference), annotated(found), uem=Timeline([Segment(0, 20)]))
    total = sum((errors(*file) for file in files), SpeakerErrors())
    assert total.error_s / total.reference_s == pytest.approx(abs(metric))


def test_no_package_of_the_metric_reports_its_use() -> None:
    errors([("Ann", 0, 1)], [])
    assert os.environ["PYANNOTE_METRICS_ENABLED"] == "0"
