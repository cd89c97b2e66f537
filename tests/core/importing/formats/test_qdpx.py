"""Projects of programs for qualitative data analysis."""

import io
import zipfile
from contextlib import suppress

import pytest
from export.hostile_transcripts import HOSTILE

from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.export.formats import qdpx
from desktop_app.core.export.formats.qdpx import QdpxOptions
from desktop_app.core.importing import zipped_xml
from importing.imported import imported, told

TEXT = "An interview\r\n\r\nAnna: Hello there. How are you?\r\nBen: Fine.\r\n"
POINTS = ((16, 1000), (34, 2500), (TEXT.index("Ben"), 4000), (len(TEXT), 5000))


def project(
    text: str | bytes | None = TEXT, points: tuple[tuple[object, object], ...] = POINTS, *, more: str = ""
) -> bytes:
    """A project as other programs write them. text: None for none at the place that is named."""
    inside = "".join(f'<SyncPoint guid="g" position="{place}" timeStamp="{time_ms}"/>' for place, time_ms in points)
    source = (
        f'<AudioSource name="talk.wav" path="internal://x.wav">'
        f'<Transcript name="one" plainTextPath="internal://t.txt">{inside}</Transcript>{more}</AudioSource>'
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "project.qde", f'<Project xmlns="urn:QDA-XML:project:1.0"><Sources>{source}</Sources></Project>'
        )
        if text is not None:
            archive.writestr("Sources/t.txt", text if isinstance(text, bytes) else text.encode())
    return written.getvalue()


def test_places_are_counted_with_the_line_ends_of_the_file() -> None:
    read = imported(project(), "qdpx")
    assert [turn.text for turn in read.turns][-2:] == ["Hello there. How are you?", "Fine."]
    assert [turn.start_ms for turn in read.turns][-2:] == [1000, 4000]
    assert [word.start_ms for word in read.turns[-2].words if word.text == "How"] == [2500]
    assert [read.speaker(turn.speaker).name for turn in read.turns][-2:] == ["Anna", "Ben"]


def test_a_byte_order_mark_moves_no_place() -> None:
    assert told(imported(project(b"\xef\xbb\xbf" + TEXT.encode()), "qdpx")) == told(imported(project(), "qdpx"))


def test_that_there_are_several_transcripts_is_told() -> None:
    read = imported(project(more='<Transcript name="two" plainTextPath="internal://u.txt"/>'), "qdpx")
    assert read.warnings == ("The project has 2 transcripts of recordings: “one” is read.",)


@pytest.mark.parametrize("codes", [False, True])
def test_every_passage_comes_back_at_its_time(codes: bool) -> None:
    talk = HOSTILE["overlaps"]
    read = imported(qdpx.render(talk, QdpxOptions(speaker_codes=codes)), "qdpx")
    found = [(turn.start_ms, turn.text) for turn in read.turns]
    assert found == [(turn.start_ms, turn.text) for turn in talk.spoken_turns()]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"hello", "it cannot be unpacked"),
        (project()[:150], "it cannot be unpacked"),
        (project(None), "the text of its transcript is not in it: “internal://t.txt”"),
        (project(points=((0, "soon"),)), "line 1: “soon” is no place and no time"),
        (project(points=((-1, 0),)), "line 1: “-1” is no place and no time"),
        (project().replace(b"project.qde", b"project.abc"), "it is no project of REFI-QDA"),
    ],
)
def test_what_is_no_project_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(TranscriptFileError, match=why):
        imported(data, "qdpx")


def test_a_bomb_is_refused_by_what_it_says_and_by_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = project("0" * 5_000_000)
    monkeypatch.setattr(zipped_xml, "MOST_BYTES", 1 << 20)
    with pytest.raises(TranscriptFileError, match="too large unpacked: more than 1 MB"):
        imported(bomb, "qdpx")
    place = bomb.rindex(b"PK\x01\x02") + 24
    lying = bomb[:place] + (10).to_bytes(4, "little") + bomb[place + 4 :]
    with pytest.raises(TranscriptFileError, match="cannot be unpacked"):
        imported(lying, "qdpx")


@pytest.mark.parametrize("place", [*range(0, 400, 7)])
def test_a_damaged_project_is_read_or_refused(place: int) -> None:
    damaged = bytearray(project())
    damaged[place % len(damaged)] ^= 0xFF
    with suppress(TranscriptFileError):
        assert imported(bytes(damaged), "qdpx").speakers is not None
