"""Who speaks in a recording: told by their voices, or by the microphone that each has."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.recording import Recording, open_recording
from desktop_app.core.audio.together import open_together
from desktop_app.core.diarization.channels import listen_apart, of_speaker
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.errors import SegmentationFailed
from desktop_app.core.diarization.offline import Diarization, listen, recluster
from desktop_app.core.diarization.recording_segmenter import AnySegmenter
from desktop_app.core.diarization.voices import pack_voices, unpack_voices
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.first_usable import Preferred
from desktop_app.core.pipeline.align import speaker_id, speakers_of
from desktop_app.core.pipeline.speaker_engines import SpeakerEngines
from desktop_app.core.pipeline.stages import JobListener, JobOptions, Stage
from desktop_app.core.pipeline.transcribe_channels import SpeakerSound
from desktop_app.core.pipeline.words_by_time import speech_spans
from desktop_app.core.transcript.values import EmbeddingReport, EngineUse, HeardTrack, Span, Speaker
from desktop_app.translation import plural, tr


@dataclass(frozen=True, slots=True)
class HeardSpeakers:
    """The speakers of a recording. heard: in which tracks and channels. apart: each with a sound, if they have one.

    segmenter: what found who speaks. embedding_uses: the engines that told them by voice.
    voices: packed; None, as report is, where nobody was told by voice.
    """

    diarization: Diarization
    speakers: tuple[Speaker, ...]
    heard: tuple[HeardTrack, ...]
    segmenter: Preferred[AnySegmenter]
    apart: tuple[SpeakerSound, ...] = ()
    voices: bytes | None = None
    report: EmbeddingReport | None = None
    embedding_uses: tuple[EngineUse, ...] = ()
    warnings: tuple[str, ...] = ()

    def clearest(self, samples: NDArray[np.float32]) -> tuple[NDArray[np.float32], list[Span]]:
        """A sound, and where in it somebody speaks: the recording's samples, or what the one who speaks most has."""
        if not self.apart:
            return samples, speech_spans(self.diarization.full)
        alone = [of_speaker(self.diarization, number).full for number in range(len(self.apart))]
        most = max(range(len(alone)), key=lambda at: sum(each.end_ms - each.start_ms for each in alone[at]))
        return self.apart[most].samples, speech_spans(alone[most])


@contextmanager
def heard_recording(
    path: Path, together: Sequence[Path], options: JobOptions, listener: JobListener, stretch: Span | None
) -> Iterator[Recording]:
    """The recording, or a stretch of it, with the sounds of the people who are apart, if that is asked for."""
    listener.progress(Stage.DECODING, 0.0)

    def told(done: float) -> None:
        listener.progress(Stage.DECODING, done)

    with (
        open_together((path, *together), track=options.track, channel=options.channel, on_progress=told)
        if together
        else open_recording(
            path, track=options.track, channel=options.channel, apart=options.per_channel, on_progress=told
        )
    ) as recording:
        if stretch is not None:
            recording.keep_only(stretch)
        yield recording


def hear_speakers(
    recording: Recording,
    engines: SpeakerEngines,
    options: JobOptions,
    listener: JobListener,
    *,
    apart: bool,
) -> HeardSpeakers:
    """Who speaks in the recording. apart: in its own sounds, if two at least are somebody's; else told by voice, and
    that is said. What fails to find out on the way is passed over, and it is all begun anew."""
    try:
        return _heard_speakers(recording, engines, options, listener, apart=apart)
    except SegmentationFailed as failure:
        return _heard_speakers(recording, engines.after(failure), options, listener, apart=apart)


def _heard_speakers(
    recording: Recording,
    engines: SpeakerEngines,
    options: JobOptions,
    listener: JobListener,
    *,
    apart: bool,
) -> HeardSpeakers:
    if apart and len(recording.own_sounds) > 1:
        found = _apart(recording, engines, options, listener)
        if len(found.apart) > 1:
            return found
    alone = tr("Only one channel carries a voice of its own: the speakers were told apart by their voices.")
    warnings = (alone,) if apart else ()
    return _by_voice(recording, engines, options, listener, warnings)


def _apart(recording: Recording, engines: SpeakerEngines, options: JobOptions, listener: JobListener) -> HeardSpeakers:
    found = listen_apart(
        [sound.samples for sound in recording.own_sounds],
        engines.segmenter.engine,
        hop=options.hop,
        opinion=engines.evidence,
        on_progress=lambda done: listener.progress(Stage.SEGMENTATION, done),
    )
    sounds = [recording.own_sounds[place] for place in found.sounds]
    speakers = tuple(Speaker(speaker_id(number), sound.name, number) for number, sound in enumerate(sounds))
    return HeardSpeakers(
        found.diarization,
        speakers,
        recording.own_heard or recording.heard,
        engines.segmenter,
        tuple(SpeakerSound(who, sound.samples) for who, sound in zip(speakers, sounds, strict=True)),
    )


def _by_voice(
    recording: Recording,
    engines: SpeakerEngines,
    options: JobOptions,
    listener: JobListener,
    warnings: tuple[str, ...],
) -> HeardSpeakers:
    embedders = engines.embedders()
    heard = listen(
        recording.samples,
        engines.segmenter.engine,
        embedders,
        hop=options.hop,
        opinion=engines.evidence,
        on_segmentation=lambda done: listener.progress(Stage.SEGMENTATION, done),
        on_embedding=lambda done: listener.progress(Stage.EMBEDDING, done),
    )
    report = embedders.report()
    _require_any(report, embedders.first.use.name)
    bounds = SpeakerBounds(options.min_speakers or 1, options.max_speakers)
    # Decided from the voices as they are kept: the same choice gives the same transcript later.
    voices = pack_voices(heard)
    diarization = recluster(unpack_voices(voices), bounds, sensitivity=options.sensitivity)
    return HeardSpeakers(
        diarization,
        speakers_of(diarization.speakers),
        recording.heard,
        engines.segmenter,
        voices=voices,
        report=report,
        embedding_uses=embedders.uses(),
        warnings=warnings,
    )


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
