"""Prints how long every stage of diarization takes by precision, and the errors on conversations with their truth."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from bench import card_setting
from bench.card_watch import watched
from desktop_app.core.asr.silero import Silero
from desktop_app.core.asr.speech_evidence import SpeechEvidence
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.offline import Diarization, recluster, tracks_in
from desktop_app.core.diarization.options import Hop
from desktop_app.core.diarization.piece_embedding import embed_pieces
from desktop_app.core.diarization.pieces import cut_pieces
from desktop_app.core.diarization.segmentation import Segmenter
from desktop_app.core.diarization.segmentation_torch import SegmentationTorch
from desktop_app.core.diarization.speech_check import spoken, spoken_blocks
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.embedding.chain import alone
from desktop_app.core.embedding.embedder import Embedder
from desktop_app.core.embedding.wespeaker_torch import WespeakerTorch
from desktop_app.core.evaluation.rttm import read_rttm
from desktop_app.core.evaluation.scores import score
from desktop_app.core.evaluation.values import Outcome, SpokenSpan, Truth
from desktop_app.core.store.settings import Precision

MINUTES = 60.0


def main() -> None:
    """The precision of voices alone, then of the segmentation, too."""
    import soundfile

    file, sha256 = card_setting.checkpoint()
    opinion = SpeechEvidence(Silero())
    segmenters = {each: SegmentationTorch(precision=each) for each in card_setting.precisions()}
    embedders = {each: WespeakerTorch(file, sha256=sha256, precision=each) for each in card_setting.precisions()}
    halves = card_setting.precisions()[1:]
    pairs = [(Precision.FLOAT32, each) for each in embedders] + [(each, each) for each in halves]
    with tempfile.TemporaryDirectory() as folder:
        long = Path(folder) / "long.flac"
        soundfile.write(long, card_setting.speech(MINUTES), 16_000)
        runs = [_run(long, segmenters[first], embedders[second], opinion) for first, second in pairs]
    names = [{"segmentation": str(first), "embedding": str(second)} for first, second in pairs]
    print(json.dumps({"runs": [{**name, **run} for name, run in zip(names, runs, strict=True)]}))


def _run(long: Path, segmenter: Segmenter, embedder: Embedder, opinion: SpeechEvidence) -> Mapping[str, Any]:
    _diarized(card_setting.conversations()[0] if card_setting.conversations() else long, segmenter, embedder, opinion)
    with watched() as watch:
        _, times_s, duration_s = _diarized(long, segmenter, embedder, opinion)
    speeds = {stage: duration_s / max(seconds, 1e-9) for stage, seconds in times_s.items()}
    der = _error_rates(segmenter, embedder, opinion)
    return {"minutes": duration_s / 60, "speed": speeds, "busy_percent": watch.busy_percent, **der}


def _error_rates(segmenter: Segmenter, embedder: Embedder, opinion: SpeechEvidence) -> Mapping[str, float]:
    """In percent, of all conversations together; empty where there are none."""
    wrong_s = {"der_0": 0.0, "der_25": 0.0}
    spoken_s = dict.fromkeys(wrong_s, 0.0)
    for path in card_setting.conversations():
        diarization, _, duration_s = _diarized(path, segmenter, embedder, opinion)
        spans = tuple(SpokenSpan(str(each.speaker), each.start_ms, each.end_ms) for each in diarization.full)
        errors = score(Truth(read_rttm(path.with_suffix(".rttm"))), Outcome(spans, None, duration_s, {}))
        for name, each in (("der_0", errors.strict), ("der_25", errors.lenient)):
            wrong_s[name] += each.error_s
            spoken_s[name] += each.reference_s
    return {name: 100 * wrong_s[name] / spoken_s[name] for name in wrong_s if spoken_s[name]}


def _diarized(
    path: Path, segmenter: Segmenter, embedder: Embedder, opinion: SpeechEvidence
) -> tuple[Diarization, dict[str, float], float]:
    """Who speaks, the seconds of every stage, and the recording's length in seconds. As `offline.listen` does it."""
    times_s: dict[str, float] = {}
    with _timed("all", times_s):
        with _timed("decoding", times_s):
            recording = open_recording(path)
        with recording:
            samples = recording.samples
            with _timed("segmentation", times_s):
                tracks = tracks_in(samples, segmenter, Hop.ACCURATE, lambda _: None)
            pieces = cut_pieces(tracks)
            with _timed("speech check alone", times_s):
                spoken(pieces, samples, opinion)
            with _timed("embedding, speech check", times_s):
                blocks = spoken_blocks(pieces, samples, opinion)
                chain = alone(embedder, "torch")
                heard, rows = embed_pieces(blocks, samples, chain, expected=len(pieces), on_progress=lambda _: None)
            with _timed("clustering", times_s):
                diarization = recluster(Voices(tuple(heard), rows, recording.duration_ms), SpeakerBounds())
            duration_s = len(samples) / 16_000
    times_s["all"] -= times_s["speech check alone"]  # it is done once more beside the embedding
    return diarization, times_s, duration_s


@contextmanager
def _timed(stage: str, times_s: dict[str, float]) -> Iterator[None]:
    started_s = perf_counter()
    yield
    times_s[stage] = perf_counter() - started_s


if __name__ == "__main__":
    main()
