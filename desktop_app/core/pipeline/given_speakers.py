"""The speakers of others, with words of ours: what is said in the stretches of a timeline that somebody has."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop_app.core.asr.hallucinations import believing
from desktop_app.core.asr.speech_evidence import SpeechEvidence
from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.diarization.timeline import Segment, exclusive_timeline
from desktop_app.core.pipeline.align import speaker_id
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.heard_speakers import heard_recording
from desktop_app.core.pipeline.stages import JobListener, JobOptions, Stage
from desktop_app.core.pipeline.transcribe import audio_source
from desktop_app.core.pipeline.transcribe_words import transcribe_words
from desktop_app.core.pipeline.warnings import passed_over_warnings
from desktop_app.core.transcript.values import Speaker, Transcript


def transcribe_given_speakers(
    path: Path, given: Transcript, engines: Engines, options: JobOptions, listener: JobListener
) -> Transcript:
    """What is said in the recording, by whom the transcript says that speaks then; its own words are forgotten, its
    speakers keep their names. Errors as transcribe_recording; nothing is loaded that tells speakers apart."""
    engines.require_language(options.language)
    listener.progress(Stage.LOADING, 0.0)
    recogniser = engines.recogniser(options.language)
    evidence = SpeechEvidence(engines.detector.get())
    with heard_recording(path, (), replace(options, per_channel=False), listener, None) as recording:
        written = transcribe_words(
            recording.samples,
            timeline_of(given, recording.duration_ms),
            recogniser.engine,
            listener,
            believe=believing(evidence),
            vocabulary=engines.settings.asr.vocabulary,
            language=options.language,
        )
        return Transcript(
            audio=audio_source(recording, recording.heard),
            speakers=tuple(replace(each, id=speaker_id(at)) for at, each in enumerate(given.speakers)),
            turns=written.turns,
            engines=(recogniser.engine.use,),
            language=written.language,
            warnings=(
                *recording.damage.sentences(),
                *passed_over_warnings(recogniser.engine.use.name, recogniser.passed_over),
                *written.warnings,
                *given.warnings,
            ),
        )


def timeline_of(transcript: Transcript, end_ms: int) -> Diarization:
    """Who speaks when, by the transcript's turns, as diarization would have found it; nothing reaches beyond end_ms.

    Speakers are numbered as they are listed.
    """
    segments = [each for at, speaker in enumerate(transcript.speakers) for each in _segments(transcript, speaker, at)]
    inside = [replace(each, end_ms=min(each.end_ms, end_ms)) for each in segments if each.start_ms < end_ms]
    full = tuple(sorted(inside, key=lambda each: (each.start_ms, each.end_ms, each.speaker)))
    return Diarization(full, exclusive_timeline(full), speakers=len(transcript.speakers), embedded=0, skipped=0)


def _segments(transcript: Transcript, speaker: Speaker, number: int) -> Iterator[Segment]:
    """The stretches of one speaker, those that touch made one."""
    spans = sorted(span for turn in transcript.turns if turn.speaker == speaker.id for span in turn.speech)
    gathered: list[Segment] = []
    for span in spans:
        if gathered and span.start_ms <= gathered[-1].end_ms:
            gathered[-1] = replace(gathered[-1], end_ms=max(gathered[-1].end_ms, span.end_ms))
        elif span.duration_ms:
            gathered.append(Segment(number, span.start_ms, span.end_ms))
    return iter(gathered)
