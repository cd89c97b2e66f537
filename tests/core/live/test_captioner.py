"""Captions of scripted conversations: what is promised holds whatever is said, in whatever blocks."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Any, ParamSpec, TypeVar

import numpy as np
import pytest
from asr.scripted_recogniser import ScriptedRecogniser
from diarization.scripted_segmenter import voices
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from desktop_app.core.asr.live_recogniser import LiveRecogniser, live_recogniser
from desktop_app.core.asr.recogniser import AnyRecogniser
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.live.captioner import Captioner
from desktop_app.core.live.events import (
    CaptionEvent,
    Final,
    Partial,
    RecogniserChanged,
    Revision,
    SpeakerFound,
    VoicesHeard,
)
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.transcript.values import AudioSource, EngineUse, Word
from live.scripted_engines import (
    ParakeetLike,
    assert_contract,
    finals,
    said,
    scripted_engines,
    speakers_in_the_end,
)

DIALOGUE = voices(16.0, (0, 0.5, 3.5), (1, 4.2, 7.2), (0, 8.0, 11.0), (1, 12.0, 15.0))
SPOKEN = st.tuples(st.integers(0, 2), st.floats(0.05, 2.5), st.floats(0.05, 9.0))

P = ParamSpec("P")
T = TypeVar("T")


def conversation(spoken: list[tuple[int, float, float]]) -> NDArray[np.float32]:
    """Voices one after the other: (voice, silence before in seconds, how long it speaks)."""
    script, at_s = [], 0.0
    for voice, pause_s, length_s in spoken:
        script.append((voice, at_s + pause_s, at_s + pause_s + length_s))
        at_s += pause_s + length_s
    return voices(at_s + 0.3, *script)


class Mute(ScriptedRecogniser):
    """Takes back what it heard: it understands what is short, and nothing that is longer."""

    def recognise(self, samples: NDArray[np.float32]) -> tuple[Word, ...]:
        return super().recognise(samples) if len(samples) < 1.5 * SAMPLE_RATE_HZ else ()


@settings(max_examples=25, deadline=None)
@given(
    spoken=st.lists(SPOKEN, min_size=1, max_size=8),
    sizes=st.lists(st.integers(1, 40_000), min_size=1, max_size=5).filter(lambda sizes: sum(sizes) > 400 * len(sizes)),
    recogniser=st.sampled_from([ScriptedRecogniser, ParakeetLike, Mute]),
)
def test_every_word_shown_is_settled_or_withdrawn_whatever_is_said(
    spoken: list[tuple[int, float, float]], sizes: list[int], recogniser: type[AnyRecogniser]
) -> None:
    captioner = Captioner(scripted_engines(recogniser()))
    events = said(captioner, conversation(spoken), *sizes)
    assert_contract(events)
    turns = captioner.draft(AudioSource("talk.wav", 1000, SAMPLE_RATE_HZ, 1)).turns
    assert sum(bool(turn.words) for turn in turns) == sum(bool(final.words) for final in finals(events))


@pytest.mark.parametrize("recogniser", [ScriptedRecogniser, ParakeetLike])
def test_turns_have_their_words_and_their_speakers(recogniser: type[AnyRecogniser]) -> None:
    events = said(Captioner(scripted_engines(recogniser())), DIALOGUE)
    settled = finals(events)
    assert len(settled) == 4
    assert all(5 <= len(final.words) <= 7 for final in settled)
    assert [round(final.start_ms, -2) for final in settled] == [500, 4200, 8000, 12_000]
    assert list(speakers_in_the_end(events).values()) == ["S1", "S2", "S1", "S2"]


@pytest.mark.parametrize("recogniser", [ScriptedRecogniser, ParakeetLike])
def test_an_utterance_of_two_speakers_becomes_two_turns_of_which_the_first_keeps_its_number(
    recogniser: type[AnyRecogniser],
) -> None:
    talk = voices(22.0, (0, 0.5, 4.5), (1, 5.5, 9.5), (0, 11.0, 14.0), (1, 14.0, 17.0))
    events = said(Captioner(scripted_engines(recogniser())), talk)
    assert_contract(events)
    first, second = finals(events)[-2:]
    assert (first.speaker, second.speaker) == ("S1", "S2")
    assert abs(first.end_ms - 14_000) < 300
    assert first.end_ms == second.start_ms
    shown = [event.turn for event in events if isinstance(event, Partial)]
    assert first.turn in shown


def test_who_begins_under_anothers_words_has_a_turn_from_there_on_and_keeps_it() -> None:
    captioner = Captioner(scripted_engines())
    events = said(captioner, voices(22.0, (0, 0.5, 4.5), (1, 5.5, 9.5), (0, 11.0, 15.0), (1, 13.5, 18.0)))
    assert_contract(events)
    first, second = finals(events)[-2:]
    assert [round(second.start_ms, -2), round(first.end_ms, -2)] == [13_500, 15_000]
    assert list(speakers_in_the_end(events).values())[-2:] == ["S1", "S2"]
    drafted = captioner.draft(AudioSource("talk.wav", 22_000, SAMPLE_RATE_HZ, 1)).turns[-2:]
    assert [(turn.speaker, turn.overlap) for turn in drafted] == [("S1", True), ("S2", True)]


def test_a_turn_is_settled_while_whoever_took_the_floor_without_a_pause_still_speaks() -> None:
    captioner = Captioner(scripted_engines())
    talk = voices(22.0, (0, 0.5, 4.5), (1, 5.5, 9.5), (0, 11.0, 14.0), (1, 14.0, 19.0))
    events = [event for at in range(0, 18 * SAMPLE_RATE_HZ, 1600) for event in captioner.hear(talk[at : at + 1600])]
    taken = finals(events)[-1]
    assert taken.speaker == "S1"
    assert 13_700 <= taken.end_ms <= 14_300
    assert taken.at_ms <= 16_500


def test_a_single_word_is_shown_at_once_and_settled_without_waiting_for_the_next() -> None:
    captioner = Captioner(scripted_engines())
    talk = voices(5.0, (0, 1.0, 1.6))
    heard, first, settled = 0, None, None
    for at in range(0, len(talk), 1600):
        heard += 100
        for event in captioner.hear(talk[at : at + 1600]):
            if isinstance(event, Partial) and first is None and event.text:
                first = heard
            if isinstance(event, Final):
                settled = heard
    assert first is not None
    assert first <= 2200
    assert settled is not None
    assert settled <= 4200


def test_what_turns_out_to_be_no_words_is_withdrawn() -> None:
    events = said(Captioner(scripted_engines(Mute())), voices(6.0, (0, 1.0, 4.0)))
    assert_contract(events)
    (withdrawn,) = finals(events)
    assert withdrawn.words == ()
    assert any(isinstance(event, Partial) and event.text for event in events)


def test_silence_says_nothing() -> None:
    captioner = Captioner(scripted_engines())
    assert said(captioner, np.zeros(10 * SAMPLE_RATE_HZ, np.float32)) == []
    assert captioner.draft(AudioSource("talk.wav", 10_000, SAMPLE_RATE_HZ, 1)).turns == ()
    assert Captioner(scripted_engines()).finish() == []


def test_utterances_are_the_same_in_whatever_blocks_the_sound_comes() -> None:
    def spans(*sizes: int) -> set[tuple[int, int]]:
        return {
            (final.start_ms, final.end_ms) for final in finals(said(Captioner(scripted_engines()), DIALOGUE, *sizes))
        }

    assert spans(1600) == spans(777, 16_000) == spans(32_000)


def test_a_voice_is_told_before_it_is_named_and_turns_that_were_unsure_are_revised() -> None:
    events = said(Captioner(scripted_engines()), DIALOGUE)
    assert [event.speaker.name for event in events if isinstance(event, SpeakerFound)] == ["Speaker 1", "Speaker 2"]
    unsure = [final.turn for final in finals(events) if final.speaker is None]
    assert {event.turn for event in events if isinstance(event, Revision)} >= set(unsure)


def test_a_name_that_is_given_meanwhile_stands_in_the_draft() -> None:
    captioner = Captioner(scripted_engines())
    half = len(DIALOGUE) // 2
    for at in range(0, half, 1600):
        captioner.hear(DIALOGUE[at : min(at + 1600, half)])
    captioner.name("S1", "Ada")
    for at in range(half, len(DIALOGUE), 1600):
        captioner.hear(DIALOGUE[at : at + 1600])
    captioner.finish()
    draft = captioner.draft(AudioSource("talk.wav", 16_000, SAMPLE_RATE_HZ, 1))
    assert draft.speakers[0].name == "Ada"
    assert [turn.speaker for turn in draft.turns] == ["S1", "S2", "S1", "S2"]
    assert [use.role for use in draft.engines] == ["segmentation", "embedding", "asr"]
    assert draft.language == "en"


def test_with_the_diarizer_in_a_thread_of_its_own_nothing_is_lost() -> None:
    with ThreadPoolExecutor(1) as executor:
        events = said(Captioner(scripted_engines(), executor=executor), DIALOGUE)
    assert_contract(events)
    assert sum(len(final.words) for final in finals(events)) >= 20
    assert list(speakers_in_the_end(events).values()) == ["S1", "S2", "S1", "S2"]


class Stalled(ThreadPoolExecutor):
    """Does nothing until it is let go."""

    def __init__(self) -> None:
        super().__init__(1)
        self.waiting: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, work: Callable[P, T], /, *args: P.args, **more: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        self.waiting.append((future, partial(work, *args, **more)))
        return future

    def let_go(self) -> None:
        for future, work in self.waiting:
            future.set_result(work())
        self.waiting.clear()


def test_a_diarizer_that_stalls_holds_back_speakers_but_no_words() -> None:
    executor = Stalled()
    captioner = Captioner(scripted_engines(), executor=executor)
    events = [event for at in range(0, len(DIALOGUE), 1600) for event in captioner.hear(DIALOGUE[at : at + 1600])]
    assert len({event.turn for event in events if isinstance(event, Partial)}) == 4
    assert not finals(events)
    assert len(executor.waiting) == 1
    executor.let_go()
    for _ in range(2):
        events += captioner.hear(np.zeros(1600, np.float32))
        executor.let_go()
    events += captioner.hear(np.zeros(0, np.float32))
    assert len(finals(events)) >= 3
    executor.let_go()
    events += captioner.finish()
    assert_contract(events)
    assert list(speakers_in_the_end(events).values()) == ["S1", "S2", "S1", "S2"]


def test_captions_that_lag_skip_partials_and_settle_everything_all_the_same() -> None:
    recorded_ms = 60_000
    captioner = Captioner(scripted_engines(), recorded_ms=lambda: recorded_ms)
    events = said(captioner, DIALOGUE, 16_000)
    assert_contract(events)
    assert all(event.at_ms == recorded_ms for event in events)
    assert sum(isinstance(event, Partial) for event in events) == 4
    assert sum(len(final.words) for final in finals(events)) >= 20


def test_what_was_settled_long_ago_is_not_kept() -> None:
    captioner = Captioner(scripted_engines(ParakeetLike()))
    for _ in range(5):
        for at in range(0, len(DIALOGUE), 8000):
            captioner.hear(DIALOGUE[at : at + 8000])
    assert captioner.kept_s < 45


def test_it_tells_how_each_speaker_sounds_once_enough_was_heard() -> None:
    events = said(Captioner(scripted_engines()), DIALOGUE)
    heard = [event for event in events if isinstance(event, VoicesHeard)]
    assert set(heard[-1].centroids) == {"S1", "S2"}
    first, second = heard[-1].centroids["S1"], heard[-1].centroids["S2"]
    assert np.linalg.norm(first) == pytest.approx(1, abs=1e-5)
    assert first @ second < 0.5
    known = [event.speaker.id for event in events[: events.index(heard[0])] if isinstance(event, SpeakerFound)]
    assert set(heard[0].centroids) <= set(known), "only who was told of before"


class Falling:
    """A recording that captions of a slow recogniser fall ever further behind: each pass takes as long as ten seconds
    of it. It is its own clock, and how much was recorded."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def clock(self) -> float:
        return self.now_s

    def recorded_ms(self) -> int:
        return int(self.now_s * 1000)


class Slow(ParakeetLike):
    """Takes ten seconds for whatever it hears."""

    def __init__(self, recording: Falling) -> None:
        super().__init__()
        self.use = EngineUse("asr", "Slow", "cpu", "0" * 64)
        self._recording = recording

    def recognise_recording(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401  as the scripted one's
        self._recording.now_s += 10
        return super().recognise_recording(*given, **named)


def slow_captions(quicker: Callable[[], LiveRecogniser]) -> tuple[Captioner, list[CaptionEvent]]:
    """Those of a long talk, and how they ended."""
    recording = Falling()
    engines = replace(scripted_engines(Slow(recording)), quicker=quicker)
    captioner = Captioner(engines, recorded_ms=recording.recorded_ms, clock=recording.clock)
    events: list[CaptionEvent] = []
    talk = np.tile(DIALOGUE, 6)
    for at in range(0, len(talk), 8000):
        recording.now_s += 0.5
        events += captioner.hear(talk[at : at + 8000])
    return captioner, events + captioner.finish()


def test_where_a_recogniser_cannot_keep_up_a_quicker_one_goes_on_and_it_is_told_once() -> None:
    captioner, events = slow_captions(lambda: live_recogniser(ScriptedRecogniser()))
    assert_contract([event for event in events if not isinstance(event, RecogniserChanged)])
    (changed,) = (event for event in events if isinstance(event, RecogniserChanged))
    assert changed.text.startswith("Slow could not keep up with the recording: ")
    draft = captioner.draft(AudioSource("talk.wav", 96_000, SAMPLE_RATE_HZ, 1))
    assert changed.text in draft.warnings
    assert [engine.name for engine in draft.engines if engine.role == "asr"] == ["Slow", ScriptedRecogniser().use.name]
    assert len(finals(events)) == 24


def test_where_the_quicker_one_does_not_load_the_slow_one_goes_on() -> None:
    def missing() -> LiveRecogniser:
        raise ModelUnavailable("Moonshine", "it is missing", "")

    captioner, events = slow_captions(missing)
    assert not any(isinstance(event, RecogniserChanged) for event in events)
    assert len(finals(events)) == 24
    assert captioner.draft(AudioSource("talk.wav", 96_000, SAMPLE_RATE_HZ, 1)).warnings == ()
