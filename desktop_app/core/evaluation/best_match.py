"""The one-to-one match with the smallest sum of costs."""

from collections.abc import Iterable, Sequence


def best_match(costs: Sequence[Sequence[float]]) -> Iterable[tuple[int, int]]:
    """Pairs of row and column; where there are more of one than of the other, some stay without."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    table = np.array(costs, np.float64)
    rows, columns = linear_sum_assignment(table.reshape(len(costs), -1) if table.size else np.empty((0, 0)))
    return zip(rows.tolist(), columns.tolist(), strict=True)
