"""The peer: the diarizer inside the moonshine-voice package, a C++ port of pyannote's community-1 with VBx.

It runs on the samples that Diarist decodes, through the package's native library. Its Python wrapper is passed by
where it copies sound one sample at a time, which is no part of the engine and would spoil its times.
"""

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.evaluation.stage_clock import StageClock
from desktop_app.core.evaluation.system import Setup
from desktop_app.core.evaluation.values import DIARIZATION, Outcome, SpokenSpan, SpokenText
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.manifest import MOONSHINE_TINY_EN
from desktop_app.core.models.packaged_models import model_folder, reinstall
from desktop_app.core.pipeline.stages import JobListener, Stage

_LABEL = "Moonshine's diarizer"
_DIARIZE = {"identify_speakers": "true", "skip_transcription": "true"}


class MoonshineSystem:
    """Stages: decoding, diarization, transcription; the last two apart, in two passes of the same library.

    The diarization pass skips the speech recogniser, which changes none of its spans; the transcription pass skips
    the diarizer. Both hold the library's own speech detector, about one percent of the first. The number of speakers
    cannot be asked for. Its carried models time no words, so none has a speaker.
    """

    def __init__(self, setup: Setup) -> None:
        """Load what the passes need; ModelUnavailable if the library or its files are not there."""
        self._diarizer = _load(_DIARIZE)
        self._transcriber = _load({}) if setup.with_words else None

    def run(self, path: Path, listener: JobListener) -> Outcome:
        """See System.run."""
        clock = StageClock(listener)
        clock.progress(Stage.DECODING, 0.0)
        with open_recording(path) as recording:
            listener.progress(Stage.EMBEDDING, 0.0)  # it tells nothing on the way
            clock.enter(DIARIZATION)
            spans = tuple(_spans(_lines(self._diarizer, recording.samples)))
            texts = None
            if self._transcriber is not None:
                clock.progress(Stage.TRANSCRIPTION, 0.0)
                texts = tuple(_texts(_lines(self._transcriber, recording.samples)))
            return Outcome(spans, texts, recording.duration_ms / 1000, clock.stop())


def _load(options: dict[str, str]) -> Any:  # noqa: ANN401 - the package has no types
    folder = model_folder(MOONSHINE_TINY_EN)
    try:
        from moonshine_voice import ModelArch, Transcriber
        from moonshine_voice.errors import MoonshineError
    except (ImportError, OSError) as error:
        raise ModelUnavailable(_LABEL, f"its library does not load ({error})", reinstall()) from error
    try:
        return Transcriber(str(folder), ModelArch.TINY, options=options)
    except MoonshineError as error:
        raise ModelUnavailable(_LABEL, f"it does not load ({error})", reinstall()) from error


def _lines(transcriber: Any, samples: NDArray[np.float32]) -> list[Any]:  # noqa: ANN401
    """The library's lines for samples float32 [n], 16 kHz mono; good until its next call."""
    from moonshine_voice.errors import MoonshineError, check_error
    from moonshine_voice.moonshine_api import TranscriptC

    pointer = np.ascontiguousarray(samples).ctypes.data_as(ctypes.POINTER(ctypes.c_float))
    answer = ctypes.POINTER(TranscriptC)()
    try:
        check_error(
            transcriber._lib.moonshine_transcribe_without_streaming(
                transcriber._handle, pointer, len(samples), SAMPLE_RATE_HZ, 0, ctypes.byref(answer)
            )
        )
    except MoonshineError as error:
        raise ModelUnavailable(_LABEL, f"it failed ({error})", reinstall()) from error
    return answer.contents.lines[: answer.contents.line_count] if answer else []


def _spans(lines: list[Any]) -> Iterator[SpokenSpan]:
    for line in lines:
        for span in line.speaker_spans[: line.speaker_span_count]:
            end_s = span.start_time + span.duration
            yield SpokenSpan(str(span.speaker_index), round(span.start_time * 1000), round(end_s * 1000))


def _texts(lines: list[Any]) -> Iterator[SpokenText]:
    for line in lines:
        if line.text:
            text = ctypes.string_at(line.text).decode("utf-8", errors="replace")
            yield SpokenText(text, round(line.start_time * 1000))
