"""What is said of another clustering."""

import pytest
from scripted import ANNA, BEN, CLEO, transcript, turn

from desktop_app.core.transcript.speaker_changes import SpeakerChange
from desktop_app.ui.words.change_words import changes_sentence

TALK = transcript(turn("one", 0, ANNA), turn("two", 1000, BEN), turn("three", 2000, CLEO))
CHANGES = (
    SpeakerChange(ANNA.id, BEN.id, 14, 14, 90, ()),
    SpeakerChange(BEN.id, CLEO.id, 1, 0, 3, ()),
    SpeakerChange(CLEO.id, ANNA.id, 1, 0, 1, ()),
)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, ""),
        (1, "14 turns went from Speaker 1 to Speaker 2."),
        (2, "14 turns went from Speaker 1 to Speaker 2, 1 turn from Speaker 2 to Speaker 3."),
        (3, "14 turns went from Speaker 1 to Speaker 2, 1 turn from Speaker 2 to Speaker 3, and more."),
    ],
)
def test_the_two_changes_of_most_words_are_told(count: int, said: str) -> None:
    assert changes_sentence(CHANGES[:count], TALK, TALK) == said
