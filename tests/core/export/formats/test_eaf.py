"""EAF is read by other readers, keeps to what ELAN wants of tiers, and gives no folder away."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pympi.Elan import Eaf

from desktop_app.core.export.formats.eaf import EafOptions, render
from desktop_app.core.export.tiers import tiers
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from export.hostile_transcripts import HOSTILE, ten_hours

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))


def read(folder: Path, transcript: Transcript, *, words: bool = True) -> Eaf:
    path = folder / "talk.eaf"
    path.write_text(render(transcript, EafOptions(words=words)), encoding="utf-8")
    return Eaf(path)


@hostile
def test_another_reader_finds_every_tier(transcript: Transcript, tmp_path: Path) -> None:
    found, expected = read(tmp_path, transcript), tiers(transcript)
    assert list(found.get_tier_names()) == [name for tier in expected for name in (tier.name, tier.word_name)]
    for tier in expected:
        for name, intervals in ((tier.name, tier.turns), (tier.word_name, tier.words)):
            assert sorted(found.get_annotation_data_for_tier(name)) == [
                (each.start_ms, each.end_ms, each.text) for each in intervals
            ]
            assert found.get_parameters_for_tier(name)["PARTICIPANT"] == tier.name
        assert found.get_child_tiers_for(tier.name) == [tier.word_name]
    assert found.get_parameters_for_linguistic_type("words")["CONSTRAINTS"] == "Included_In"
    assert set(found.constraints) == {"Time_Subdivision", "Symbolic_Subdivision", "Symbolic_Association", "Included_In"}


@hostile
def test_every_annotation_has_time_slots_of_its_own_in_order(transcript: Transcript) -> None:
    document = ElementTree.fromstring(render(transcript))
    slots = {slot.get("TIME_SLOT_ID"): int(slot.get("TIME_VALUE", "")) for slot in document.iter("TIME_SLOT")}
    assert list(slots.values()) == sorted(slots.values())
    annotations = list(document.iter("ALIGNABLE_ANNOTATION"))
    used = [each.get(key) for each in annotations for key in ("TIME_SLOT_REF1", "TIME_SLOT_REF2")]
    assert sorted(used) == sorted(slots)
    assert [each.get("ANNOTATION_ID") for each in annotations] == [f"a{n}" for n in range(1, len(annotations) + 1)]
    last = next(each for each in document.iter("PROPERTY") if each.get("NAME") == "lastUsedAnnotationId")
    assert last.text == str(len(annotations))


def test_at_one_time_a_word_starts_after_its_turn_and_ends_before_it(interview: Transcript) -> None:
    document = ElementTree.fromstring(render(interview))
    order = [slot.get("TIME_SLOT_ID") for slot in document.iter("TIME_SLOT")]
    first_turn, first_word = (tier[0][0] for tier in list(document.iter("TIER"))[:2])
    assert order.index(first_turn.get("TIME_SLOT_REF1")) < order.index(first_word.get("TIME_SLOT_REF1"))
    assert order.index(list(document.iter("TIER"))[1][-1][0].get("TIME_SLOT_REF2")) < order.index(
        first_turn.get("TIME_SLOT_REF2")
    )


def test_elements_are_in_the_order_of_the_schema(interview: Transcript) -> None:
    kinds = list(dict.fromkeys(each.tag for each in ElementTree.fromstring(render(interview))))
    assert kinds == ["HEADER", "TIME_ORDER", "TIER", "LINGUISTIC_TYPE", "CONSTRAINT"]


def test_the_recording_is_named_without_its_folders(interview: Transcript, tmp_path: Path) -> None:
    assert "recordings" not in render(interview)
    (media,) = read(tmp_path, interview).get_linked_files()
    assert media == {
        "MEDIA_URL": "file:///Harbour talk 1.wav",
        "RELATIVE_MEDIA_URL": "./Harbour talk 1.wav",
        "MIME_TYPE": "audio/x-wav",
    }


def test_words_can_be_left_out(interview: Transcript, tmp_path: Path) -> None:
    found = read(tmp_path, interview, words=False)
    assert list(found.get_tier_names()) == ["Anna Berg", "Søren O’Neil 🎙"]


def test_an_incomplete_transcript_says_so(interview: Transcript, tmp_path: Path) -> None:
    found = dict(read(tmp_path, replace(interview, incomplete_from_ms=900)).get_properties())
    assert found["incomplete"] == "incomplete: interrupted at 00:00 of 1:01:05"


@pytest.mark.parametrize("text", ["\ufffe \uffff", "<!-- -->", "&#0;", "]]>", "'\"", "\x00\x1b", "שלום 🎙"])
def test_any_name_and_word_is_xml(text: str, tmp_path: Path) -> None:
    turn = Turn("S1", 0, 900, (Word(f"a{text}b", 0, 900),))
    found = read(tmp_path, Transcript(AudioSource(text, 900), (Speaker("S1", text, 0),), (turn,)))
    assert len(found.get_tier_names()) == 2


def test_another_reader_reads_ten_hours(tmp_path: Path) -> None:
    found = read(tmp_path, ten_hours(), words=False)
    assert len(found.get_annotation_data_for_tier("Anna")) == 1000
