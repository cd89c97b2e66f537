"""Prints who speaks in a recording heard in one go, and in parts that are joined: probe_parts_joined RECORDING MINUTES.

Its truth lies beside it; each part has about so many minutes.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop_app.core.audio.recording import open_recording
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.offline import listen, recluster
from desktop_app.core.diarization.options import Hop
from desktop_app.core.diarization.voices import Voices, pack_voices, unpack_voices
from desktop_app.core.evaluation.rttm import read_rttm
from desktop_app.core.evaluation.speaker_errors import speaker_errors
from desktop_app.core.evaluation.values import SpokenSpan
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.part_cuts import cut_in_parts
from desktop_app.core.pipeline.part_joining import join_voices
from desktop_app.core.pipeline.speaker_engines import load_speaker_engines
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.transcript.values import Span, Speaker, Turn


class _Unheard:
    def progress(self, stage: Stage, fraction: float) -> None:
        pass

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        pass


def main() -> None:
    """Hear it whole, then in parts."""
    path, part_ms = Path(sys.argv[1]), round(float(sys.argv[2]) * 60_000)
    engines = Engines()
    with open_recording(path) as recording:
        duration_ms = recording.duration_ms
    spans = cut_in_parts(path, JobOptions(), engines.detector.get(), part_ms=part_ms, whole_ms=part_ms)
    whole = heard(path, engines, Span(0, duration_ms))
    joined = join_voices([(span, heard(path, engines, span)) for span in spans])
    report = {"duration_s": duration_ms / 1000, "parts": len(spans), "cuts_ms": [span.end_ms for span in spans[:-1]]}
    print(json.dumps({**report, "uncut": judged(path, whole), "joined": judged(path, joined)}))


def heard(path: Path, engines: Engines, span: Span) -> Voices:
    """The voices of a stretch, as a job hears and keeps them."""
    telling = load_speaker_engines(engines, _Unheard(), apart=False)
    with open_recording(path) as recording:
        recording.keep_only(span)
        voices = listen(
            recording.samples,
            telling.segmenter.engine,
            telling.embedders(),
            hop=Hop.ACCURATE,
            opinion=telling.evidence,
            on_segmentation=lambda _: None,
            on_embedding=lambda _: None,
        )
    return unpack_voices(pack_voices(voices))


def judged(path: Path, voices: Voices) -> Mapping[str, float]:
    """What is decided from the voices against the truth, in percent, overlap scored, without a collar."""
    found = recluster(unpack_voices(pack_voices(voices)), SpeakerBounds())
    spans = [SpokenSpan(str(each.speaker), each.start_ms, each.end_ms) for each in found.full]
    truth = read_rttm(path.with_suffix(".rttm"))
    errors = speaker_errors(truth, spans, duration_s=voices.duration_ms / 1000, collar_s=0.0)
    parts = {"missed": errors.missed_s, "false_alarm": errors.false_alarm_s, "confusion": errors.confusion_s}
    return {
        "der_0": 100 * errors.error_s / errors.reference_s,
        **{name: 100 * seconds / errors.reference_s for name, seconds in parts.items()},
        "speakers_found": found.speakers,
        "speakers_true": len({span.speaker for span in truth}),
    }


if __name__ == "__main__":
    main()
