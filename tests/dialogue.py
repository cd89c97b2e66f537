"""What the packaged dialogue says, for tests in which it is heard live.

Where its turns begin, and so which words a phrase of the captions holds, hangs on how fast the machine is.
"""

from pathlib import Path

import soundfile

from desktop_app.core.evaluation.word_errors import compare_words
from desktop_app.core.models.packaged_models import sample_recording

DIALOGUE_TEXT = """Do you hear me? Yes. Do you hear me? Yes. We laugh less heartily, so we have still that resource.
Laugh less heartily, so we have still that resource? No, not heartily, just less heartily. Ah, that's a good story.
Ah, that's a good story. What are you talking about? Laugh. You thought you were in pain. Not now. Do you remember the
day I went and fetched you from that ditch? No."""
"""As near as one can tell."""

_FIRST_LONG_TURN_S = 4.7


def long_turns(folder: Path) -> Path:
    """The dialogue without the four short turns it begins with, made in a folder: the first voice is known after three
    seconds of it instead of seven."""
    sound, rate_hz = soundfile.read(sample_recording(), dtype="int16")
    path = folder / "dialogue.wav"
    soundfile.write(path, sound[int(_FIRST_LONG_TURN_S * rate_hz) :], rate_hz)
    return path


def wrong_words(text: str) -> float:
    """The share of the dialogue's words that a text has wrong."""
    words = compare_words(DIALOGUE_TEXT, text)
    return words.errors / words.reference_words
