"""A service that says what a test tells it to, and transcripts to say."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.core.capture.values import (
    InputDevice,
    Level,
    Notice,
    NoticeKind,
    Recorded,
    RecordingStarted,
    Room,
    Source,
    SourceKind,
    Unfinished,
)
from desktop_app.core.live.events import CaptionEvent, Final, Lag, Partial, Revision, SpeakerFound
from desktop_app.core.models.inventory import ModelEntry
from desktop_app.core.models.link import Link
from desktop_app.core.models.manifest import MOONSHINE_TINY_EN
from desktop_app.core.models.model_spec import ModelFile
from desktop_app.core.pipeline.given import Given
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.core.store.settings import AsrEngine, AsrSettings
from desktop_app.core.transcript.known_speakers import KnownSpeaker
from desktop_app.core.transcript.spoken_languages import AUTO
from desktop_app.core.transcript.values import AudioSource, EngineUse, Span, Speaker, Transcript, Turn, Word
from desktop_app.jobs.live_messages import Draft
from desktop_app.jobs.messages import (
    Bytes,
    Done,
    Doubt,
    ExamineModels,
    Failed,
    MakingReady,
    ModelProgress,
    ModelRequest,
    ModelTrial,
    OwnFound,
    Progress,
    ReclusterRequest,
    StatusReport,
    Testing,
)
from desktop_app.jobs.messages import Partial as TurnsReady
from desktop_app.ui.frame.main_window import MainWindow

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


def moonshine() -> EngineStatus:
    """What comes along to write down the words."""
    return replace(engine("asr", MOONSHINE_TINY_EN.label), model=MOONSHINE_TINY_EN.name, languages=("en",))


ENGINES = (
    engine("segmentation", "pyannote segmentation"),
    engine("embedding", "WeSpeaker"),
    moonshine(),
)


class ScriptedModelJobs(QObject):
    """Has the signals of the real ones; what is asked for goes on only when a test says so."""

    examined = Signal(object)
    progressed = Signal(str, object)
    finished = Signal(str)
    failed = Signal(str, object)
    own_found = Signal(str, object)
    cancelled = Signal(str)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked: list[tuple[str, ModelRequest]] = []
        self.busy: dict[str, ModelRequest] = {}
        self.told: dict[str, ModelProgress] = {}

    def ask(self, key: str, request: ModelRequest) -> None:
        """Remember the request."""
        if key not in self.busy:
            self.asked.append((key, request))
            self.busy[key] = request

    def is_busy(self, key: str) -> bool:
        """Whether the key is at work."""
        return key in self.busy

    def progress(self, key: str) -> ModelProgress | None:
        """What it has told last."""
        return self.told.get(key)

    def cancel(self, key: str) -> None:
        """Cancel at once."""
        told = self._end(key)[1]
        self.cancelled.emit(key)
        if isinstance(told, ModelTrial):
            self.changed.emit()

    # What a test makes happen.

    def come(self, key: str, name: str, done: int, total: int) -> None:
        """Come this far."""
        self._tell(key, Bytes(name, done, total))

    def make_ready(self, key: str, name: str, share: float = 0.0) -> None:
        """Make ready what has come, this far."""
        self._tell(key, MakingReady(name, share))

    def test(self, key: str, name: str, share: float = 0.0) -> None:
        """Test what has come, this far."""
        self._tell(key, Testing(name, share))

    def find_own(self, key: str, found: OwnFound) -> None:
        """Find what may be the user's own."""
        self._end(key)
        self.own_found.emit(key, found)

    def finish(self, key: str, *entries: ModelEntry) -> None:
        """Find these, and finish."""
        for entry in entries:
            self.examined.emit(entry)
        request = self._end(key)[0]
        self.finished.emit(key)
        if not isinstance(request, ExamineModels | None):
            self.changed.emit()

    def fail(self, key: str, reason: str, hint: str = "") -> None:
        """Fail."""
        told = self._end(key)[1]
        self.failed.emit(key, Failed(reason, hint))
        if isinstance(told, ModelTrial):
            self.changed.emit()

    def _tell(self, key: str, progress: ModelProgress) -> None:
        self.told[key] = progress
        self.progressed.emit(key, progress)

    def _end(self, key: str) -> tuple[ModelRequest | None, ModelProgress | None]:
        return self.busy.pop(key, None), self.told.pop(key, None)


class ScriptedService(QObject):
    """Has the signals of the real service; its jobs go on only when a test says so."""

    engines_reported = Signal(object)
    job_started = Signal(int)
    progressed = Signal(int, object)
    turns_ready = Signal(int, object)
    doubted = Signal(int, object)
    finished = Signal(int, object)
    turn_heard = Signal(int, object)
    failed = Signal(int, object)
    check_failed = Signal(object)
    cancelled = Signal(int)
    reclustered = Signal(object, object)
    recluster_failed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.submitted: list[tuple[Path, JobOptions]] = []
        self.known: list[tuple[KnownSpeaker, ...]] = []
        self.held = False
        self.heard: list[tuple[Path, tuple[Span, ...], AsrSettings | None]] = []
        self.cancel_asked: list[int] = []
        self.engines: list[AsrEngine | None] = []
        self.given: list[Given | None] = []
        self.together: list[tuple[Path, ...]] = []
        self.moves: list[tuple[int, int | None]] = []
        self.checks = 0
        self.wishes: list[tuple[object, ReclusterRequest]] = []
        self.models = ScriptedModelJobs(self)

    def start(self) -> None:
        """Nothing starts."""

    def submit(
        self,
        path: Path,
        options: JobOptions,
        known: tuple[KnownSpeaker, ...] = (),
        engine: AsrEngine | None = None,
        *,
        given: Given | None = None,
        together: tuple[Path, ...] = (),
    ) -> int:
        """Remember the job."""
        self.engines.append(engine)
        self.given.append(given)
        self.together.append(together)
        self.submitted.append((path, options))
        self.known.append(known)
        return len(self.submitted)

    def hear_turn(
        self, path: Path, speech: tuple[Span, ...], options: JobOptions, asr: AsrSettings | None = None
    ) -> int:
        """Remember the job, with the others."""
        self.heard.append((path, speech, asr))
        self.submitted.append((path, options))
        self.known.append(())
        return len(self.submitted)

    def hold(self, held: bool) -> None:
        """Remember whether jobs are held."""
        self.held = held

    def cancel(self, job_id: int) -> None:
        """Cancel at once."""
        self.cancel_asked.append(job_id)
        self.cancelled.emit(job_id)

    def move(self, job_id: int, before: int | None) -> None:
        """Remember which waits before which now."""
        self.moves.append((job_id, before))

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
        self.turns_ready.emit(job_id, TurnsReady(turns, speakers))

    def doubt(self, job_id: int, sentence: str) -> None:
        """Say why the job will hardly get the words right."""
        self.doubted.emit(job_id, Doubt(sentence))

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

    def fail_check(self, reason: str, hint: str = "") -> None:
        """Fail to look at the engines."""
        self.check_failed.emit(Failed(reason, hint))


HEADSET = InputDevice("alsa:headset", "Headset", SourceKind.MICROPHONE, 1, 48_000, default=True)
MIXER = InputDevice("alsa:mixer", "Mixer", SourceKind.MICROPHONE, 4, 48_000)
MONITOR = InputDevice("pulse:monitor", "Speakers", SourceKind.SYSTEM_AUDIO, 2, 48_000)
STARTED = datetime(2026, 11, 25, 14, 3).astimezone()


class ScriptedLive(QObject):
    """Has the signals of the real service; it hears only what a test says."""

    inputs_listed = Signal(object)
    levelled = Signal(object)
    room_told = Signal(object)
    noticed = Signal(object)
    started = Signal(object)
    captioned = Signal(object)
    captions_failed = Signal(object)
    recorded = Signal(object)
    drafted = Signal(object)
    failed = Signal(object)
    unfinished_found = Signal(object)
    recovered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[object] = []
        self.languages: list[str] = []
        self.settled: list[Path] = []
        self.is_recording = False
        self.folder = Path("/recordings/Recording 2026-11-25 14.03.00")
        self.now_ms = 0

    @property
    def sound(self) -> Path:
        """The file of the recording."""
        return self.folder / "recording.wav"

    def start(self) -> None:
        """Nothing starts."""

    def list_inputs(self) -> None:
        """Remember."""
        self.asked.append("list inputs")

    def watch(self, source: Source, language: str = AUTO) -> None:
        """Remember."""
        self.languages.append(language)
        self.asked.append(("watch", source))

    def unwatch(self) -> None:
        """Remember."""
        self.asked.append("unwatch")

    def record(self, source: Source, language: str = AUTO) -> None:
        """Remember."""
        self.languages.append(language)
        self.is_recording = True
        self.asked.append(("record", source))

    def pause(self) -> None:
        """Pause at once."""
        self.notice(NoticeKind.PAUSED, "Paused.")

    def resume(self) -> None:
        """Go on at once."""
        self.notice(NoticeKind.RESUMED, "Going on.")

    def stop(self) -> None:
        """Remember."""
        self.asked.append("stop")

    def switch(self, source: Source) -> None:
        """Remember."""
        self.asked.append(("switch", source))

    def drop_captions(self) -> None:
        """Remember."""
        self.asked.append("drop captions")

    def name_speaker(self, speaker_id: str, name: str) -> None:
        """Remember."""
        self.asked.append(("name", speaker_id, name))

    def recover(self, unfinished: Unfinished) -> None:
        """Remember."""
        self.asked.append(("recover", unfinished))

    def settle(self, folder: Path) -> None:
        """Remember."""
        self.settled.append(folder)

    def shutdown(self) -> None:
        """Nothing to end."""

    # What a test makes happen.

    def list(self, *devices: InputDevice) -> None:
        """These can be recorded."""
        self.inputs_listed.emit(devices)

    def begin(self, device: str = "Headset") -> None:
        """The recording has begun."""
        self.started.emit(RecordingStarted(self.folder, device, STARTED))

    def level(self, peak_db: float = -12.0, *, at_ms: int = 0, clipped: bool = False) -> None:
        """It is this loud."""
        self.levelled.emit(Level(at_ms, peak_db, peak_db - 8, clipped))

    def room(self, hours: float) -> None:
        """The disk can take so many hours."""
        self.room_told.emit(Room(int(hours * 3600 * 96_000), hours * 3600))

    def notice(self, kind: NoticeKind, text: str, device: str | None = None) -> None:
        """This happened."""
        self.noticed.emit(Notice(kind, text, self.now_ms, device))

    def say(self, *events: CaptionEvent) -> None:
        """The captions say this."""
        for event in events:
            self.captioned.emit(event)

    def lag(self, lag_ms: int) -> None:
        """The captions are so far behind."""
        self.captioned.emit(Lag(self.now_ms, lag_ms))

    def end(self, text: str = "", duration_ms: int = 9000) -> None:
        """The sound is complete."""
        self.is_recording = False
        self.recorded.emit(Recorded(self.folder, self.sound, duration_ms, text=text))

    def draft(self, result: Transcript, *, written: bool = True) -> None:
        """The captions are settled."""
        self.drafted.emit(Draft(result, self.folder / "draft.json" if written else None))

    def break_off(self, reason: str, hint: str = "") -> None:
        """The recorder is dead, or cannot do what it was asked."""
        self.is_recording = False
        self.failed.emit(Failed(reason, hint))

    def refuse(self, reason: str, hint: str = "") -> None:
        """Something cannot be done; a recording goes on."""
        self.failed.emit(Failed(reason, hint))


def found(speaker: Speaker) -> SpeakerFound:
    """A new voice."""
    return SpeakerFound(0, speaker)


def partial(turn_id: int, text: str, start_ms: int = 0, speaker: Speaker | None = ANNA, settled: int = 0) -> Partial:
    """Words that may still change."""
    return Partial(0, turn_id, speaker.id if speaker else None, start_ms, start_ms + 1000, text, settled)


def final(turn_id: int, text: str, start_ms: int = 0, speaker: Speaker | None = ANNA) -> Final:
    """Words that stay."""
    said = turn(text, start_ms)
    return Final(0, turn_id, speaker.id if speaker else None, start_ms, said.end_ms, said.words)


def revision(turn_id: int, speaker: Speaker | None) -> Revision:
    """Another speaker."""
    return Revision(0, turn_id, speaker.id if speaker else None)


def menu_action(window: MainWindow, text: str) -> QAction:
    """What stands in the window's menu, or in a menu of it."""
    menus = [window.menu, *window.menu.findChildren(QMenu)]
    return next(action for menu in menus for action in menu.actions() if action.text() == text)
