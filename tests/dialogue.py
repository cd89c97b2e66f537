"""What the packaged dialogue says, for tests in which it is heard live.

Where its turns begin, and so which words a phrase of the captions holds, hangs on how fast the machine is.
"""

from pathlib import Path

import soundfile

from desktop_app.core.evaluation.word_errors import compare_words
from desktop_app.core.models.packaged_models import sample_recording

BEGINNING_TEXT = """Do you hear me? Yes. Do you hear me? Yes. We laugh less heartily, so we have still that resource.
Laugh less heartily, so we have still that resource? No, not heartily, just less heartily."""
"""As near as one can tell; so is the rest."""
DIALOGUE_TEXT = f"""{BEGINNING_TEXT} Ah, that's a good story.
Ah, that's a good story. What are you talking about? Laugh. You thought you were in pain. Not now. Do you remember the
day I went and fetched you from that ditch? No."""
BEGINNING_S = 14.4
"""Seven turns: enough for both voices to be told apart, and half of what is waited for where it is played."""
_FIRST_LONG_TURN_S = 4.7


def beginning(folder: Path, *, long_turns: bool = False) -> Path:
    """A recording of the dialogue's beginning, made in a folder.

    long_turns: without the four short turns before them, so that the first voice is known after three seconds.
    """
    sound, rate_hz = soundfile.read(sample_recording(), dtype="int16")
    start_s = _FIRST_LONG_TURN_S if long_turns else 0.0
    path = folder / "beginning.wav"
    soundfile.write(path, sound[int(start_s * rate_hz) : int(BEGINNING_S * rate_hz)], rate_hz)
    return path


def wrong_words(text: str, spoken: str = DIALOGUE_TEXT) -> float:
    """The share of the words that were spoken that a text has wrong."""
    words = compare_words(spoken, text)
    return words.errors / words.reference_words
