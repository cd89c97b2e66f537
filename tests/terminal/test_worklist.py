"""Many recordings in one go: each is written as it ends, none is done twice, and none that fails stops the others."""

import errno
import json
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
from scripted_worklist import TXT, Notes, done, plan, times_asked, transcribe_scripted

from desktop_app.core.export import write
from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.registry import format_for
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.transcript.values import Span
from desktop_app.core.worklist.done_record import DoneRecord, Outcome, outcomes_in
from desktop_app.core.worklist.errors import WorklistError
from desktop_app.core.worklist.items import Item, items_of
from desktop_app.core.worklist.shard import Shard
from desktop_app.terminal.rescued_transcripts import kept_folder
from desktop_app.terminal.worklist_reporter import JsonWorklistReporter, TextWorklistReporter
from desktop_app.terminal.writing import Writing


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    def made(*names: str) -> Path:
        for name in names:
            path = tmp_path / "in" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(name.encode())
        return tmp_path / "in"

    return made


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl+C is heard, also where whoever started the tests wants it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_every_recording_has_its_results_beside_it_and_a_line_in_the_record(folder: Callable[..., Path]) -> None:
    archive = folder("a.wav", "b/c.wav")
    notes = done(items_of([archive], recursive=True), plan(archive))
    assert "Anna: a" in (archive / "a.txt").read_text()
    assert "Anna: c" in (archive / "b" / "c.txt").read_text()
    assert notes.count == 2
    assert set(outcomes_in(archive).values()) == set(notes.outcomes)
    (first, second) = sorted(notes.outcomes, key=lambda outcome: outcome.name)
    assert (first.name, first.results, first.reason, first.warnings) == ("a.wav", ("a.txt",), "", ("it is faint",))
    assert (second.name, second.results, second.sound_s) == ("b/c.wav", ("b/c.txt",), 0.9)
    assert (second.language, second.speakers) == ("en", 1)
    assert second.doubtful is not None


def test_in_a_folder_of_all_results_are_called_by_what_is_in_the_recording(
    folder: Callable[..., Path], tmp_path: Path
) -> None:
    archive = folder("a/talk.wav", "b/talk.wav")
    (archive / "b" / "talk.wav").write_bytes(b"another talk")
    done(items_of([archive], recursive=True), plan(tmp_path / "out", tmp_path / "out"))
    names = {path.name for path in (tmp_path / "out").glob("*.txt")}
    assert len(names) == 2
    assert all(name.startswith("talk.") and len(name) == len("talk.0123456789.txt") for name in names)


def test_one_that_fails_is_recorded_and_the_others_go_on(folder: Callable[..., Path]) -> None:
    archive = folder("a.wav", "broken.wav", "dying.wav", "z.wav")
    notes = done(items_of([archive], recursive=False), plan(archive))
    reasons = {outcome.name: outcome.reason for outcome in notes.outcomes}
    assert reasons["a.wav"] == reasons["z.wav"] == ""
    assert reasons["broken.wav"].endswith("broken.wav: It is broken. Mend it.")
    assert "the engine process is gone: it ended with status 3" in reasons["dying.wav"]
    assert (archive / "z.txt").exists()


def test_what_is_done_is_not_done_again_and_what_failed_is(folder: Callable[..., Path]) -> None:
    archive = folder("a.wav", "broken.wav")
    items = items_of([archive], recursive=False)
    done(items, plan(archive))
    notes = done(items, replace(plan(archive), resume=True))
    assert notes.done_before == ["a.wav"]
    assert [outcome.name for outcome in notes.outcomes] == ["broken.wav"]
    assert times_asked(archive) == {"a": 1, "broken": 2}


@pytest.mark.parametrize("what", ["the recording", "the result", "the options", "the formats", "what goes out"])
def test_what_is_not_what_it_was_is_done_again(folder: Callable[..., Path], what: str) -> None:
    archive = folder("a.wav")
    items = items_of([archive], recursive=False)
    done(items, plan(archive))
    asked = replace(plan(archive), resume=True)
    if what == "the recording":
        (archive / "a.wav").write_bytes(b"something else")
    elif what == "the result":
        (archive / "a.txt").unlink()
    elif what == "the options":
        asked = replace(asked, options=JobOptions(min_speakers=2))
    elif what == "the formats":
        asked = replace(asked, writing=Writing((TXT, format_for("srt"))))
    else:
        asked = replace(asked, writing=Writing((TXT,), adaptation=Adaptation(offset_ms=20)))
    assert done(items, asked).done_before == []
    assert times_asked(archive) == {"a": 2}


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """These folders have no room for an export."""

    def filled(*folders: Path) -> None:
        staged = write.staged

        def full(where: Path, data: bytes) -> AbstractContextManager[Path]:
            if where in folders:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return staged(where, data)

        monkeypatch.setattr(write, "staged", full)

    return filled


def test_what_cannot_be_written_is_kept_where_it_can_be_found(
    folder: Callable[..., Path], full_disk: Callable[..., None]
) -> None:
    archive = folder("a.wav")
    full_disk(archive)
    (outcome,) = done(items_of([archive], recursive=False), plan(archive)).outcomes
    assert "disk is full" in outcome.reason
    assert [Path(each).parent for each in outcome.kept] == [kept_folder()] * 2
    assert "Anna: a" in Path(outcome.kept[0]).read_text()
    assert set(outcomes_in(archive).values()) == {outcome}
    assert (outcome.sound_s, outcome.warnings, outcome.results) == (0.9, ("it is faint",), ())


def test_where_it_is_kept_is_told_and_what_can_be_kept_nowhere_is_printed(
    folder: Callable[..., Path], full_disk: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    archive = folder("a.wav")
    full_disk(archive)
    transcribe_scripted(archive, TextWorklistReporter(is_quiet=True))
    told = capsys.readouterr()
    assert f"The transcript is kept in {kept_folder()}: a.txt, a.json" in told.err
    assert not told.out
    full_disk(archive, kept_folder())
    transcribe_scripted(archive, TextWorklistReporter(is_quiet=True))
    told = capsys.readouterr()
    assert "nowhere else" in told.err
    assert "Anna: a" in told.out
    transcribe_scripted(archive, JsonWorklistReporter())
    event = json.loads(capsys.readouterr().out.splitlines()[1])
    assert (event["type"], event["kept"]) == ("failed", [])
    assert "Anna: a" in event["text"]


def test_a_record_on_the_same_full_disk_hides_no_transcript(
    folder: Callable[..., Path], full_disk: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, notes = folder("a.wav"), Notes()
    full_disk(archive)

    def full(self: DoneRecord, outcome: Outcome) -> None:
        raise WorklistError(self.path, "the disk is full")

    monkeypatch.setattr(DoneRecord, "append", full)
    with pytest.raises(WorklistError):
        transcribe_scripted(archive, notes)
    assert len(notes.outcomes[0].kept) == 2


def test_names_that_can_still_be_read_although_they_have_a_pseudonym_are_told(folder: Callable[..., Path]) -> None:
    archive = folder("annabel.wav", "b.wav")
    writing = Writing((TXT,), adaptation=Adaptation(pseudonyms=("Anna=P01",)))
    outcomes = done(items_of([archive], recursive=False), replace(plan(archive), writing=writing)).outcomes
    told = {outcome.name: outcome.warnings[1:] for outcome in outcomes}
    assert told == {"annabel.wav": ("These names can still be read: Anna (in annabel, annabel.wav).",), "b.wav": ()}


def test_what_goes_out_is_what_is_written(folder: Callable[..., Path]) -> None:
    archive = folder("a.wav")
    writing = Writing((TXT,), adaptation=Adaptation(pseudonyms=("Anna=P01",)))
    done(items_of([archive], recursive=False), replace(plan(archive), writing=writing))
    assert "P01: a" in (archive / "a.txt").read_text()
    nobody = Writing((TXT,), adaptation=Adaptation(only=("Ben",)))
    (outcome,) = done(items_of([archive], recursive=False), replace(plan(archive), writing=nobody)).outcomes
    assert outcome.reason == f"{archive / 'a.wav'}: nobody is called 'Ben'; there are Anna"


def test_stretches_of_one_recording_are_told_apart(folder: Callable[..., Path], tmp_path: Path) -> None:
    path = folder("talk.wav") / "talk.wav"
    items = [Item(path, "talk.wav", Span(0, 500)), Item(path, "talk.wav", Span(500, 900))]
    out = tmp_path / "out"
    done(items, plan(out, out))
    assert {each.name.split(".", 2)[2] for each in out.glob("*.txt")} == {"0-500.txt", "500-900.txt"}
    assert len(done(items, replace(plan(out, out), resume=True)).done_before) == 2


def test_the_shares_together_do_all_of_it_once(folder: Callable[..., Path]) -> None:
    archive = folder(*(f"{number}.wav" for number in range(12)))
    items = items_of([archive], recursive=False)
    for number in (1, 2, 3):
        done(items, replace(plan(archive), shard=Shard(number, 3)))
    assert times_asked(archive) == {str(number): 1 for number in range(12)}


def test_several_are_done_at_a_time(folder: Callable[..., Path]) -> None:
    archive = folder(*(f"{number}.wav" for number in range(8)))
    done(items_of([archive], recursive=False), replace(plan(archive), jobs=3))
    assert times_asked(archive) == {str(number): 1 for number in range(8)}


def test_an_interrupted_one_is_given_up_and_what_is_done_stays(
    folder: Callable[..., Path], interruptible: None
) -> None:
    archive = folder("a.wav", "slow.wav", "z.wav")
    items = items_of([archive], recursive=False)

    def press_ctrl_c() -> None:
        while not (archive / "slow.asked").exists():
            sleep(0.01)
        os.kill(os.getpid(), signal.SIGINT)

    press = Thread(target=press_ctrl_c, daemon=True)
    press.start()
    with pytest.raises(KeyboardInterrupt):
        done(items, plan(archive))
    press.join()
    assert {outcome.name: outcome.reason for outcome in outcomes_in(archive).values()} == {"a.wav": ""}
    assert not (archive / "z.txt").exists()


def test_a_recording_that_is_not_there_is_one_that_fails(folder: Callable[..., Path]) -> None:
    archive = folder("a.wav")
    notes = done([Item(archive / "a.wav", "a.wav"), Item(archive / "no.wav", "no.wav")], plan(archive))
    assert {outcome.name: bool(outcome.reason) for outcome in notes.outcomes} == {"a.wav": False, "no.wav": True}
