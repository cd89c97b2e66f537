import pytest

from desktop_app.core.capture.input_name import inputs_meant
from desktop_app.core.capture.values import InputDevice, SourceKind

DESK, USB, USB_TWO = (
    InputDevice(f"id:{name}", name, SourceKind.MICROPHONE, 1, 48_000) for name in ("Desk", "USB", "USB Two")
)
INPUTS = (DESK, USB, USB_TWO)


@pytest.mark.parametrize(
    ("text", "meant"), [("desk", DESK), ("ID:desk", DESK), ("esk", DESK), ("usb", USB), ("two", USB_TWO)]
)
def test_a_name_or_a_part_of_it_is_enough(text: str, meant: InputDevice) -> None:
    assert inputs_meant(text, INPUTS) == [meant]


@pytest.mark.parametrize(("text", "meant"), [("moon", []), ("us", [USB, USB_TWO])])
def test_none_and_several_may_be_meant(text: str, meant: list[InputDevice]) -> None:
    assert inputs_meant(text, INPUTS) == meant
