from desktop_app.core.diarization.live_timeline import LiveSegment
from desktop_app.core.diarization.online.segments import LiveSegments, joined, live_segments


def segments(*told: tuple[int, int, str | None]) -> tuple[LiveSegment, ...]:
    return tuple(LiveSegment(*each) for each in told)


def test_nothing_heard_has_no_segments() -> None:
    assert live_segments([], [], 1000) == LiveSegments()


def test_what_is_new_is_told_from_where_its_speaker_was_settled() -> None:
    settled = LiveSegments(segments((0, 900, "S1"), (600, 2000, "S2")), segments((0, 900, "S1"), (900, 2000, "S2")))
    recent = LiveSegments(
        segments((800, 1500, "S1"), (1800, 3000, "S2"), (2500, 2700, None)),
        segments((800, 1500, "S1"), (1500, 3000, "S2")),
    )
    now = joined(settled, recent)
    assert now.full == segments(
        (0, 900, "S1"), (600, 2000, "S2"), (900, 1500, "S1"), (2000, 3000, "S2"), (2500, 2700, None)
    )
    assert now.exclusive == segments((0, 900, "S1"), (900, 2000, "S2"), (2000, 3000, "S2"))


def test_what_is_settled_twice_is_told_once() -> None:
    settled = LiveSegments(segments((0, 900, "S1")), segments((0, 900, "S1")))
    assert joined(settled, settled) == settled


def test_the_full_timeline_is_ordered_by_start() -> None:
    settled = LiveSegments(segments((0, 500, "S1"), (700, 900, "S1")), segments((0, 500, "S1"), (700, 900, "S1")))
    recent = LiveSegments(segments((600, 1200, "S2")), segments((600, 1200, "S2")))
    assert [each.start_ms for each in joined(settled, recent).full] == [0, 600, 700]
