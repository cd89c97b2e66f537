"""Which replicas were taken out, and why: an actor that replicas tell, and the server asks."""

from collections.abc import Mapping


class TakenOut:
    """Why the last replica of each node was taken out."""

    def __init__(self) -> None:
        self._reasons: dict[str, str] = {}

    def add(self, node: str, reason: str) -> None:
        """A replica of the node is taken out. node: its id."""
        self._reasons[node] = reason

    def reasons(self) -> Mapping[str, str]:
        """Reasons by the ids of nodes."""
        return self._reasons
