"""A recogniser that hears a whole recording at once: its words go to who speaks at their time."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.diarization.timeline import Segment, exclusive_timeline
from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.pipeline.words_by_time import speech_spans, turns_by_time
from desktop_app.core.transcript.values import EngineUse, Span, Speaker, Turn, Word
from pipeline.scripted_talks import believe_all


class ByTime:
    """Says the words of its script, block by block."""

    use = EngineUse("asr", "scripted", "cpu")
    language = None
    languages = ("en",)

    def __init__(self, *blocks: Sequence[Word]) -> None:
        self._blocks = blocks
        self.speech: list[Span] = []
        self.vocabulary: Sequence[str] = ()
        self.spoken: str | None = None

    def recognise_recording(
        self,
        samples: NDArray[np.float32],
        speech: Sequence[Span],
        *,
        vocabulary: Sequence[str] = (),
        language: str | None = None,
        on_progress: Callable[[float], None],
    ) -> Iterator[tuple[Word, ...]]:
        self.speech, self.vocabulary, self.spoken = list(speech), vocabulary, language
        for number, block in enumerate(self._blocks, start=1):
            on_progress(number / len(self._blocks))
            yield tuple(block)


class Listener:
    def __init__(self) -> None:
        self.told: list[float] = []
        self.finished: list[Turn] = []

    def progress(self, stage: Stage, fraction: float) -> None:
        assert stage is Stage.TRANSCRIPTION
        self.told.append(fraction)

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        assert [speaker.id for speaker in speakers] == ["S1", "S2"]
        self.finished += turns


def said(text: str, start_ms: int) -> list[Word]:
    return [Word(word, start_ms + 400 * at, start_ms + 400 * at + 300, 0.9) for at, word in enumerate(text.split())]


def talk(*full: tuple[int, int, int]) -> Diarization:
    segments = tuple(Segment(*each) for each in full)
    return Diarization(segments, exclusive_timeline(segments), 2, len(segments), 0)


TWO = talk((0, 1000, 5000), (1, 5200, 8000), (0, 20_000, 24_000))
SOUND = np.zeros(400_000, np.float32)


def test_a_change_of_speaker_between_sentences_begins_a_turn() -> None:
    heard = ByTime([*said("How are you today?", 3000), *said("I am well, thanks.", 5300), *said("Good.", 20_100)])
    turns = turns_by_time(SOUND, TWO, heard, Listener(), vocabulary=(), believe=believe_all)
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("S1", "How are you today?"),
        ("S2", "I am well, thanks."),
        ("S1", "Good."),
    ]
    assert [word.confidence for turn in turns for word in turn.words] == [0.9] * 9
    assert not any(word.estimated for turn in turns for word in turn.words)


def test_the_speech_of_the_timeline_is_all_in_the_turns() -> None:
    heard = ByTime([*said("How are you today?", 3000), *said("I am well, thanks.", 5300), *said("Good.", 20_100)])
    turns = turns_by_time(SOUND, TWO, heard, Listener(), vocabulary=(), believe=believe_all)
    assert [span for turn in turns for span in turn.speech] == [
        Span(1000, 5000),
        Span(5200, 8000),
        Span(20_000, 24_000),
    ]


def test_finished_turns_and_progress_are_told_block_by_block() -> None:
    listener = Listener()
    turns_by_time(
        SOUND,
        TWO,
        ByTime(said("How are you?", 3000), said("Good.", 20_100)),
        listener,
        vocabulary=(),
        believe=believe_all,
    )
    assert [turn.text for turn in listener.finished] == ["How are you?", "Good."]
    assert listener.told == [0.0, 0.5, 1.0, 1.0]


def test_the_recogniser_is_told_where_there_is_speech_and_which_words_to_prefer() -> None:
    heard = ByTime()
    turns_by_time(SOUND, TWO, heard, Listener(), vocabulary=("Diarist",), believe=believe_all)
    assert heard.speech == [Span(1000, 5000), Span(5200, 8000), Span(20_000, 24_000)]
    assert heard.vocabulary == ("Diarist",)


def test_speech_without_words_stays_in_the_transcript() -> None:
    heard = ByTime(said("How are you?", 3000))
    turns = turns_by_time(SOUND, TWO, heard, Listener(), vocabulary=(), believe=believe_all)
    assert [(turn.speaker, turn.text) for turn in turns] == [("S1", "How are you?"), ("S2", ""), ("S1", "")]


def test_where_nobody_speaks_there_are_no_turns() -> None:
    nobody = Diarization((), (), 0, 0, 0)
    assert turns_by_time(SOUND, nobody, ByTime(), ListenerOfNobody(), vocabulary=(), believe=believe_all) == ()


class ListenerOfNobody(Listener):
    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        raise AssertionError("there are none")


def test_speech_of_several_people_at_once_is_one_span() -> None:
    full = [Segment(0, 0, 4000), Segment(1, 3000, 6000), Segment(0, 6000, 7000), Segment(1, 9000, 9500)]
    assert speech_spans(full) == [Span(0, 7000), Span(9000, 9500)]
