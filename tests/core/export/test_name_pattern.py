"""What exports are called, on every disk."""

from datetime import date

import pytest

from desktop_app.core.export.name_pattern import stem_by
from desktop_app.core.transcript.values import AudioSource, Transcript

TALK = Transcript(AudioSource("talk.wav", 1000), language="de")
TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("pattern", "stem"),
    [
        ("{name}", "Talk"),
        ("{date} {name} ({language})", "2026-03-01 Talk (de)"),
        ("{name} {nothing}", "Talk {nothing}"),
        ("a/b:c*d?", "a_b_c_d_"),
        ("con", "con_"),
        ("Lpt1.old", "Lpt1.old_"),
        (" . ", "_"),
        ("", "_"),
        ("end. ", "end"),
        ("A\u0308", "Ä"),
        ("line\nbreak\x00", "line_break_"),
    ],
)
def test_the_pattern_s_words_stand_for_what_is_known(pattern: str, stem: str) -> None:
    assert stem_by(pattern, "Talk", TALK, TODAY) == stem


def test_a_name_leaves_room_for_its_ending() -> None:
    assert len(stem_by("{name}", "ä" * 300, TALK, TODAY).encode()) == 200
