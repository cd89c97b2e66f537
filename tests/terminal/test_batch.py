"""A batch whose folder cannot be made fails before any work is done."""

from pathlib import Path

from desktop_app.core.export.formats import FORMATS
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.transcript.values import Speaker, Transcript, Turn
from desktop_app.terminal.batch import transcribe_batch


class Notes:
    """Keeps what a reporter is told."""

    def __init__(self) -> None:
        self.begun: list[Path] = []
        self.failures: list[str] = []

    def begin(self, path: Path) -> None:
        self.begun.append(path)

    def progress(self, stage: Stage, fraction: float) -> None: ...

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None: ...

    def done(self, path: Path, transcript: Transcript, exports: list[Path]) -> None: ...

    def failed(self, path: Path, error: Exception) -> None:
        self.failures.append(str(error))


def test_a_folder_that_cannot_be_made_is_reported_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    notes = Notes()
    assert not transcribe_batch([tmp_path / "a.wav"], tmp_path / "file" / "out", FORMATS, JobOptions(), notes)
    assert not notes.begun
    (failure,) = notes.failures
    assert str(tmp_path / "file" / "out") in failure
