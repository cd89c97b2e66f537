"""Compares every text of a window with the room it has.

Run by itself, it opens the window in its states, every dialog, popup and menu, in both themes, and prints the faults:

    QT_SCALE_FACTOR=2 python text_fits.py [--long-words]
"""

import gc
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizeGrip,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QToolButton,
    QWidget,
)

from desktop_app.ui.widgets.wrapping_text import WrappingText

BESIDE_CHOICE_PX = 8
CLEAR_BUTTON_PX = 22
LENGTHENED: dict[str, str] = {}
MNEMONIC = Qt.TextFlag.TextShowMnemonic.value


def faults(window: QWidget) -> list[str]:
    """What is cut in a window that is shown, what lies outside it, and what is larger than the screen."""
    return [f"{fault} [{type(part).__name__}]" for part in _parts(window) for fault in _faults(part)] + _outside(window)


def _parts(window: QWidget) -> Iterator[QWidget]:
    yield from (part for part in window.findChildren(QWidget) if part.isVisible() and part.window() is window.window())


def _faults(part: QWidget) -> Iterator[str]:
    yield from _out_of_sight(part)
    match part:
        case QPushButton() if part.property("role") != "chip":
            yield from _in_button(part)
        case QCheckBox():
            option = QStyleOptionButton()
            part.initStyleOption(option)
            room = part.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, part)
            yield from _compare(part, part.text(), room)
        case QToolButton() if part.size().width() < part.sizeHint().width() and part.text():
            yield f"{part.text()!r} has {part.width()} of {part.sizeHint().width()} px"
        case QLabel() if part.pixmap().isNull():
            yield from _in_label(part)
        case QComboBox():
            yield from _in_box(part)
        case QLineEdit():
            yield from _in_field(part)
        case WrappingText():
            yield from _in_passage(part)
        case QHeaderView() if not isinstance(part.window(), QFileDialog):  # whose columns can be dragged
            for section in range(part.count()):
                text = str(part.model().headerData(section, part.orientation()))
                yield from _compare(part, text, QRect(0, 0, part.sectionSize(section) - 12, part.height()))


def _compare(part: QWidget, text: str, room: QRect) -> Iterator[str]:
    need = part.fontMetrics().size(MNEMONIC, text)
    if text and (need.width() > room.width() or need.height() > room.height() + 1):
        yield f"{text!r} needs {need.width()}x{need.height()} px and has {room.width()}x{room.height()}"


def _in_button(button: QPushButton) -> Iterator[str]:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
    if not button.icon().isNull():
        room.setWidth(room.width() - button.iconSize().width() - 4)
    yield from _compare(button, button.text(), room)


def _in_label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    if "ElidedLabel" in type(label).__name__:  # cut on purpose, and says the rest when it is pointed at
        few = label.fontMetrics().horizontalAdvance(f"{label.text()[:3]}…")
        if label.text() and room.width() < min(few, label.fontMetrics().horizontalAdvance(label.text())):
            yield f"nothing can be read of {label.text()!r}"
    elif label.wordWrap():
        flags = Qt.TextFlag.TextWordWrap.value
        need = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), 10_000), flags, label.text())
        if need.width() > room.width() or need.height() > room.height() + 1:
            yield f"{label.text()!r} needs {need.width()}x{need.height()} px and has {room.width()}x{room.height()}"
    else:
        yield from _compare(label, label.text(), room)


def _in_box(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(control, option, part, box).adjusted(1, 0, -1, 0)
    if isinstance(box.window(), QFileDialog):  # Qt's: paths are as long as they are
        return
    yield from _compare(box, option.currentText, room)
    if box.sizeAdjustPolicy() != QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon:
        for place in range(box.count()):
            yield from _compare(box, box.itemText(place), room)


def _in_field(field: QLineEdit) -> Iterator[str]:
    """What stands there while nothing is typed; and keys, which nobody types letter by letter."""
    is_key = isinstance(field.parentWidget(), QKeySequenceEdit)
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    room = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    margins = field.textMargins()
    room.adjust(margins.left() + 2, 0, -margins.right() - 2 - is_key * CLEAR_BUTTON_PX, 0)
    text = field.text() if is_key or field.text() else field.placeholderText()
    if (is_key or not field.text()) and not Path(text).is_absolute():  # paths are as long as they are
        yield from _compare(field, text, room)


def _in_passage(passage: WrappingText) -> Iterator[str]:
    need, room = passage.document().size(), passage.viewport().size()
    scrolls = passage.verticalScrollBar().isVisible()
    if need.width() > room.width() or (need.height() > room.height() + 1 and not scrolls):
        yield f"{passage.text()!r} needs {need.toTuple()} px and has {room.toTuple()}"


def _out_of_sight(part: QWidget) -> Iterator[str]:
    """Text beside what it lies in, or below where that cannot be scrolled."""
    if not isinstance(part, QAbstractButton | QLabel | QLineEdit | QComboBox) or not part.width():
        return
    within = part.parentWidget()
    while within is not None:
        corner = part.mapTo(within, QPoint(0, 0))
        beside = corner.x() < 0 or corner.x() + part.width() > within.width()
        below = corner.y() < 0 or corner.y() + part.height() > within.height()
        scrolls = isinstance(within.parentWidget(), QScrollArea)
        if beside or (below and not scrolls):
            place = f"{corner.toTuple()}, {part.size().toTuple()}"
            yield f"{_text_of(part)!r} lies at {place}, outside {type(within).__name__} {within.size().toTuple()}"
            return
        if scrolls and below:
            return
        within = None if within.isWindow() else within.parentWidget()
    yield from _covered(part)


def _covered(part: QWidget) -> Iterator[str]:
    """Something else lies over it."""
    inside = part.rect().adjusted(2, 2, -2, -2)
    for corner in (inside.topLeft(), inside.topRight(), inside.bottomLeft(), inside.bottomRight()):
        found = part.window().childAt(part.mapTo(part.window(), corner))
        if found is None or found is part or isinstance(found, QSizeGrip):  # which is Qt's
            continue
        if not part.isAncestorOf(found) and not found.isAncestorOf(part):
            yield f"{type(part).__name__} {_text_of(part)!r} is covered by {type(found).__name__}"
            return


def _text_of(part: QWidget) -> str:
    return str(getattr(part, "text", getattr(part, "currentText", str))())


def _outside(window: QWidget) -> list[str]:
    screen = window.screen().availableGeometry()
    frame = window.frameGeometry()
    fits = frame.width() <= screen.width() and frame.height() <= screen.height()
    sizes = f"{frame.size().toTuple()}, the screen {screen.size().toTuple()}"
    return [] if fits else [f"{window.windowTitle()!r} is {sizes}"]


def popup_faults(box: QComboBox) -> list[str]:
    """What is cut of a box's choices when they are shown."""
    box.showPopup()
    QApplication.processEvents()
    view = box.view()
    found = []
    rows = range(box.count())
    if box.count() <= box.maxVisibleItems() and view.window().height() < view.screen().availableGeometry().height():
        last = view.visualRect(box.model().index(box.count() - 1, 0))
        if last.bottom() >= view.viewport().height() or last.bottom() + view.y() >= view.parentWidget().height():
            found.append(f"{box.itemText(box.count() - 1)!r} ends at {last.bottom()} of {view.viewport().height()} px")
    for row in rows:
        need = box.fontMetrics().horizontalAdvance(box.itemText(row)) + 2 * BESIDE_CHOICE_PX
        room = view.viewport().width()
        if need > room and box.objectName() != "lookInCombo":  # Qt's own, of paths of any length: they end with "…"
            found.append(f"the choice {box.itemText(row)!r} needs {need} and has {room} px")
    box.hidePopup()
    QApplication.processEvents()
    return found


def menu_faults(menu: QMenu) -> list[str]:
    """What is cut of a menu."""
    menu.popup(QPoint(0, 0))
    QApplication.processEvents()
    screen, hint = menu.screen().availableGeometry(), menu.sizeHint()
    found = []
    # What is higher than the screen scrolls; Qt leaves a line of the screen free then.
    if menu.width() < hint.width() or menu.height() < min(hint.height(), screen.height() - 1):
        found.append(f"the menu is {menu.size().toTuple()} and needs {hint.toTuple()}")
    for action in menu.actions():
        need = menu.fontMetrics().horizontalAdvance(f"{action.text()}{action.shortcut().toString()}")
        if need > menu.actionGeometry(action).width():
            found.append(f"{action.text()!r} needs {need} px")
    menu.close()
    return found


def settle() -> None:
    """Let layouts and paintings happen, and let go what is to be deleted: nobody returns to an event loop here."""
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def lengthen(window: QWidget) -> None:
    """Let every button say as much as it does in a language of long words."""
    for part in window.findChildren(QAbstractButton):
        text = part.text()
        if len(text) > 1 and part.window() is window and text not in LENGTHENED.values():
            part.setText(LENGTHENED.setdefault(text, text + "verarbeitungsvorgang"[: max(3, len(text) // 3)]))


def content(menu: QMenu) -> tuple[object, ...]:
    """All that decides how large a menu is."""
    shown = (each for each in menu.actions() if each.isVisible())
    return tuple((each.text(), each.shortcut().toString(), each.isCheckable(), each.icon().isNull()) for each in shown)


def all_faults(window: QWidget, menus: set[tuple[object, ...]], *, long_words: bool) -> Iterator[str]:
    """Of the window, and of what opens from it. menus: what was in those that were looked at, in the same theme.
    long_words: its buttons say more than in English."""
    settle()
    if long_words:
        lengthen(window)
        settle()
    yield from faults(window)
    for box in window.findChildren(QComboBox):
        if box.isVisible() and box.isEnabled() and box.count():
            yield from popup_faults(box)
    for menu in window.findChildren(QMenu):
        if menu.actions() and menu.parent() is not None and content(menu) not in menus:
            menus.add(content(menu))
            yield from menu_faults(menu)


def main() -> int:
    """Look at everything; whether there are faults decides the exit status."""
    from text_fits_states import states

    from desktop_app.app import speak_like_the_window
    from desktop_app.ui.look.appearance import Appearance, Choice

    gc.disable()  # the player's threads would delete what the window has thrown away
    app = QApplication(sys.argv)
    speak_like_the_window(app)
    told: list[str] = []
    for choice in (Choice.LIGHT, Choice.DARK):
        with tempfile.TemporaryDirectory() as folder:
            settings = QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat)
            appearance = Appearance(app, settings)
            appearance.choose(choice)
            menus: set[tuple[object, ...]] = set()
            for state, window in states(app, appearance, settings, Path(folder)):
                told += [
                    f"{choice.value}, {state}: {fault}"
                    for fault in all_faults(window, menus, long_words="--long-words" in sys.argv)
                ]
    sys.stdout.write("\n".join(dict.fromkeys(told)))
    return 1 if told else 0


if __name__ == "__main__":
    raise SystemExit(main())
