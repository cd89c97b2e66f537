"""What recordings are queued with from now on: language, engine, speakers, and what is written when one is done."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.core.export.preset import own_presets
from desktop_app.core.export.registry import FORMATS
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.setting_declarations import declaration
from desktop_app.core.store.settings import QueueSettings
from desktop_app.translation import tr
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.language_choice import LanguageChoice
from desktop_app.ui.widgets.speaker_count import SpeakerCount
from desktop_app.ui.widgets.tick_box import TickBox
from desktop_app.ui.widgets.toned_label import toned_label

_ENGINE = "queue.engine"
_EXPORT = "queue.export"
_LEAST_LETTERS = 9


class QueueDefaults(QWidget):
    """Four choices below each other; each is told as it is made."""

    language_chosen = Signal(str)
    options_chosen = Signal(object)  # JobOptions: how many speak
    changed = Signal(str, object)
    """The key of a setting, and what it is now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = LanguageChoice()
        self.speakers = SpeakerCount()
        self.engine = ChoiceBox()
        engines = declaration(_ENGINE).about.choices
        for engine in declaration(_ENGINE).choices:
            self.engine.addItem(engines[engine], engine)
        self.export = TickBox(tr("Nothing", "is written"))
        for box in (self.language, self.speakers, self.engine):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LEAST_LETTERS)
        self._lay_out()
        self.language.chosen.connect(self.language_chosen)
        self.speakers.chosen.connect(self.options_chosen)
        self.engine.activated.connect(lambda _: self.changed.emit(_ENGINE, self.engine.currentData()))
        self.export.ticked.connect(lambda names: self.changed.emit(_EXPORT, names))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        named = (
            (tr("Language"), self.language),
            (tr("Engine", "of the queue"), self.engine),
            (tr("Speakers", "in each recording"), self.speakers),
            (tr("When one is done, write"), self.export),
        )
        grid.addWidget(toned_label(tr("For recordings that are queued from now on"), "heading"), 0, 0, 1, 4)
        for number, (text, box) in enumerate(named):
            box.setAccessibleName(text)  # before the label, which Qt would take for the name
            label = QLabel(text)
            label.setProperty("tone", "plain")
            label.setBuddy(box)
            row, column = 1 + number // 2, 2 * (number % 2)
            grid.addWidget(label, row, column)
            grid.addWidget(box, row, column + 1)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)

    def show_choices(self, options: JobOptions, settings: QueueSettings) -> None:
        """Show what is chosen now."""
        self.language.show_language(options.language)
        self.speakers.show_options(options)
        self.engine.setCurrentIndex(self.engine.findData(settings.engine))
        self.export.show_choices(export_choices(settings.export), settings.export)


def export_choices(chosen: Sequence[str] = ()) -> dict[str, str]:
    """What can be written, by its name in the settings: all formats, the user's presets, and what is chosen although
    there is no such thing any more."""
    choices = {each.short_name: each.label for each in FORMATS}
    with suppress(SettingsError):  # told where presets are made
        choices |= {preset.name: preset.name for preset in own_presets(FORMATS)}
    return choices | {name: name for name in chosen if name not in choices}
