"""Exit statuses."""

OK, SOME_FAILED, USAGE = 0, 1, 2
