"""Transcripts to edit, and people who edit them without a plan."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from desktop_app.core.editing import turn_acts, word_acts
from desktop_app.core.editing.rewriting import rewrite
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.pipeline.edits import FullPass, Regroup
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.machine import MachineTranscript, Maker
from desktop_app.core.project.values import Facts, Recording
from desktop_app.core.transcript.edits import Edit, History, MergeSpeakers, RenameSpeaker
from desktop_app.core.transcript.values import AudioSource, EngineUse, Mark, Span, Speaker, Transcript, Turn, Word

FACTS = Facts(Recording("Harbour talk", datetime(2026, 11, 25, 14, 3, 12, tzinfo=UTC), tags=("harbour",)))
State = tuple[History, Transcript]


def talk(turns: int = 6, *, words: int = 4, speakers: int = 3) -> Transcript:
    """A transcript of so many turns, each of so many words."""
    return Transcript(
        audio=AudioSource("/sounds/talk.wav", turns * words * 300, 16_000, 1),
        speakers=tuple(Speaker(f"S{number}", f"Speaker {number}", number - 1) for number in range(1, speakers + 1)),
        turns=tuple(_turn(number, words, speakers) for number in range(turns)),
        engines=(EngineUse("asr", "moonshine-base", "cpu"),),
        language="en",
        warnings=("Part of it was quiet.",),
    )


def made(transcript: Transcript | None = None, maker: Maker = Maker.JOB) -> MachineTranscript:
    """A transcript as a job made it."""
    return MachineTranscript(transcript or talk(), JobOptions(max_speakers=3), maker)


def changes(seed: int, transcript: Transcript, count: int, *, is_draft: bool = False) -> Iterator[State]:
    """The edits and the transcript after each of `count` things that somebody does to a transcript."""
    chance = random.Random(seed)
    state: State = (History(), transcript)
    for number in range(count):
        state = _changed(chance, number, *state, is_draft=is_draft)
        yield state


def renamed(state: State, name: str) -> State:
    """After its first speaker has got another name."""
    history, transcript = state
    first = transcript.speakers[0]
    return history.do(RenameSpeaker(first.id, first.name, name), transcript)


def _changed(chance: random.Random, number: int, history: History, transcript: Transcript, *, is_draft: bool) -> State:
    what = chance.random()
    if what < 0.2:
        return history.undo(transcript)
    if what < 0.35:
        return history.redo(transcript)
    if what < 0.45 and history.done:
        history, transcript = History(history.done[:-1]), history.done[-1].revert(transcript)
    return history.do(_edit(chance, number, transcript, is_draft=is_draft), transcript)


def _edit(chance: random.Random, number: int, transcript: Transcript, *, is_draft: bool) -> Edit:
    what = chance.random()
    if what < 0.25 and len(transcript.speakers) > 1:
        kept, gone = chance.sample(transcript.speakers, 2)
        return MergeSpeakers.of(transcript, kept=kept.id, gone=gone.id)
    if what < 0.5:
        return _regroup(chance, number, transcript)
    if what < 0.6 and is_draft:
        return FullPass(transcript, talk(5, speakers=4), JobOptions(sensitivity=chance.random()))
    if what < 0.8 and (edit := _text_edit(chance, number, transcript)) is not None:
        return edit
    speaker = chance.choice(transcript.speakers)
    return RenameSpeaker(speaker.id, speaker.name, f"Ann\ud800 “{number}” 安娜")


def _text_edit(chance: random.Random, number: int, transcript: Transcript) -> Edit | None:
    turn = chance.randrange(len(transcript.turns))
    words = transcript.turns[turn].words
    match number % 4:
        case 0:
            return rewrite(transcript, [turn], [" ".join([*(word.text for word in words[1:]), f"typed{number}"])])
        case 1:
            return turn_acts.split(transcript, turn, len(words) // 2)
        case 2:
            return turn_acts.give_to_new_speaker(transcript, WordStretch.of_turn(transcript, turn))
    return word_acts.mark(transcript, WordStretch.of_turn(transcript, turn), Mark.OFF_RECORD)


def _regroup(chance: random.Random, number: int, transcript: Transcript) -> Regroup:
    speakers = tuple(Speaker(f"S{each}", f"Speaker {each}", each) for each in range(1, chance.randint(2, 5)))
    turns = tuple(
        replace(turn, speaker=chance.choice(speakers).id, margin=chance.random()) for turn in transcript.turns
    )
    old, new = JobOptions(), JobOptions(max_speakers=len(speakers), sensitivity=chance.random())
    return Regroup(transcript.speakers, transcript.turns, speakers, turns, old, new, number)


def _turn(number: int, words: int, speakers: int) -> Turn:
    start_ms = number * words * 300
    spoken = tuple(
        Word(f"word{number}.{each}", start_ms + each * 300, start_ms + each * 300 + 250, 1 / (each + 3), each % 2 == 0)
        for each in range(words)
    )
    end_ms = start_ms + words * 300
    return Turn(f"S{number % speakers + 1}", start_ms, end_ms, spoken, (Span(start_ms, end_ms),), 0.1 * number)
