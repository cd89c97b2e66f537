"""A service that says what a test tells it to, and transcripts to say."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.models.inventory import ModelEntry
from desktop_app.core.models.link import Link
from desktop_app.core.models.manifest import ModelFile
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.core.transcript.values import AudioSource, EngineUse, Span, Speaker, Transcript, Turn, Word
from desktop_app.jobs.messages import (
    Bytes,
    Done,
    Failed,
    ModelRequest,
    Partial,
    Progress,
    ReclusterRequest,
    StatusReport,
)

ANNA = Speaker("S1", "Speaker 1", 0)
BEN = Speaker("S2", "Speaker 2", 1)
CLEO = Speaker("S3", "Speaker 3", 2)


def turn(text: str, start_ms: int = 0, speaker: Speaker = ANNA, *, overlap: bool = False) -> Turn:
    """A turn whose words take 300 ms each."""
    words = tuple(Word(w, start_ms + i * 300, start_ms + i * 300 + 250) for i, w in enumerate(text.split()))
    end_ms = start_ms + 300 * max(1, len(words))
    return Turn(speaker.id, start_ms, end_ms, words, (Span(start_ms, end_ms),), overlap=overlap)


def transcript(*turns: Turn, speakers: tuple[Speaker, ...] = (ANNA, BEN, CLEO), file: str = "talk.wav") -> Transcript:
    """A finished transcript of these turns."""
    used = {each.speaker for each in turns}
    return Transcript(
        AudioSource(file, max((each.end_ms for each in turns), default=1000)),
        tuple(speaker for speaker in speakers if speaker.id in used),
        turns,
        (EngineUse("asr", "Moonshine tiny (English)", "cpu"),),
        "en",
    )


def engine(role: str = "embedding", label: str = "WeSpeaker", *, reason: str | None = None) -> EngineStatus:
    """An engine, unusable where there is a reason."""
    file = ModelFile(f"/opt/models/{role}/a/long/way/down/in/the/tree/{role}.ort", 6_975_920, "ab12" * 16, "ok")
    return EngineStatus(
        role, label, "cpu", reason is None, "MIT", f"{label} by its authors", (file,), reason, reason and "Mend it."
    )


ENGINES = (
    engine("segmentation", "pyannote segmentation"),
    engine("embedding", "WeSpeaker"),
    engine("asr", "Moonshine tiny (English)"),
)


class ScriptedModelJobs(QObject):
    """Has the signals of the real ones; what is asked for goes on only when a test says so."""

    examined = Signal(object)
    progressed = Signal(str, object)
    finished = Signal(str)
    failed = Signal(str, object)
    cancelled = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked: list[tuple[str, ModelRequest]] = []
        self.busy: set[str] = set()

    def ask(self, key: str, request: ModelRequest) -> None:
        """Remember the request."""
        if key not in self.busy:
            self.asked.append((key, request))
            self.busy.add(key)

    def is_busy(self, key: str) -> bool:
        """Whether the key is at work."""
        return key in self.busy

    def cancel(self, key: str) -> None:
        """Cancel at once."""
        self.busy.discard(key)
        self.cancelled.emit(key)

    # What a test makes happen.

    def come(self, key: str, name: str, done: int, total: int) -> None:
        """Come this far."""
        self.progressed.emit(key, Bytes(name, done, total))

    def finish(self, key: str, *entries: ModelEntry) -> None:
        """Find these, and finish."""
        for entry in entries:
            self.examined.emit(entry)
        self.busy.discard(key)
        self.finished.emit(key)

    def fail(self, key: str, reason: str, hint: str = "") -> None:
        """Fail."""
        self.busy.discard(key)
        self.failed.emit(key, Failed(reason, hint))


class ScriptedService(QObject):
    """Has the signals of the real service; its jobs go on only when a test says so."""

    engines_reported = Signal(object)
    job_started = Signal(int)
    progressed = Signal(int, object)
    turns_ready = Signal(int, object)
    finished = Signal(int, object)
    failed = Signal(int, object)
    cancelled = Signal(int)
    reclustered = Signal(object, object)
    recluster_failed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.submitted: list[tuple[Path, JobOptions]] = []
        self.cancel_asked: list[int] = []
        self.checks = 0
        self.wishes: list[tuple[object, ReclusterRequest]] = []
        self.models = ScriptedModelJobs(self)

    def start(self) -> None:
        """Nothing starts."""

    def submit(self, path: Path, options: JobOptions) -> int:
        """Remember the job."""
        self.submitted.append((path, options))
        return len(self.submitted)

    def cancel(self, job_id: int) -> None:
        """Cancel at once."""
        self.cancel_asked.append(job_id)
        self.cancelled.emit(job_id)

    def recluster(self, key: object, request: ReclusterRequest) -> None:
        """Remember the wish."""
        self.wishes.append((key, request))

    def check_engines(self) -> None:
        """Count."""
        self.checks += 1

    def shutdown(self) -> None:
        """Nothing to end."""

    # What a test makes happen.

    def report(
        self, *engines: EngineStatus, links: tuple[Link, ...] = (), needed: frozenset[str] = frozenset()
    ) -> None:
        """Say how the engines are."""
        self.engines_reported.emit(StatusReport(engines, links, needed))

    def work(self, job_id: int, overall: float = 0.62, eta_s: float | None = 60.0) -> None:
        """Start the job, and come this far."""
        self.job_started.emit(job_id)
        self.progressed.emit(job_id, Progress(Stage.SEGMENTATION, overall, overall, eta_s))

    def send(self, job_id: int, *turns: Turn, speakers: tuple[Speaker, ...] = (ANNA, BEN, CLEO)) -> None:
        """Finish turns."""
        self.turns_ready.emit(job_id, Partial(turns, speakers))

    def finish(self, job_id: int, result: Transcript, voices: bytes | None = None) -> None:
        """Finish the job."""
        self.finished.emit(job_id, Done(result, voices))

    def grant(self, result: Transcript) -> None:
        """Answer the newest wish."""
        self.reclustered.emit(self.wishes[-1][0], result)

    def refuse(self, reason: str, hint: str = "") -> None:
        """Answer the newest wish with a failure."""
        self.recluster_failed.emit(self.wishes[-1][0], Failed(reason, hint))

    def fail(self, job_id: int, reason: str, hint: str = "") -> None:
        """Fail the job."""
        self.failed.emit(job_id, Failed(reason, hint))
