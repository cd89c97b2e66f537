"""The bar at the top: open, record, export, search, the engine chip, the menu."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop_app.translation import tr
from desktop_app.ui.engines.engine_chip import EngineChip
from desktop_app.ui.look.appearance import Appearance, Choice
from desktop_app.ui.widgets.record_button import RecordButton
from desktop_app.ui.widgets.search_field import SearchField

_SEARCH_PX = 360
_HEIGHT_PX = 32


class TopBar(QWidget):
    """Holds the widgets; the window connects them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.open = QPushButton(tr("Open…"))
        self.open.setToolTip(tr("Open recordings or transcripts"))
        self.record = RecordButton()
        self.export = QPushButton(tr("Export…"))
        self.export.setToolTip(tr("Export the transcript in view; or drag it from here into another program"))
        self.search = SearchField()
        self.search.setMaximumWidth(_SEARCH_PX)
        self.search.setMinimumWidth(96)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chip = EngineChip()
        self.more = QToolButton()
        self.more.setText("⋯")
        self.more.setProperty("role", "menu")
        self.more.setAccessibleName(tr("Menu"))
        self.more.setToolTip(tr("Menu"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for button in (self.open, self.export, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for widget in (self.open, self.record, self.export, self.search, self.more):
            widget.setFixedHeight(_HEIGHT_PX)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.open)
        layout.addWidget(self.record)
        layout.addWidget(self.export)
        layout.addSpacing(12)
        layout.addWidget(self.search, 3)
        layout.addStretch(1)
        layout.addWidget(self.chip)
        layout.addWidget(self.more)

    def open_menu(self) -> None:
        """Open the menu under its button, without holding the event loop."""
        self.more.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def make_menu(self, appearance: Appearance) -> QMenu:
        """The menu, and in it `view`: how everything looks, first of all the choice of theme."""
        menu = QMenu(self)
        self.view = menu.addMenu(tr("View"))
        themes = self.view.addMenu(tr("Theme"))
        group = QActionGroup(themes)
        for choice in Choice:
            action = themes.addAction(choice.label)
            action.setCheckable(True)
            action.setChecked(choice is appearance.choice)
            action.triggered.connect(lambda _=False, choice=choice: appearance.choose(choice))
            group.addAction(action)
        self.more.setMenu(menu)
        return menu
