import stat
from pathlib import Path

import pytest

from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.settings import (
    TOKEN_VARIABLE,
    AsrEngine,
    Device,
    EmbeddingSource,
    Precision,
    RemoteSettings,
    Settings,
)
from desktop_app.core.store.settings_file import change_settings, load_settings
from desktop_app.core.store.settings_path import settings_file


def write(text: str) -> Path:
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def test_without_a_file_everything_is_as_usual() -> None:
    assert load_settings() == Settings()


def test_the_file_changes_only_what_it_names() -> None:
    write('[embedding]\nsource = "onnx"\n[asr]\nengine = "parakeet"\nvocabulary = ["Diarist", "Anna Berg"]\n')
    settings = load_settings()
    assert settings.embedding.source is EmbeddingSource.ONNX
    assert settings.embedding.device is Device.AUTO
    assert settings.asr.engine is AsrEngine.PARAKEET
    assert settings.asr.vocabulary == ("Diarist", "Anna Berg")
    assert settings.remote == RemoteSettings()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[embedding", "it is not TOML"),
        ('[embedding]\nsource = "gpu"', "embedding.source is 'gpu'; it must be one of builtin, torch, onnx, remote"),
        ("[embedding]\nsource = 3", "embedding.source is 3"),
        ("[embedding]\nsauce = 1", "there is no setting 'embedding.sauce'"),
        ("[enbedding]", "there is no setting 'enbedding'"),
        ("embedding = 5", "there is no setting 'embedding'"),
        ('[remote]\nallowed = "yes"', "remote.allowed is 'yes'; it must be true or false"),
        ("[remote]\nurl = 5", "remote.url is 5; it must be a text in quotes"),
        ("[asr]\nvocabulary = [1]", "asr.vocabulary is [1]; it must be a list of texts"),
    ],
)
def test_what_is_wrong_is_refused_by_name(text: str, named: str) -> None:
    file = write(text)
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert named in str(refused.value)
    assert str(file) in str(refused.value)


def test_a_file_that_is_no_text_is_refused() -> None:
    write("")
    settings_file().write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings()


def test_changes_keep_what_else_is_in_the_file_and_its_comments() -> None:
    file = write('# mine\n[asr]\nengine = "moonshine"  # for now\n')
    settings = change_settings({"embedding.precision": "float32", "remote.url": "http://gpu:8080"})
    assert settings == load_settings()
    assert settings.embedding.precision is Precision.FLOAT32
    assert "# mine" in file.read_text()
    assert "# for now" in file.read_text()


def test_what_goes_back_to_its_default_leaves_the_file() -> None:
    change_settings({"asr.vocabulary": ("Diarist",), "remote.allowed": True})
    assert change_settings({"asr.vocabulary": (), "remote.allowed": False}) == Settings()
    assert settings_file().read_text().strip() == ""


@pytest.mark.parametrize("changes", [{"asr.engine": "parrot"}, {"asr.motor": "x"}, {"asr": "x"}, {"": "x"}])
def test_a_change_that_is_wrong_changes_nothing(changes: dict[str, object]) -> None:
    file = write('[asr]\nengine = "moonshine"\n')
    with pytest.raises(SettingsError):
        change_settings({"remote.url": "http://gpu", **changes})
    assert file.read_text() == '[asr]\nengine = "moonshine"\n'


def test_a_file_that_is_wrong_is_not_written_over() -> None:
    file = write("[asr")
    with pytest.raises(SettingsError):
        change_settings({"asr.engine": "moonshine"})
    assert file.read_text() == "[asr"


def test_a_new_file_is_for_its_owner_alone_as_it_may_hold_a_token() -> None:
    change_settings({"remote.token": "secret"})
    assert stat.S_IMODE(settings_file().stat().st_mode) == 0o600
    assert "secret" not in repr(load_settings())


def test_a_token_of_the_environment_counts_first(monkeypatch: pytest.MonkeyPatch) -> None:
    change_settings({"remote.token": "of the file"})
    monkeypatch.setenv(TOKEN_VARIABLE, "of the environment")
    assert load_settings().remote.token == "of the environment"


def test_a_remote_is_usable_only_where_it_is_named_and_allowed() -> None:
    assert not RemoteSettings(url="http://gpu").usable
    assert not RemoteSettings(allowed=True).usable
    assert RemoteSettings(url="http://gpu", allowed=True).usable
