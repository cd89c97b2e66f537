"""Prints how far words are from where they are said: probe_word_times FOLDER, with truth in .stm or two-channel .json.

Only words are scored whose begin the truth knows exactly: the first of each turn, or of each stretch that is one word.
"""

import json
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path

import numpy as np

from bench.unheard import Unheard
from desktop_app.core.evaluation.stm import read_stm
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.transcribe import transcribe_recording
from desktop_app.core.transcript.values import Transcript

Reference = Sequence[tuple[str, int | None]]
"""Words in order of time, and where each begins in ms; None where that is not known."""


def main() -> None:
    """The errors of all words that can be scored, and how many words begin outside of their turn's speech."""
    engines = Engines()
    errors_ms: list[float] = []
    words = silent = 0
    with tempfile.TemporaryDirectory() as scratch:
        for recording, reference in _references(Path(sys.argv[1]), Path(scratch)):
            transcript = transcribe_recording(recording, engines, JobOptions(), Unheard()).transcript
            errors_ms += _errors_ms(transcript, reference)
            words += sum(len(turn.words) for turn in transcript.turns)
            silent += _silent(transcript)
    median, p95 = np.percentile(errors_ms, [50, 95])
    print(json.dumps({"scored": len(errors_ms), "median_ms": median, "p95_ms": p95, "words": words, "silent": silent}))


def _references(folder: Path, scratch: Path) -> Iterator[tuple[Path, Reference]]:
    import soundfile

    for truth in sorted(folder.glob("*.stm")):
        yield truth.with_suffix(".wav"), list(chain.from_iterable(_of_turns(truth)))
    for truth in sorted(folder.glob("*.json")):
        samples, rate_hz = soundfile.read(truth.with_suffix(".wav"))
        for channel, fields in enumerate(json.loads(truth.read_text(encoding="utf-8"))[key] for key in ("ch0", "ch1")):
            alone = scratch / f"{truth.stem}-{channel}.wav"
            soundfile.write(alone, samples[:, channel], rate_hz)
            yield alone, list(_of_channel(fields["text"], [start for start, _ in fields["segments"]]))


def _of_turns(stm: Path) -> Iterator[Reference]:
    for turn in sorted(read_stm(stm), key=lambda each: each.start_ms):
        yield [(word, None if at else turn.start_ms) for at, word in enumerate(_plain(turn.text))]


def _of_channel(text: str, starts_s: Sequence[float]) -> Iterator[tuple[str, int | None]]:
    words = _plain(text)
    known = starts_s if len(starts_s) == len(words) else starts_s[:1]
    for at, word in enumerate(words):
        # One that begins with the clip had begun before.
        yield word, round(known[at] * 1000) if at < len(known) and known[at] else None


def _errors_ms(transcript: Transcript, reference: Reference) -> Iterator[float]:
    found = [(plain, word.start_ms) for turn in transcript.turns for word in turn.words for plain in _plain(word.text)]
    matcher = SequenceMatcher(None, [word for word, _ in reference], [word for word, _ in found], autojunk=False)
    for first, second, size in matcher.get_matching_blocks():
        for (_, true_ms), (_, start_ms) in zip(
            reference[first : first + size], found[second : second + size], strict=True
        ):
            if true_ms is not None:
                yield abs(start_ms - true_ms)


def _silent(transcript: Transcript) -> int:
    return sum(
        not any(span.start_ms <= word.start_ms <= span.end_ms for span in turn.speech)
        for turn in transcript.turns
        for word in turn.words
    )


def _plain(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower().replace("-", ""))


if __name__ == "__main__":
    main()
