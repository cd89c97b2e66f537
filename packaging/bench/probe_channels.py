"""Prints the errors where everybody has a microphone, by channel and by voice: probe_channels DATA."""

import json
import sys
import tempfile
from pathlib import Path

from bench.people_apart import BLEEDS, write_headsets, write_made
from bench.unheard import Unheard
from desktop_app.core.evaluation.rttm import read_rttm
from desktop_app.core.evaluation.speaker_errors import SpeakerErrors, speaker_errors
from desktop_app.core.evaluation.values import SpokenSpan
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.transcribe import diarize_recording

WAYS = {"by channel": JobOptions(per_channel=True), "by voice": JobOptions()}
COLLARS_S = (0.0, 0.25)


def main() -> None:
    """Every set with every bleed, in both ways."""
    data, engines = Path(sys.argv[1]), Engines()
    rows = []
    for bleed, how in BLEEDS.items():
        with tempfile.TemporaryDirectory() as scratch:
            made, headsets = Path(scratch) / "made", Path(scratch) / "headsets"
            write_made(data / "librispeech", made, how)
            write_headsets(data / "ami-two-channel", headsets, how)
            for folder in (made, headsets):
                rows += [
                    {"set": folder.name, "bleed": bleed, "way": way, **_measured(folder, engines, options)}
                    for way, options in WAYS.items()
                ]
    print(json.dumps({"rows": rows}))


def _measured(folder: Path, engines: Engines, options: JobOptions) -> dict[str, object]:
    pooled, right, files = [SpeakerErrors()] * len(COLLARS_S), 0, sorted(folder.glob("*.wav"))
    for path in files:
        truth = read_rttm(path.with_suffix(".rttm"))
        audio, found, _ = diarize_recording(path, engines, options, Unheard())
        right += found.speakers == len({span.speaker for span in truth})
        spans = [SpokenSpan(str(each.speaker), each.start_ms, each.end_ms) for each in found.full]
        pooled = [
            errors + speaker_errors(truth, spans, duration_s=audio.duration_ms / 1000, collar_s=collar_s)
            for errors, collar_s in zip(pooled, COLLARS_S, strict=True)
        ]
    return {"files": len(files), "right": right, "errors": [_percent(errors) for errors in pooled]}


def _percent(errors: SpeakerErrors) -> list[float]:
    """All, missed, false alarm, confusion, of the speech in the truth."""
    parts = (errors.error_s, errors.missed_s, errors.false_alarm_s, errors.confusion_s)
    return [100 * part / errors.reference_s for part in parts]


if __name__ == "__main__":
    main()
