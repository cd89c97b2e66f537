import pytest

from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.naming import input_named
from desktop_app.core.capture.values import InputDevice, SourceKind

DESK, USB, USB_TWO = (
    InputDevice(f"id:{name}", name, SourceKind.MICROPHONE, 1, 48_000) for name in ("Desk", "USB", "USB Two")
)
INPUTS = (DESK, USB, USB_TWO)


@pytest.mark.parametrize(
    ("text", "meant"), [("desk", DESK), ("ID:desk", DESK), ("esk", DESK), ("usb", USB), ("two", USB_TWO)]
)
def test_a_name_or_a_part_of_it_is_enough(text: str, meant: InputDevice) -> None:
    assert input_named(text, INPUTS) == meant


def test_none_and_several_are_refused_with_what_there_is() -> None:
    with pytest.raises(CaptureError, match=r"there is no input 'moon'.*these: 'Desk', 'USB', 'USB Two'"):
        input_named("moon", INPUTS)
    with pytest.raises(CaptureError, match=r"'us' could be several inputs.*these: 'USB', 'USB Two'"):
        input_named("us", INPUTS)
    with pytest.raises(CaptureError, match="these: none"):
        input_named("us", ())
