"""The timeline of a picture: speech as one path for each speaker, and the times at its foot."""

from collections.abc import Iterator, Sequence

from desktop_app.core.transcript.values import Span

_STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400)
_MOST_TICKS = 8
_THINNEST_PX = 1.0
_CLOSEST_PX = 0.4
"""Stretches nearer than this are drawn as one: nobody sees the gap, and hours stay a small file."""


def time_ticks(length_ms: int) -> range:
    """Round times in ms from 0 on, at most nine of them; only 0 where the recording has no length."""
    step_s = next((step for step in _STEPS_S if length_ms <= step * 1000 * _MOST_TICKS), 0)
    return range(0, length_ms + 1, 1000 * (step_s or -(-length_ms // (1000 * _MOST_TICKS))))


def lane_path(spans: Sequence[Span], *, left_px: float, top_px: float, high_px: float, scale: float) -> str:
    """A path with a box for each stretch, '' without any. spans: ordered, disjoint. scale: px for each ms."""
    boxes = _boxes([(left_px + span.start_ms * scale, left_px + span.end_ms * scale) for span in spans])
    return "".join(
        f"M{start:.1f} {top_px:g}H{max(end, start + _THINNEST_PX):.1f}V{top_px + high_px:g}H{start:.1f}Z"
        for start, end in boxes
    )


def _boxes(stretches: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    if not stretches:
        return
    first, last = stretches[0]
    for start, end in stretches[1:]:
        if start - last < _CLOSEST_PX:
            last = max(last, end)
        else:
            yield first, last
            first, last = start, end
    yield first, last
