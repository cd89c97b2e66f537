"""EXB has the structure of EXMARaLDA's document type, and every event its place on the time line."""

from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree

from desktop_app.core.export.formats.exb import ExbOptions, render
from desktop_app.core.export.tiers import Interval, tiers
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from export.hostile_transcripts import HOSTILE, ten_hours

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))
with_or_without_words = pytest.mark.parametrize("words", [False, True])


def parsed(transcript: Transcript, *, words: bool = False) -> etree._Element:
    return etree.fromstring(render(transcript, ExbOptions(words=words)).encode("utf-8"))


def children(element: etree._Element, path: str) -> list[str]:
    return [child.tag for each in element.findall(path) for child in each]


@hostile
@with_or_without_words
def test_every_event_is_where_its_interval_is(transcript: Transcript, words: bool) -> None:
    document, expected = parsed(transcript, words=words), tiers(transcript)
    times_ms = {each.get("id"): round(1000 * float(each.get("time"))) for each in document.iter("tli")}
    assert all(one < other for one, other in pairwise(times_ms.values()))
    names = {each.get("id"): each.findtext("abbreviation") for each in document.iter("speaker")}
    found = list(document.iter("tier"))
    assert [names[each.get("speaker")] for each in found] == [tier.name for tier in expected]
    assert {(each.get("type"), each.get("category")) for each in found} <= {("t", "v")}
    for tier, wanted in zip(found, expected, strict=True):
        assert [
            Interval(times_ms[event.get("start")], times_ms[event.get("end")], event.text.removesuffix(" "))
            for event in tier
        ] == list(wanted.words if words else wanted.turns)


@hostile
def test_the_elements_are_those_of_the_document_type(transcript: Transcript) -> None:
    document = parsed(transcript)
    assert document.tag == "basic-transcription"
    assert children(document, ".") == ["head", "basic-body"]
    assert children(document, "head") == ["meta-information", "speakertable"]
    assert children(document, "head/meta-information") == [
        "project-name",
        "transcription-name",
        "referenced-file",
        "ud-meta-information",
        "comment",
        "transcription-convention",
    ]
    of_speaker = ["abbreviation", "sex", "languages-used", "l1", "l2", "ud-speaker-information", "comment"]
    assert children(document, "head/speakertable/speaker") == of_speaker * len(transcript.speakers)
    assert children(document, "basic-body") == ["common-timeline"] + ["tier"] * len(transcript.speakers)
    ids = [each.get("id") for each in document.iter() if each.get("id")]
    assert len(set(ids)) == len(ids)


def test_the_recording_is_named_without_its_folders(interview: Transcript) -> None:
    assert "recordings" not in render(interview)
    assert parsed(interview).find("head/meta-information/referenced-file").get("url") == "Harbour talk 1.wav"


def test_the_time_line_is_as_long_as_the_recording(interview: Transcript) -> None:
    points = list(parsed(interview).iter("tli"))
    assert (points[0].get("time"), points[-1].get("time")) == ("0.000", "3665.000")


def test_an_incomplete_transcript_says_so(interview: Transcript) -> None:
    document = parsed(replace(interview, incomplete_from_ms=900))
    assert document.findtext("head/meta-information/comment") == "incomplete: interrupted at 00:00 of 1:01:05"


@pytest.mark.parametrize("text", ["\ufffe", "]]>", "&#0;", "\udcff", "🎙 שלום", "a\nb"])
def test_any_name_and_word_is_xml(text: str) -> None:
    turn = Turn("S1", 0, 900, (Word(text, 0, 900),))
    assert len(parsed(Transcript(AudioSource(text, 900), (Speaker("S1", text, 0),), (turn,)))) == 2


def test_ten_hours_are_written() -> None:
    assert sum(1 for _ in parsed(ten_hours(), words=True).iter("event")) == 100_000
