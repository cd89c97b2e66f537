"""The bar that plays: it says what is wanted, and shows what it is told."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.translation import tr
from desktop_app.ui.player.choices import Output, OutputMenu, RateMenu, VolumeMenu, rate_label
from desktop_app.ui.player.fitting_row import FittingRow
from desktop_app.ui.player.player_button import PlayButton, PlayerButton
from desktop_app.ui.player.signs import Sign
from desktop_app.ui.player.strips import SIDE_PX
from desktop_app.ui.player.time_readout import TimeReadout
from desktop_app.ui.widgets.toned_label import ElidedLabel

STEP_MS = 5000
_GROUP_PX = 8
_FOLLOWS, _BACK = tr("Follow audio"), tr("Back to voice")


class Transport(FittingRow):
    """Below the waveform. Nothing here plays: every button is a signal, and every state is told."""

    play_clicked = Signal()
    stepped = Signal(int)
    """Later by so many milliseconds, earlier where they are negative."""
    previous_turn_asked = Signal()
    next_turn_asked = Signal()
    rate_chosen = Signal(float)
    loop_chosen = Signal(bool)
    follow_chosen = Signal(bool)
    volume_chosen = Signal(int)
    outputs_wanted = Signal()
    """The menu of outputs is about to be shown."""
    output_chosen = Signal(object)  # Output
    fold_chosen = Signal(bool)
    """Whether the lanes are to be folded away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Player"))
        self._make_parts()
        self._make_menus()
        self._connect()
        self._lay_out()
        self.show_rate(1.0)
        self.show_volume(100)
        self.show_follow(True)
        self.set_available("")

    def _make_parts(self) -> None:
        self.play = PlayButton()
        self.time = TimeReadout()
        self.previous = PlayerButton(tr("Previous turn"), sign=Sign.PREVIOUS)
        self.back = PlayerButton(tr("Back 5 seconds"), word=tr("−5 s"))
        self.forward = PlayerButton(tr("Forward 5 seconds"), word=tr("+5 s"))
        self.next = PlayerButton(tr("Next turn"), sign=Sign.NEXT)
        self.rate = PlayerButton(tr("Speed"), word=rate_label(1.0))
        self.loop = PlayerButton(
            tr("Loop this turn, or what is chosen"), sign=Sign.LOOP, word=tr("Loop"), checkable=True
        )
        self.follow = PlayerButton(_FOLLOWS, sign=Sign.FOLLOW, word=_FOLLOWS, checkable=True)
        self.trouble = ElidedLabel("muted")
        self.volume = PlayerButton(tr("Volume"), sign=Sign.VOLUME)
        self.output = PlayerButton(tr("Output"), sign=Sign.HEADPHONES)
        self.lanes = PlayerButton(tr("Speakers' lanes"), sign=Sign.LANES, checkable=True)
        self.lanes.setChecked(True)
        self.rate.keep_room_for(rate_label(0.75))
        self.follow.keep_room_for(_FOLLOWS, _BACK)

    def _make_menus(self) -> None:
        self.rates, self.volumes, self.outputs = RateMenu(self), VolumeMenu(self), OutputMenu(self)
        self.rate.open_on_click(self.rates)
        self.volume.open_on_click(self.volumes)
        self.output.open_on_click(self.outputs)

    def _connect(self) -> None:
        self.play.clicked.connect(self.play_clicked)
        self.back.clicked.connect(lambda: self.stepped.emit(-STEP_MS))
        self.forward.clicked.connect(lambda: self.stepped.emit(STEP_MS))
        self.previous.clicked.connect(self.previous_turn_asked)
        self.next.clicked.connect(self.next_turn_asked)
        self.loop.clicked.connect(self.loop_chosen)
        self.follow.clicked.connect(self.follow_chosen)
        self.lanes.clicked.connect(lambda shown: self.fold_chosen.emit(not shown))
        self.rates.chosen.connect(self.rate_chosen)
        self.volumes.chosen.connect(self._choose_volume)
        self.outputs.opened.connect(self.outputs_wanted)
        self.outputs.chosen.connect(self.output_chosen)

    def _lay_out(self) -> None:
        self.row.setContentsMargins(SIDE_PX - 3, 0, SIDE_PX - 6, 0)
        groups = ((self.play, self.time), (self.previous, self.back, self.forward, self.next))
        for group in (*groups, (self.rate, self.loop, self.follow)):
            for part in group:
                self.row.addWidget(part)
            self.row.addSpacing(_GROUP_PX)
        self.trouble.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row.addWidget(self.trouble, 1)
        for part in (self.volume, self.output, self.lanes):
            self.row.addWidget(part)
        self.let_go((self.output, self.volume, self.lanes, self.loop, self.previous, self.next, self.rate, self.follow))

    # What is shown.

    def show_position(self, time_ms: int) -> None:
        """The play head is here."""
        self.time.show_position(time_ms)

    def show_length(self, length_ms: int) -> None:
        """The recording is this long."""
        self.time.show_length(length_ms)

    def show_playing(self, playing: bool) -> None:
        """Offer to pause, or to play."""
        self.play.show_playing(playing)

    def show_rate(self, rate: float) -> None:
        """It plays so many times as fast as it was spoken."""
        self.rate.setText(rate_label(rate))
        self.rate.call(tr("Speed, {rate}", rate=rate_label(rate)))
        self.rates.show_rate(rate)

    def show_loop(self, loops: bool) -> None:
        """Whether it begins again at its end."""
        self.loop.setChecked(loops)

    def show_follow(self, follows: bool) -> None:
        """Whether the page follows the voice; if not, the button leads back to it."""
        said = _FOLLOWS if follows else _BACK
        self.follow.setChecked(follows)
        self.follow.setText(said)
        self.follow.call(said)

    def show_volume(self, percent: int) -> None:
        """How loud it is, 0 to 100."""
        self.volumes.show_volume(percent)
        self.volume.sign = Sign.VOLUME if percent else Sign.SILENT
        self.volume.call(tr("Volume, {percent} %", percent=percent))
        self.volume.update()

    def show_outputs(self, outputs: Sequence[Output], current: str | None) -> None:
        """Where it can be heard, and where it is; None is what the system plays on."""
        self.outputs.show_outputs(outputs, current)

    def show_folded(self, folded: bool) -> None:
        """Whether the lanes are folded away."""
        self.lanes.setChecked(not folded)

    def set_available(self, trouble: str | None) -> None:
        """None: it can be played. Else why it cannot, in a sentence; empty where there is no recording."""
        self.trouble.setText(trouble or "")
        for part in self._sounding():
            part.setEnabled(trouble is None)

    def show_note(self, note: str) -> None:
        """What went wrong while it played, though it can be tried again; empty where nothing did."""
        self.trouble.setText(note)

    def set_turns(self, there_are: bool) -> None:
        """Whether there are turns to go to, and lanes to fold away."""
        for part in (self.previous, self.next, self.lanes):
            part.setEnabled(there_are)

    def _sounding(self) -> Sequence[PlayerButton]:
        return (self.play, self.back, self.forward, self.rate, self.loop, self.follow, self.volume)

    def _choose_volume(self, percent: int) -> None:
        self.show_volume(percent)
        self.volume_chosen.emit(percent)
