"""The test that a fetched engine of words must pass on this computer before it is trusted.

Nobody can try every model on every processor: each computer tries its own, once, on a recording whose words are known.
"""

from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.recogniser import RecordingRecogniser
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.models.engine_test import EngineTest, keep_test, kept_test
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.processor import processor
from desktop_app.core.models.packaged_models import speech_recordings
from desktop_app.core.transcript.values import EngineUse, Span, Word
from desktop_app.translation import tr

MAX_WRONG = 0.1
"""Of the words: published models make a tenth of these errors on a voice that reads."""
READER = "two_cities.wav"
TEXT = (
    "It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, "
    "it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the season of "
    "Darkness, it was the spring of hope, it was the winter of despair, we had everything before us, we had nothing "
    "before us, we were all going direct to Heaven, we were all going direct the other way - in short, the period was "
    "so far like the present period, that some of its noisiest authorities insisted on its being received, for good or "
    "for evil, in the superlative degree of comparison only."
)
"""What is read in it: the beginning of Dickens's A Tale of Two Cities."""
Outcome = tuple[float, float, str | None]
"""Of a test: the share that is wrong, times real time, and the fault or None."""


def require_passed(
    name: str,
    sha256: str,
    recogniser: RecordingRecogniser,
    *,
    runtime: str,
    on_progress: Callable[[float], None] = lambda _: None,
) -> EngineTest:
    """The test of this engine on this computer: as it came out before, or taken now. ModelUnavailable if it failed.

    name: of the model; sha256: of its weights, in hex; runtime: the package that it runs on. on_progress: of taking it,
    0 to 1.
    """
    take = partial(take_test, recogniser, on_progress=on_progress)
    return passed_test(name, sha256, recogniser.use, take, runtime=runtime)


def passed_test(name: str, sha256: str, use: EngineUse, take: Callable[[], Outcome], *, runtime: str) -> EngineTest:
    """What require_passed gives, of any engine; take: the test itself."""
    circumstances = f"{use.note or 'original'}, {runtime} {version(runtime)}, {processor()}"
    test = kept_test(name, sha256)
    if test is None or test.circumstances != circumstances:
        test = EngineTest(sha256, circumstances, *take())
        keep_test(name, test)
    if test.fault is not None:
        raise ModelUnavailable(
            use.name,
            tr("it failed its test on this computer: {fault}", fault=test.fault),
            tr("Fetch or import it anew, or use another model"),
        )
    return test


def take_test(
    recogniser: RecordingRecogniser,
    *,
    on_progress: Callable[[float], None] = lambda _: None,
    clock: Callable[[], float] = perf_counter,
) -> Outcome:
    """Let the engine write down the reader: the share of words that are wrong, times real time, and the fault or None.
    ModelUnavailable where it cannot, or the reader is not there. on_progress: 0 to 1."""
    samples = _reader()
    on_progress(0.0)
    whole = Span(0, len(samples) * 1000 // SAMPLE_RATE_HZ)
    started_s = clock()
    blocks = recogniser.recognise_recording(samples, [whole], on_progress=on_progress)
    words = [word for block in blocks for word in block]
    took_s = max(clock() - started_s, 1e-3)
    wrong = share_wrong([word.text for word in words], TEXT.split())
    speed = whole.duration_ms / 1000 / took_s
    return round(wrong, 4), round(speed, 2), _fault(words, wrong, whole)


def share_wrong(found: list[str], expected: list[str]) -> float:
    """The least number of words to exchange, add and leave out for one to be the other, for each word expected; case
    and punctuation do not matter."""
    heard, said = list(filter(None, map(_letters, found))), list(filter(None, map(_letters, expected)))
    costs = list(range(len(heard) + 1))
    for row, word in enumerate(said, 1):
        diagonal, costs[0] = costs[0], row
        for column, other in enumerate(heard, 1):
            cheapest = min(costs[column] + 1, costs[column - 1] + 1, diagonal + (word != other))
            diagonal, costs[column] = costs[column], cheapest
    return costs[-1] / len(said)


def _letters(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())


def _fault(words: list[Word], wrong: float, whole: Span) -> str | None:
    if not wrong <= MAX_WRONG:
        return tr("of 100 known words it had {wrong:.0f} wrong", wrong=100 * wrong)
    starts = [word.start_ms for word in words]
    if starts != sorted(starts) or any(not 0 <= word.start_ms < word.end_ms <= whole.end_ms for word in words):
        return tr("its words are not timed within the sound")
    return None


def _reader() -> NDArray[np.float32]:
    paths = [path for path in speech_recordings() if path.name == READER]
    try:
        with open_recording(paths[0]) as recording:
            return np.array(recording.samples)
    except (IndexError, AudioError) as error:
        reason = tr("the recording to test it on cannot be read ({error})", error=error)
        raise ModelUnavailable(READER, reason, "") from error
