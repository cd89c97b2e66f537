"""Choosing in the window what the settings hold."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from scripted import ENGINES, ScriptedService, menu_action

from desktop_app.core.store.setting_declarations import declarations
from desktop_app.core.store.settings import TOKEN_VARIABLE, AsrEngine, Device, EmbeddingSource, Language, Settings
from desktop_app.core.store.settings_file import change_settings, load_settings
from desktop_app.core.store.settings_path import settings_file
from desktop_app.ui.engines.engine_words import CHECKING
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.settings.setting_fields import CheckField, ChoiceField
from desktop_app.ui.settings.settings_dialog import SettingsDialog


@pytest.fixture(autouse=True)
def _no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TOKEN_VARIABLE, raising=False)


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[SettingsDialog]:
    made = opened(qtbot)
    yield made
    made.close()


def opened(qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    return made


def choose(dialog: SettingsDialog, key: str, text: str) -> None:
    box = dialog.form.fields[key]
    assert isinstance(box, ChoiceField)
    box.setCurrentIndex(box.findText(text))
    assert box.currentText() == text


def field(dialog: SettingsDialog, key: str) -> Any:  # noqa: ANN401  each has its own methods
    """What is typed or clicked into."""
    return dialog.form.fields[key].field()


def test_it_begins_with_what_is_usual_and_saving_that_writes_no_file(qtbot: QtBot, dialog: SettingsDialog) -> None:
    boxes = {key: field.currentText() for key, field in dialog.form.fields.items() if isinstance(field, ChoiceField)}
    assert boxes.pop("embedding.source") == "Automatic (this computer)"
    assert boxes.pop("window.language") == "As this computer's"
    assert boxes.pop("queue.engine") == "As usual"
    assert set(boxes.values()) == {"Automatic"}
    with qtbot.assertNotEmitted(dialog.saved):
        dialog.save.click()
    assert not dialog.isVisible()
    assert not settings_file().exists()


def test_what_is_chosen_is_saved_and_shown_again(qtbot: QtBot, dialog: SettingsDialog) -> None:
    choose(dialog, "embedding.source", "Torch")
    choose(dialog, "embedding.device", "CUDA")
    choose(dialog, "asr.engine", "Parakeet v3 on Torch (25 languages)")
    choose(dialog, "asr.language", "Finnish")
    choose(dialog, "asr.device", "Processor")
    field(dialog, "asr.vocabulary").setPlainText("Kragsand\n\n  Gesa Brodersen \nKragsand\n")
    field(dialog, "remote.url").setText("https://gpu.example:8443")
    field(dialog, "remote.token").setText("secret")
    field(dialog, "remote.allowed").setChecked(True)
    with qtbot.waitSignal(dialog.saved):
        dialog.save.click()
    saved = load_settings()
    assert (saved.embedding.source, saved.embedding.device) == (EmbeddingSource.TORCH, Device.CUDA)
    assert (saved.asr.engine, saved.asr.device) == (AsrEngine.PARAKEET, Device.CPU)
    assert saved.asr.language == "fi"
    assert saved.asr.vocabulary == ("Kragsand", "Gesa Brodersen")
    assert (saved.remote.url, saved.remote.token, saved.remote.allowed) == ("https://gpu.example:8443", "secret", True)
    again = opened(qtbot)
    assert again.form.values() == dialog.form.values()
    assert field(again, "remote.token").echoMode() is QLineEdit.EchoMode.Password


def test_going_back_to_what_is_usual_takes_it_out_of_the_file(qtbot: QtBot) -> None:
    change_settings({"embedding.source": "onnx", "asr.vocabulary": ("Kragsand",)})
    dialog = opened(qtbot)
    choose(dialog, "embedding.source", "Automatic (this computer)")
    field(dialog, "asr.vocabulary").clear()
    dialog.save.click()
    assert load_settings() == Settings()
    assert settings_file().read_text() == ""


def test_what_the_window_does_not_show_stays_in_the_file(qtbot: QtBot) -> None:
    change_settings({"embedding.precision": "float32", "remote.ca_file": "/etc/our.pem"})
    dialog = opened(qtbot)
    choose(dialog, "asr.engine", "Moonshine (English)")
    dialog.save.click()
    saved = load_settings()
    assert (saved.embedding.precision, saved.remote.ca_file) == ("float32", "/etc/our.pem")
    assert saved.asr.engine is AsrEngine.MOONSHINE


def test_engines_that_know_no_device_have_none_to_choose(dialog: SettingsDialog) -> None:
    device = field(dialog, "embedding.device")
    assert device.isEnabled()
    choose(dialog, "embedding.source", "Processor (onnxruntime)")
    assert not device.isEnabled()
    choose(dialog, "embedding.source", "Torch")
    assert device.isEnabled()


@pytest.mark.parametrize(
    ("url", "token", "allowed", "said"),
    [
        ("", "", True, "no address is set"),
        ("gpu.example:8443", "", True, "its address is not a URL"),
        ("http://gpu.example", "", True, "voices would cross the network to gpu.example unencrypted"),
        ("https://gpu.example", "", False, "it is not allowed"),
    ],
)
def test_a_remote_that_could_not_be_asked_is_told_in_place_and_not_saved(
    qtbot: QtBot, dialog: SettingsDialog, url: str, token: str, allowed: bool, said: str
) -> None:
    choose(dialog, "embedding.source", "Remote diarizer")
    field(dialog, "remote.url").setText(url)
    field(dialog, "remote.token").setText(token)
    field(dialog, "remote.allowed").setChecked(allowed)
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.error.isVisible()
    assert said in dialog.error.text()
    assert not settings_file().exists()
    choose(dialog, "embedding.source", "Torch")
    field(dialog, "remote.url").setText("https://gpu.example")
    dialog.save.click()
    assert load_settings().embedding.source is EmbeddingSource.TORCH


@pytest.mark.parametrize("url", ["foo bar//:99999", "http://gpu.example", "gpu.example"])
def test_an_address_that_is_none_is_not_saved_even_where_nothing_may_be_sent(
    qtbot: QtBot, dialog: SettingsDialog, url: str
) -> None:
    field(dialog, "remote.url").setText(url)
    dialog.save.click()
    assert dialog.error.isVisible()
    assert not settings_file().exists()
    qtbot.keyClicks(field(dialog, "remote.url"), "x")
    assert not dialog.error.isVisible(), "what was refused is being corrected"


def test_an_old_address_stands_in_nobodys_way(dialog: SettingsDialog, qtbot: QtBot) -> None:
    change_settings({"remote.url": "http://gpu.example"})
    again = opened(qtbot)
    choose(again, "asr.engine", "Moonshine (English)")
    again.save.click()
    assert load_settings().asr.engine is AsrEngine.MOONSHINE


def test_settings_that_cannot_be_read_are_told_and_not_overwritten(qtbot: QtBot) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("[embeding]\nsource = 'onnx'\n")
    dialog = opened(qtbot)
    assert dialog.error.isVisible()
    assert "there is no setting 'embeding'" in dialog.error.text()
    assert "Mend that file, or delete it." in dialog.error.text()
    assert not dialog.save.isEnabled()


def test_a_file_in_the_way_is_told_in_place(dialog: SettingsDialog) -> None:
    settings_file().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_file().parent.write_text("in the way")
    choose(dialog, "asr.engine", "Moonshine (English)")
    dialog.save.click()
    assert dialog.isVisible()
    assert str(settings_file()) in dialog.error.text()


def test_a_token_from_the_environment_is_neither_shown_nor_written(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TOKEN_VARIABLE, "from-outside")
    dialog = opened(qtbot)
    assert not field(dialog, "remote.token").isEnabled()
    assert field(dialog, "remote.token").text() == ""
    field(dialog, "remote.url").setText("https://gpu.example")
    field(dialog, "remote.allowed").setChecked(True)
    dialog.save.click()
    assert "from-outside" not in settings_file().read_text()
    assert load_settings().remote.usable


def test_everything_can_be_reached_and_chosen_with_the_keyboard(qtbot: QtBot, dialog: SettingsDialog) -> None:
    dialog.activateWindow()
    fields = [each.field() for each in dialog.form.fields.values()]
    fields[0].setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down):
        qtbot.keyClick(fields[0], key)
    reached = [dialog.focusWidget()]
    while dialog.focusWidget() is not dialog.save:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget())
        assert len(reached) < 30
    browse = [each for each in reached if isinstance(each, QPushButton) and each.text() == "Choose…"]
    assert len(browse) == 4
    assert [each for each in reached if each not in browse] == [*fields, dialog.cancel, dialog.save]
    assert all(each.accessibleName() or each.text() for each in reached)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert load_settings().window.language is Language.ENGLISH


def test_every_label_with_a_key_leads_to_a_field(dialog: SettingsDialog) -> None:
    labels = [label for label in dialog.findChildren(QLabel) if "&" in label.text()]
    checks = [each for each in dialog.form.fields.values() if isinstance(each, CheckField)]
    assert len(labels) + len(checks) == len(dialog.form.fields)
    assert all(label.buddy() is not None for label in labels)
    keys = [each.text().split("&")[1][0].lower() for each in (*labels, *checks)]
    assert len(set(keys)) == len(keys)


def test_every_setting_that_is_declared_is_on_the_page(dialog: SettingsDialog) -> None:
    assert list(dialog.form.fields) == [each.key for each in declarations()]


def test_a_folder_is_looked_for_and_a_half_one_is_refused(
    qtbot: QtBot, dialog: SettingsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dialog.form.fields["library.folder"]
    assert field(dialog, "library.folder").placeholderText().endswith("Diarist")
    field(dialog, "library.folder").setText("projects")
    dialog.save.click()
    assert "must be a whole path, and projects is none" in dialog.error.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    folder.findChild(QPushButton).click()
    assert not dialog.error.isVisible()
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save.click()
    assert saved.args == [frozenset({"library.folder"})]
    assert load_settings().library.folder == str(tmp_path)


def test_saved_settings_are_followed_by_a_check_and_the_new_promise(
    qtbot: QtBot, window: MainWindow, service: ScriptedService
) -> None:
    service.report(*ENGINES)
    menu_action(window, "Settings…").trigger()
    dialog = window.findChild(SettingsDialog)
    field(dialog, "remote.url").setText("https://gpu.example")
    field(dialog, "remote.allowed").setChecked(True)
    dialog.save.click()
    assert service.checks == 1
    assert window.bar.chip.verdict == CHECKING
    assert window.status.privacy_sentence.text() == "Voices may be sent to gpu.example"
