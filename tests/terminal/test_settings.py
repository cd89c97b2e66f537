import pytest

from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.settings_file import load_settings
from desktop_app.core.store.settings_path import settings_file
from desktop_app.terminal.settings import change, show


def test_all_settings_are_shown_with_where_they_lie(capsys: pytest.CaptureFixture[str]) -> None:
    change("asr.vocabulary", "Anna Berg, Diarist")
    show(None)
    lines = capsys.readouterr().out.splitlines()
    assert "embedding.source      builtin   (usual)" in lines
    assert "asr.vocabulary        Anna Berg, Diarist" in lines
    assert lines[-1] == f"In {settings_file()}"


def test_a_token_is_never_shown(capsys: pytest.CaptureFixture[str]) -> None:
    change("remote.token", "secret")
    show(None)
    assert "secret" not in capsys.readouterr().out
    assert load_settings().remote.token == "secret"


@pytest.mark.parametrize("url", ["http://gpu.example", "foo bar//:99999"])
def test_an_address_that_voices_must_not_be_sent_to_is_not_saved(url: str) -> None:
    with pytest.raises(SettingsError, match=r"remote\.url stays as it was: .* https"):
        change("remote.url", url)
    assert not settings_file().exists()


def test_a_setting_goes_back_to_its_usual_value(capsys: pytest.CaptureFixture[str]) -> None:
    change("embedding.source", "onnx")
    change("embedding.source", None)
    assert capsys.readouterr().out.splitlines() == [
        "embedding.source      onnx",
        "embedding.source      builtin   (usual)",
    ]


def test_a_setting_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(SettingsError, match=r"there is no setting 'embedding'; there are window\.language"):
        show("embedding")
