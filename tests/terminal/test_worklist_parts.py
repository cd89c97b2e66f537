"""A long recording, whose parts are heard apart and written as one."""

from functools import partial
from pathlib import Path

import pytest

from desktop_app.core.export.registry import format_for
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.part_cuts import cut_in_parts
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.settings import Settings
from desktop_app.core.worklist.items import Item
from desktop_app.terminal import worklist_item
from desktop_app.terminal.worklist_item import ItemWorker, Plan
from desktop_app.terminal.writing import Writing


@pytest.mark.slow
def test_it_is_cut_heard_in_parts_and_written_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prepared_models: Path
) -> None:
    short = partial(cut_in_parts, part_ms=14_000, whole_ms=20_000)
    monkeypatch.setattr(worklist_item, "cut_in_parts", short)
    monkeypatch.setattr(worklist_item, "WHOLE_MS", 20_000)
    plan = Plan(tmp_path, tmp_path, Writing((format_for("txt"),)), JobOptions(), Settings())
    item = Item(sample_recording(), "sample.wav")
    worker = ItemWorker(plan, cuts_long=True)
    try:
        cut = worker.do(item, None)
        assert len(cut.parts) == 2
        assert list(tmp_path.glob("*.txt")) == []
        heard = [worker.hear_part(item, span) for span in cut.parts]
        ended = worker.join(item, None, heard[::-1])
        again = worker.do(item, None, [ended.outcome])
        gone = worker.hear_part(Item(tmp_path / "gone.wav", "gone.wav"), cut.parts[0])
    finally:
        worker.close()
    assert ended.outcome.reason == ""
    assert ended.outcome.speakers == 2
    assert ended.outcome.seconds == round(sum(part.seconds for part in heard), 2)
    (text,) = tmp_path.glob("*.txt")
    assert ended.outcome.results == (text.name,)
    assert "Speaker 2" in text.read_text()
    assert again.is_skipped
    assert (gone.made, gone.reason) == (None, f"{tmp_path / 'gone.wav'}: There is no such file.")
