"""What a worker of the cluster does: one recording after the other, with engines that stay warm."""

import os
from collections.abc import Sequence

from desktop_app.core.export.destination import Destination
from desktop_app.core.models.usable_cores import COUNT_VARIABLE
from desktop_app.core.transcript.values import EngineUse, Span
from desktop_app.core.worklist.done_record import Outcome
from desktop_app.core.worklist.items import Item
from desktop_app.terminal.worklist_item import Ended, HeardPart, ItemWorker, Plan


class ClusterWorker:
    """Lives in a process of Ray's, on any of the cluster's nodes; see worker_actor."""

    def __init__(self, plan: Plan, cores: int) -> None:
        """cores: how many threads its engines may use at a time."""
        os.environ[COUNT_VARIABLE] = str(cores)
        self._items = ItemWorker(plan, cuts_long=True)

    def try_engines(self) -> tuple[EngineUse, ...]:
        """See ItemWorker."""
        return self._items.try_engines()

    def do(self, item: Item, place: Destination | None, before: Sequence[Outcome]) -> Ended:
        """See ItemWorker."""
        return self._items.do(item, place, before)

    def hear_part(self, item: Item, span: Span) -> HeardPart:
        """See ItemWorker."""
        return self._items.hear_part(item, span)

    def join(self, item: Item, place: Destination | None, parts: Sequence[HeardPart]) -> Ended:
        """See ItemWorker."""
        return self._items.join(item, place, parts)

    def close(self) -> None:
        """End the engines."""
        self._items.stop()
        self._items.close()
