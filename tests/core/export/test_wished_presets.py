"""Presets and formats by their names."""

import pytest

from desktop_app.core.export.preset import Preset, keep_presets
from desktop_app.core.export.registry import FORMATS, format_for
from desktop_app.core.export.wished_presets import wished_presets
from desktop_app.core.store.errors import SettingsError


def test_presets_come_first_and_formats_together() -> None:
    own = Preset("Mine", (format_for("txt"),))
    keep_presets([own])
    found = wished_presets(["srt", "Mine", "rttm", "srt"], FORMATS)
    assert found == (own, Preset("", (format_for("srt"), format_for("rttm"))))
    assert wished_presets([], FORMATS) == ()


def test_what_is_neither_is_named() -> None:
    with pytest.raises(SettingsError, match="called Yours"):
        wished_presets(["txt", "Yours"], FORMATS)
