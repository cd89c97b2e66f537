"""Prints how long pyannote.audio's own pipeline takes with the same weights on the same device, and its errors."""

import json
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from bench import card_setting
from bench.card_watch import watched
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.diarization.segmentation_network import carried_network
from desktop_app.core.evaluation.rttm import read_rttm
from desktop_app.core.evaluation.scores import score
from desktop_app.core.evaluation.values import Outcome, SpokenSpan, Truth
from desktop_app.core.models.torch.import_chain import import_pyannote
from desktop_app.core.models.torch.wespeaker_checkpoint import load_checkpoint

if TYPE_CHECKING:
    from pyannote.audio import Model
    from pyannote.audio.pipelines import SpeakerDiarization

MINUTES = 20.0
BATCH = 32
"""As pyannote publishes its pipelines, of segmentation and of embedding."""
THRESHOLD, LEAST = 0.7045654963945799, 12
"""Of the clustering in pyannote/speaker-diarization-3.1, which needs no other model."""


def main() -> None:
    """One long recording, then the conversations."""
    import_pyannote()
    pipeline, samples = _pipeline(), card_setting.speech(MINUTES)
    if card_setting.is_small():
        samples = samples[: 20 * 16_000]
    _annotation(pipeline, samples[: 15 * 16_000])
    with watched() as watch:
        stages_s = _timed(pipeline, samples)
    duration_s = len(samples) / 16_000
    speeds = {stage: duration_s / max(seconds, 1e-9) for stage, seconds in stages_s.items()}
    told = {"minutes": duration_s / 60, "speed": speeds, "busy_percent": watch.busy_percent}
    print(json.dumps({**told, **_error_rates(pipeline)}))


def _pipeline() -> "SpeakerDiarization":
    import torch
    from pyannote.audio.core.plda import PLDA
    from pyannote.audio.pipelines import SpeakerDiarization

    file, sha256 = card_setting.checkpoint()
    pipeline = SpeakerDiarization(
        legacy=True,
        segmentation=_segmentation(),
        embedding=load_checkpoint(file, sha256=sha256),
        plda=PLDA.__new__(PLDA),  # this clustering has no use for one
        clustering="AgglomerativeClustering",
        embedding_batch_size=BATCH,
        segmentation_batch_size=BATCH,
        embedding_exclude_overlap=True,
    )
    clustering = {"method": "centroid", "threshold": THRESHOLD, "min_cluster_size": LEAST}
    pipeline.instantiate({"segmentation": {"min_duration_off": 0.0}, "clustering": clustering})
    return pipeline.to(torch.device(card_setting.device()))


def _segmentation() -> "Model":
    """pyannote's own class with the carried weights; its filters are given as they come out."""
    from pyannote.audio.core.task import Problem, Resolution, Specifications
    from pyannote.audio.models.segmentation import PyanNet

    model, carried = PyanNet(lstm={"num_layers": 4, "dropout": 0.5}), carried_network()
    model.specifications = Specifications(
        problem=Problem.MONO_LABEL_CLASSIFICATION,
        resolution=Resolution.FRAME,
        duration=10.0,
        classes=["1", "2", "3"],
        powerset_max_classes=2,
        permutation_invariant=True,
    )
    model.build()
    sinc = model.sincnet
    sinc.wav_norm1d, sinc.conv1d[0] = carried.filters
    sinc.norm1d[0], sinc.conv1d[1], sinc.norm1d[1], sinc.conv1d[2], sinc.norm1d[2] = (
        carried.convolutions[place] for place in (1, 3, 5, 7, 9)
    )
    model.lstm = carried.recurrent
    model.linear[0], model.linear[1], model.classifier = (carried.classifier[place] for place in (0, 2, 4))
    return model.eval()


def _timed(pipeline: "SpeakerDiarization", samples: NDArray[np.float32]) -> dict[str, float]:
    """Seconds until each step was done, less those before."""
    marks_s: dict[str, float] = {}

    def hook(step: str, *_: object, **__: object) -> None:
        marks_s[step] = perf_counter()

    started_s = perf_counter()
    _annotation(pipeline, samples, hook=hook)
    marks_s["rest"] = perf_counter()
    steps, ends_s = list(marks_s), [started_s, *marks_s.values()]
    spent_s = {step: after - before for step, before, after in zip(steps, ends_s, ends_s[1:], strict=False)}
    return {**spent_s, "all": ends_s[-1] - started_s}


def _annotation(pipeline: "SpeakerDiarization", samples: NDArray[np.float32], **options: Any) -> Any:  # noqa: ANN401
    import torch

    return pipeline({"waveform": torch.from_numpy(samples[None].copy()), "sample_rate": 16_000}, **options)


def _error_rates(pipeline: "SpeakerDiarization") -> dict[str, float]:
    """In percent, of all conversations together; empty where there are none."""
    wrong_s = spoken_s = 0.0
    for path in card_setting.conversations()[: 1 if card_setting.is_small() else None]:
        with open_recording(path) as recording:
            annotation = _annotation(pipeline, np.array(recording.samples))
            duration_s = recording.duration_ms / 1000
        spans = tuple(
            SpokenSpan(str(label), round(segment.start * 1000), round(segment.end * 1000))
            for segment, _, label in annotation.itertracks(yield_label=True)
        )
        errors = score(Truth(read_rttm(path.with_suffix(".rttm"))), Outcome(spans, None, duration_s, {})).strict
        wrong_s, spoken_s = wrong_s + errors.error_s, spoken_s + errors.reference_s
    return {"der_0": 100 * wrong_s / spoken_s} if spoken_s else {}


if __name__ == "__main__":
    main()
