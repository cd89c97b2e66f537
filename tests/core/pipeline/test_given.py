"""The words of others with speakers of ours, and the speakers of others with words of ours."""

from pathlib import Path

import numpy as np
import soundfile
from diarization.scripted_segmenter import voices

from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.given_speakers import timeline_of, transcribe_given_speakers
from desktop_app.core.pipeline.given_words import diarize_given_words, words_in_sound
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word
from pipeline.scripted_job import Listener


def said(text: str, start_ms: int, end_ms: int, *, speaker: str = "S1", estimated: bool = False) -> Turn:
    texts = text.split()
    step_ms = (end_ms - start_ms) // len(texts)
    words = tuple(
        Word(word, start_ms + at * step_ms, start_ms + (at + 1) * step_ms, estimated=estimated)
        for at, word in enumerate(texts)
    )
    return Turn(speaker, start_ms, end_ms, words, (Span(start_ms, end_ms),))


def subtitles(*turns: Turn, names: tuple[str, ...] = ("Somebody",)) -> Transcript:
    speakers = tuple(Speaker(f"S{at}", name, at - 1) for at, name in enumerate(names, 1))
    return Transcript(AudioSource("/x/talk.wav", 24_000), speakers, turns, language="de", warnings=("told before",))


def test_words_of_others_get_the_speakers_who_are_heard(talk: Path, scripted: Engines) -> None:
    given = subtitles(
        said("Where was it?", 2000, 5000), said("By the sea.", 8200, 11_000), said("I see.", 15_200, 18_000)
    )
    made = diarize_given_words(talk, given, scripted, JobOptions(), Listener())
    read = made.transcript
    assert [(read.speaker(turn.speaker).name, turn.text) for turn in read.turns] == [
        ("Speaker 1", "Where was it?"),
        ("Speaker 2", "By the sea."),
        ("Speaker 1", "I see."),
    ]
    assert [word for turn in read.turns for word in turn.words] == [word for turn in given.turns for word in turn.words]
    assert (read.audio.file, read.language, read.warnings[-1]) == (str(talk), "de", "told before")
    assert [engine.role for engine in read.engines] == ["segmentation", "embedding"]
    assert made.voices


def test_one_subtitle_of_two_people_becomes_two_turns(talk: Path, scripted: Engines) -> None:
    given = subtitles(said("one two three four five six seven eight nine ten", 2000, 12_000))
    read = diarize_given_words(talk, given, scripted, JobOptions(), Listener()).transcript
    assert [turn.speaker for turn in read.turns if turn.words] == ["S1", "S2"]
    assert " ".join(turn.text for turn in read.turns if turn.words) == given.turns[0].text


def test_where_nobody_is_heard_the_transcript_stays_and_says_so(tmp_path: Path, scripted: Engines) -> None:
    path = tmp_path / "silence.wav"
    soundfile.write(path, np.zeros(16_000 * 12, np.float32), 16_000)
    given = subtitles(said("Where was it?", 2000, 5000))
    read = diarize_given_words(path, given, scripted, JobOptions(), Listener()).transcript
    assert (read.turns, read.speakers) == (given.turns, given.speakers)
    assert read.warnings[-1] == "Nobody is heard in the recording: the speakers are those of the file."


def test_estimated_words_are_looked_for_in_the_sound_and_measured_ones_stay() -> None:
    samples = np.zeros(16_000 * 6, np.float32)
    samples[16_000 * 3 : 16_000 * 4] = np.random.default_rng(1).normal(0, 0.2, 16_000).astype(np.float32)
    turns = (
        said("hello there", 1000, 5000, estimated=True),
        said("measured", 200, 700),
        said("late", 9000, 9500, estimated=True),
    )
    words = words_in_sound(turns, samples, Listener())
    assert [word.text for word in words] == ["measured", "hello", "there", "late"]
    assert (words[0].start_ms, words[0].end_ms, words[0].estimated) == (200, 700, False)
    hello, there = words[1], words[2]
    assert 2700 <= hello.start_ms < hello.end_ms <= there.start_ms < there.end_ms <= 4300
    assert hello.estimated
    assert (words[3].start_ms, words[3].end_ms) == (9000, 9500)


def test_speakers_of_others_get_the_words_that_are_heard(talk: Path, scripted: Engines) -> None:
    turns = (
        Turn("S2", 1000, 6000, (), (Span(1000, 6000),)),
        Turn("S1", 8000, 12_000, (), (Span(8000, 12_000),)),
        Turn("S2", 15_000, 99_000, (), (Span(15_000, 99_000),)),
    )
    given = subtitles(*turns, names=("Anna", "Ben"))
    read = transcribe_given_speakers(talk, given, scripted, JobOptions(), Listener())
    assert [read.speaker(turn.speaker).name for turn in read.turns] == ["Ben", "Anna", "Ben"]
    assert read.turns[0].text.startswith("one two three")
    assert read.turns[-1].end_ms <= 24_000
    assert (read.language, read.warnings) == ("en", ("told before",))
    assert [engine.role for engine in read.engines] == ["asr"]


def test_a_timeline_has_overlaps_and_one_floor() -> None:
    turns = (
        Turn("S1", 0, 5000, (), (Span(0, 3000), Span(2500, 5000))),
        Turn("S2", 4000, 6000, (), (Span(4000, 6000), Span(7000, 7000))),
    )
    found = timeline_of(subtitles(*turns, names=("Anna", "Ben")), 5500)
    assert [(each.speaker, each.start_ms, each.end_ms) for each in found.full] == [(0, 0, 5000), (1, 4000, 5500)]
    assert [(each.speaker, each.start_ms, each.end_ms) for each in found.exclusive] == [(0, 0, 5000), (1, 5000, 5500)]


def test_words_of_subtitles_that_follow_each_other_closely_keep_their_order() -> None:
    spoken = voices(9.0, (0, 0.2, 2.7), (1, 3.2, 5.6), (0, 6.1, 8.8))
    texts = [("one two three no", 0, 3000), ("partly not four", 3000, 6000), ("five six seven", 6000, 9000)]
    turns = [said(*each, estimated=True) for each in texts]
    words = words_in_sound(turns, spoken, Listener())
    assert " ".join(word.text for word in words) == " ".join(text for text, _, _ in texts)
    given = [word.start_ms for turn in turns for word in turn.words]
    assert [word.start_ms for word in words] != given
