"""Exit statuses."""

OK, SOME_FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
