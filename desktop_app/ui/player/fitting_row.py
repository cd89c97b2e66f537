"""A row of buttons that is brief where there is little room, and puts what has none into a menu."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QMenu, QWidget

from desktop_app.translation import tr
from desktop_app.ui.player.player_button import PlayerButton
from desktop_app.ui.player.signs import Sign

SPACING_PX = 4


class FittingRow(QWidget):
    """leaving: the buttons that may go into the menu, the first to go first. All others stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(SPACING_PX)
        self.row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # it says itself what it needs
        self.more = PlayerButton(tr("More"), sign=Sign.MORE)
        self._menu = QMenu(tr("More"), self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.open_on_click(self._menu)
        self._leaving: Sequence[PlayerButton] = ()

    def let_go(self, leaving: Sequence[PlayerButton]) -> None:
        """Name the buttons that may go."""
        self._leaving = leaving
        self.row.addWidget(self.more)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for those that stay, and for the menu's."""
        return QSize(self._width_px([*self._staying(), self.more], brief=True), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Room for all, with their words."""
        return QSize(self._width_px(self._parts(), brief=False), super().sizeHint().height())

    def _items(self) -> list[QLayoutItem]:
        items = (self.row.itemAt(place) for place in range(self.row.count()))
        return [item for item in items if item is not None]

    def _parts(self) -> list[QWidget]:
        widgets = (item.widget() for item in self._items())
        return [widget for widget in widgets if widget is not None and widget is not self.more]

    def _staying(self) -> list[QWidget]:
        return [part for part in self._parts() if part not in self._leaving]

    def _width_px(self, parts: Sequence[QWidget], *, brief: bool) -> int:
        widths = (
            part.width_px(brief=brief) if isinstance(part, PlayerButton) else part.minimumSizeHint().width()
            for part in parts
        )
        gaps = [item.minimumSize().width() for item in self._items() if item.spacerItem() is not None]
        margins = self.row.contentsMargins()
        return sum(widths) + sum(gaps) + SPACING_PX * (len(parts) - 1) + margins.left() + margins.right()

    def _fit(self) -> None:
        """Words go first, then one button after the other."""
        brief = self._width_px(self._parts(), brief=False) > self.width()
        gone = 0
        while self._width_px(self._without(gone), brief=brief) > self.width() and gone < len(self._leaving):
            gone += 1
        for part in self._parts():
            if isinstance(part, PlayerButton):
                part.be_brief(brief)
        for place, button in enumerate(self._leaving):
            button.setVisible(place >= gone)
        self.more.setVisible(gone > 0)

    def _without(self, gone: int) -> list[QWidget]:
        left = [part for part in self._parts() if part not in self._leaving[:gone]]
        return [*left, self.more] if gone else left

    def _fill_menu(self) -> None:
        self._menu.clear()
        for button in self._leaving:
            if button.isHidden():
                self._menu.addAction(self._action_for(button))

    def _action_for(self, button: PlayerButton) -> QAction:
        if button.menu is not None:
            action = button.menu.menuAction()
        else:
            action = QAction(button.accessibleName(), self._menu, checkable=button.isCheckable())
            action.setChecked(button.isChecked())
            action.triggered.connect(button.click)
        action.setEnabled(button.isEnabled())
        return action
