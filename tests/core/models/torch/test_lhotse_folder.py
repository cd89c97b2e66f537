from pathlib import Path

import pytest

from desktop_app.core.models.torch.lhotse_folder import without_lhotse_folder


def test_the_folder_of_lhotse_is_not_made_and_any_other_is(tmp_path: Path) -> None:
    tools = tmp_path / ".lhotse" / "tools"
    with without_lhotse_folder():
        tools.mkdir(exist_ok=True, parents=True)
        (tmp_path / "other" / "tools").mkdir(parents=True)
    assert [path.name for path in tmp_path.iterdir()] == ["other"]


def test_afterwards_every_folder_can_be_made(tmp_path: Path) -> None:
    tools = tmp_path / ".lhotse" / "tools"
    with pytest.raises(ImportError), without_lhotse_folder():
        raise ImportError
    tools.mkdir(parents=True)
    assert tools.is_dir()
