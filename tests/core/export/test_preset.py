"""What was chosen for an export is there again under its name."""

import pytest

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.preset import Preset, built_in_presets, keep_presets, own_presets, presets_file
from desktop_app.core.export.registry import FORMATS, format_for
from desktop_app.core.store.errors import SettingsError
from export.made_up_format import MADE_UP

KNOWN = (*FORMATS, MADE_UP)


def test_presets_are_kept_with_all_that_was_chosen() -> None:
    assert own_presets(KNOWN) == ()
    mine = Preset(
        "für Anna <1>",
        (MADE_UP.with_options({"lines": 3}), format_for("srt")),
        Adaptation(start="1:00", only=("Anna",), offset_ms=-5),
    )
    other = Preset("A", (format_for("rttm"),))
    keep_presets([mine, other])
    assert own_presets(KNOWN) == (other, mine)
    keep_presets([other])
    assert own_presets(KNOWN) == (other,)


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b'{"a": 5}',
        b'{"a": {"formats": {"paper": {}}, "adaptation": {}}}',
        b'{"a": {"formats": {"made-up.txt": {"lines": 9}}, "adaptation": {}}}',
        b'{"a": {"formats": {}, "adaptation": {"colour": 1}}}',
        b"\xff",
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_stays(content: bytes) -> None:
    presets_file().parent.mkdir(parents=True, exist_ok=True)
    presets_file().write_bytes(content)
    with pytest.raises(SettingsError, match=r"export-presets\.json cannot be used"):
        own_presets(KNOWN)
    assert presets_file().read_bytes() == content


def test_an_option_that_its_format_lacks_is_told_and_not_left_out() -> None:
    presets_file().parent.mkdir(parents=True, exist_ok=True)
    presets_file().write_text('{"mine": {"formats": {"made-up.txt": {"lines": 3, "colour": 1}}, "adaptation": {}}}')
    with pytest.raises(SettingsError, match=r"cannot be used: made-up has no option colour$"):
        own_presets(KNOWN)
    with pytest.raises(SettingsError, match="rttm has no option lines, names"):
        format_for("rttm").with_options({"lines": 1, "names": 1})


def test_those_that_come_along_have_formats_that_are_there() -> None:
    assert "Subtitles for the web" in {preset.name for preset in built_in_presets(FORMATS)}
    for preset in built_in_presets(FORMATS):
        assert {each.extension for each in preset.formats} <= {each.extension for each in FORMATS}
