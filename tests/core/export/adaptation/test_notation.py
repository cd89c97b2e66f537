"""Overlaps, uncertain words and what is off the record, as signs in the text."""

import pytest

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.adaptation.adapted import adapted
from desktop_app.core.export.registry import FORMATS
from desktop_app.core.transcript.values import Mark, Transcript
from export.adaptation.talks import talk, texts, turn
from export.hostile_transcripts import HOSTILE
from export.unpacked import unpacked

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))
UNSURE, OFF = Mark.UNCERTAIN, Mark.OFF_RECORD
OVERLAPS = Adaptation(overlaps=True)
UNCERTAIN = Adaptation(uncertain=True)
TOLD = Adaptation(off_record_told=True)


def read(transcript: Transcript, adaptation: Adaptation) -> list[str]:
    return texts(adapted(transcript, adaptation, is_read=True))


def test_what_is_said_at_once_stands_between_slashes_in_both_turns() -> None:
    whole = talk(
        turn("S0", ("we", 0, 1000), ("could", 1000, 2000), ("go", 2000, 3000), ("now", 3000, 4000)),
        turn("S1", ("yes", 1100, 2000), ("yes", 2000, 3100), ("good", 3900, 6000)),
    )
    assert read(whole, OVERLAPS) == ["we //could go now//", "//yes yes// good"]


def test_one_speaker_alone_overlaps_with_nobody() -> None:
    whole = talk(turn("S0", ("one", 0, 3000)), turn("S0", ("two", 1000, 2000)))
    assert read(whole, OVERLAPS) == ["one", "two"]


def test_somebody_who_does_not_go_out_overlaps_all_the_same() -> None:
    whole = talk(turn("S0", ("one", 0, 1000)), turn("S1", ("two", 0, 1000)))
    assert read(whole, Adaptation(overlaps=True, only=("Anna",))) == ["//one//"]


def test_nobody_overlaps_with_what_is_off_the_record() -> None:
    whole = talk(turn("S0", ("one", 0, 1000)), turn("S1", ("two", 0, 1000, OFF)))
    assert read(whole, OVERLAPS) == ["one"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ([("at", 0, 1), ("harbour", 1, 2, UNSURE)], "at (harbour?)"),
        ([("the", 0, 1, UNSURE), ("harbour.", 1, 2, UNSURE), ("So", 2, 3)], "(the harbour?). So"),
        ([("...", 0, 1, UNSURE)], "(...?)"),
        ([("a", 0, 1, UNSURE), ("b", 1, 2), ("c", 2, 3, UNSURE)], "(a?) b (c?)"),
    ],
)
def test_uncertain_words_stand_in_brackets(said: list[tuple[str, int, int]], shown: str) -> None:
    assert read(talk(turn("S0", *said)), UNCERTAIN) == [shown]


def test_what_is_inaudible_stays_as_it_is_written() -> None:
    whole = talk(turn("S0", ("(inaudible)", 0, 1, Mark.INAUDIBLE)))
    assert read(whole, UNCERTAIN) == ["(inaudible)"]


def test_what_is_off_the_record_is_told_but_never_said() -> None:
    whole = talk(
        turn("S0", ("So", 0, 1), ("secret", 1, 2, OFF), ("thing", 2, 3, OFF), ("then", 3, 4)),
        turn("S1", ("no", 5, 6, OFF)),
    )
    assert read(whole, TOLD) == ["So [off the record] then", "[off the record]"]
    assert read(whole, Adaptation()) == ["So then"]
    for each in FORMATS:
        written = unpacked(each.contents(whole, TOLD))
        assert b"secret" not in written
        assert (b"off the record" in written) is each.is_read


def test_formats_for_machines_have_no_notation() -> None:
    whole = talk(turn("S0", ("one", 0, 1000, UNSURE)), turn("S1", ("two", 0, 1000)))
    assert texts(adapted(whole, Adaptation(overlaps=True, uncertain=True), is_read=False)) == ["one", "two"]


@hostile
def test_signs_come_in_pairs_and_change_nothing_else(transcript: Transcript) -> None:
    plain = adapted(transcript, Adaptation(), is_read=True)
    out = adapted(transcript, Adaptation(overlaps=True, uncertain=True), is_read=True)
    for before, after in zip(plain.turns, out.turns, strict=True):
        assert len(before.words) == len(after.words)
        assert (after.text.count("//") - before.text.count("//")) % 2 == 0
        assert after.text.count("?)") - before.text.count("?)") == after.text.count("(") - before.text.count("(")
        assert [(w.start_ms, w.end_ms) for w in before.words] == [(w.start_ms, w.end_ms) for w in after.words]


@hostile
def test_told_or_not_the_same_words_are_kept(transcript: Transcript) -> None:
    plain = [word for each in adapted(transcript, Adaptation()).turns for word in each.words]
    told = [word for each in adapted(transcript, TOLD, is_read=True).turns for word in each.words]
    assert [word for word in told if word.text != "[off the record]"] == plain
