"""A fixed task of correction: a talk made of conversations whose truth is known, with twenty named errors in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.core.editing.rewriting import rewrite
from desktop_app.core.editing.turn_acts import WordStretch, give_to_new_speaker, give_turns, join_turns, split
from desktop_app.core.transcript.edits import Edit, RenameSpeaker
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

NAMES = ("Anna", "Ben", "Clara")
MISHEARD = ("harbor", "mosly", "weather", "wonted", "bury", "knew", "allowed", "rights")
_BETWEEN_MS = 500


@dataclass(frozen=True, slots=True)
class Task:
    """right: the truth; wrong: the same with all errors; the rest say where the errors are, by the turns of `wrong`.

    words: turn, word, and what it should be. speakers: turn and the right speaker's id. merged: turn, the word from
    which on somebody else speaks, and who. torn: turns that go on the one before. split_speaker: a turn of a speaker
    who is somebody else, and that one's id. names: a turn of each speaker, the name to be given.
    """

    right: Transcript
    wrong: Transcript
    words: tuple[tuple[int, int, str], ...]
    speakers: tuple[tuple[int, str], ...]
    merged: tuple[tuple[int, int, str], ...]
    torn: tuple[int, ...]
    split_speaker: tuple[int, str]
    names: tuple[tuple[int, str], ...]


def make_task(conversations: Path) -> Task:
    """The task, always the same for the same conversations (NAME.stm each)."""
    right = _truth(conversations)
    wrong = _unnamed(right)
    torn_from, merged_from, given, misheard = (2, 9), (13, 20), (5, 16, 24, 28), (1, 4, 7, 12, 18, 23, 27, 31)
    other = {each.id: right.speakers[(place + 1) % len(right.speakers)].id for place, each in enumerate(right.speakers)}
    words = []
    for turn, text in zip(misheard, MISHEARD, strict=True):
        said = [word.text for word in wrong.turns[turn].words]
        words.append((turn, 1, said[1]))
        wrong = _after(wrong, rewrite(wrong, [turn], [" ".join([said[0], text, *said[2:]])]))
    speakers = [(turn, wrong.turns[turn].speaker) for turn in given]
    for turn in given:
        wrong = _after(wrong, give_turns(wrong, [turn], other[wrong.turns[turn].speaker]))
    lost = wrong.turns[33].speaker
    wrong = _after(wrong, give_to_new_speaker(wrong, WordStretch.of_turn(wrong, 33)))
    merged, torn = [], []
    for turn in sorted((*merged_from, *torn_from), reverse=True):
        if turn in merged_from:
            merged.append((turn, len(wrong.turns[turn].words), wrong.turns[turn + 1].speaker))
            wrong = _after(wrong, join_turns(wrong, [turn, turn + 1]))
        else:
            torn.append(turn + 1)
            wrong = _after(wrong, split(wrong, turn, 2))
    moved = _Moved(wrong, right)
    return Task(
        right,
        wrong,
        tuple((moved.place(turn), word, text) for turn, word, text in words),
        tuple((moved.place(turn), who) for turn, who in speakers),
        tuple((moved.place(turn), word, who) for turn, word, who in merged),
        tuple(moved.place(turn - 1) + 1 for turn in torn),
        (moved.place(33), lost),
        tuple((moved.first_of(each.id), each.name) for each in right.speakers),
    )


class _Moved:
    """Where the turns of the truth are in the wrong transcript: by their times, which no error changes."""

    def __init__(self, wrong: Transcript, right: Transcript) -> None:
        self._wrong, self._right = wrong, right

    def place(self, turn: int) -> int:
        """The place of a turn, or of the one that it was joined to."""
        start_ms = self._right.turns[turn].start_ms
        return max(at for at, each in enumerate(self._wrong.turns) if each.start_ms <= start_ms)

    def first_of(self, speaker: str) -> int:
        """The first turn that is this speaker's."""
        return next(at for at, each in enumerate(self._wrong.turns) if each.speaker == speaker)


def _after(transcript: Transcript, edit: Edit | None) -> Transcript:
    if edit is None:
        raise ValueError("an error that changes nothing")
    return edit.apply(transcript)


def _truth(folder: Path) -> Transcript:
    turns = list(_turns(sorted(folder.glob("*.stm"))))
    speakers = tuple(Speaker(f"S{number}", name, number - 1) for number, name in enumerate(NAMES, 1))
    return Transcript(AudioSource("talk.wav", turns[-1].end_ms + 1000), speakers, tuple(turns))


def _turns(files: Sequence[Path]) -> Iterator[Turn]:
    """One after the other, of three people in turn, so that neighbours are always two."""
    start_ms = number = 0
    for line in (line for file in files for line in file.read_text(encoding="utf-8").splitlines()):
        *_, begin, end, text = line.split(maxsplit=5)
        length_ms = round((float(end) - float(begin)) * 1000)
        said = text.split()
        if len(said) < 4:
            continue
        borders = [start_ms + length_ms * at // len(said) for at in range(len(said) + 1)]
        words = tuple(Word(each, borders[at], borders[at + 1] - 1, 0.9) for at, each in enumerate(said))
        end_ms = start_ms + length_ms
        yield Turn(f"S{number % len(NAMES) + 1}", start_ms, end_ms, words, (Span(start_ms, end_ms),), 0.3)
        start_ms, number = end_ms + _BETWEEN_MS, number + 1


def _unnamed(transcript: Transcript) -> Transcript:
    for number, speaker in enumerate(transcript.speakers, 1):
        transcript = RenameSpeaker(speaker.id, speaker.name, f"Speaker {number}").apply(transcript)
    return replace(transcript)
