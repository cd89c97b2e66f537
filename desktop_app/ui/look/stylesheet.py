"""The one style sheet, written from a theme's colours."""

from dataclasses import asdict
from string import Template

from desktop_app.resources import resource
from desktop_app.ui.look.theme import RADIUS_PX, SMALL_PX, Theme

_PICTURES = ("raise", "tick", "back", "forward", "up", "down")
_SHEET = Template("""
QToolTip { background: $ground; color: $ink; border: 1px solid $line; padding: 4px 6px; font-size: ${small}px; }

#topBar, #statusLine, #player, #sidePanel, #sidePanel QWidget#panelBody { background: $panel; }
#topBar { border-bottom: 1px solid $line; }
#statusLine, #player { border-top: 1px solid $line; }
#centre, #centre QWidget#page { background: $ground; }
QSplitter::handle { background: $line; }

QLabel[tone="muted"] { color: $muted; font-size: ${small}px; }
QLabel[tone="heading"] { color: $muted; font-size: 12px; font-weight: 600; }
QLabel[tone="title"] { font-size: 19px; font-weight: 600; }
QLabel[tone="subtitle"] { font-size: 16px; font-weight: 600; }
QLabel[tone="small"] { font-size: 12px; color: $muted; }
QLabel[tone="plain"] { font-size: ${small}px; }
QLabel[tone="strong"] { font-size: ${small}px; font-weight: 600; }
QLabel[tone="passing"] {
  background: $ink; color: $ground; border-radius: ${radius}px; padding: 8px 14px; font-size: ${small}px;
}
QLabel[tone="bad"] { color: $bad; font-size: ${small}px; }

QPushButton, QToolButton {
  background: $ground; color: $ink; border: 1px solid $edge; border-radius: ${radius}px; padding: 6px 14px;
}
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: $panel; border-color: $line; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $ink; text-decoration: underline; }
QPushButton[role="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[role="link"] {
  background: transparent; border: none; color: $link; padding: 0; text-align: left; font-size: 12px;
}
QPushButton[role="link"][opens="true"] { padding: 1px 5px 1px 0; }
QPushButton[role="link"]:hover { color: $ink; }
QPushButton[role="link"]:focus { border: none; color: $ink; text-decoration: underline; }
QPushButton[role="record"] { padding-left: 32px; padding-right: 14px; text-align: left; }
QPushButton[role="record"]:focus { padding-left: 31px; padding-right: 13px; }
QPushButton[role="float"] { padding: 5px 12px; font-size: ${small}px; }
QPushButton[role="float"]:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton[role="chip"] { font-size: ${small}px; }
QToolButton[role="menu"] { padding: 4px 9px; }
QToolButton[role="menu"]:focus { padding: 3px 8px; }
QToolButton[role="quiet"] {
  background: transparent; border: none; color: $link; padding: 3px 6px; font-size: 12px;
}
QToolButton[role="quiet"]:hover { color: $ink; }
QToolButton[role="quiet"]:focus { border: 2px solid $accent; padding: 1px 4px; }
QToolButton[role="quiet"]:disabled { background: transparent; color: $muted; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; }

QLineEdit {
  background: $ground; color: $ink; border: 1px solid $edge; border-radius: ${radius}px; padding: 6px 12px;
  selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $muted;
}
QLineEdit:focus { border: 2px solid $accent; padding: 5px 11px; }
QLineEdit:disabled { color: $muted; background: $panel; border-color: $line; }
QLineEdit[role="value"] { background: transparent; border: none; padding: 0; font-size: 12px; color: $muted; }
QLineEdit[role="value"]:focus { color: $ink; border: none; }
QLineEdit[role="name"] { border-radius: 4px; padding: 1px 4px; font-size: ${small}px; font-weight: 600; }
QLineEdit[role="name"]:focus { border: 2px solid $accent; padding: 0 3px; }

QSpinBox {
  background: $ground; color: $ink; border: 1px solid $edge; border-radius: ${radius}px; padding: 6px 4px 6px 12px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QSpinBox:focus { border: 2px solid $accent; padding: 5px 3px 5px 11px; }
QSpinBox QLineEdit { border: none; background: transparent; padding: 0; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 20px; }
QSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-arrow { image: url("$raise"); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }

QPlainTextEdit, QTextBrowser#preview {
  background: $ground; color: $ink; border: 1px solid $edge; border-radius: ${radius}px; padding: 4px 8px;
  selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $muted;
}
QPlainTextEdit:focus, QTextBrowser#preview:focus { border: 2px solid $accent; padding: 3px 7px; }

QComboBox {
  background: $ground; color: $ink; border: 1px solid $edge; border-radius: ${radius}px; padding: 5px 12px;
  font-size: ${small}px; combobox-popup: 0;
}
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox:hover { background: $hover; }
QComboBox:focus { border: 2px solid $accent; padding: 4px 11px; }
QComboBox QAbstractItemView {
  background: $ground; color: $ink; border: 1px solid $edge; padding: 3px; outline: none;
}
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $selection; color: $ink; }
QComboBox QAbstractItemView::item:disabled { color: $muted; }
QFileDialog QComboBox::down-arrow { image: url("$down"); width: 16px; height: 16px; }
QFileDialog QListView#sidebar { min-width: 140px; }
QFileDialog QToolButton { padding: 4px; border-radius: 6px; }
QFileDialog QToolButton:focus { padding: 3px; }
QFileDialog QToolButton#backButton { qproperty-icon: url("$back"); }
QFileDialog QToolButton#forwardButton { qproperty-icon: url("$forward"); }
QFileDialog QToolButton#toParentButton { qproperty-icon: url("$up"); }
QHeaderView::section {
  background: $panel; color: $muted; border: none; border-bottom: 1px solid $line; padding: 4px 6px;
}

QTextEdit[tone] { background: transparent; border: none; padding: 0; }
QTextEdit[tone="subtitle"] { color: $ink; font-size: 16px; font-weight: 600; }
QTextEdit[tone="body"] { color: $ink; font-size: ${small}px; }
QTextEdit[tone="muted"] { color: $muted; font-size: ${small}px; }
QTextEdit[tone="small"] { color: $muted; font-size: 12px; }
QTextEdit[tone="bad"] { color: $bad; font-size: ${small}px; }
QFrame[role="strip"] QTextEdit[tone]:focus { border: 1px solid $accent; border-radius: 4px; }
QTextEdit#transcript { background: $ground; color: $ink; border: none; }
QListView { background: transparent; border: none; outline: none; }
QTableView#queue {
  background: $ground; color: $ink; border: 1px solid $edge; border-radius: ${radius}px; outline: none; padding: 2px;
  font-size: ${small}px; selection-background-color: $selection; selection-color: $ink;
}
QTableView#queue:focus { border: 2px solid $accent; padding: 1px; }
QTableView#queue::item { padding: 0 6px; }
QTableView#queue::item:selected { background: $selection; color: $ink; }
QListView#places {
  background: $ground; color: $ink; border: 1px solid $edge; border-radius: ${radius}px; padding: 4px;
  font-size: ${small}px;
}
QListView#places:focus { border: 2px solid $accent; padding: 3px; }
QListView#places::item { min-height: 28px; padding: 0 4px; border-radius: 4px; color: $ink; }
QListView#places::item:selected { background: $selection; color: $ink; }
QListView#places::indicator {
  width: 16px; height: 16px; margin-right: 4px; background: $ground; border: 1px solid $edge; border-radius: 4px;
}
QListView#places::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QScrollArea { background: transparent; border: none; }
QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }

QFrame[role="card"] { background: $ground; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[role="card"][active="true"], QFrame[role="card"]:focus { border: 2px solid $accent; }
QFrame[role="banner"] { background: $panel; border: none; border-bottom: 1px solid $line; }
QFrame[role="notes"] { background: $panel; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[role="strip"] { background: $panel; border: none; border-top: 1px solid $line; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
#dropZone { background: $ground; border: 2px dashed $edge; border-radius: 12px; }
#dropZone[hot="true"] { background: $selection; border: 2px dashed $accent; }
#dropOverlay { background: $selection; border: 2px dashed $accent; }

QMenu {
  background: $ground; color: $ink; border: 1px solid $line; border-radius: ${radius}px; padding: 4px;
  menu-scrollable: 1;
}
QMenu::item { padding: 5px 28px 5px 16px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $muted; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; border: 1px solid $edge; border-radius: 4px; }
QMenu::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QDialog, QMessageBox { background: $panel; }
QCheckBox { spacing: 8px; padding: 4px 0; }
QCheckBox:focus { text-decoration: underline; }
QCheckBox::indicator { width: 16px; height: 16px; background: $ground; border: 1px solid $edge; border-radius: 4px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:focus { width: 14px; height: 14px; border: 2px solid $accent; }
QCheckBox::indicator:checked:focus { border-color: $ink; }

QSlider { border: 2px solid transparent; border-radius: 6px; min-height: 20px; padding: 0 4px; }
QSlider:focus { border-color: $accent; }
QSlider::groove:horizontal { background: $edge; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent; width: 14px; margin: -5px 0; border-radius: 7px; }
QSlider::handle:horizontal:hover { background: $accent_hover; }
QSlider::groove:horizontal:disabled { background: $line; }
QSlider::handle:horizontal:disabled { background: $edge; }
QComboBox:disabled { color: $muted; background: $panel; border-color: $line; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: none; width: 0; height: 0;
}
""")


def stylesheet(theme: Theme) -> str:
    """The style sheet of a theme."""
    colours = {name: value for name, value in asdict(theme).items() if isinstance(value, str)}
    pictures = {name: resource(f"{name}-{theme.name}.svg").as_posix() for name in _PICTURES}
    return _SHEET.substitute(colours, small=SMALL_PX, radius=RADIUS_PX, **pictures)
