"""Real projects, as the library reads them."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.core.library.errors import UnreadableProject
from desktop_app.core.library.index import LibraryIndex
from desktop_app.core.library.project_reading import read_library_project
from desktop_app.core.library.sync import sync
from desktop_app.core.library.values import Change, ChangeKind
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.machine import MachineTranscript
from desktop_app.core.project.opening import create_project
from desktop_app.core.project.values import Facts, Recording, Sound, Work, WorkState
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

MADE_AT = datetime(2026, 11, 25, 14, 3, 12, tzinfo=UTC)
SOUND = Path("/sounds/harbour.wav")
FACTS = Facts(
    Recording("Harbour talk", MADE_AT, "by the sea", ("harbour",), recorded_here=True),
    Sound(None, str(SOUND), duration_ms=65_000),
    Work(WorkState.TRANSCRIBED),
)
TRANSCRIPT = Transcript(
    AudioSource(str(SOUND), 65_000, sha256="a" * 64),
    (Speaker("S1", "Anna", 0), Speaker("S2", "Ben", 1)),
    (
        Turn("S1", 0, 900, (Word("Two", 0, 300), Word("ships.", 300, 900)), (Span(0, 900),)),
        Turn("S2", 1000, 1500, (), (Span(1000, 1500),)),
        Turn("S2", 2000, 2900, (Word("Three\u2028boats", 2000, 2900),), (Span(2000, 2900),)),
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "projects" / "harbour.diarist"


def write(path: Path, facts: Facts = FACTS, transcript: Transcript | None = TRANSCRIPT) -> Path:
    path.parent.mkdir(exist_ok=True)
    with create_project(path, facts) as project:
        if transcript is not None:
            project.record_transcript(MachineTranscript(transcript, JobOptions()))
    return path


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_a_project_s_facts_and_words_are_read(path: Path) -> None:
    read = read_library_project(write(path))
    summary = read.summary
    assert (summary.name, summary.made_at, summary.duration_ms) == ("Harbour talk", MADE_AT, 65_000)
    assert (summary.speakers, summary.state) == (("Anna", "Ben"), WorkState.TRANSCRIBED)
    assert (summary.note, summary.tags, summary.recorded_here) == ("by the sea", ("harbour",), True)
    assert (summary.sound, summary.sha256) == (SOUND, "a" * 64)
    assert read.turns is not None
    assert [(turn.speaker, turn.start_ms, turn.words) for turn in read.turns] == [
        ("Anna", 0, ("Two", "ships.")),
        ("Ben", 2000, ("Three boats",)),
    ]


def test_a_project_without_a_transcript_or_a_sound_is_read_too(path: Path) -> None:
    read = read_library_project(write(path, replace(FACTS, sound=None), None))
    assert (read.turns, read.problem, read.summary.sound, read.summary.sha256) == ((), None, None, None)


def test_of_a_damaged_project_what_can_be_read_is_read(path: Path) -> None:
    spoil(write(path), "UPDATE transcripts SET data = x'00'")
    read = read_library_project(path)
    assert read.summary.name == "Harbour talk"
    assert read.turns is None
    assert read.problem is not None
    assert read.problem.startswith("It is damaged: ")


@pytest.mark.parametrize("content", [b"", b"no project at all", b"SQLite format 3\0" + b"\xff" * 9000])
def test_what_is_no_project_is_refused_with_a_sentence(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(UnreadableProject, match=r"^It .*\.$"):
        read_library_project(path)


def test_a_newer_project_is_told_to_be_newer(path: Path) -> None:
    spoil(write(path), "PRAGMA user_version = 99")
    with pytest.raises(UnreadableProject, match="newest Diarist"):
        read_library_project(path)


def test_a_project_that_is_open_is_read_and_found(path: Path, index: LibraryIndex) -> None:
    path.parent.mkdir()
    with create_project(path, FACTS) as project:
        project.record_transcript(MachineTranscript(TRANSCRIPT, JobOptions()))
        changes = [each for each in sync(index, [path.parent], (), read_library_project) if each]
        assert changes == [Change(ChangeKind.ADDED, path)]
        assert index.search("anna ships").recordings[0].hits[0].word == 1
        project.set_facts(replace(FACTS, recording=replace(FACTS.recording, name="Harbour walk")))
        assert [each for each in sync(index, [path.parent], (), read_library_project) if each] == [
            Change(ChangeKind.CHANGED, path)
        ]
    assert index.project_of(SOUND) == index.project_of(sha256="a" * 64) == path
