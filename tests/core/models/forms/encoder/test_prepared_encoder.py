"""Which form of an encoder is used here, and that it is made once, by one process, and kept."""

import errno
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Never

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.encoder import prepared_encoder as module
from desktop_app.core.models.forms.encoder.encoder_check import EncoderCheck
from desktop_app.core.models.forms.encoder.encoder_source import EncoderSource, encoder_source
from desktop_app.core.models.forms.encoder.prepared_encoder import encoder_file, kept_encoder, prepared_encoder
from desktop_app.core.models.forms.encoder.write_encoder import ENCODER, write_encoder
from desktop_app.core.models.forms.form_trial import Agreement
from desktop_app.core.models.forms.model_forms import Choice, Form, original
from desktop_app.core.models.forms.unfinished_preparations import count_attempt
from desktop_app.core.models.model_spec import FileSpec
from models.forms.encoder.built_encoder import Blocks, EncoderBuilder

SAME = Agreement(0.01, 1.0, 1.0)


class ScriptedCheck:
    """Finds forms good, but for those of the names in `faults`; notes down which are checked."""

    def __init__(self, **faults: str) -> None:
        self.faults = faults
        self.checked: list[str] = []

    def __call__(self, form: Path) -> Agreement:
        assert form.is_file()
        self.checked.append(form.parent.name)
        assert [path.name for path in form.parent.parent.iterdir() if path.is_dir()] == [form.parent.name]
        return replace(SAME, fault=self.faults.get(form.parent.name))


def bad(**faults: str) -> ScriptedCheck:
    return ScriptedCheck(**{f"{name[-1]}-bit": fault for name, fault in faults.items()})


@pytest.fixture(autouse=True)
def multiplies(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether this processor multiplies 8-bit numbers: it does not, unless a test says so."""
    answer = [False]
    monkeypatch.setattr(module, "multiplies_eight_bits", lambda: answer[0])
    return answer


@pytest.fixture
def source(built: Path) -> EncoderSource:
    return EncoderSource("ears", "Ears", built, "ab" * 32)


@pytest.fixture
def blocks(tmp_path: Path) -> EncoderSource:
    path = EncoderBuilder(tmp_path / "blocks", blocks=Blocks(32), beside=False).write()
    return EncoderSource("ears", "Ears", path, "cd" * 32)


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "models"


def prepared(source: EncoderSource, models: Path, check: module.Check | None = None, *, again: bool = False) -> Choice:
    return prepared_encoder(source, check or bad(), on_progress=lambda _: None, again=again, models=models)


def left(models: Path) -> set[str]:
    """All that lies among the prepared models but the lock, which some systems keep."""
    return {path.name for path in models.iterdir()} - {".ears.lock"}


def test_a_form_is_prepared_with_progress_kept_and_found(source: EncoderSource, models: Path) -> None:
    progress: list[float] = []
    check = bad()
    assert kept_encoder(source, models) is None
    choice = prepared_encoder(source, check, on_progress=progress.append, models=models)
    assert choice == Choice(Form.EIGHT_BIT, models / "ears")
    assert choice.note == "8-bit form, prepared here"
    assert encoder_file(choice, source) == models / "ears" / ENCODER
    assert check.checked == ["8-bit"]
    assert progress == sorted(progress)
    assert (progress[0], progress[-1]) == (0.0, 1.0)
    assert left(models) == {"ears"}
    assert {path.name for path in (models / "ears").iterdir()} == {ENCODER, f"{ENCODER}.data", "record.json"}
    progress.clear()
    assert prepared_encoder(source, check, on_progress=progress.append, models=models) == choice
    assert kept_encoder(source, models) == choice
    assert (progress, check.checked) == ([], ["8-bit"])


def test_it_is_prepared_again_when_that_is_asked_for(source: EncoderSource, models: Path) -> None:
    prepared(source, models)
    check = bad()
    assert prepared(source, models, check, again=True).form is Form.EIGHT_BIT
    assert check.checked == ["8-bit"]


@pytest.mark.parametrize("spoil", ["another source", "a changed byte", "a lost file"])
def test_what_is_no_longer_right_is_prepared_again(source: EncoderSource, models: Path, spoil: str) -> None:
    data = prepared(source, models).folder / f"{ENCODER}.data"
    expected = data.read_bytes()
    match spoil:
        case "another source":
            source = replace(source, sha256="cd" * 32)
        case "a changed byte":
            data.write_bytes(bytes([expected[0] ^ 1]) + expected[1:])
        case "a lost file":
            data.unlink()
    check = bad()
    assert prepared(source, models, check).form is Form.EIGHT_BIT
    assert check.checked == ["8-bit"]
    assert data.read_bytes() == expected


def test_blocks_of_eight_bits_are_prepared_too(blocks: EncoderSource, models: Path, multiplies: list[bool]) -> None:
    for multiplies[0] in (True, False):
        assert prepared(blocks, models, again=True).form is Form.EIGHT_BIT


@pytest.mark.parametrize(("is_there", "tried"), [(True, ["8-bit"]), (False, ["8-bit", "7-bit"])])
def test_the_processor_decides_what_else_is_tried_before_the_source(
    source: EncoderSource, models: Path, multiplies: list[bool], is_there: bool, tried: list[str]
) -> None:
    multiplies[0] = is_there
    check = bad(form_8="it is deaf", form_7="it is deaf, too")
    choice = prepared(source, models, check)
    assert check.checked == tried
    assert choice.form is Form.ORIGINAL
    assert choice.reason == "; ".join(["8-bit: it is deaf", "7-bit: it is deaf, too"][: len(tried)])
    assert {path.name for path in (models / "ears").iterdir()} == {"record.json"}
    assert prepared(source, models, check) == choice
    assert check.checked == tried


def test_a_form_with_a_fault_gives_way_to_the_next(source: EncoderSource, models: Path) -> None:
    choice = prepared(source, models, bad(form_8="it is deaf"))
    assert choice == Choice(Form.SEVEN_BIT, models / "ears")
    assert choice.note == "7-bit form, prepared here"


def test_so_does_one_that_cannot_be_run(source: EncoderSource, models: Path) -> None:
    def check(form: Path) -> Agreement:
        if form.parent.name == "8-bit":
            raise ModelUnavailable("Ears", "onnxruntime refuses the model", "")
        return SAME

    assert prepared(source, models, check).form is Form.SEVEN_BIT


def test_a_real_check_takes_the_form(
    source: EncoderSource, models: Path, speech: list[NDArray[np.float32]], tmp_path: Path
) -> None:
    assert prepared(source, models, EncoderCheck(source.path, speech, "Ears")).form is Form.EIGHT_BIT
    other = EncoderBuilder(tmp_path / "other", seed=1).write()
    refused = prepared(source, models, EncoderCheck(other, speech, "Ears"), again=True)
    assert refused.reason
    assert "8-bit: what it puts out is too different" in refused.reason


class Stop(Exception):
    pass


def stopped_after(calls: int) -> module.Check:
    progress: list[float] = []

    def on_progress(part: float) -> None:
        progress.append(part)
        if len(progress) > calls:
            raise Stop

    return on_progress


@pytest.mark.parametrize("calls", [0, 12])
def test_what_is_called_off_is_gone_on_with_the_next_time_and_comes_to_the_same(
    source: EncoderSource, models: Path, tmp_path: Path, calls: int
) -> None:
    with pytest.raises(Stop):
        prepared_encoder(source, bad(), on_progress=stopped_after(calls), models=models)
    assert left(models) == {".ears.unfinished"}
    progress: list[float] = []
    choice = prepared_encoder(source, bad(), on_progress=progress.append, models=models)
    assert bool(calls) is (progress[0] > 0)
    assert left(models) == {"ears"}
    write_encoder(source, Form.EIGHT_BIT, tmp_path / "straight", on_progress=lambda _: None)
    for name in (ENCODER, f"{ENCODER}.data"):
        assert (choice.folder / name).read_bytes() == (tmp_path / "straight" / name).read_bytes()


def test_what_was_called_off_is_begun_anew_when_that_is_asked_for(source: EncoderSource, models: Path) -> None:
    with pytest.raises(Stop):
        prepared_encoder(source, bad(), on_progress=stopped_after(12), models=models)
    progress: list[float] = []
    prepared_encoder(source, bad(), on_progress=progress.append, again=True, models=models)
    assert progress[0] == 0.0


def test_a_kill_during_the_check_costs_no_weight(source: EncoderSource, models: Path) -> None:
    def interrupted(_: Path) -> Never:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        prepared(source, models, interrupted)
    progress: list[float] = []
    prepared_encoder(source, bad(), on_progress=progress.append, models=models)
    assert len(progress) == 2


KILLED = """
import sys, os, signal
from pathlib import Path
from desktop_app.core.models.forms.encoder import prepared_encoder as module
from desktop_app.core.models.forms.encoder.encoder_source import EncoderSource
module.multiplies_eight_bits = lambda: False
source, models, calls = Path(sys.argv[1]), Path(sys.argv[2]), [0]
def kill(part):
    calls[0] += 1
    if calls[0] > 9:
        os.kill(os.getpid(), signal.SIGKILL)
module.prepared_encoder(EncoderSource("ears", "Ears", source, "ab" * 32), None, on_progress=kill, models=models)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_process_leaves_what_the_next_goes_on_with_and_no_lock(source: EncoderSource, models: Path) -> None:
    run = [sys.executable, "-c", KILLED, str(source.path), str(models)]
    assert subprocess.run(run, check=False).returncode == -signal.SIGKILL
    assert left(models) == {".ears.unfinished", ".ears.attempts"}
    progress: list[float] = []
    choice = prepared_encoder(source, bad(), on_progress=progress.append, models=models)
    assert progress[0] > 0
    assert choice.form is Form.EIGHT_BIT
    assert left(models) == {"ears"}


def test_what_was_cut_short_three_times_is_not_tried_a_fourth_time_until_asked_for(
    source: EncoderSource, models: Path
) -> None:
    models.mkdir()
    for _ in range(3):
        count_attempt(models, "ears", str(module._circumstances(source)))
    choice = prepared(source, models)
    assert choice.reason
    assert choice.reason.startswith("preparing others was cut short 3 times")
    assert prepared(source, models, again=True).form is Form.EIGHT_BIT


def test_of_two_at_once_one_waits_and_takes_what_the_other_made(source: EncoderSource, models: Path) -> None:
    first, second = ScriptedCheck(), ScriptedCheck()
    waiting = Event()

    def slow(form: Path) -> Agreement:
        assert waiting.wait(10)
        return first(form)

    def on_progress(part: float) -> None:
        waiting.set()

    with ThreadPoolExecutor(2) as threads:
        begun = threads.submit(prepared, source, models, slow)
        while not (models / ".ears.unfinished" / "8-bit" / ENCODER).exists():
            assert not begun.done()
        other = threads.submit(prepared_encoder, source, second, on_progress=on_progress, models=models)
        assert begun.result() == other.result() == Choice(Form.EIGHT_BIT, models / "ears")
    assert (first.checked, second.checked) == (["8-bit"], [])


@pytest.mark.parametrize("where", ["before", "meanwhile"])
def test_without_room_the_source_is_used_and_nothing_is_left(
    source: EncoderSource, models: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def full(*_: object, **__: object) -> Never:
        raise OSError(errno.ENOSPC, "No space left on device")

    if where == "before":
        monkeypatch.setattr(module, "write_encoder", full)
    else:
        monkeypatch.setattr(module, "keep_prepared", full)
    choice = prepared(source, models)
    assert choice == original(f"others cannot be kept in {models} (No space left on device)")
    assert left(models) == set()


def test_a_new_form_that_finds_no_room_leaves_the_old_one(
    source: EncoderSource, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = prepared(source, models)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1_000_000}))
        reason = prepared(source, models, again=True).reason
    assert reason == f"others cannot be kept in {models} (1 MB are free, and 51 MB are needed)"
    assert kept_encoder(source, models) == kept


def test_a_home_that_cannot_be_written_is_told(source: EncoderSource, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    reason = prepared(source, tmp_path / "file" / "models").reason
    assert reason
    assert reason.startswith("others cannot be kept in ")


def test_a_source_that_is_not_whole_is_told_and_nothing_is_kept_of_it(source: EncoderSource, models: Path) -> None:
    with source.path.with_name("encoder-model.onnx.data").open("r+b") as data:
        data.truncate(1000)
    reason = prepared(source, models).reason
    assert reason
    assert "encoder-model.onnx.data was cut short: it has 1000 of" in reason
    assert not models.exists()


def test_a_source_hangs_on_the_bytes_of_all_its_files(tmp_path: Path) -> None:
    graph, data = (tmp_path / name for name in ("encoder.onnx", "encoder.onnx.data"))
    one, other, third = (FileSpec("a", 3, each * 32) for each in ("ab", "cd", "ef"))
    alone = encoder_source("ears", "Ears", [(graph, one)])
    assert (alone.path, alone.sha256) == (graph, one.sha256)
    hashes = {
        encoder_source("ears", "Ears", [(graph, first), (data, second)]).sha256
        for first, second in ((one, other), (one, third), (other, one), (third, other))
    }
    assert len(hashes) == 4
    assert all(len(each) == 64 for each in hashes)
