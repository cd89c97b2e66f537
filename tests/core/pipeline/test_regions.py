from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from desktop_app.core.audio.quiet_points import quietest_ms
from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.pipeline.regions import MAX_PAUSE_MS, Region, cut_regions

MAX_MS = 2000
RECORDING = (0.1 * np.random.default_rng(2).standard_normal(16 * 60_000)).astype(np.float32)


def spans(regions: list[Region]) -> list[tuple[int, int, int]]:
    return [(region.speaker, region.start_ms, region.end_ms) for region in regions]


def quiet_at(at_ms: int, length_ms: int) -> NDArray[np.float32]:
    samples = RECORDING[: length_ms * 16].copy()
    samples[(at_ms - 50) * 16 : (at_ms + 50) * 16] = 0
    return samples


@st.composite
def exclusive_timelines(draw: st.DrawFn) -> list[Segment]:
    segments, at_ms = [], 0
    for _ in range(draw(st.integers(0, 8))):
        start_ms = at_ms + draw(st.integers(0, 2500))
        at_ms = start_ms + draw(st.integers(1, 5000))
        segments.append(Segment(draw(st.integers(0, 2)), start_ms, at_ms))
    return segments


def test_a_pause_of_more_than_a_second_and_a_half_begins_a_region() -> None:
    near = [Segment(0, 0, 1000), Segment(0, 1000 + MAX_PAUSE_MS, 3000)]
    far = [Segment(0, 0, 1000), Segment(0, 1001 + MAX_PAUSE_MS, 3000)]
    assert spans(cut_regions(near, RECORDING, max_ms=20_000)) == [(0, 0, 3000)]
    assert spans(cut_regions(far, RECORDING, max_ms=20_000)) == [(0, 0, 1000), (0, 2501, 3000)]


def test_a_change_of_speaker_begins_a_region() -> None:
    exclusive = [Segment(0, 0, 1000), Segment(1, 1000, 2000), Segment(0, 2000, 3000)]
    assert spans(cut_regions(exclusive, RECORDING, max_ms=20_000)) == [(0, 0, 1000), (1, 1000, 2000), (0, 2000, 3000)]


def test_what_is_too_long_is_cut_at_its_longest_pause() -> None:
    exclusive = [Segment(0, 0, 900), Segment(0, 1000, 1300), Segment(0, 1600, 2400)]
    assert spans(cut_regions(exclusive, RECORDING, max_ms=MAX_MS)) == [(0, 0, 1300), (0, 1600, 2400)]


def test_a_pause_near_the_edge_leaves_no_scrap_where_there_is_another() -> None:
    exclusive = [Segment(0, 0, 100), Segment(0, 600, 1200), Segment(0, 1300, 2400)]
    assert spans(cut_regions(exclusive, RECORDING, max_ms=MAX_MS)) == [(0, 0, 1200), (0, 1300, 2400)]


def test_speech_without_a_pause_is_cut_where_it_is_quietest() -> None:
    first, second = cut_regions([Segment(0, 0, 3000)], quiet_at(1300, 3000), max_ms=MAX_MS)
    assert first.end_ms == second.start_ms == pytest.approx(1300, abs=50)


def test_a_region_is_as_certain_as_its_least_certain_segment() -> None:
    exclusive = [Segment(0, 0, 500, 0.4), Segment(0, 600, 900), Segment(0, 1000, 1500, 0.1)]
    (region,) = cut_regions(exclusive, RECORDING, max_ms=MAX_MS)
    assert region.margin == 0.1
    assert Region((Segment(0, 0, 10),)).margin is None


@settings(deadline=None)
@given(exclusive_timelines())
def test_regions_are_in_order_and_none_is_too_long(exclusive: list[Segment]) -> None:
    regions = cut_regions(exclusive, RECORDING, max_ms=MAX_MS)
    assert all(0 < region.end_ms - region.start_ms <= MAX_MS for region in regions)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(regions))


@settings(deadline=None)
@given(exclusive_timelines())
def test_no_speech_is_lost_and_none_changes_its_speaker(exclusive: list[Segment]) -> None:
    def spoken(segments: list[Segment]) -> list[tuple[int, int, int]]:
        """Stretches (speaker, start, end), those that touch made one."""
        joined: list[tuple[int, int, int]] = []
        for one in segments:
            if joined and joined[-1][0] == one.speaker and joined[-1][2] == one.start_ms:
                joined[-1] = (one.speaker, joined[-1][1], one.end_ms)
            else:
                joined.append((one.speaker, one.start_ms, one.end_ms))
        return joined

    regions = cut_regions(exclusive, RECORDING, max_ms=MAX_MS)
    assert all(segment.speaker == region.speaker for region in regions for segment in region.segments)
    assert spoken([segment for region in regions for segment in region.segments]) == spoken(exclusive)


def test_the_quietest_moment_is_looked_for_between_the_two_times_only() -> None:
    samples = quiet_at(1300, 3000)
    assert quietest_ms(samples, 0, 3000) == pytest.approx(1300, abs=50)
    assert 1500 <= quietest_ms(samples, 1500, 3000) < 3000
