"""A link of the chain that an engine hangs on: a package, a device, a model, a host."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """How one link is.

    name: such as 'torchaudio'. ok: it holds. detail: what was found, or the cause, in one line. cure: what to do
    about it, in one line; '' where there is nothing to do. tried: False where nobody looked whether it holds.
    """

    name: str
    ok: bool
    detail: str
    cure: str = ""
    tried: bool = True
