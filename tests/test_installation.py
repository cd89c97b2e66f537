import sys
from importlib.metadata import PackageNotFoundError

import pytest

from desktop_app.core.models.packaged_models import reinstall
from desktop_app.core.models.torch import import_chain
from desktop_app.installation import how_to_add, how_to_renew, lacking


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)


def test_what_is_missing_is_installed_into_the_python_that_runs_diarist() -> None:
    assert how_to_add("whisper") == 'Install what is missing with: pip install "diarist[whisper]"'
    assert how_to_renew("onnx") == "Reinstall it with: pip install --force-reinstall onnx"


@pytest.mark.usefixtures("frozen")
def test_nothing_can_be_installed_into_the_application_and_so_another_way_is_told() -> None:
    told = how_to_add("workstation")
    assert told.startswith("The installed application cannot hold it")
    assert told.endswith('pip install "diarist[workstation]"')
    assert reinstall() == how_to_renew("onnx") == "Install Diarist again: files of it are missing or damaged"


@pytest.mark.usefixtures("frozen")
def test_the_doctor_of_the_application_names_the_way_to_get_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing_is_installed(package: str) -> str:
        raise PackageNotFoundError(package)

    monkeypatch.setattr(import_chain, "version", nothing_is_installed)
    torch, *_rest = import_chain.chain_links()
    assert (torch.ok, torch.detail, torch.cure) == (False, "not installed", how_to_add("workstation"))


def test_packages_that_are_not_here_are_named_without_importing_any() -> None:
    assert lacking({"PySide6-Essentials": "PySide6", "no-such": "no_such", "a.b": "no_such.part"}) == ["no-such", "a.b"]
