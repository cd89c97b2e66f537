"""Terms come into the user's vocabulary one at a time."""

import pytest

from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.settings_file import load_settings
from desktop_app.core.store.settings_path import settings_file
from desktop_app.core.store.vocabulary import add_to_vocabulary


def test_a_term_stands_behind_those_that_were_there() -> None:
    add_to_vocabulary("Kragsand")
    add_to_vocabulary("  Gesa \n Brodersen ")
    assert load_settings().asr.vocabulary == ("Kragsand", "Gesa Brodersen")


@pytest.mark.parametrize("term", ["Kragsand", "  "])
def test_what_is_there_already_or_blank_changes_nothing(term: str) -> None:
    add_to_vocabulary("Kragsand")
    written = settings_file().stat().st_mtime_ns
    add_to_vocabulary(term)
    assert settings_file().stat().st_mtime_ns == written


def test_settings_that_cannot_be_read_stay_as_they_are() -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text("asr = [")
    with pytest.raises(SettingsError):
        add_to_vocabulary("Kragsand")
    assert settings_file().read_text() == "asr = ["
