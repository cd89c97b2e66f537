"""What can be wrong with a model."""


class ModelUnavailable(Exception):
    """A model that cannot be used: which, why, and what the user can do about it, one sentence each."""

    def __init__(self, model: str, reason: str, hint: str) -> None:
        self.model = model
        self.reason = reason
        self.hint = hint
        super().__init__(f"{model}: {reason}. {hint}")

    def __reduce__(self) -> tuple[type["ModelUnavailable"], tuple[str, str, str]]:
        return type(self), (self.model, self.reason, self.hint)


class ModelStoreError(Exception):
    """A model that cannot be fetched, taken in or removed; the message is one sentence that says why and what to do.

    The store is as it was.
    """


class UnknownModel(ModelStoreError):
    """A file that is no model Diarist knows; as the user's own it can be taken in all the same."""


def first_line(error: BaseException) -> str:
    """What an error of somebody else's says first; its kind, if it says nothing."""
    return str(error).strip().partition("\n")[0] or type(error).__name__
