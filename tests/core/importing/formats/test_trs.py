"""Transcriber's transcripts: turns of one speaker, or of several at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.export.errors import TranscriptFileError
from importing.imported import imported, told

TRS = """\
<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE Trans SYSTEM "trans-14.dtd">
<Trans scribe="x" audio_filename="talk" version="1" version_date="261130" xml:lang="fr">
<Speakers><Speaker id="spk1" name="Ana\u00efs"/><Speaker id="spk2" name="Ben"/></Speakers>
<Episode><Section type="report" startTime="0" endTime="9">
<Turn speaker="spk1" startTime="0.5" endTime="4"><Sync time="0.5"/>
Well,<Event desc="rire" type="noise" extent="instantaneous"/>hello.
<Sync time="2"/>
How are you?
</Turn>
<Turn speaker="spk1 spk2" startTime="4" endTime="5.5"><Sync time="4"/>
<Who nb="1"/>
yes
<Who nb="2"/>
no
</Turn>
<Turn startTime="5.5" endTime="9"><Sync time="5.5"/>

</Turn>
</Section></Episode></Trans>
"""


def test_turns_are_cut_at_times_and_two_may_speak_at_once() -> None:
    read = imported(TRS.encode("latin-1"), "trs")
    assert told(read) == ["Anaïs 500-4000 Well, hello. How are you?", "Anaïs 4000-5500 yes", "Ben 4000-5500 no"]
    assert [turn.overlap for turn in read.turns] == [False, True, True]
    assert [word.start_ms for word in read.turns[0].words][2] == 2000
    assert (read.language, read.audio.file) == ("fr", "")
    assert read.warnings == ("1 remark, noise or the like is left out: nobody says it.",)


def test_topics_are_told_and_a_language_may_be_a_name() -> None:
    topics = '<Topics><Topic id="to1" desc="the harbour"/><Topic id="to2" desc="rain"/></Topics><Speakers>'
    written = TRS.replace("<Speakers>", topics).replace('type="report"', 'type="report" topic="to1"')
    read = imported(written.replace('lang="fr"', 'lang="French"').encode("latin-1"), "trs")
    assert read.warnings[1:] == ("Left out: the topics of its sections (the harbour, rain).",)
    assert read.language == "fr"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('time="2"', 'time="soon"', "line 8: “soon” is no time"),
        ('nb="2"', 'nb="3"', "line 14: it names a speaker who is not there: “3”"),
        ('speaker="spk1"', 'speaker="spk7"', "line 6: it names a speaker who is not there: “spk7”"),
        ("Trans>", "Other>", "it is no whole XML"),
        ('"trans-14.dtd">', '"trans-14.dtd" [<!ENTITY a "b">]>', "line 2: it declares a document type"),
        ('SYSTEM "trans-14.dtd"', "[]", "line 2: it declares a document type"),
        ("yes", "&secret;", "line 13: it declares a document type or entities"),
    ],
)
def test_what_is_wrong_or_asks_for_more_is_refused_with_its_line(old: str, new: str, why: str) -> None:
    with pytest.raises(TranscriptFileError, match=why):
        imported(TRS.replace(old, new).encode("latin-1"), "trs")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(2, 9), st.integers(2, 9)), min_size=1, max_size=8))
def test_every_turn_comes_with_its_speaker_and_its_times(turns: list[tuple[int, int, int]]) -> None:
    at, written, expected = 0, [], []
    for number, (who, pause, length) in enumerate(turns):
        start, end = at + pause, at + pause + length
        written.append(
            f'<Turn speaker="s{who}" startTime="{start}" endTime="{end}"><Sync time="{start}"/>\nturn {number}\n</Turn>'
        )
        expected.append(f"{'AB'[who]} {start}000-{end}000 turn {number}")
        at = end
    speakers = '<Speakers><Speaker id="s0" name="A"/><Speaker id="s1" name="B"/></Speakers>'
    assert told(imported(f"<Trans>{speakers}<Episode>{''.join(written)}</Episode></Trans>", "trs")) == expected
