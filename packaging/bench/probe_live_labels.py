"""Prints what the labels given while recording are worth, beside those given afterwards: probe_live_labels FOLDER."""

import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.speech_evidence import SpeechEvidence
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.offline import listen, recluster
from desktop_app.core.diarization.online.diarizer import OnlineDiarizer
from desktop_app.core.diarization.online.steps import STEP_FRAMES
from desktop_app.core.diarization.options import Hop
from desktop_app.core.diarization.segmentation import FRAME_STEP_SAMPLES
from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.evaluation.corpus import Item, find_items, read_truth
from desktop_app.core.evaluation.live_labels import LabelWatch, LiveLabels
from desktop_app.core.evaluation.scores import COLLAR_S, percent
from desktop_app.core.evaluation.speaker_errors import SpeakerErrors, speaker_errors
from desktop_app.core.evaluation.values import SpokenSpan
from desktop_app.core.pipeline.engines import Engines

STEP_SAMPLES = STEP_FRAMES * FRAME_STEP_SAMPLES
COLLARS = {"der_0": 0.0, "der_25": COLLAR_S}
Spans = Sequence[SpokenSpan]


def main() -> None:
    """Every recording of the folder, both ways; each on a line of its own, then all of them as one."""
    engines = Engines()
    items = find_items(Path(sys.argv[1]))
    fields = [_measured(item, engines) for item in items]
    for item, each in zip(items, fields, strict=True):
        print(json.dumps({"file": item.recording.stem, **_rates([each])}), flush=True)
    print(json.dumps({"files": len(items), **_rates(fields)}))


def _measured(item: Item, engines: Engines) -> Mapping[str, object]:
    with open_recording(item.recording) as opened:
        samples = np.array(opened.samples)
    labels, live_s = _live(samples, engines)
    found = _offline(samples, engines)
    sorts = {"full": found[0], "exclusive": found[1], "settled": labels.settled, "first": labels.first}
    truth, duration_s = read_truth(item).spans, len(samples) / SAMPLE_RATE_HZ
    return {
        "duration_s": duration_s,
        "processor_s": live_s,
        "labels": labels,
        "speakers": {"true": _count(truth), **{name: _count(spans) for name, spans in sorts.items()}},
        "errors": {
            name: {
                der: speaker_errors(truth, spans, duration_s=duration_s, collar_s=collar_s)
                for der, collar_s in COLLARS.items()
            }
            for name, spans in sorts.items()
        },
    }


def _live(samples: NDArray[np.float32], engines: Engines) -> tuple[LiveLabels, float]:
    """The labels as they came, and the seconds of processor they took."""
    from threadpoolctl import threadpool_limits

    diarizer = OnlineDiarizer(engines.segmenter.get(), engines.embedders())
    watch = LabelWatch(step_ms=STEP_SAMPLES * 1000 // SAMPLE_RATE_HZ)
    taken_s = 0.0
    with threadpool_limits(1, "blas"):
        for at in range(0, len(samples), STEP_SAMPLES):
            started_s = time.process_time()
            timeline = diarizer.advance(samples[at : at + STEP_SAMPLES])
            taken_s += time.process_time() - started_s
            watch.see(timeline)
        return watch.finish(diarizer.finish()), taken_s


def _offline(samples: NDArray[np.float32], engines: Engines) -> tuple[Spans, Spans]:
    """The full and the exclusive timeline of the pass afterwards."""
    quiet = {"on_segmentation": lambda _: None, "on_embedding": lambda _: None}
    opinion = SpeechEvidence(engines.detector.get())
    voices = listen(samples, engines.segmenter.get(), engines.embedders(), hop=Hop.ACCURATE, opinion=opinion, **quiet)
    found = recluster(voices, SpeakerBounds())
    return _spans(found.full), _spans(found.exclusive)


def _spans(segments: Sequence[Segment]) -> Spans:
    return [SpokenSpan(str(each.speaker), each.start_ms, each.end_ms) for each in segments]


def _count(spans: Spans) -> int:
    return len({span.speaker for span in spans})


def _rates(fields: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """Percent of the speech of all recordings together."""
    errors = {
        f"{name}_{der}": _percent([each["errors"][name][der] for each in fields])
        for name in fields[0]["errors"]
        for der in COLLARS
    }
    duration_s = sum(each["duration_s"] for each in fields)
    told_s = sum(each["labels"].told_s for each in fields)
    return {
        "duration_s": round(duration_s, 3),
        **errors,
        "changed": percent(sum(each["labels"].changed_s for each in fields), told_s),
        "switched": percent(sum(each["labels"].switched_s for each in fields), told_s),
        "processor_share": round(sum(each["processor_s"] for each in fields) / duration_s, 3),
        "speakers": {name: sum(each["speakers"][name] for each in fields) for name in fields[0]["speakers"]},
        "counts_right": sum(each["speakers"]["settled"] == each["speakers"]["true"] for each in fields),
    }


def _percent(errors: Sequence[SpeakerErrors]) -> float | None:
    total = sum(errors, SpeakerErrors())
    return percent(total.error_s, total.reference_s)


if __name__ == "__main__":
    main()
