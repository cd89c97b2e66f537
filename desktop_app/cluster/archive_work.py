"""What workers are given to do: a recording, or a part of a long one, or the joining of its parts."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.core.export.destination import Destination
from desktop_app.core.transcript.values import Span
from desktop_app.core.worklist.done_record import Outcome
from desktop_app.core.worklist.items import Item
from desktop_app.terminal.worklist_item import HeardPart


@dataclass(eq=False)
class WholeItem:
    """A recording; before: how it ended in former runs."""

    item: Item
    place: Destination | None
    before: Sequence[Outcome]

    what = "do"

    @property
    def asked(self) -> tuple[object, ...]:
        """See ItemWorker.do."""
        return self.item, self.place, self.before


@dataclass(eq=False)
class LongItem:
    """A recording that is heard in parts, which are then joined.

    id: of what decides what is heard. heard: those that are heard.
    """

    whole: WholeItem
    id: str
    spans: tuple[Span, ...]
    heard: list[HeardPart] = field(default_factory=list)

    what = "join"

    @property
    def item(self) -> Item:
        """The recording."""
        return self.whole.item

    @property
    def asked(self) -> tuple[object, ...]:
        """See ItemWorker.join."""
        return self.whole.item, self.whole.place, self.heard


@dataclass(eq=False)
class ItemPart:
    """A part of a long recording."""

    long: LongItem
    span: Span

    what = "hear_part"

    @property
    def item(self) -> Item:
        """The recording."""
        return self.long.item

    @property
    def asked(self) -> tuple[object, ...]:
        """See ItemWorker.hear_part."""
        return self.item, self.span


Work = WholeItem | LongItem | ItemPart
