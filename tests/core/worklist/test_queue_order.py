"""The order of the queue on the disk."""

from pathlib import Path

import pytest

from desktop_app.core.worklist.queue_order import keep_order, kept_order, queue_file


def test_the_order_is_kept_whatever_the_names(tmp_path: Path) -> None:
    paths = (tmp_path / "b.diarist", tmp_path / "ä\udcff.diarist", tmp_path / "a.diarist")
    keep_order(paths)
    assert kept_order() == paths
    keep_order(paths[:1])
    assert kept_order() == paths[:1]


@pytest.mark.parametrize("written", [None, b"", b"{}", b"\xff", b"[1, null]"])
def test_a_file_that_holds_no_order_is_none(written: bytes | None) -> None:
    if written is not None:
        queue_file().parent.mkdir(parents=True)
        queue_file().write_bytes(written)
    assert kept_order() == ()
