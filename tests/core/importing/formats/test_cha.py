"""CHAT, as CLAN and TalkBank have it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.importing.formats import cha
from importing.imported import imported, told

CHA = """\
@UTF8
@Begin
@Languages:\teng
@Participants:\tCHI Ross Target_Child, MOT Mary_Ann Mother , INV Investigator
@ID:\teng|x|CHI|||||Target_Child|||
@Media:\ttalk, audio
*MOT:\twhat is <that one> [//] &-uh that (.) Ross ? \x151000_2500\x15
%mor:\tpro|what cop|be
*CHI:\t(be)cause &=laughs it's New_York
\tno: +... \x153000_4000\x15
*INV:\tgo on . \x155000_6000\x15 and then \u21d7 \x156000_7000\x15
@End
"""


def test_notation_goes_and_what_is_said_stays() -> None:
    read = imported(CHA, "cha")
    assert told(read) == [
        "Mary Ann 1000-2500 what is that one uh that Ross?",
        "Ross 3000-4000 because it's New York no…",
        "INV 5000-7000 go on. and then",
    ]
    assert read.warnings == (
        "Left out, for nobody says it: %mor.",
        "3 codes, pauses and noises within what is said are left out.",
    )
    assert (cha.read(CHA).media, read.language) == ("talk", "en")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<that's> [>] the &+bri &-uh bridge [: bridges] +/.", "that's the bri uh bridge–"),
        ("I want ice+cream (1.2) and o^kay le~ha .", "I want ice-cream and okay leha."),
        ("non ‹il y a› pas ‡ toi ?", "non il y a pas, toi?"),
        ("&{l=X deal &*INV:mhm with &}l=X it „ right ?", "deal with it, right?"),
        ("⌈° one⌉° ⌊2 two ⌋2 ∆faster∆ we need  to .", "one two faster we need to."),
        ("+≈ ↫s-s↫stay rub≠ber ΫyawnΫ hao3@s:eng&zho .", "stay rubber yawn hao3."),
        ("Ἡ Ϋδρα .", "Ἡ Ϋδρα."),
        ("she said “shh (..)” .", "she said “shh”."),
        ("xxx [=! shouts] yes [x 3] [//] [* m:+ed] [+ gram] [- spa] .", "xxx yes."),
        ('+" well +"/.', "well:"),
        ("0 [=! nods] .", ""),
        ("&=head:yes .", ""),
    ],
)
def test_the_notation_of_talkbank_is_read_as_it_is_said(written: str, said: str) -> None:
    read = cha.read(f"@UTF8\n@Begin\n*CHI:\t{written}\n@End\n")
    assert " ".join(each.text for each in read.stretches) == said


@pytest.mark.parametrize("bullet", ["\x15100_900\x15", "\x15100_900-\x15", "\u2022100_900\u2022", "100_900"])
def test_times_are_read_however_they_stand_there(bullet: str) -> None:
    assert told(imported(f"@Begin\n*A:\thello New_York . {bullet}\n%wor:\thello\n", "cha")) == [
        "A 100-900 hello New York."
    ]


def test_remarks_between_the_utterances_are_told() -> None:
    read = imported("@Begin\n@Languages:\tdeu, eng\n@G:\tpicture\n*A:\thallo .\n@Comment:\tdoor opens\n@End\n", "cha")
    assert read.warnings[0] == "Left out, for nobody says it: @G, @Comment."
    assert read.language == "de"


def test_times_of_old_files_name_the_sound() -> None:
    assert told(imported('@Begin\n*A:\thello . \x15%snd:"x.wav"_100_900\x15\n', "cha")) == ["A 100-900 hello."]


def test_without_times_they_are_estimated() -> None:
    read = imported("@Begin\n*A:\thello there .\n*B:\tyes .\n", "cha")
    assert [turn.text for turn in read.turns] == ["hello there.", "yes."]
    assert all(word.estimated for turn in read.turns for word in turn.words)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("@Begin\nhello\n", "line 2: “hello” begins no line of CHAT"),
        ("%mor:\tx\n", "line 1: it is no CHAT"),
        ("@Begin\n*A:\thi \x151_999999999999\x15\n", "line 2: “999999999999” is no time"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, why: str) -> None:
    with pytest.raises(TranscriptFileError, match=why):
        imported(text, "cha")


_WORDS = st.lists(st.sampled_from(["yes", "über", "it's", "李明", "well", "A&B"]), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["AAA", "BBB"]), _WORDS, st.integers(2, 9)), min_size=1, max_size=8))
def test_every_utterance_comes_with_its_speaker_and_its_times(said: list[tuple[str, list[str], int]]) -> None:
    at, lines, expected = 0, ["@UTF8", "@Begin", "@Participants:\tAAA Anna Adult, BBB Adult"], []
    for code, words, pause in said:
        start, end = (at + pause) * 1000, (at + pause + 1) * 1000
        lines.append(f"*{code}:\t{' '.join(words)} . \x15{start}_{end}\x15")
        expected.append((("Anna" if code == "AAA" else code), start, end, "".join(words) + "."))
        at += pause + 1
    read = imported("\n".join([*lines, "@End", ""]), "cha")
    found = [
        (read.speaker(t.speaker).name, t.start_ms, t.end_ms, "".join(word.text for word in t.words)) for t in read.turns
    ]
    assert found == expected
