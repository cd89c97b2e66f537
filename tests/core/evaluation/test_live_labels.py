from desktop_app.core.diarization.live_timeline import LiveSegment, LiveTimeline
from desktop_app.core.evaluation.live_labels import LabelWatch
from desktop_app.core.evaluation.values import SpokenSpan
from desktop_app.core.transcript.values import Speaker

ANNA, BEN = Speaker("S1", "Speaker 1", 0), Speaker("S2", "Speaker 2", 1)


def timeline(heard_ms: int, *segments: tuple[int, int, str | None]) -> LiveTimeline:
    told = tuple(LiveSegment(*each) for each in segments)
    return LiveTimeline(heard_ms, told, told, (ANNA, BEN))


def test_the_first_label_is_the_one_a_stretch_has_when_it_has_ended() -> None:
    watch = LabelWatch(step_ms=500)
    watch.see(timeline(1000, (0, 1000, "S2")))
    watch.see(timeline(1500, (0, 1200, "S1")))
    labels = watch.finish(timeline(2000, (0, 1200, "S2")))
    assert labels.first == (SpokenSpan("S1", 0, 1200),)
    assert labels.settled == (SpokenSpan("S2", 0, 1200),)


def test_what_overlaps_is_settled_but_never_told_first() -> None:
    told, under = LiveSegment(0, 1000, "S1"), LiveSegment(400, 800, "S2")
    labels = LabelWatch(step_ms=500).finish(LiveTimeline(2000, (told, under), (told,), (ANNA, BEN)))
    assert labels.settled == (SpokenSpan("S1", 0, 1000), SpokenSpan("S2", 400, 800))
    assert labels.first == (SpokenSpan("S1", 0, 1000),)


def test_a_stretch_that_is_nobodys_is_waited_for_but_not_for_long() -> None:
    watch = LabelWatch(step_ms=500)
    watch.see(timeline(2500, (0, 1000, None)))
    watch.see(timeline(2900, (0, 1000, "S1"), (1400, 1600, None)))
    watch.see(timeline(3600, (0, 1000, "S1"), (1400, 1600, None)))
    assert watch.finish(timeline(4000, (0, 1000, "S1"), (1400, 1600, "S2"))).first == (SpokenSpan("S1", 0, 1000),)


def test_a_stretch_told_in_part_is_told_from_there_on() -> None:
    watch = LabelWatch(step_ms=500)
    watch.see(timeline(1500, (0, 1000, "S1")))
    assert watch.finish(timeline(2000, (0, 1900, "S2"))).first == (
        SpokenSpan("S1", 0, 1000),
        SpokenSpan("S2", 1000, 1900),
    )


def test_what_is_somebody_elses_after_ten_seconds_has_changed() -> None:
    watch = LabelWatch(step_ms=500)
    watch.see(timeline(11_000, (0, 6000, "S1")))
    watch.see(timeline(14_000, (0, 3000, "S1"), (3000, 6000, "S2")))
    labels = watch.finish(timeline(14_000, (0, 500, "S2"), (500, 3000, "S1"), (3000, 6000, "S2")))
    assert (labels.told_s, labels.changed_s, labels.switched_s) == (4.0, 0.5, 0.5)


def test_what_was_nobodys_after_ten_seconds_and_then_somebodys_has_changed_too() -> None:
    watch = LabelWatch(step_ms=500)
    watch.see(timeline(12_000, (0, 2000, None)))
    labels = watch.finish(timeline(12_000, (0, 1000, "S1"), (1000, 2000, None)))
    assert (labels.changed_s, labels.switched_s) == (1.0, 0.0)
