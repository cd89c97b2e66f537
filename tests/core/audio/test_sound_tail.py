"""The end of a sound that goes on."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.audio.sound_tail import SoundTail


@given(st.integers(0, 50), st.lists(st.tuples(st.integers(0, 40), st.integers(-2, 60))))
def test_what_is_kept_is_the_newest_in_whatever_blocks_it_came(first: int, steps: list[tuple[int, int]]) -> None:
    everything = np.arange(first + sum(added for added, _ in steps), dtype=np.float32)
    tail, begin, end = SoundTail(everything[:first]), 0, first
    for added, dropped in steps:
        tail.add(everything[end : end + added])
        end += added
        tail.drop(dropped)
        begin = min(end, begin + max(0, dropped))
        assert len(tail) == end - begin
        np.testing.assert_array_equal(tail.samples, everything[begin:end])


@given(st.lists(st.integers(0, 40), min_size=1))
def test_what_was_handed_out_stays_as_it_is(blocks: list[int]) -> None:
    tail, handed_out = SoundTail(np.zeros(3, np.float32)), []
    for number, length in enumerate(blocks):
        tail.add(np.full(length, number, np.float32))
        handed_out.append((tail.samples, tail.samples.copy()))
        tail.drop(length // 2)
    for samples, before in handed_out:
        np.testing.assert_array_equal(samples, before)


def test_its_room_does_not_grow_with_the_stream() -> None:
    tail = SoundTail(np.zeros(0, np.float32))
    for _ in range(1000):
        tail.add(np.zeros(100, np.float32))
        tail.drop(len(tail) - 1000)
    base = tail.samples.base
    assert base is not None
    assert len(base) <= 3000
