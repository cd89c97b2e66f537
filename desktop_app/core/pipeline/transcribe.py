"""The whole job: a recording in, a transcript out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from desktop_app.core.asr.hallucinations import Believe, believing
from desktop_app.core.asr.recogniser import AnyRecogniser
from desktop_app.core.audio.recording import Recording
from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.models.first_usable import Preferred
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.heard_speakers import HeardSpeakers, hear_speakers, heard_recording
from desktop_app.core.pipeline.language_doubt import OnDoubt
from desktop_app.core.pipeline.language_watch import LanguageWatch
from desktop_app.core.pipeline.speaker_engines import load_speaker_engines
from desktop_app.core.pipeline.stages import JobListener, JobOptions
from desktop_app.core.pipeline.transcribe_channels import transcribe_channels
from desktop_app.core.pipeline.transcribe_words import TranscribedWords, transcribe_words
from desktop_app.core.pipeline.turns_so_far import TurnsSoFar, interrupted
from desktop_app.core.pipeline.warnings import embedding_warnings, passed_over_warnings
from desktop_app.core.store.content_id import content_id
from desktop_app.core.transcript.spoken_languages import AUTO
from desktop_app.core.transcript.stretches import moved
from desktop_app.core.transcript.values import AudioSource, EmbeddingReport, HeardTrack, Span, Transcript


@dataclass(frozen=True, slots=True)
class Transcription:
    """What a job makes of a recording.

    voices: packed; with them, who spoke can be decided anew without the recording. None where nobody was told by voice.
    """

    transcript: Transcript
    voices: bytes | None


class TranscriptionInterrupted(KeyboardInterrupt):
    """Ctrl+C, or what counts as that, when some turns were done: they are in the transcription, which says so."""

    def __init__(self, transcription: Transcription) -> None:
        self.transcription = transcription
        super().__init__()


def transcribe_recording(
    path: Path,
    engines: Engines,
    options: JobOptions,
    listener: JobListener,
    on_doubt: OnDoubt = lambda _: None,
    *,
    stretch: Span | None = None,
    together: Sequence[Path] = (),
) -> Transcription:
    """Transcribe one file, or one stretch of it, whose times are the whole file's; its voices' times are its own, so
    they serve nobody later.

    AudioError if the file cannot be read, ModelUnavailable if an engine cannot be used, or none knows the language. A
    recording without speech gives a transcript without turns. What stood in for what was chosen, and why, is in the
    transcript's warnings. TranscriptionInterrupted where KeyboardInterrupt comes after the first turn was finished.
    on_doubt: told, while it runs, that the recording is hardly in a language that can be written down. together: other
    recordings of the same meeting, each of one more person; see open_together.
    """
    engines.require_language(options.language)
    apart, start_ms = options.per_channel or bool(together), stretch.start_ms if stretch else 0
    telling = load_speaker_engines(engines, listener, apart=apart)
    recogniser = engines.recogniser(options.language)
    with heard_recording(path, together, options, listener, stretch) as recording:
        heard = hear_speakers(recording, telling, options, listener, apart=apart)
        so_far = TurnsSoFar(listener)
        watch = LanguageWatch(so_far, recogniser.engine, on_doubt)
        wordless = _without_words(recording, heard, recogniser)
        try:
            _watch_language(watch, recording, heard, engines, options)
            believe = watch.reading(believing(telling.evidence))
            written = _written(recording, heard, recogniser.engine, watch, believe, engines, options)
        except KeyboardInterrupt as interruption:
            if not so_far.any:
                raise
            ready = moved(so_far.added_to(_warned(wordless, watch.warnings())), start_ms)
            raise TranscriptionInterrupted(Transcription(interrupted(ready), heard.voices)) from interruption
        transcript = replace(wordless, turns=written.turns, language=written.language)
        transcript = _warned(transcript, (*written.warnings, *watch.warnings()))
        return Transcription(moved(transcript, start_ms), heard.voices)


def diarize_recording(
    path: Path, engines: Engines, options: JobOptions, listener: JobListener
) -> tuple[AudioSource, Diarization, EmbeddingReport]:
    """Who speaks when in one file, without its words; the recogniser is not loaded. Errors as transcribe_recording."""
    telling, apart = load_speaker_engines(engines, listener, apart=options.per_channel), options.per_channel
    with heard_recording(path, (), options, listener, None) as recording:
        heard = hear_speakers(recording, telling, options, listener, apart=apart)
        return audio_source(recording, heard.heard), heard.diarization, heard.report or EmbeddingReport()


def _without_words(
    recording: Recording,
    heard: HeardSpeakers,
    recogniser: Preferred[AnyRecogniser],
) -> Transcript:
    """All of the transcript but what is written down."""
    return Transcript(
        audio=audio_source(recording, heard.heard),
        speakers=heard.speakers,
        engines=(heard.segmenter.engine.use, *heard.embedding_uses, recogniser.engine.use),
        embedding=heard.report,
        warnings=(
            *recording.damage.sentences(),
            *recording.notes,
            *heard.warnings,
            *passed_over_warnings(heard.segmenter.engine.use.name, heard.segmenter.passed_over),
            *(embedding_warnings(heard.report) if heard.report else ()),
            *passed_over_warnings(recogniser.engine.use.name, recogniser.passed_over),
        ),
    )


def _watch_language(
    watch: LanguageWatch, recording: Recording, heard: HeardSpeakers, engines: Engines, options: JobOptions
) -> None:
    if options.language == AUTO:
        watch.listen(engines.language_listener, *heard.clearest(recording.samples))
    else:
        watch.trust()


def _written(
    recording: Recording,
    heard: HeardSpeakers,
    recogniser: AnyRecogniser,
    listener: JobListener,
    believe: Believe,
    engines: Engines,
    options: JobOptions,
) -> TranscribedWords:
    write = partial(transcribe_channels, heard.apart) if heard.apart else partial(transcribe_words, recording.samples)
    return write(
        heard.diarization,
        recogniser,
        listener,
        believe=believe,
        vocabulary=engines.settings.asr.vocabulary,
        language=options.language,
    )


def _warned(transcript: Transcript, warnings: tuple[str, ...]) -> Transcript:
    return replace(transcript, warnings=(*transcript.warnings, *warnings))


def audio_source(recording: Recording, heard: tuple[HeardTrack, ...]) -> AudioSource:
    """The recording as a transcript names it. heard: of its tracks and channels."""
    return AudioSource(
        file=str(recording.path.absolute()),
        duration_ms=recording.duration_ms,
        sample_rate_hz=recording.source_rate_hz,
        channels=recording.source_channels,
        sha256=content_id(recording.path),
        tracks=recording.tracks_there,
        heard=heard,
    )
