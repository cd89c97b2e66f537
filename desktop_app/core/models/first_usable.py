"""The first of several engines that loads, and what was passed over for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop_app.core.models.errors import ModelUnavailable

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Preferred(Generic[T]):
    """An engine that is loaded. passed_over: why each that would have been preferred is not."""

    engine: T
    passed_over: tuple[ModelUnavailable, ...] = ()


def first_that_loads(loads: Sequence[Callable[[], T]]) -> Preferred[T]:
    """What the first of at least one loads that raises no ModelUnavailable; one with every reason, if all do."""
    refused: list[ModelUnavailable] = []
    for load in loads:
        try:
            return Preferred(load(), tuple(refused))
        except ModelUnavailable as failure:
            refused.append(failure)
    if len(refused) == 1:
        raise refused[0]
    reasons = "; ".join(f"{each.model}: {each.reason}" for each in refused[1:])
    raise ModelUnavailable(refused[0].model, f"{refused[0].reason}; {reasons}", refused[0].hint) from refused[0]
