"""An index, searched in either way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.library.index import LibraryIndex
from desktop_app.core.library.turn_search import FullTextSearch, PatternSearch, TurnSearch


@pytest.fixture(params=[FullTextSearch(), PatternSearch()], ids=lambda way: way.name)
def turn_search(request: pytest.FixtureRequest) -> TurnSearch:
    way: TurnSearch = request.param
    return way


@pytest.fixture
def index(tmp_path: Path, turn_search: TurnSearch) -> Iterator[LibraryIndex]:
    with LibraryIndex(tmp_path / "cache" / "library.sqlite", turn_search=turn_search) as made:
        yield made
