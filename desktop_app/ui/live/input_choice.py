"""What is to be recorded: an input and its channel, remembered."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSettings, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.core.capture.values import InputDevice, Source, SourceKind
from desktop_app.translation import tr
from desktop_app.ui.widgets.accessible_text import name_for_readers
from desktop_app.ui.widgets.choice_box import ChoiceBox

_DEVICE_KEY = "record/device"
_NAME_KEY = "record/device name"
_CHANNEL_KEY = "record/channel"
_HEADINGS = {SourceKind.MICROPHONE: tr("Microphones"), SourceKind.SYSTEM_AUDIO: tr("What this computer plays")}
_Index = QModelIndex | QPersistentModelIndex


class InputChoice(QWidget):
    """Two boxes. The first choice is what the system records from; an input that has gone is only remembered."""

    chosen = Signal(object)  # Source

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._devices: tuple[InputDevice, ...] = ()
        self.device = ChoiceBox()
        self.device.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.device.setMinimumContentsLength(20)
        self.device.activated.connect(self._choose_device)
        self.channel = ChoiceBox()
        self.channel.activated.connect(self._choose_channel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.device, 1)
        row.addWidget(self.channel)
        name_for_readers(self.device, tr("What to record"))
        name_for_readers(self.channel, tr("Which channel"))

    @property
    def source(self) -> Source:
        """What is chosen."""
        device = self.device.currentData()
        return (
            Source(device, self.channel.currentData())
            if isinstance(device, str) and device
            else Source(None, self.channel.currentData())
        )

    @property
    def missing(self) -> str:
        """The name of an input that was chosen last and is not there; '' where there is none."""
        wanted = str(self._settings.value(_DEVICE_KEY, ""))
        gone = bool(wanted) and bool(self._devices) and all(each.id != wanted for each in self._devices)
        return str(self._settings.value(_NAME_KEY, "")) if gone else ""

    def show_inputs(self, devices: tuple[InputDevice, ...]) -> None:
        """Offer these, and choose what was chosen last if it is among them."""
        self._devices = devices
        with QSignalBlocker(self.device):
            model = QStandardItemModel(self.device)
            model.appendRow(_item(_default_in_words(devices), ""))
            for heading, of_kind in under_headings(devices):
                model.appendRow(_heading(heading))
                for each in of_kind:
                    model.appendRow(_item(each.name, each.id))
            self.device.setModel(model)
            wanted = self.device.findData(str(self._settings.value(_DEVICE_KEY, "")))
            self.device.setCurrentIndex(max(0, wanted))
        self._show_channels()

    def _show_channels(self) -> None:
        device = self._chosen_device()
        count = device.channels if device else 1
        self.channel.clear()
        self.channel.addItem(tr("All channels"), None)
        for number in range(1, count + 1):
            self.channel.addItem(tr("Channel {number}", number=number), number)
        wanted = self.channel.findData(int(str(self._settings.value(_CHANNEL_KEY, 0)) or 0))
        self.channel.setCurrentIndex(max(0, wanted))
        self.channel.setVisible(count > 1)

    def _chosen_device(self) -> InputDevice | None:
        wanted = self.device.currentData()
        return next((each for each in self._devices if each.id == wanted or (not wanted and each.default)), None)

    def _choose_device(self) -> None:
        device = self.device.currentData()
        self._settings.setValue(_DEVICE_KEY, device)
        self._settings.setValue(_NAME_KEY, self.device.currentText())
        self._settings.setValue(_CHANNEL_KEY, 0)
        self._show_channels()
        self.chosen.emit(self.source)

    def _choose_channel(self) -> None:
        self._settings.setValue(_CHANNEL_KEY, self.channel.currentData() or 0)
        self.chosen.emit(self.source)


def under_headings(devices: Sequence[InputDevice]) -> Iterator[tuple[str, list[InputDevice]]]:
    """The inputs of each kind that there is, with the kind's heading."""
    for kind, heading in _HEADINGS.items():
        if of_kind := [each for each in devices if each.kind is kind]:
            yield heading, of_kind


def _default_in_words(devices: tuple[InputDevice, ...]) -> str:
    default = next((each.name for each in devices if each.default), "")
    return tr("The system's default ({name})", name=default) if default else tr("The system's default")


def _item(text: str, device_id: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(device_id, Qt.ItemDataRole.UserRole)
    return item


def _heading(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setData(text, Qt.ItemDataRole.AccessibleDescriptionRole)
    return item
