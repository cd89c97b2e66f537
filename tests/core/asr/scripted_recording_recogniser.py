"""A recogniser of recordings that understands a word in every half second of speech."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.transcript.values import EngineUse, Span, Word

WORD_MS = 500
BLOCK_MS = 10_000


class ScriptedRecordingRecogniser:
    """Writes 'word', or the first of the vocabulary, for every whole half second of speech."""

    use = EngineUse(role="asr", name="scripted", device="cpu")
    language = None

    def recognise_recording(
        self,
        samples: NDArray[np.float32],
        speech: Sequence[Span],
        *,
        vocabulary: Sequence[str] = (),
        language: str | None = None,
        on_progress: Callable[[float], None],
    ) -> Iterator[tuple[Word, ...]]:
        """See RecordingRecogniser.recognise_recording: one block for every stretch of speech."""
        text = vocabulary[0] if vocabulary else "word"
        for done, span in enumerate(speech, start=1):
            starts = range(span.start_ms, span.end_ms - WORD_MS + 1, WORD_MS)
            words = tuple(Word(text, start_ms, start_ms + WORD_MS, confidence=0.5) for start_ms in starts)
            on_progress(done / len(speech))
            yield words
        if not speech:
            on_progress(1.0)
