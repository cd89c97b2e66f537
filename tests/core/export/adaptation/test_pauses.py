"""Pauses are words of their own, where nobody at all speaks."""

import pytest

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.adaptation.adapted import adapted
from desktop_app.core.export.adaptation.pauses import Pauses, pause_in_words
from desktop_app.core.export.adaptation.silences import silences
from desktop_app.core.export.registry import FORMATS
from desktop_app.core.transcript.values import Mark, Span, Transcript, Turn
from export.adaptation.talks import talk, texts, turn
from export.hostile_transcripts import HOSTILE
from export.unpacked import unpacked

DOTS = Adaptation(pauses=Pauses.DOTS)
hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))


@pytest.mark.parametrize(
    ("pause_ms", "dots", "seconds"),
    [
        (300, "(.)", "(0.3)"),
        (1999, "(.)", "(2.0)"),
        (3200, "(...)", "(3.2)"),
        (10_999, "(..........)", "(11.0)"),
        (12_000, "(12 seconds pause)", "(12.0)"),
    ],
)
def test_a_pause_is_written_by_its_length(pause_ms: int, dots: str, seconds: str) -> None:
    assert pause_in_words(pause_ms, Pauses.DOTS) == dots
    assert pause_in_words(pause_ms, Pauses.SECONDS) == seconds


def test_it_stands_between_words_and_behind_the_turn_that_it_follows() -> None:
    whole = talk(turn("S0", ("Well,", 0, 500), ("yes.", 2600, 3000)), turn("S1", ("Good.", 6100, 7000)))
    out = adapted(whole, DOTS, is_read=True)
    assert texts(out) == ["Well, (..) yes. (...)", "Good."]
    assert [(word.start_ms, word.end_ms) for word in out.turns[0].words] == [
        (0, 500),
        (500, 2600),
        (2600, 3000),
        (3000, 6100),
    ]
    assert (out.turns[0].end_ms, out.turns[0].speech) == (3000, whole.turns[0].speech)


def test_while_another_speaks_there_is_no_pause() -> None:
    whole = talk(turn("S0", ("Well,", 0, 500), ("yes.", 4000, 5000)), turn("S1", ("Hm,", 600, 3900)))
    assert texts(adapted(whole, DOTS, is_read=True)) == ["Well, yes.", "Hm,"]
    assert texts(adapted(whole, Adaptation(pauses=Pauses.DOTS, only=("Anna",)), is_read=True)) == ["Well, yes."]
    murmured = talk(turn("S0", ("Well,", 0, 500), ("yes.", 4000, 5000)), Turn("S1", 600, 3900, (), (Span(600, 3900),)))
    assert texts(adapted(murmured, DOTS, is_read=True))[0] == "Well, yes."


def test_what_is_off_the_record_is_no_pause() -> None:
    whole = talk(turn("S0", ("So", 0, 500), ("secret", 600, 5000, Mark.OFF_RECORD), ("then", 5100, 6000)))
    assert texts(adapted(whole, DOTS, is_read=True)) == ["So then"]


def test_the_shortest_pause_can_be_chosen() -> None:
    whole = talk(turn("S0", ("one", 0, 500), ("two", 900, 1000), ("three", 3000, 3500)))
    short = Adaptation(pauses=Pauses.SECONDS, least_pause_ms=400)
    assert texts(adapted(whole, short, is_read=True)) == ["one (0.4) two (2.0) three"]
    long = Adaptation(pauses=Pauses.SECONDS, least_pause_ms=2001)
    assert texts(adapted(whole, long, is_read=True)) == ["one two three"]


def test_formats_for_machines_have_none_and_nothing_is_usual() -> None:
    whole = talk(turn("S0", ("one", 0, 500), ("two", 3000, 3500)))
    assert adapted(whole, DOTS, is_read=False) == whole
    assert adapted(whole, Adaptation(), is_read=True) == whole
    for each in FORMATS:
        assert (b"(..)" in unpacked(each.contents(whole, DOTS))) is each.is_read


def test_later_times_keep_the_pauses() -> None:
    whole = talk(turn("S0", ("one", 0, 500), ("two", 3000, 3500)))
    out = adapted(whole, Adaptation(pauses=Pauses.DOTS, offset_ms=1000), is_read=True)
    assert [(word.text, word.start_ms) for word in out.turns[0].words] == [("one", 1000), ("(..)", 1500), ("two", 4000)]


@hostile
def test_every_silence_is_written_once_and_no_word_is_lost(transcript: Transcript) -> None:
    out = adapted(transcript, Adaptation(pauses=Pauses.DOTS, least_pause_ms=200), is_read=True)
    plain = adapted(transcript, Adaptation(), is_read=True)
    added = [word for each in out.turns for word in each.words if word not in {w for t in plain.turns for w in t.words}]
    assert len(added) <= len(silences(transcript, 200))
    assert [word for each in out.turns for word in each.words if word not in added] == [
        word for each in plain.turns for word in each.words
    ]
