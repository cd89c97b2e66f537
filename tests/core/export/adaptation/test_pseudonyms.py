"""Names become pseudonyms wherever they are whole; where they are left, that is found."""

import pytest

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.adaptation.adapted import adapted
from desktop_app.core.export.adaptation.pseudonyms import NameLeft, names_left, table_of, with_pseudonyms
from desktop_app.core.export.pseudonym_table import proposed_table
from desktop_app.core.export.registry import FORMATS
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.transcript.values import Mark, Transcript
from export.adaptation.talks import one, talk, texts, turn
from export.hostile_transcripts import HOSTILE, ten_hours
from export.unpacked import unpacked

TABLE = (("Anna Müller", "P01"), ("Anna", "P01"), ("Ben", "P02"), ("O'Neil", "P03"))
hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))


def said(text: str) -> str:
    (shown,) = texts(with_pseudonyms(one(text), TABLE))
    return shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I saw Anna, yes.", "I saw P01, yes."),
        ("ANNA and ben!", "P01 and P02!"),
        ("Anna's bike, Anna’s bike", "P01's bike, P01’s bike"),
        ("“Anna Müller”, she said", "“P01”, she said"),
        ("Anna\u00a0Müller", "P01"),
        ("Anna Mu\u0308ller.", "P01."),
        ("Anna Meier", "P01 Meier"),
        ("Anna-Maria", "P01-Maria"),
        ("Anna_1", "P01_1"),
        ("(Ben/Anna)", "(P02/P01)"),
        ("O’Neil or O'Neil", "P03 or P03"),
        ("Annas Bennet Hannanna", "Annas Bennet Hannanna"),
        ("Anna Müllers", "P01 Müllers"),
    ],
)
def test_whole_names_become_pseudonyms(text: str, shown: str) -> None:
    assert said(text) == shown


def test_a_name_of_several_words_becomes_one_with_the_time_of_all() -> None:
    whole = talk(
        turn("S0", ("Dear", 0, 10), ("“Anna", 20, 30), ("Müller”,", 40, 50, Mark.UNCERTAIN), ("hello", 60, 70))
    )
    words = with_pseudonyms(whole, TABLE).turns[0].words
    assert [(word.text, word.start_ms, word.end_ms) for word in words] == [
        ("Dear", 0, 10),
        ("“P01”,", 20, 50),
        ("hello", 60, 70),
    ]
    assert words[1].marks == {Mark.UNCERTAIN}
    assert words[0] is whole.turns[0].words[0]


def test_speakers_get_them_too() -> None:
    whole = talk(names=("Anna Müller", "Dr. Ben", "Carla"))
    assert [speaker.name for speaker in with_pseudonyms(whole, TABLE).speakers] == ["P01", "Dr. P02", "Carla"]


def test_names_may_change_places() -> None:
    swapped = with_pseudonyms(one("Anna met Ben"), (("Anna", "Ben"), ("Ben", "Anna")))
    assert texts(swapped) == ["Ben met Anna"]


def test_in_a_script_without_spaces_a_name_is_found_within_the_text() -> None:
    whole = talk(turn("S0", ("田", 0, 1), ("中", 1, 2), ("さん", 2, 3)), names=("田中", "山田"))
    out = with_pseudonyms(whole, (("田中", "P01"),))
    assert out.turns[0].text == "P01 さん"
    assert out.speakers[0].name == "P01"


def test_an_empty_table_changes_nothing() -> None:
    whole = one("Anna")
    assert with_pseudonyms(whole, ()) is whole
    assert with_pseudonyms(whole, ((" ", "P01"),)) == whole


@pytest.mark.parametrize("line", ["Anna", "=P01", "Anna=", ""])
def test_a_line_that_is_no_pair_is_refused(line: str) -> None:
    with pytest.raises(SettingsError, match="is no pseudonym: Anna=P01 is one"):
        table_of([line])


def test_lines_are_pairs() -> None:
    assert table_of(["Anna Müller = P01", "a=b=P02"]) == (("Anna Müller", "P01"), ("a=b", "P02"))


def test_every_format_has_pseudonyms_and_no_names() -> None:
    whole = one("Annegret and Annegret Müller saw Jarosław, Annegret's", names=("Annegret Müller", "Jarosław"))
    asked = Adaptation(pseudonyms=("Annegret Müller=P01", "Annegret=P01", "Jarosław=P02"))
    for each in FORMATS:
        written = unpacked(each.contents(whole, asked))
        for name in ("Annegret", "Müller", "Jarosław"):
            assert name.encode() not in written
    assert texts(adapted(whole, asked)) == ["P01 and P01 saw P02, P01's"]


def test_who_goes_out_is_asked_by_the_real_name() -> None:
    whole = talk(turn("S0", ("Hi", 0, 1)), turn("S1", ("Ho", 2, 3)))
    out = adapted(whole, Adaptation(only=("Anna",), pseudonyms=("Anna=P01",)))
    assert ([speaker.name for speaker in out.speakers], texts(out)) == (["P01"], ["Hi"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Annas bike", ("annas",)),
        ("die Hannas", ("hannas",)),
        ("AN\u00adNAS", ("annas",)),
        ("Anna1", ("anna1",)),
        ("nobody", ()),
    ],
)
def test_a_name_within_a_longer_word_is_found(text: str, found: tuple[str, ...]) -> None:
    table = (("Anna", "P01"),)
    left = names_left(with_pseudonyms(one(text, names=("X", "Y")), table), table)
    assert left == ((NameLeft("Anna", found),) if found else ())


def test_a_name_in_the_file_s_name_is_found() -> None:
    table = (("Anna Müller", "P01"),)
    left = names_left(talk(file="/home/x/Interview_anna_müller-2.wav"), table)
    assert left == (NameLeft("Anna Müller", ("interview_anna_müller-2.wav",)),)


def test_a_pseudonym_that_holds_a_name_is_no_leak() -> None:
    table = (("Anna", "Hanna"), ("Ben", "Anna"))
    assert names_left(with_pseudonyms(one("Anna met Ben"), table), table) == ()


@hostile
def test_after_the_proposed_table_no_speaker_s_name_is_left_as_a_speaker(transcript: Transcript) -> None:
    table = proposed_table(transcript.speakers)
    out = with_pseudonyms(transcript, table)
    known = {pseudonym for _, pseudonym in table}
    assert all(speaker.name in known or not speaker.name.strip() for speaker in out.speakers)
    for each in FORMATS:
        each.contents(transcript, Adaptation(pseudonyms=tuple(f"{name}={other}" for name, other in table)))


@hostile
def test_a_table_of_other_names_changes_nothing(transcript: Transcript) -> None:
    assert with_pseudonyms(transcript, (("Zacharias", "P09"),)) == transcript


def test_ten_hours_are_searched() -> None:
    out = with_pseudonyms(ten_hours(), tuple((f"word{number}", f"P{number}") for number in range(0, 100_000, 5000)))
    assert sum(word.text.startswith("P") for turn in out.turns for word in turn.words) == 20
