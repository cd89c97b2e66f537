"""Several computers at once, by Ray: `diarist transcribe --cluster` and `diarist serve --cluster`."""
