import sys

import pytest

from desktop_app.core.models import runtime_packages
from desktop_app.core.models.download import fetch_model
from desktop_app.core.models.errors import ModelStoreError, ModelUnavailable
from desktop_app.core.models.inventory import glance
from desktop_app.core.models.locate_model import find_model
from desktop_app.core.models.manifest import PARAKEET, PARAKEET_ULTRA, WHISPER_SMALL
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.runtime_packages import can_never_run_here, what_is_lacking
from desktop_app.installation import how_to_add


@pytest.fixture
def nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """None of the packages that not everybody has."""
    monkeypatch.setattr(runtime_packages, "lacking", list)


@pytest.mark.usefixtures("nothing_more")
@pytest.mark.parametrize(("model", "extra"), [(PARAKEET, "workstation"), (WHISPER_SMALL, "whisper")])
def test_a_model_whose_packages_are_not_here_is_not_offered_before_them(model: ModelSpec, extra: str) -> None:
    assert what_is_lacking(model) == how_to_add(extra)
    assert glance(model).hint == how_to_add(extra)
    with pytest.raises(ModelUnavailable) as failure:
        find_model(model)
    assert failure.value.hint == how_to_add(extra)


@pytest.mark.usefixtures("nothing_more")
def test_what_everybody_can_run_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert what_is_lacking(PARAKEET_ULTRA) == ""
    assert "models fetch" in (glance(PARAKEET_ULTRA).hint or "")
    assert not can_never_run_here(PARAKEET_ULTRA)


@pytest.mark.usefixtures("nothing_more")
def test_the_installed_application_fetches_nothing_that_it_can_never_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(ModelStoreError, match=r"Whisper small would not run here\. The installed") as failure:
        fetch_model(WHISPER_SMALL)
    assert str(failure.value).endswith('pip install "diarist[whisper]"')
