"""What is done with one item of a worklist, wherever that is: it is read, transcribed and written, and its end told."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from time import monotonic

from desktop_app.core.asr.silero import Silero
from desktop_app.core.asr.speech_activity import SpeechDetector
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.doubt.doubtful_share import doubtful_share
from desktop_app.core.export.destination import Destination, identities
from desktop_app.core.export.errors import ExportError
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.kept_voices import finished
from desktop_app.core.pipeline.part_cuts import WHOLE_MS, cut_in_parts
from desktop_app.core.pipeline.part_joining import join_parts, options_of_part
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.transcribe import Transcription
from desktop_app.core.project.export_format import in_hand
from desktop_app.core.store.content_id import content_id
from desktop_app.core.store.export_record import Origin
from desktop_app.core.store.settings import Settings
from desktop_app.core.store.unexpected_fault import in_one_sentence
from desktop_app.core.transcript.values import EngineUse, Span, Transcript
from desktop_app.core.worklist.done_record import Outcome
from desktop_app.core.worklist.items import Item
from desktop_app.core.worklist.remote_recording import RemoteRecordingError, fetched
from desktop_app.core.worklist.shard import Shard
from desktop_app.jobs.engine_process import EngineDied, EngineProcess
from desktop_app.jobs.messages import Done, Failed, TranscribeRequest
from desktop_app.terminal.job_request import duration_s, options_id
from desktop_app.terminal.writing import Unwritten, Writing

_A_MOMENT = Span(0, 3000)
_ID_LETTERS = 10
"""So much of a recording's hash stands in the names of its results: two of a million are hardly ever the same."""


@dataclass(frozen=True)
class Plan:
    """What is to be done with every item.

    out: the folder of all results, whose names end with a part of the recording's hash then; beside each recording,
    under its own name, if None. record: the folder of the record of what is done. resume: leave out what it says is
    done. jobs: how many recordings at a time.
    """

    out: Path | None
    record: Path
    writing: Writing
    options: JobOptions
    settings: Settings
    shard: Shard = field(default_factory=Shard)
    resume: bool = False
    jobs: int = 1

    @cached_property
    def options_id(self) -> str:
        """The same for all that gives the same files of the same recording."""
        return self.writing.asked_with(options_id(self.options, self.settings))


@dataclass(frozen=True, slots=True)
class Ended:
    """How an item ended. is_skipped: it was done before. unwritten: its transcript, where that could not be written.
    parts: it has not ended: it is so long that these are to be heard apart. has_killed: its engines died while they did
    it."""

    outcome: Outcome
    is_skipped: bool = False
    unwritten: Transcript | None = None
    parts: tuple[Span, ...] = ()
    has_killed: bool = False


@dataclass(frozen=True, slots=True)
class HeardPart:
    """What was heard of a part, in so many seconds; None if nothing was, for this reason. has_killed: as Ended's."""

    span: Span
    made: Transcription | None
    seconds: float
    reason: str = ""
    has_killed: bool = False


class ItemWorker:
    """Does one item after the other in an engine process, which stays warm. `stop` may be called from any thread."""

    def __init__(
        self, plan: Plan, new_process: Callable[[], EngineProcess] = EngineProcess, *, cuts_long: bool = False
    ) -> None:
        """cuts_long: a long recording is not done, but cut into parts."""
        self._plan = plan
        self._cuts_long = cuts_long
        self._process = new_process()
        self._is_stopped = False

    def stop(self) -> None:
        """Give up what runs, and take up nothing more."""
        self._is_stopped = True
        self._process.kill()

    def close(self) -> None:
        """End the engine process, and wait until it is gone."""
        self._process.close()

    def do(self, item: Item, place: Destination | None, before: Sequence[Outcome] = ()) -> Ended:
        """Do an item, whatever may be wrong with it. place: where its results go if not into the folder of all.
        before: how it ended in former runs that are to be believed."""
        started_s = monotonic()
        cut = self._cut if self._cuts_long and item.stretch is None else lambda _: ()
        ended = self._ended(item, place, self._heard, before, cut)
        return replace(ended, outcome=replace(ended.outcome, seconds=round(monotonic() - started_s, 2)))

    def hear_part(self, item: Item, span: Span) -> HeardPart:
        """Transcribe one of an item's parts, without writing anything."""
        started_s = monotonic()
        made, reason, has_killed = None, "", False
        try:
            with _file_of(item) as file:
                options = replace(options_of_part(self._plan.options), keep_voices=False)
                done = self._asked(TranscribeRequest(file, options, (), span, self._plan.settings))
                made = Transcription(done.transcript, done.voices)
        except GivenUp as error:
            reason, has_killed = f"{item.source}: {error}", isinstance(error, _EnginesGone)
        except Exception as error:  # noqa: BLE001  as of whole items
            reason = _why(item, error)
        return HeardPart(span, made, monotonic() - started_s, reason, has_killed)

    def join(self, item: Item, place: Destination | None, parts: Sequence[HeardPart]) -> Ended:
        """Write what comes of all its parts; what they took is counted together."""
        heard = [(part.span, part.made) for part in parts if part.made is not None]
        options = self._plan.options
        ended = self._ended(item, place, lambda *_: finished(join_parts(heard, options), options))
        return replace(ended, outcome=replace(ended.outcome, seconds=round(sum(part.seconds for part in parts), 2)))

    def _ended(
        self,
        item: Item,
        place: Destination | None,
        hear: Callable[[Item, Path], Transcript],
        before: Sequence[Outcome] = (),
        cut: Callable[[Path], tuple[Span, ...]] = lambda _: (),
    ) -> Ended:
        known = Outcome(item.name, item.stretch_ms, None, self._plan.options_id, at=datetime.now(UTC).isoformat())
        try:
            with _file_of(item) as file:
                known = replace(known, sha256=content_id(file))
                if any(self._is_done(known, each) for each in before):
                    return Ended(known, is_skipped=True)
                place = place or self._place(item, file, known)
                self._plan.writing.try_place(place, Origin(known.sha256, _made_with(known)), file)
                if parts := cut(file):
                    return Ended(known, parts=parts)
                return Ended(self._written(item, hear(item, file), place, known))
        except Unwritten as error:
            heard = _heard_of(item, error.transcript, known)
            outcome = replace(heard, reason=str(error), kept=tuple(map(str, error.kept)))
            return Ended(outcome, unwritten=error.transcript)
        except GivenUp as error:
            return Ended(replace(known, reason=str(error)), has_killed=isinstance(error, _EnginesGone))
        except Exception as error:  # noqa: BLE001  the border of one item: whatever it is, the next one is done
            return Ended(replace(known, reason=_why(item, error)))

    def _written(self, item: Item, transcript: Transcript, place: Destination, known: Outcome) -> Outcome:
        named = item.address or str(item.path.absolute())
        exported = self._plan.writing.write(named, transcript, place, self._plan.options, _made_with(known))
        heard = _heard_of(item, transcript, known)
        names = self._plan.writing.names_left(transcript)
        return replace(
            heard,
            results=tuple(self._seen_from_record(path) for path in exported.paths),
            warnings=(*heard.warnings, names) if names else heard.warnings,
        )

    def try_engines(self) -> tuple[EngineUse, ...]:
        """By what items will be done, found out by doing a few seconds of packaged speech. GivenUp says why not."""
        options = replace(self._plan.options, keep_voices=False)
        return self._asked(
            TranscribeRequest(sample_recording(), options, (), _A_MOMENT, self._plan.settings)
        ).transcript.engines

    def _cut(self, file: Path) -> tuple[Span, ...]:
        if 0 < duration_s(file) * 1000 <= WHOLE_MS:  # as most are
            return ()
        return cut_in_parts(file, self._plan.options, self._detector)

    @cached_property
    def _detector(self) -> SpeechDetector:
        return Silero()

    def _heard(self, item: Item, file: Path) -> Transcript:
        options = replace(self._plan.options, keep_voices=self._plan.options.keep_voices and item.stretch is None)
        try:
            return self._asked(TranscribeRequest(file, options, (), item.stretch, self._plan.settings)).transcript
        except GivenUp as given_up:
            raise type(given_up)(f"{item.source}: {given_up}") from given_up

    def _asked(self, request: TranscribeRequest) -> Done:
        if self._is_stopped:
            raise GivenUp("interrupted")
        try:
            last = list(self._process.ask(request))[-1]
        except EngineDied as error:
            raise _EnginesGone(f"the engine process is gone: {error}") from error
        if not isinstance(last, Done):
            raise GivenUp(f"{last.reason} {last.hint}".strip() if isinstance(last, Failed) else str(last))
        return last

    def _is_done(self, known: Outcome, before: Outcome) -> bool:
        if before.key != known.key or before.reason or known.sha256 is None:
            return False
        wanted = {f".{ending}" for ending in self._plan.writing.endings}
        there = [name for name in before.results if (self._plan.record / name).exists()]
        return all(any(name.endswith(ending) for name in there) for ending in wanted)

    def _place(self, item: Item, file: Path, known: Outcome) -> Destination:
        """In the folder of all, results are called by what is in the recording."""
        stem = f"{item.path.stem}.{(known.sha256 or '')[:_ID_LETTERS]}"
        if item.stretch is not None:
            stem += f".{item.stretch.start_ms}-{item.stretch.end_ms}"
        return Destination(self._plan.out or file.parent, stem, identities([file]), in_hand=in_hand)

    def _seen_from_record(self, path: Path) -> str:
        path, folder = path.absolute(), self._plan.record.absolute()
        return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)


class GivenUp(Exception):
    """An item was given up; the message is for people."""


class _EnginesGone(GivenUp):
    """The engine process has ended in the middle of it."""


@contextmanager
def _file_of(item: Item) -> Iterator[Path]:
    if item.refusal:
        raise GivenUp(f"{item.path}: {item.refusal}")
    if not item.address:
        yield item.path
        return
    with fetched(item.address) as file:
        yield file


def _made_with(known: Outcome) -> str:
    return f"{known.options} {known.stretch_ms or ''}".strip()


def _why(item: Item, error: Exception) -> str:
    """Why an item failed, in a sentence that names it."""
    match error:
        case ExportError() | RemoteRecordingError():  # they name what they mean
            return str(error)
        case AudioError():
            return f"{item.source}: {error.sentence}"
    return str(in_one_sentence(item.source, error))


def _heard_of(item: Item, transcript: Transcript, known: Outcome) -> Outcome:
    """What is known of an item, and what its transcript tells of the work."""
    before_ms = item.stretch.start_ms if item.stretch is not None else 0
    doubtful = doubtful_share(transcript)
    return replace(
        known,
        sound_s=round((transcript.audio.duration_ms - before_ms) / 1000, 2),
        engines=tuple(engine.name for engine in transcript.engines),
        warnings=transcript.warnings,
        language=transcript.language or "",
        doubtful=None if doubtful is None else round(doubtful, 3),
        speakers=len(transcript.speakers),
    )
