"""Prints what a model of Parakeet's size costs: probe_parakeet make|form|speed|stop|captions FOLDER [MINUTES].

make: write the model into the folder. form: put it into the form for this processor, beside it. speed: write down so
many minutes of speech, by the form or, where that is called `source`, as it was. stop: how long an interruption takes.
captions: hear so many minutes live, on a clock that stands still while nothing is done.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import real_size_parakeet
from bench.carried_speech import carried_speech
from bench.places import ROOT
from bench.resident import resident_mb
from desktop_app.core.asr.live_recogniser import live_recogniser
from desktop_app.core.asr.parakeet_onnx.model_files import read_settings, transducer_files
from desktop_app.core.asr.parakeet_onnx.onnx_transducer import OnnxTransducer
from desktop_app.core.asr.parakeet_onnx.parallel_decoding import ParallelDecoder
from desktop_app.core.asr.parakeet_onnx.recogniser import MOST_REGION_MS, ParakeetOnnx
from desktop_app.core.asr.silero import Silero
from desktop_app.core.asr.speech_regions import cut_speech
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.evaluation.memory import forget_peak, peak_mb
from desktop_app.core.live.captioner import Captioner
from desktop_app.core.live.events import Final, Partial
from desktop_app.core.models.forms.encoder.encoder_source import EncoderSource
from desktop_app.core.models.forms.encoder.prepared_encoder import encoder_forms
from desktop_app.core.models.forms.encoder.write_encoder import ENCODER, write_encoder
from desktop_app.core.transcript.values import Span

LABEL = "real size"
FORM = "form"
"""The folder of the form, inside the model's."""
_BLOCK = SAMPLE_RATE_HZ // 4
_INTERRUPTED_AFTER_S = 4.0


def main() -> None:
    """Do what is asked."""
    mode, folder, *more = sys.argv[1:]
    asked: dict[str, Callable[..., object]] = {
        "make": _make,
        "form": _form,
        "speed": _speed,
        "source": _speed_of_source,
        "stop": _stop,
        "captions": _captions,
    }
    print(json.dumps(asked[mode](Path(folder), *map(float, more))))


def _make(folder: Path) -> object:
    started_s = time.perf_counter()
    real_size_parakeet.write(folder)
    sizes = {path.name: path.stat().st_size for path in folder.iterdir() if path.is_file()}
    return {"seconds": time.perf_counter() - started_s, "sizes": sizes}


def _form(folder: Path) -> object:
    files = transducer_files(_files(folder), LABEL)
    source, form = EncoderSource(LABEL, LABEL, files.encoder, "0" * 64), encoder_forms()[0]
    started_s = time.perf_counter()
    write_encoder(source, form, folder / FORM, on_progress=lambda _: None)
    return {"seconds": time.perf_counter() - started_s, "peak_mb": peak_mb(), "form": str(form)}


def _speed(folder: Path, minutes: float, *, is_source: bool = False) -> object:
    model = _model(folder, is_source=is_source)
    decoder = ParallelDecoder(model, label=LABEL, callers=os.cpu_count() or 1)
    samples = _mapped(folder / "speech.f32", carried_speech(minutes))
    spans = [region.span for region in cut_speech(samples, [_all_of(samples)], most_ms=MOST_REGION_MS)]
    forget_peak()
    started_s, count = time.perf_counter(), 2 * (os.cpu_count() or 1)
    for at in range(0, len(spans), count):
        decoder.decode([_cut(samples, span) for span in spans[at : at + count]], ())
    took_s = time.perf_counter() - started_s
    return {"minutes": minutes, "speed": 60 * minutes / took_s, "peak_mb": peak_mb(), "cores": os.cpu_count()}


def _speed_of_source(folder: Path, minutes: float) -> object:
    return _speed(folder, minutes, is_source=True)


def _stop(folder: Path) -> object:
    parakeet, samples = _parakeet(folder), carried_speech(5)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGALRM, interrupt)
    blocks = parakeet.recognise_recording(samples, [_all_of(samples)], on_progress=lambda _: None)
    started_s = time.perf_counter()
    signal.setitimer(signal.ITIMER_REAL, _INTERRUPTED_AFTER_S)
    try:
        list(blocks)
    except KeyboardInterrupt:
        return {"seconds": time.perf_counter() - started_s - _INTERRUPTED_AFTER_S}
    raise TimeoutError("it was over before it was interrupted")


def _captions(folder: Path, minutes: float) -> object:
    sys.path.append(str(ROOT / "tests" / "core"))
    from live.scripted_engines import scripted_engines

    engines = replace(scripted_engines(), detector=Silero(), recogniser=live_recogniser(_parakeet(folder)))
    clock = _Clock()
    captioner = Captioner(engines, recorded_ms=clock.recorded_ms, clock=clock)
    samples, events, lags_s, held_mb = carried_speech(minutes), [], [], []
    for at in range(0, len(samples), _BLOCK):
        clock.wait_until((at + _BLOCK) / SAMPLE_RATE_HZ)
        events += captioner.hear(samples[at : at + _BLOCK])
        lags_s.append(clock() - (at + _BLOCK) / SAMPLE_RATE_HZ)
        if at % (60 * SAMPLE_RATE_HZ) == 0:
            held_mb.append(resident_mb())
    events += captioner.finish()
    return {
        "minutes": minutes,
        "passes_a_minute": sum(isinstance(event, Partial) for event in events) / minutes,
        "finals": sum(isinstance(event, Final) for event in events),
        "lag_s": {"median": float(np.median(lags_s)), "p95": float(np.quantile(lags_s, 0.95)), "worst": max(lags_s)},
        "resident_mb": held_mb,
        "kept_s": captioner.kept_s,
    }


class _Clock:
    """Goes on while work is done, and jumps over the time in which there is none."""

    def __init__(self) -> None:
        self._jumped_s = -time.perf_counter()

    def __call__(self) -> float:
        return time.perf_counter() + self._jumped_s

    def recorded_ms(self) -> int:
        return int(self() * 1000)

    def wait_until(self, at_s: float) -> None:
        self._jumped_s += max(0.0, at_s - self())


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_file()]


def _parts(folder: Path, *, is_source: bool = False) -> tuple:
    files = transducer_files(_files(folder), LABEL)
    settings = read_settings(files, LABEL)
    return (files if is_source else files.with_encoder(folder / FORM / ENCODER)), settings


def _model(folder: Path, *, is_source: bool = False) -> OnnxTransducer:
    return OnnxTransducer(*_parts(folder, is_source=is_source), label=LABEL)


def _parakeet(folder: Path) -> ParakeetOnnx:
    return ParakeetOnnx(*_parts(folder), sha256="0" * 64, label=LABEL)


def _mapped(path: Path, samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """The same, read from the disk as it is needed, as recordings are."""
    samples.tofile(path)
    return np.memmap(path, np.float32, mode="r")


def _all_of(samples: NDArray[np.float32]) -> Span:
    return Span(0, len(samples) * 1000 // SAMPLE_RATE_HZ)


def _cut(samples: NDArray[np.float32], span: Span) -> NDArray[np.float32]:
    return samples[span.start_ms * SAMPLE_RATE_HZ // 1000 : span.end_ms * SAMPLE_RATE_HZ // 1000]


if __name__ == "__main__":
    main()
