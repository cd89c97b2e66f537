"""What scripts may do, under the name `diarist`: transcribe, load, save, export, recluster. Qt draws pages alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from os import PathLike
from pathlib import Path

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.options import SENSITIVITY
from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.errors import ExportError, TranscriptFileError, cause_in_words
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.registry import format_for, format_of
from desktop_app.core.importing.import_file import import_file
from desktop_app.core.importing.reading import read_contents
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.estimate import JobEstimate
from desktop_app.core.pipeline.kept_voices import finished, voices_of
from desktop_app.core.pipeline.reassign import recluster_transcript
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import transcribe_recording
from desktop_app.core.project.errors import ProjectError
from desktop_app.core.project.export_format import PROJECT_FORMAT, in_hand
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.places import is_project
from desktop_app.core.store.atomic import write_atomically
from desktop_app.core.store.errors import SettingsError, VoicesUnavailable
from desktop_app.core.store.settings import AsrEngine, Settings
from desktop_app.core.store.settings_file import load_settings
from desktop_app.core.transcript.spoken_languages import AUTO
from desktop_app.core.transcript.values import Span, Speaker, Transcript, Turn
from desktop_app.printing.all_formats import ALL_FORMATS

AnyPath = str | PathLike[str]
Progress = Callable[[str, float], object]
_WITHOUT_END_MS = 10_000_000_000


class DiaristError(Exception):
    """What could not be done; the message is a sentence for people. The error it comes from is its cause."""


def transcribe(
    path: AnyPath,
    *,
    language: str = AUTO,
    speakers: int | None = None,
    min_speakers: int | None = None,
    max_speakers: int | None = None,
    sensitivity: float = SENSITIVITY,
    asr: str | None = None,
    vocabulary: Iterable[str] = (),
    track: int | None = None,
    channel: int | None = None,
    per_channel: bool = False,
    start_s: float = 0.0,
    end_s: float | None = None,
    keep_voices: bool = True,
    progress: Progress | None = None,
) -> Transcript:
    """Who said what in a recording, sound or video.

    language: a BCP 47 tag such as 'de', or 'auto'. speakers: how many there are, if that is known; else their least and
    most number. sensitivity: 0 to 1, how small a difference makes two speakers of two voices. asr: what writes down the
    words, as `diarist transcribe --asr`; the settings say it if None, as they say everything else about engines.
    vocabulary: names and jargon to prefer. track, channel: the only ones to hear, from 1. per_channel: whoever
    speaks in a channel, or in a sound track where there are several, is one speaker. start_s, end_s: the stretch
    that is meant, in seconds; times in the transcript are the whole recording's. keep_voices: so that `recluster` can
    be asked later, for whole recordings. progress: told the stage and how much of the whole is done, 0 to 1; what it
    raises ends the work.

    Engines stay loaded for the next recording. DiaristError where the recording cannot be read, or no engine used.
    """
    with _told():
        settings = load_settings()
        asked = replace(settings.asr, engine=AsrEngine(asr) if asr else settings.asr.engine)
        if vocabulary:
            asked = replace(asked, vocabulary=tuple(vocabulary))
        options = JobOptions(
            speakers or min_speakers,
            speakers or max_speakers,
            sensitivity,
            track=track,
            channel=channel,
            language=language,
            per_channel=per_channel,
        )
        engines = _engines(replace(settings, asr=replace(asked, language=language)))
        stretch = _stretch(start_s, end_s)
        made = transcribe_recording(Path(path), engines, options, _Listener(progress), stretch=stretch)
        return finished(made, replace(options, keep_voices=keep_voices and stretch is None))


def load(path: AnyPath, *, sound: AnyPath | None = None) -> Transcript:
    """The transcript in a project (.diarist), as it is edited now, in what Diarist exported as JSON, or in a file of
    another program: subtitles, a text, ELAN, Praat and others, as `diarist import` has them.

    sound: the recording of what another program wrote; without it, the one of the same name beside it. DiaristError
    where there is no transcript.
    """
    file = Path(path)
    with _told():
        if not is_project(file):
            contents = read_contents(file, None)
            if isinstance(contents, Transcript) and sound is None:
                return contents
            return import_file(file, sound=Path(sound) if sound else None)
        with open_project(file, read_only=True) as project:
            if project.text is None:
                raise TranscriptFileError(file, "it holds no transcript yet")
            return project.text.transcript


def save(transcript: Transcript, path: AnyPath) -> Path:
    """Keep all of a transcript, as a project (.diarist), which the window opens, or as JSON (.json); the path.

    A file that is there is replaced, unless it is a project that somebody has open. DiaristError where that cannot be.
    """
    file = Path(path)
    with _told():
        if is_project(file):
            return _written(file, PROJECT_FORMAT, transcript, Adaptation())
        if file.suffix.lower() == ".json":
            return _written(file, format_for("json"), transcript, Adaptation())
        raise ExportError(file, "it would lose a part of the transcript: save it as .diarist or .json, or export it")


def export(transcript: Transcript, path: AnyPath, *, format: str | None = None, **options: object) -> Path:  # noqa: A002
    """Write a transcript for another program; the path.

    format: such as 'srt', told by the path's ending if None. options: of the format, and what every export can be asked
    for; `diarist export --help` lists both. A file that is there is replaced. DiaristError where it cannot be written,
    there is no such format, or no such option.
    """
    file = Path(path)
    with _told():
        form = format_for(format, ALL_FORMATS) if format else format_of(file, ALL_FORMATS)
        chosen, adaptation = _chosen(form or format_for(file.suffix, ALL_FORMATS), options)
        return _written(file, chosen, transcript, adaptation)


def recluster(
    transcript: Transcript,
    *,
    speakers: int | None = None,
    min_speakers: int | None = None,
    max_speakers: int | None = None,
    sensitivity: float = SENSITIVITY,
) -> Transcript:
    """The same words given to other speakers, as many as are asked for; nothing is heard again.

    DiaristError where the recording's voices are not kept on this computer.
    """
    with _told():
        bounds = SpeakerBounds(speakers or min_speakers or 1, speakers or max_speakers)
        return recluster_transcript(transcript, voices_of(transcript), bounds, sensitivity=sensitivity)


def _chosen(form: ExportFormat, options: Mapping[str, object]) -> tuple[ExportFormat, Adaptation]:
    """The format with its options, and what of the transcript goes out. SettingsError where there is no such option."""
    of_all = [each.name for each in Adaptation.declarations()]
    own = {each.name for each in form.declarations()}
    for name in options:
        if name not in own and name not in of_all:
            there = ", ".join([*own, *of_all])
            raise SettingsError(f"{form.short_name} has no option {name!r}; there are {there}")
    adaptation = Adaptation().with_values({name: value for name, value in options.items() if name not in own})
    return form.with_options({name: value for name, value in options.items() if name in own}), adaptation


def _written(file: Path, form: ExportFormat, transcript: Transcript, adaptation: Adaptation) -> Path:
    if in_hand(file):
        raise ExportError(file, "somebody has it open")
    try:
        write_atomically(file, form.contents(transcript, adaptation))
    except OSError as error:
        raise ExportError(file, cause_in_words(error, file)) from error
    return file


def _stretch(start_s: float, end_s: float | None) -> Span | None:
    if not start_s and end_s is None:
        return None
    return Span(round(start_s * 1000), _WITHOUT_END_MS if end_s is None else round(end_s * 1000))


@lru_cache(maxsize=1)
def _engines(settings: Settings) -> Engines:
    """Kept warm as long as the same is asked for."""
    return Engines(settings)


class _Listener:
    """Hands on how much of the whole is done."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._estimate = JobEstimate()

    def progress(self, stage: Stage, fraction: float) -> None:
        """See JobListener."""
        if self._progress is not None:
            self._progress(str(stage), self._estimate.at(stage, fraction)[0])

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """See JobListener."""


@contextmanager
def _told() -> Iterator[None]:
    """Whatever the parts of Diarist raise, as one error that a script can catch."""
    try:
        yield
    except (AudioError, ExportError, TranscriptFileError, ModelUnavailable, SettingsError) as error:
        raise DiaristError(str(error)) from error
    except (VoicesUnavailable, ProjectError, OSError, ValueError) as error:
        raise DiaristError(str(error)) from error
