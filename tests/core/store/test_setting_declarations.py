from enum import EnumType

import pytest

from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.setting_declarations import about_part, declaration, declarations, parts, setting_value
from desktop_app.core.store.settings import Device, Settings


def test_every_setting_can_be_read_and_has_its_usual_value() -> None:
    assert "asr.vocabulary" in {each.key for each in declarations()}
    for each in declarations():
        assert setting_value(Settings(), each.key) == each.usual
        assert each.checked(each.usual) == each.usual


def test_every_setting_and_part_can_be_told_to_people() -> None:
    for part, settings in parts().items():
        labels = [each.about.label for each in settings]
        assert about_part(part).label
        assert all(labels)
        assert len(set(labels)) == len(labels), part
        for each in settings:
            assert set(each.about.choices) <= set(each.choices)
            assert not isinstance(each.kind, EnumType) or set(each.choices) == set(each.kind)


def test_what_is_typed_is_a_value() -> None:
    assert declaration("asr.vocabulary").from_text("Anna Berg, Diarist") == ("Anna Berg", "Diarist")
    assert declaration("remote.allowed").from_text("TRUE") is True
    assert declaration("embedding.device").from_text("cuda") is Device.CUDA
    assert declaration("asr.language").from_text("de") == "de"
    assert declaration("library.folder").choices == ()
    with pytest.raises(SettingsError, match=r"asr\.language is 'klingon'; it must be one of auto, af"):
        declaration("asr.language").from_text("klingon")
    with pytest.raises(SettingsError, match="true or false"):
        declaration("remote.allowed").from_text("perhaps")


def test_a_key_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(SettingsError, match=r"there is no setting 'remote\.port'"):
        declaration("remote.port")
