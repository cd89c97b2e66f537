from collections.abc import Sequence

import numpy as np
import pytest
from embedding.scripted_embedder import DIMENSION, ScriptedEmbedder
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from desktop_app.core.diarization.live_timeline import LiveSegment
from desktop_app.core.diarization.online.diarizer import OnlineDiarizer
from desktop_app.core.diarization.online.voice_roster import KnownVoice
from desktop_app.core.embedding.chain import alone
from desktop_app.core.embedding.embedder import Clip
from desktop_app.core.embedding.errors import EmbeddingFailed
from desktop_app.core.transcript.values import Speaker
from diarization.online.streams import diarizer, heard, timelines, who
from diarization.scripted_segmenter import ScriptedSegmenter, voices

TWO = voices(30, (0, 1, 5), (1, 6, 12), (0, 13, 17), (1, 17.5, 22), (0, 23, 29))


def test_two_people_are_told_apart_and_numbered_as_they_come() -> None:
    timeline = heard(TWO)
    assert timeline.speakers == (Speaker("S1", "Speaker 1", 0), Speaker("S2", "Speaker 2", 1))
    assert [who(timeline, at_s) for at_s in (3, 9, 15, 20, 26)] == ["S1", "S2", "S1", "S2", "S1"]
    assert [who(timeline, at_s) for at_s in (0.5, 5.5, 12.5, 22.5)] == ["", "", "", ""]
    assert timeline.heard_ms == 30_000


@pytest.mark.parametrize("size", [37, 160, 8000, 31_337, len(TWO)])
def test_the_labels_do_not_hang_on_the_sizes_in_which_the_sound_comes(size: int) -> None:
    assert heard(TWO, size) == heard(TWO, 4000)


def test_what_is_said_at_the_same_time_is_heard_of_both_and_told_of_one() -> None:
    timeline = heard(voices(30, (0, 1, 8), (1, 6, 14), (0, 16, 22), (1, 23, 28)))
    both = [(each.start_ms, each.end_ms, each.speaker) for each in timeline.full if each.end_ms < 15_000]
    assert [(round(start_ms, -2), round(end_ms, -2), speaker) for start_ms, end_ms, speaker in both] == [
        (1000, 8000, "S1"),
        (6000, 14_000, "S2"),
    ]
    assert who(timeline, 7) == "S1"
    assert who(timeline, 9) == "S2"


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 2), st.floats(0.2, 6), st.floats(-0.5, 2)), max_size=8),
    st.lists(st.integers(800, 40_000), min_size=1, max_size=5),
)
def test_segments_are_ordered_disjoint_and_never_beyond_what_was_heard(
    said: list[tuple[int, float, float]], sizes: list[int]
) -> None:
    script, at_s = [], 0.6
    for voice, length_s, pause_s in said:
        script.append((voice, at_s, at_s + length_s))
        at_s = max(0.0, at_s + length_s + pause_s)
    heard_before_ms = 0
    samples = voices(max([end for _, _, end in script], default=0) + 1, *script)
    for timeline in timelines(samples, sizes):
        edges = [edge for each in timeline.exclusive for edge in (each.start_ms, each.end_ms)]
        assert edges == sorted(edges)
        assert all(each.start_ms < each.end_ms for each in timeline.exclusive)
        assert max((each.end_ms for each in timeline.full), default=0) <= timeline.heard_ms
        assert at_work(timeline.full) == at_work(timeline.exclusive)
        for speaker in {each.speaker for each in timeline.full}:
            borders = [
                edge for each in timeline.full if each.speaker == speaker for edge in (each.start_ms, each.end_ms)
            ]
            assert borders == sorted(borders)
        assert timeline.heard_ms >= heard_before_ms
        heard_before_ms = timeline.heard_ms
    assert timeline.heard_ms == len(samples) // 16


def at_work(segments: Sequence[LiveSegment]) -> set[int]:
    """The milliseconds in which anybody speaks."""
    return {ms for each in segments for ms in range(each.start_ms, each.end_ms)}


def test_nobody_is_named_before_two_seconds_of_the_voice_were_heard() -> None:
    for timeline in timelines(voices(8, (0, 1, 8)), [1600]):
        if timeline.heard_ms < 3000:
            assert timeline.speakers == ()
            assert {each.speaker for each in timeline.exclusive} <= {None}
    assert who(timeline, 1.5) == "S1"


def test_a_word_of_somebody_new_stays_unsure_beside_who_is_known() -> None:
    told = list(timelines(voices(14, (0, 1, 8), (1, 9, 10.4)), [8000]))
    during = [timeline for timeline in told[:-1] if timeline.heard_ms > 11_000]
    assert who(during[0], 9.7) is None
    assert all(len(timeline.speakers) == 1 for timeline in during)


def test_at_the_end_every_voice_that_was_told_is_somebody() -> None:
    timeline = heard(voices(14, (0, 1, 8), (1, 9, 10.4)))
    assert [who(timeline, at_s) for at_s in (3, 9.7)] == ["S1", "S2"]


def test_ids_names_and_colours_never_change_hands() -> None:
    script = [(turn % 3, 1 + 3 * turn, 3.6 + 3 * turn) for turn in range(16)]
    seen: tuple[Speaker, ...] = ()
    for timeline in timelines(voices(50, *script), [12_000]):
        assert timeline.speakers[: len(seen)] == seen
        seen = timeline.speakers
    assert len(seen) == 3
    assert [who(timeline, start_s + 1) for _, start_s, _ in script] == ["S1", "S2", "S3"] * 5 + ["S1"]


def test_somebody_who_comes_back_after_a_long_time_is_known_again() -> None:
    script = [(0, 1, 5), *((1, 6 + 5 * turn, 10 + 5 * turn) for turn in range(20)), (0, 120, 124)]
    timeline = heard(voices(126, *script), 16_000)
    assert (who(timeline, 3), who(timeline, 122)) == ("S1", "S1")
    assert len(timeline.speakers) == 2


def test_a_name_is_kept_with_its_colour() -> None:
    listening = diarizer()
    listening.advance(TWO[: 16_000 * 10])
    listening.anchor("S1", "Anna")
    listening.advance(TWO[16_000 * 10 :])
    timeline = listening.finish()
    assert timeline.speakers == (Speaker("S1", "Anna", 0), Speaker("S2", "Speaker 2", 1))
    assert who(timeline, 26) == "S1"


def test_a_voice_known_before_is_told_by_name_when_it_is_first_heard() -> None:
    vector = ScriptedEmbedder().embed([Clip(voices(3, (1, 0, 3)), ((0, 48_000),))])
    listening = diarizer(KnownVoice("Ben", vector))
    *_, timeline = timelines(TWO, [8000], listening)
    names = {speaker.id: speaker.name for speaker in timeline.speakers}
    assert [names[who(timeline, at_s) or ""] for at_s in (3, 9)] == ["Speaker 1", "Ben"]


def test_a_known_voice_that_is_not_heard_is_nobody() -> None:
    other = np.eye(DIMENSION, dtype=np.float32)[[7]]
    *_, timeline = timelines(TWO, [8000], diarizer(KnownVoice("Ben", other)))
    assert [speaker.name for speaker in timeline.speakers] == ["Speaker 1", "Speaker 2"]


class _Deaf(ScriptedEmbedder):
    """Fails at everything."""

    def frames(self, clip: Clip, *, skim: bool = False) -> None:  # type: ignore[override]
        raise EmbeddingFailed("it is deaf")

    def embed(self, clips: object) -> NDArray[np.float32]:
        raise EmbeddingFailed("it is deaf")


def test_speech_that_nothing_can_tell_is_unsure_and_counted() -> None:
    chain = alone(_Deaf())
    *_, timeline = timelines(TWO, [8000], OnlineDiarizer(ScriptedSegmenter(), chain))
    assert {each.speaker for each in timeline.exclusive} == {None}
    assert chain.report().lost > 0
    assert chain.report().fallbacks[0].reason == "it is deaf"


def test_silence_and_nothing_at_all_have_nobody() -> None:
    assert heard(np.zeros(16_000 * 20, np.float32)).full == ()
    assert diarizer().finish().full == ()


def test_what_is_held_of_a_long_stream_is_pieces_alone() -> None:
    listening = diarizer()
    minute = voices(60, *((turn % 2, 5 * turn, 5 * turn + 4) for turn in range(12)))
    held = []
    for _ in range(12):
        for at in range(0, len(minute), 48_000):
            listening.advance(minute[at : at + 48_000])
        held.append(
            (len(listening._steps.sound.samples), len(listening._steps._windows), len(listening._cutter._cut_until))
        )
    sound, windows, tracks = (max(each) for each in zip(*held[1:], strict=True))
    assert sound < 16_000 * 50
    assert windows <= held[1][1] + 1
    assert tracks < 30
    assert len(listening._heard) < 12 * 26
