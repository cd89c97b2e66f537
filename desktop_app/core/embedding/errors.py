"""What can go wrong while voices are told apart."""


class EmbeddingFailed(Exception):
    """A clip could not be embedded by an embedder that had loaded; the message is one clause that says why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)
