"""What `diarist captions` prints, and where its recording goes."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from desktop_app.core.capture.finishing import clear_away
from desktop_app.core.capture.values import EndReason, Level, Notice, NoticeKind, Recorded, RecordingStarted
from desktop_app.core.live.events import Final, Lag, LanguageDoubted, Partial, Revision, SpeakerFound
from desktop_app.core.store.file_names import free_path
from desktop_app.core.transcript.values import Speaker, Word
from desktop_app.terminal.caption_lines import JsonCaptions, TextCaptions, Told
from desktop_app.terminal.wav_out import check_target, moved_to

ADA, BEN = Speaker("S1", "Speaker 1", 0), Speaker("S2", "Speaker 2", 1)
WORDS = (Word("Good", 12_000, 12_400), Word("morning.", 12_400, 13_000))
STORY: tuple[Told, ...] = (
    RecordingStarted(Path("talks"), "Tischmikrofon", datetime(2026, 11, 25, 14, 3, tzinfo=UTC)),
    Level(100, -20.04, -31.0, clipped=False),
    SpeakerFound(12_500, ADA),
    Partial(12_600, 1, "S1", 12_000, 12_500, "Good more", 1),
    Final(14_000, 1, "S1", 12_000, 13_000, WORDS),
    Final(15_000, 2, None, 14_000, 15_000, (Word("Yes.", 14_000, 15_000),)),
    Final(15_500, 3, None, 15_000, 15_000, ()),
    Notice(NoticeKind.LITTLE_ROOM, "The disk has room for 5 minutes more.", 15_600),
    SpeakerFound(16_000, BEN),
    Revision(16_000, 2, "S2"),
    Revision(16_100, 1, "S2"),
    Lag(17_000, 40),
)


class Terminal(io.StringIO):
    """A stream that people look at."""

    def isatty(self) -> bool:
        return True


def told(output: io.StringIO) -> tuple[str, str]:
    errors = io.StringIO()
    reporter = TextCaptions(output, errors)
    for event in STORY:
        reporter.tell(event)
    return output.getvalue(), errors.getvalue()


def test_every_final_turn_is_a_line_and_what_is_said_of_it_later_goes_beside() -> None:
    said, beside = told(io.StringIO())
    assert said.splitlines() == ["00:12 Speaker 1: Good morning.", "00:14 Unsure: Yes."]
    assert beside.splitlines() == [
        "Recording Tischmikrofon. It goes to talks. Ctrl+C stops.",
        "The disk has room for 5 minutes more.",
        "00:14 was Speaker 2.",
        "00:12 was Speaker 2, not Speaker 1.",
    ]


def test_a_doubt_about_the_language_is_said_beside_the_captions() -> None:
    doubt = LanguageDoubted(61_000, "This sounds like Finnish.")
    output, errors = io.StringIO(), io.StringIO()
    TextCaptions(output, errors).tell(doubt)
    assert (output.getvalue(), errors.getvalue()) == ("", "This sounds like Finnish.\n")
    JsonCaptions(output, errors).tell(doubt)
    line = {"type": "notice", "at_ms": 61_000, "kind": "captions", "text": "This sounds like Finnish."}
    assert json.loads(output.getvalue()) == line


def test_on_a_terminal_the_last_line_is_what_is_being_said_and_goes_when_it_is_final() -> None:
    said, _ = told(Terminal())
    assert said.startswith("\r\x1b[K00:12 Speaker 1: Good more\r\x1b[K00:12 Speaker 1: Good morning.\n")


def test_of_a_long_line_the_end_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    output = Terminal()
    TextCaptions(output, io.StringIO()).tell(Partial(0, 1, None, 0, 900, "one two three four five", 0))
    line = output.getvalue().removeprefix("\r\x1b[K")
    assert len(line) == 19
    assert line.startswith("…")
    assert line.endswith(" three four five")


def test_programs_get_every_event_as_a_line() -> None:
    output, errors = io.StringIO(), io.StringIO()
    reporter = JsonCaptions(output, errors, Path("out.wav"))
    for event in STORY:
        reporter.tell(event)
    reporter.warn("Parakeet cannot be used.", 0)
    reporter.recorded(Recorded(Path("talks"), Path("talks/talk.wav"), 17_100), Path("out.wav"))
    reporter.kept(Path("out.diarist"), 17_100)
    lines = [json.loads(line) for line in output.getvalue().splitlines()]
    assert [line["type"] for line in lines] == [
        *("started", "level", "speaker", "partial", "final", "final", "final", "notice", "speaker"),
        *("revision", "revision", "lag", "notice", "recorded", "project"),
    ]
    assert all(isinstance(line["at_ms"], int) for line in lines)
    assert lines[3] == {
        "type": "partial",
        "at_ms": 12_600,
        "turn": 1,
        "speaker": "S1",
        "start_ms": 12_000,
        "end_ms": 12_500,
        "text": "Good more",
        "settled": 1,
    }
    assert lines[4]["text"] == "Good morning."
    assert lines[9] == {"type": "revision", "at_ms": 16_000, "turn": 2, "speaker": "S2"}
    assert (lines[-2]["file"], lines[-2]["at_ms"], lines[-2]["reason"]) == ("out.wav", 17_100, "stopped")
    assert lines[-1] == {"type": "project", "at_ms": 17_100, "file": "out.diarist"}
    assert errors.getvalue().splitlines() == [
        "Recording Tischmikrofon. It goes to out.wav when it ends; until then it lies in talks. Ctrl+C stops.",
        "Recorded 00:17 to out.wav",
        "Its project is out.diarist",
    ]


@pytest.fixture
def recorded(tmp_path: Path) -> Recorded:
    folder = tmp_path / "Recording"
    folder.mkdir()
    (folder / "Recording.wav").write_bytes(b"sound")
    (folder / "recording.json").write_bytes(b"{}")
    return Recorded(folder, folder / "Recording.wav", 1000)


def test_a_recording_stays_where_it_is_unless_a_file_was_asked_for(recorded: Recorded) -> None:
    assert moved_to(None, recorded) == (recorded.sound, None)
    assert recorded.sound.exists()


def test_a_recording_becomes_the_file_that_was_asked_for_and_leaves_nothing_behind(
    recorded: Recorded, tmp_path: Path
) -> None:
    target = tmp_path / "talk.wav"
    assert check_target(target) is None
    assert moved_to(target, recorded) == (target, None)
    clear_away(recorded)
    assert target.read_bytes() == b"sound"
    assert sorted(tmp_path.iterdir()) == [target]


def test_the_lock_of_a_recorder_that_was_killed_keeps_no_folder(recorded: Recorded, tmp_path: Path) -> None:
    (recorded.folder / ".recording.lock").touch()
    assert moved_to(tmp_path / "talk.wav", recorded) == (tmp_path / "talk.wav", None)
    clear_away(recorded)
    assert not recorded.folder.exists()


def test_what_others_have_put_beside_a_recording_stays_when_it_goes_elsewhere(
    recorded: Recorded, tmp_path: Path
) -> None:
    (recorded.folder / "notes.txt").write_text("Agenda")
    assert moved_to(tmp_path / "talk.wav", recorded) == (tmp_path / "talk.wav", None)
    clear_away(recorded)
    assert [path.name for path in recorded.folder.iterdir()] == ["notes.txt"]


def test_a_file_that_is_there_is_not_replaced_and_the_recording_has_the_next_name(
    recorded: Recorded, tmp_path: Path
) -> None:
    target, next_name = tmp_path / "talk.wav", tmp_path / "talk (2).wav"
    (tmp_path / "Talk.wav").write_bytes(b"another")
    assert (check_target(target), free_path(target)) == (None, next_name)
    assert moved_to(target, recorded) == (next_name, None)
    clear_away(recorded)
    assert next_name.read_bytes() == b"sound"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Talk.wav", "talk (2).wav"]


def test_where_a_recording_cannot_go_is_said_before_it_is_made(tmp_path: Path) -> None:
    assert check_target(tmp_path) == f"{tmp_path} is a folder: name a file in it"
    assert check_target(tmp_path / "gone" / "talk.wav") == f"{tmp_path / 'gone'} is no folder"
    assert "its name is too long" in str(check_target(tmp_path / ("n" * 300 + ".wav")))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="needs a second disk")
def test_a_recording_goes_to_another_disk_whole(recorded: Recorded) -> None:
    with TemporaryDirectory(dir="/dev/shm") as folder:
        assert moved_to(Path(folder) / "talk.wav", recorded) == (Path(folder) / "talk.wav", None)
        assert [(each.name, each.read_bytes()) for each in Path(folder).iterdir()] == [("talk.wav", b"sound")]


def test_a_recording_that_is_still_in_parts_is_kept_as_it_is(recorded: Recorded, tmp_path: Path) -> None:
    part = recorded.folder / "000000000000.wav"
    recorded.sound.rename(part)
    apart = Recorded(recorded.folder, part, 1000, 0, EndReason.FAILED, "There is no room to join its parts.")
    file, fault = moved_to(tmp_path / "talk.wav", apart)
    assert (file, part.exists()) == (part, True)
    assert fault is not None
    assert not (tmp_path / "talk.wav").exists()
