"""Finds texts of the window that no catalogue could translate.

Run by itself, it opens the window in its states and every dialog in a language in which each text stands between
⟦brackets⟧, and prints what stands outside of them and is no key, no name of the program's parts, and nothing that
the states say of their recordings:

    python untranslated.py
"""

import ast
import gc
import re
import sys
import tempfile
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QFileDialog, QHeaderView, QWidget

from desktop_app import translation

TEXTS = ("text", "toolTip", "accessibleName", "accessibleDescription", "placeholderText", "windowTitle", "title")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
SAME = set(
    # Keys, which Qt names; units, names of formats, engines and devices.
    "Alt Ctrl Del Down Enter Esc Left Right Shift Up Space Backspace MB GB CPU CUDA Diarist Deutsch English wav Torch "  # noqa: SIM905
    "float bfloat RTTM SubRip WebVTT Silero VAD TDT ResNet LM Moonshine AI NVIDIA CC BY Hervé Bredin onnx ultra tdt "
    "ELAN Praat TextGrid EXMARaLDA MAXQDA NVivo ATLAS ti QualCoder MeetEval SegLST Anna "
    "ass atlasti ctm docx eaf exb html maxqda md nvivo odt pdf qdpx qualcoder seglst stm tsv ttml".split()
)
"""The same in every language."""
CUT_OR_SPLIT = ("panel", "Recording 2026", "They did not, to be honest.", "parakeet-tdt-0.6b-v3.nemo")
"""What the states say in other pieces than it stands in them."""
ENGINE = ("This is no regular expression: missing ), unterminated subpattern at character 1.",)
"""What another process says, which does not speak this language."""
QT = ("Press shortcut", "OK", "Cancel")
"""Qt translates its own."""
WORD = re.compile(r"\b[^\W\d_]{2,}\b")


class Bracketed(dict[tuple[str, str], tuple[str, ...]]):
    """A catalogue of a language that is English between brackets."""

    def get(self, key: tuple[str, str], _default: object = None) -> tuple[str, ...]:  # type: ignore[override]
        source, comment = key
        forms = (comment, source) if "{n}" in comment else (source,)
        return tuple(f"⟦{form}⟧" for form in forms)


def told_by_the_states(*more: str) -> re.Pattern[str]:
    """What the recordings, engines and disks say that the states show."""
    here = Path(__file__).parent
    literals = {
        node.value
        for name in ("scripted", "outputs", "text_fits_states", "text_fits_dialogs")
        for node in ast.walk(ast.parse((here / f"{name}.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and WORD.search(node.value)
    }
    longest_first = sorted(literals.union(more, QT), key=len, reverse=True)
    return re.compile("|".join(map(_whole, longest_first)), re.IGNORECASE)


def _whole(text: str) -> str:
    """A pattern for the text where it does not stand inside a word."""
    before, behind = (r"\b" if letter.isalnum() else "" for letter in (text[0], text[-1]))
    return before + re.escape(text) + behind


def untranslated(text: str, told: re.Pattern[str]) -> list[str]:
    """The words outside of brackets that nobody but the program says."""
    outside, depth = [], 0
    for letter in text.replace("&", ""):
        depth += {"⟦": 1, "⟧": -1}.get(letter, 0)
        outside.append(" " if depth or letter == "⟧" else letter)
    return [word for word in WORD.findall(told.sub(" ", "".join(outside))) if word not in SAME]


def texts_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """Every text that can be seen or heard, with the kind of widget that has it."""
    for part in (window, *window.findChildren(QWidget)):
        if _of_qt(part) or type(part).__name__ == "PathField":
            continue
        for name in TEXTS:
            if isinstance(text := _called(part, name), str):
                yield type(part).__name__, text
        for action in part.actions():
            yield from ((type(action).__name__, text) for text in _of_action(action))
        yield from ((type(part).__name__, text) for text in _of_items(part))


def _of_qt(part: QWidget | None) -> bool:
    while part is not None and not isinstance(part, QFileDialog):
        part = part.parentWidget()
    return part is not None


def _called(part: QWidget, name: str) -> object:
    found = getattr(part, name, None)
    return found() if callable(found) else found


def _of_action(action: QAction) -> Iterator[str]:
    yield action.text()
    yield action.toolTip()


def _of_items(part: QWidget) -> Iterator[str]:
    if isinstance(part, QComboBox):
        yield from (part.itemText(place) for place in range(part.count()))
    elif isinstance(part, QHeaderView):
        for section in range(part.count()):
            yield str(part.model().headerData(section, part.orientation()) or "")
    elif isinstance(part, QAbstractItemView) and isinstance(model := part.model(), QAbstractItemModel):
        root = part.rootIndex()
        for row in range(min(model.rowCount(root), 500)):
            for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(root)):
                yield from (str(model.index(row, column).data(role) or "") for role in ROLES)


def main() -> int:
    """Look at everything; whether anything is not translated decides the exit status."""
    translation._Spoken.catalogue = Bracketed()
    from text_fits import settle
    from text_fits_states import states

    from desktop_app.core.models.manifest import CARRIED, FETCHED
    from desktop_app.core.store.setting_declarations import declarations
    from desktop_app.third_parties import third_parties
    from desktop_app.ui.frame.licences_page import _line
    from desktop_app.ui.look.appearance import Appearance

    makers = (text for each in (*CARRIED, *FETCHED) for text in (each.label, each.attribution.removesuffix(".")))
    packages = map(_line, third_parties())
    examples = (line for each in declarations() for line in each.about.example.splitlines())
    gc.disable()  # the player's threads would delete what the window has thrown away
    app = QApplication(sys.argv)
    told: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        known = told_by_the_states(
            folder, str(Path.home() / "Documents"), *CUT_OR_SPLIT, *ENGINE, *examples, *makers, *packages
        )
        judged = cache(partial(untranslated, told=known))  # the states say the same again and again
        settings = QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat)
        for state, window in states(app, Appearance(app, settings), settings, Path(folder)):
            settle()
            for kind, text in texts_of(window):
                if words := judged(text):
                    told.setdefault(f"{kind} {text!r}: {', '.join(words)}", state)
    sys.stdout.write("\n".join(f"{state}: {text}" for text, state in told.items()))
    return 1 if told else 0


if __name__ == "__main__":
    raise SystemExit(main())
