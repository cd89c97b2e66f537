"""Everybody who was a speaker at any time, by the newest name."""

from desktop_app.core.editing.turn_edits import Act, Several
from desktop_app.core.pipeline.edits import Regroup
from desktop_app.core.pipeline.known_so_far import known_so_far, named
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.transcript.edits import Edit, History, MergeSpeakers, RenameSpeaker
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

ANNA, BEN, CLEO = (Speaker(f"S{number}", f"Speaker {number}", number - 1) for number in (1, 2, 3))


def turn(speaker: Speaker, start_ms: int) -> Turn:
    end_ms = start_ms + 1000
    return Turn(speaker.id, start_ms, end_ms, (Word("yes", start_ms, end_ms),), (Span(start_ms, end_ms),))


BASE = Transcript(AudioSource("a.wav", 10_000), (ANNA, BEN), (turn(ANNA, 0), turn(BEN, 2000)))
OTHERS = Regroup(
    BASE.speakers,
    BASE.turns,
    (ANNA, CLEO),
    (turn(ANNA, 0), turn(CLEO, 2000)),
    JobOptions(),
    JobOptions(max_speakers=2),
    gesture=1,
)


def names(base: Transcript, *done: Edit, undone: tuple[Edit, ...] = ()) -> dict[str, str]:
    known = known_so_far(base, History(done, undone))
    return {id_: each.speaker.name for id_, each in known.items()}


def test_whoever_was_found_once_is_known() -> None:
    assert names(BASE, OTHERS) == {"S1": "Speaker 1", "S2": "Speaker 2", "S3": "Speaker 3"}


def test_who_is_in_no_grouping_any_more_keeps_the_name_given_then() -> None:
    assert names(BASE, RenameSpeaker("S2", "Speaker 2", "Ben"), OTHERS)["S2"] == "Ben"


def test_an_undone_grouping_is_known_and_an_undone_name_is_not() -> None:
    rename = RenameSpeaker("S1", "Speaker 1", "Anna")
    assert names(BASE, undone=(rename, OTHERS)) == {"S1": "Speaker 1", "S2": "Speaker 2", "S3": "Speaker 3"}


def test_two_who_were_made_one_are_one_until_that_is_undone() -> None:
    made_one = MergeSpeakers.of(BASE, kept="S1", gone="S2")
    (known,) = known_so_far(BASE, History((made_one,))).values()
    assert known.speech == (Span(0, 1000), Span(2000, 3000))
    assert names(BASE, undone=(made_one,)) == {"S1": "Speaker 1", "S2": "Speaker 2"}


def test_a_name_that_was_given_among_other_things_is_no_number_to_be_closed_up() -> None:
    rename = RenameSpeaker("S3", "Speaker 3", "Speaker 7")
    history = History((OTHERS, Several(Act.REPLACE, (rename,))))
    found = named((ANNA, CLEO), known_so_far(BASE, history), BASE, history)
    assert [each.name for each in found] == ["Speaker 1", "Speaker 7"]
