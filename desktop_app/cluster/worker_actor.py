"""The actor in which a worker lives. It is sent to the nodes as it stands, so that one that has no Diarist, or another
version, can say so instead of failing in a way of its own."""

from typing import Any


def actor_class() -> type:
    """A class that needs nothing of Diarist's until `begin` is called."""

    class DiaristWorker:
        """Answers with plain values until it is known that both sides have the same Diarist."""

        def begin(self, version: str, plan: bytes, cores: int) -> tuple[str, Any]:
            """The node's id, and by which engines it works; a sentence instead of those if it cannot."""
            import os
            import pickle

            import ray

            node = ray.get_runtime_context().get_node_id()
            try:
                from desktop_app import __version__

                if __version__ != version:
                    return node, f"it has Diarist {__version__}, and not {version}"
                from desktop_app.core.models.usable_cores import COUNT_VARIABLE
                from desktop_app.terminal.worklist_item import ItemWorker
            except ImportError as error:
                return node, f"it has no Diarist that could be used ({error})"
            try:
                os.environ[COUNT_VARIABLE] = str(cores)
                plan_of_all = pickle.loads(plan)  # noqa: S301  from the driver, which is ours
                self._items = ItemWorker(plan_of_all, cuts_long=True)
                return node, self._items.try_engines()
            except Exception as error:  # noqa: BLE001  whatever it is, this node cannot do it
                return node, str(error) or type(error).__name__

        def do(self, what: str, *asked: Any) -> Any:  # noqa: ANN401  what: a method of ItemWorker
            return getattr(self._items, what)(*asked)

    return DiaristWorker
