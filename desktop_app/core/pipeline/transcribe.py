"""The whole job: a recording in, a transcript out."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.recogniser import Recogniser
from desktop_app.core.audio.recording import Recording, open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.offline import Diarization, listen, recluster
from desktop_app.core.diarization.segmentation import Segmenter
from desktop_app.core.diarization.voices import pack_voices, unpack_voices
from desktop_app.core.embedding.embedder import Embedder
from desktop_app.core.pipeline.align import TurnBuilder, speakers_of
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.regions import Region, cut_regions
from desktop_app.core.pipeline.stages import JobListener, JobOptions, Stage
from desktop_app.core.transcript.values import AudioSource, Transcript, Turn, Word

MARGIN_MS = 150
"""Sound given to the recogniser before and after a turn, where nobody else speaks: words reach beyond their edges."""


@dataclass(frozen=True, slots=True)
class Transcription:
    """What a job makes of a recording.

    voices: packed; with them, who spoke can be decided anew without the recording.
    """

    transcript: Transcript
    voices: bytes


def transcribe_recording(path: Path, engines: Engines, options: JobOptions, listener: JobListener) -> Transcription:
    """Transcribe one file.

    AudioError if the file cannot be read, ModelUnavailable if an engine cannot be used. A recording without speech
    gives a transcript without turns.
    """
    engines.prepare(lambda done: listener.progress(Stage.PREPARING, done))
    listener.progress(Stage.LOADING, 0.0)
    segmenter, embedder, recogniser = engines.segmenter.get(), engines.embedder.get(), engines.recogniser.get()
    with _diarized(path, segmenter, embedder, options, listener) as (recording, voices, diarization):
        transcript = Transcript(
            audio=_source(recording),
            speakers=speakers_of(diarization.speakers),
            turns=_transcribe_turns(recording.samples, diarization, recogniser, listener),
            engines=(segmenter.use, embedder.use, recogniser.use),
            language=recogniser.language,
        )
        return Transcription(transcript, voices)


def diarize_recording(
    path: Path, engines: Engines, options: JobOptions, listener: JobListener
) -> tuple[AudioSource, Diarization]:
    """Who speaks when in one file, without its words; the recogniser is not loaded. Errors as transcribe_recording."""
    engines.prepare(lambda done: listener.progress(Stage.PREPARING, done))
    listener.progress(Stage.LOADING, 0.0)
    segmenter, embedder = engines.segmenter.get(), engines.embedder.get()
    with _diarized(path, segmenter, embedder, options, listener) as (recording, _, diarization):
        return _source(recording), diarization


@contextmanager
def _diarized(
    path: Path, segmenter: Segmenter, embedder: Embedder, options: JobOptions, listener: JobListener
) -> Iterator[tuple[Recording, bytes, Diarization]]:
    listener.progress(Stage.DECODING, 0.0)
    with open_recording(path, on_progress=lambda done: listener.progress(Stage.DECODING, done)) as recording:
        heard = listen(
            recording.samples,
            segmenter,
            embedder,
            hop=options.hop,
            on_segmentation=lambda done: listener.progress(Stage.SEGMENTATION, done),
            on_embedding=lambda done: listener.progress(Stage.EMBEDDING, done),
        )
        bounds = SpeakerBounds(options.min_speakers or 1, options.max_speakers)
        # Decided from the voices as they are kept: the same choice gives the same transcript later.
        voices = pack_voices(heard)
        yield recording, voices, recluster(unpack_voices(voices), bounds, sensitivity=options.sensitivity)


def _source(recording: Recording) -> AudioSource:
    return AudioSource(
        file=str(recording.path),
        duration_ms=recording.duration_ms,
        sample_rate_hz=recording.source_rate_hz,
        channels=recording.source_channels,
    )


def _transcribe_turns(
    samples: NDArray[np.float32], diarization: Diarization, recogniser: Recogniser, listener: JobListener
) -> tuple[Turn, ...]:
    regions = cut_regions(diarization.exclusive, samples, max_ms=round(recogniser.max_turn_s * 1000))
    builder = TurnBuilder(regions, diarization.full)
    speakers = speakers_of(diarization.speakers)
    turns = []
    listener.progress(Stage.TRANSCRIPTION, 0.0)
    for region, (start_ms, end_ms) in zip(regions, _with_margins(regions), strict=True):
        turn = builder.turn(region, _words(samples, start_ms, end_ms, recogniser))
        turns.append(turn)
        if turn.words:
            listener.turns((turn,), speakers)
        listener.progress(Stage.TRANSCRIPTION, region.end_ms / regions[-1].end_ms)
    turns += builder.turns_without_words()
    return tuple(sorted(turns, key=lambda turn: (turn.start_ms, turn.end_ms)))


def _with_margins(regions: Sequence[Region]) -> Iterator[tuple[int, int]]:
    """Start and end in ms of the sound of every region: with a margin, but none of its neighbours' speech."""
    for index, region in enumerate(regions):
        before_ms = regions[index - 1].end_ms if index else 0
        after_ms = regions[index + 1].start_ms if index + 1 < len(regions) else region.end_ms + MARGIN_MS
        yield max(region.start_ms - MARGIN_MS, before_ms), min(region.end_ms + MARGIN_MS, after_ms)


def _words(samples: NDArray[np.float32], start_ms: int, end_ms: int, recogniser: Recogniser) -> tuple[Word, ...]:
    first, last = (ms * SAMPLE_RATE_HZ // 1000 for ms in (start_ms, end_ms))
    return tuple(
        replace(word, start_ms=word.start_ms + start_ms, end_ms=word.end_ms + start_ms)
        for word in recogniser.recognise(samples[first:last])
    )
