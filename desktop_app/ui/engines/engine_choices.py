"""Which engines do the work, and on which device: a small table of choices."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.core.store.settings import AsrEngine, Device, EmbeddingSource, Settings
from desktop_app.core.store.settings_file import setting_value
from desktop_app.ui.engines.engine_words import PURPOSES
from desktop_app.ui.widgets.accessible_text import name_for_readers
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.toned_label import toned_label

_DEVICES: Mapping[StrEnum, str] = {Device.AUTO: "Automatic", Device.CPU: "Processor", Device.CUDA: "CUDA"}
_SOURCES: Mapping[StrEnum, str] = {
    EmbeddingSource.BUILTIN: "Automatic (this computer)",
    EmbeddingSource.ONNX: "Processor (onnxruntime)",
    EmbeddingSource.TORCH: "Torch",
    EmbeddingSource.REMOTE: "Remote diarizer",
}
RECOGNISERS: Mapping[StrEnum, str] = {
    AsrEngine.AUTO: "Automatic",
    AsrEngine.MOONSHINE: "Moonshine (English)",
    AsrEngine.PARAKEET: "Parakeet (25 languages)",
}
_WITHOUT_DEVICE = {EmbeddingSource.ONNX, AsrEngine.MOONSHINE}
"""These run on the processor alone."""


class EngineChoices(QWidget):
    """A row for each part of the work: engine and device."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[str, tuple[StrEnum, ...]] = {}
        self.boxes: dict[str, ChoiceBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        for column, heading in enumerate(("Engine", "Device"), 1):
            self._grid.addWidget(toned_label(heading, "small"), 0, column)
        self._add_row(1, PURPOSES["embedding"], "embedding.source", _SOURCES, "embedding.device", settings)
        self._add_row(2, PURPOSES["asr"], "asr.engine", RECOGNISERS, "asr.device", settings)

    def _add_row(
        self, row: int, name: str, engine: str, engines: Mapping[StrEnum, str], device: str, settings: Settings
    ) -> None:
        label = QLabel(f"&{name}")
        label.setProperty("tone", "plain")
        for column, (key, choices) in enumerate(((engine, engines), (device, _DEVICES)), 1):
            box = self._box(key, choices, settings)
            self._grid.addWidget(box, row, column)
        name_for_readers(self.boxes[device], f"{name}: device")
        label.setBuddy(self.boxes[engine])
        self.boxes[engine].setAccessibleName(f"{name}: engine")
        self._grid.addWidget(label, row, 0)
        self.boxes[engine].currentIndexChanged.connect(lambda _: self._refresh(engine, device))
        self._refresh(engine, device)

    def _box(self, key: str, choices: Mapping[StrEnum, str], settings: Settings) -> ChoiceBox:
        box = ChoiceBox()
        box.addItems(list(choices.values()))
        self._choices[key] = tuple(choices)
        self.boxes[key] = box
        box.setCurrentIndex(self._choices[key].index(setting_value(settings, key)))
        return box

    def _refresh(self, engine: str, device: str) -> None:
        self.boxes[device].setEnabled(self._chosen(engine) not in _WITHOUT_DEVICE)

    def _chosen(self, key: str) -> StrEnum:
        return self._choices[key][self.boxes[key].currentIndex()]

    def values(self) -> dict[str, object]:
        """What is chosen, by the settings' keys."""
        return {key: self._chosen(key) for key in self.boxes}
