"""The whole job: a recording in, a transcript out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.core.asr.hallucinations import believing
from desktop_app.core.asr.speech_evidence import SpeechEvidence
from desktop_app.core.audio.recording import Recording, open_recording
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.offline import Diarization, listen, recluster
from desktop_app.core.diarization.recording_segmenter import AnySegmenter
from desktop_app.core.diarization.voices import pack_voices, unpack_voices
from desktop_app.core.embedding.chain import EmbedderChain
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.align import speakers_of
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.language_doubt import OnDoubt
from desktop_app.core.pipeline.language_watch import LanguageWatch
from desktop_app.core.pipeline.stages import JobListener, JobOptions, Stage
from desktop_app.core.pipeline.transcribe_words import transcribe_words
from desktop_app.core.pipeline.turns_so_far import TurnsSoFar
from desktop_app.core.pipeline.warnings import embedding_warnings, passed_over_warnings
from desktop_app.core.pipeline.words_by_time import speech_spans
from desktop_app.core.store.content_id import content_id
from desktop_app.core.transcript.spoken_languages import AUTO
from desktop_app.core.transcript.stretches import moved
from desktop_app.core.transcript.values import AudioSource, EmbeddingReport, Span, Transcript
from desktop_app.translation import plural, tr


@dataclass(frozen=True, slots=True)
class Transcription:
    """What a job makes of a recording.

    voices: packed; with them, who spoke can be decided anew without the recording.
    """

    transcript: Transcript
    voices: bytes


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
) -> Transcription:
    """Transcribe one file, or one stretch of it, whose times are the whole file's; its voices' times are its own, so
    they serve nobody later.

    AudioError if the file cannot be read, ModelUnavailable if an engine cannot be used, or none knows the language. A
    recording without speech gives a transcript without turns. What stood in for what was chosen, and why, is in the
    transcript's warnings. TranscriptionInterrupted where KeyboardInterrupt comes after the first turn was finished.
    on_doubt: told, while it runs, that the recording is hardly in a language that can be written down.
    """
    engines.require_language(options.language)
    engines.prepare(lambda done: listener.progress(Stage.PREPARING, done))
    listener.progress(Stage.LOADING, 0.0)
    segmenter, embedders, recogniser = (
        engines.recording_segmenter(),
        engines.embedders(),
        engines.recogniser(options.language),
    )
    evidence = SpeechEvidence(engines.detector.get())
    with diarized(path, segmenter.engine, embedders, evidence, options, listener, stretch) as (
        recording,
        voices,
        diarization,
    ):
        report = embedders.report()
        so_far = TurnsSoFar(listener)
        watch = LanguageWatch(so_far, recogniser.engine, on_doubt)
        before = Transcript(
            audio=audio_source(recording),
            speakers=speakers_of(diarization.speakers),
            engines=(segmenter.engine.use, *embedders.uses(), recogniser.engine.use),
            embedding=report,
            warnings=(
                *recording.damage.sentences(),
                *passed_over_warnings(segmenter.engine.use.name, segmenter.passed_over),
                *embedding_warnings(report),
                *passed_over_warnings(recogniser.engine.use.name, recogniser.passed_over),
            ),
        )
        try:
            if options.language == AUTO:
                watch.listen(engines.language_listener, recording.samples, speech_spans(diarization.full))
            else:
                watch.trust()
            written = transcribe_words(
                recording.samples,
                diarization,
                recogniser.engine,
                watch,
                believe=watch.reading(believing(evidence)),
                vocabulary=engines.settings.asr.vocabulary,
                language=options.language,
            )
        except KeyboardInterrupt as interruption:
            if not so_far.any:
                raise
            before = replace(before, warnings=(*before.warnings, *watch.warnings()))
            raise TranscriptionInterrupted(Transcription(so_far.added_to(before), voices)) from interruption
        transcript = replace(
            before,
            turns=written.turns,
            language=written.language,
            warnings=(*before.warnings, *written.warnings, *watch.warnings()),
        )
        return Transcription(moved(transcript, stretch.start_ms if stretch else 0), voices)


def diarize_recording(
    path: Path, engines: Engines, options: JobOptions, listener: JobListener
) -> tuple[AudioSource, Diarization, EmbeddingReport]:
    """Who speaks when in one file, without its words; the recogniser is not loaded. Errors as transcribe_recording."""
    engines.prepare(lambda done: listener.progress(Stage.PREPARING, done))
    listener.progress(Stage.LOADING, 0.0)
    segmenter, embedders = engines.recording_segmenter().engine, engines.embedders()
    evidence = SpeechEvidence(engines.detector.get())
    with diarized(path, segmenter, embedders, evidence, options, listener, None) as (recording, _, diarization):
        return audio_source(recording), diarization, embedders.report()


@contextmanager
def diarized(
    path: Path,
    segmenter: AnySegmenter,
    embedders: EmbedderChain,
    evidence: SpeechEvidence,
    options: JobOptions,
    listener: JobListener,
    stretch: Span | None,
) -> Iterator[tuple[Recording, bytes, Diarization]]:
    """The recording, open, with its packed voices and who speaks when. Errors as transcribe_recording."""
    listener.progress(Stage.DECODING, 0.0)
    with open_recording(
        path,
        track=options.track,
        channel=options.channel,
        on_progress=lambda done: listener.progress(Stage.DECODING, done),
    ) as recording:
        if stretch is not None:
            recording.keep_only(stretch)
        heard = listen(
            recording.samples,
            segmenter,
            embedders,
            hop=options.hop,
            opinion=evidence,
            on_segmentation=lambda done: listener.progress(Stage.SEGMENTATION, done),
            on_embedding=lambda done: listener.progress(Stage.EMBEDDING, done),
        )
        _require_any(embedders.report(), embedders.first.use.name)
        bounds = SpeakerBounds(options.min_speakers or 1, options.max_speakers)
        # Decided from the voices as they are kept: the same choice gives the same transcript later.
        voices = pack_voices(heard)
        yield recording, voices, recluster(unpack_voices(voices), bounds, sensitivity=options.sensitivity)


def _require_any(report: EmbeddingReport, name: str) -> None:
    if report.lost and not report.embedded:
        reasons = "; ".join(dict.fromkeys(fallback.reason for fallback in report.fallbacks))
        raise ModelUnavailable(
            name,
            plural(
                "none of the {n} segments could be told apart ({reasons})",
                "none of the {n} segments could be told apart ({reasons})",
                report.lost,
                reasons=reasons,
            ),
            tr("See `diarist doctor`"),
        )


def audio_source(recording: Recording) -> AudioSource:
    """The recording as a transcript names it."""
    return AudioSource(
        file=str(recording.path.absolute()),
        duration_ms=recording.duration_ms,
        sample_rate_hz=recording.source_rate_hz,
        channels=recording.source_channels,
        sha256=content_id(recording.path),
        tracks=recording.tracks_there,
        heard=recording.heard,
    )
