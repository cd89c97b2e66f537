"""What a screen reader on Linux reads, read by a client of AT-SPI on a virtual screen with a bus of its own."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from screen_session import NEEDED, first_line, press, running, screen_session

from desktop_app.core.export.formats import json_format
from desktop_app.core.transcript.values import AudioSource, Mark, Span, Speaker, Transcript, Turn, Word

if TYPE_CHECKING:
    from screen_reader import Node, ScreenReader

ROOT = Path(__file__).parents[2]
TEXT = "good morning have you seen it\nI have\nand what did you think of it all"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(any(shutil.which(each) is None for each in NEEDED), reason=f"without {', '.join(NEEDED)}"),
]

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app.app import Application

application = Application([])
window, text = application.window, application.window.centre.view.text
window.show()
window.activateWindow()
window.opening.open([Path(sys.argv[1])])

def take_keyboard():
    text.setFocus()
    if text.hasFocus() and text.shown and not text.is_filling() and not text.isReadOnly():
        later.stop()
        print("ready", flush=True)

later = QTimer(interval=50)
later.timeout.connect(take_keyboard)
later.start()
if __name__ == "__main__":
    sys.exit(application.qt.exec())
"""


def talk() -> Transcript:
    """Ben is marked as uncertain in his last word; of Anna's last turn the engine is unsure of three words."""
    anna, ben = Speaker("S1", "Anna", 0), Speaker("S2", "Ben", 1)
    first, second, third = TEXT.split("\n")
    turns = (
        turn(anna, 1_000, first),
        turn(ben, 62_000, second, marked=[1]),
        turn(anna, 70_000, third, unsure=[1, 2, 3]),
    )
    return Transcript(AudioSource("talk.wav", 80_000), (anna, ben), turns)


def turn(
    speaker: Speaker, start_ms: int, text: str, *, unsure: list[int] | None = None, marked: list[int] | None = None
) -> Turn:
    words = tuple(
        Word(
            word,
            start_ms + 300 * number,
            start_ms + 300 * number + 250,
            confidence=0.2 if number in (unsure or []) else 0.98,
            marks=frozenset({Mark.UNCERTAIN} if number in (marked or []) else ()),
        )
        for number, word in enumerate(text.split())
    )
    span = Span(start_ms, words[-1].end_ms)
    return Turn(speaker.id, span.start_ms, span.end_ms, words, (span,))


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """Short to name: the bus has a socket in it."""
    with tempfile.TemporaryDirectory(prefix="at-spi-") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def environment(home: Path) -> Iterator[dict[str, str]]:
    """Of a session with a screen that nobody sees."""
    with screen_session(home, os.environ | {"PYTHONPATH": str(ROOT)}) as made:
        yield made


@pytest.fixture(scope="module")
def reader(environment: dict[str, str]) -> Iterator[ScreenReader]:
    pytest.importorskip("jeepney", reason="without jeepney, which speaks to buses")
    from screen_reader import NoReply, ScreenReader

    try:
        made = ScreenReader(environment["DBUS_SESSION_BUS_ADDRESS"])
    except NoReply as error:
        pytest.skip(f"without a bus for screen readers: {error}")
    with closing(made):
        made.listen()
        yield made


@pytest.fixture(scope="module")
def program(reader: ScreenReader, environment: dict[str, str], home: Path) -> Iterator[Node]:
    """The window with a transcript, the caret at its beginning."""
    transcript, script = home / "talk.json", home / "program.py"
    transcript.write_text(json_format.render(talk()), encoding="utf-8")
    script.write_text(PROGRAM)
    with running(sys.executable, str(script), str(transcript), environment=environment) as window:
        assert first_line(window) == "ready"
        reader.until(lambda: len(reader.programs()) == 1, "the program on the bus")
        yield reader.programs()[0]


class Text:
    """The transcript's text, as it is read, and the keys that are pressed there."""

    def __init__(self, reader: ScreenReader, node: Node, environment: dict[str, str]) -> None:
        self.reader = reader
        self.node = node
        self._environment = environment

    def press(self, *keys: str) -> None:
        press(*keys, environment=self._environment)

    def go_to_start(self) -> None:
        self.press("ctrl+Home")
        self.reader.until(lambda: self.reader.caret(self.node) == 0 and not self.selected(), "the caret at the start")
        self.reader.forget()

    def selected(self) -> list[str]:
        return self.reader.selected(self.node)

    def hear(self, kind: str, value: object = None) -> None:
        self.reader.hear(kind, self.node, value)


@pytest.fixture
def text(reader: ScreenReader, program: Node, environment: dict[str, str]) -> Text:
    found = Text(reader, reader.find(program, "text", "Transcript"), environment)
    found.go_to_start()
    return found


def test_controls_and_recordings_are_told(reader: ScreenReader, program: Node) -> None:
    told = [(reader.role(each), reader.name(each)) for each in reader.walk(program)]
    names = {name for _, name in told}
    assert {"Recordings", "Search all recordings", "Waveform", "Play", "Speed, 1.0×"} <= names
    assert any(role == "list item" and name.startswith("talk, ") for role, name in told)
    unnamed = [role for role, name in told if role in {"push button", "toggle button", "slider"} and not name]
    assert unnamed == []


def test_each_turn_is_a_paragraph_and_says_who_speaks_and_when(text: Text, reader: ScreenReader) -> None:
    assert reader.text(text.node) == TEXT
    for said, paragraph in (("Ben, 01:02. uncertain: have", "I have"), ("Anna, 01:10", TEXT.split("\n")[2])):
        text.press("Down")
        text.hear("Announcement", said)
        text.hear("TextCaretMoved", TEXT.index(paragraph))
        assert reader.description(text.node).startswith(f"{said}. ")
        assert reader.paragraph(text.node) == paragraph


def test_each_letter_is_where_it_is_seen(text: Text, reader: ScreenReader) -> None:
    boxes = [reader.letter_box(text.node, TEXT.index(turn)) for turn in TEXT.split("\n")]
    lefts, tops = [box[0] for box in boxes], [box[1] for box in boxes]
    assert len(set(lefts)) == 1
    assert tops == sorted(set(tops))
    assert tops[1] - tops[0] == tops[2] - tops[1] >= boxes[0][3]


def test_what_is_selected_by_keys_is_told(text: Text) -> None:
    text.press("shift+ctrl+Right")
    text.hear("TextSelectionChanged")
    text.reader.until(lambda: text.selected() == ["good "], "a selected word")
    text.press("shift+Left")
    text.hear("TextSelectionChanged")
    text.reader.until(lambda: text.selected() == ["good"], "one letter less")
    text.press("Right")
    text.reader.until(lambda: text.selected() == [], "nothing selected")


def test_a_mark_is_told_where_the_caret_comes_to_it_and_when_it_is_given(text: Text) -> None:
    text.press("Down")
    text.hear("Announcement", "Ben, 01:02. uncertain: have")
    text.press("ctrl+Right")
    text.hear("Announcement", "uncertain")
    for said in ("uncertain, off the record", "uncertain"):
        text.press("ctrl+shift+o")
        text.hear("Announcement", said)


def test_a_doubtful_passage_is_named_with_its_reason_and_how_many_are_left(
    text: Text, reader: ScreenReader, program: Node
) -> None:
    text.press("F8")
    reader.until(lambda: bool(text.selected()), "a doubtful passage")
    (words,) = text.selected()
    assert "did" in words
    text.hear("Announcement", "Anna, 01:10")
    bar = next(each for each in reader.walk(program) if reader.name(each) == "Doubtful passage")
    said = f"{words}. The engine itself is unsure of the words. 2 left"
    reader.hear("Announcement", bar, said)
    assert reader.description(bar) == said
    labels = {reader.name(each) for each in reader.walk(bar)}
    assert {"2 left", "The engine itself is unsure of the words", "It is right"} <= labels
    text.press("Return")
    text.hear("Announcement", "Ben, 01:02. uncertain: have")
    left = reader.hear("Announcement", bar).value
    assert str(left).startswith("I have. ")
    assert str(left).endswith(". 1 left")
    text.press("Return")
    reader.hear("Announcement", bar, "No doubtful passage is left.")
    assert text.selected() == []
    text.press("Escape")
    assert reader.text(text.node) == TEXT
