"""A process that writes into an index without end: writing_process INDEX."""

import sys
from itertools import count
from pathlib import Path

from made_projects import project, said

from desktop_app.core.library.index import LibraryIndex


def main() -> None:
    """Say a line for every project that is in the index."""
    with LibraryIndex(Path(sys.argv[1])) as index:
        for number in count():
            turns = [said(f"apples {number} {turn}") for turn in range(200)]
            index.put(Path(f"/projects/{number % 5}.diarist"), project(str(number % 5), turns))
            print(number, flush=True)


if __name__ == "__main__":
    main()
