"""`diarist devices`: every input that can be recorded, for people or programs."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from desktop_app.core.capture.devices import list_inputs
from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.values import InputDevice

_NONE = "There is no input to record from. Plug in a microphone, or see to the system's sound settings."


def print_inputs(*, as_json: bool) -> bool:
    """Print the inputs; False if there is none, which is said on standard error."""
    try:
        inputs = list_inputs()
    except CaptureError as error:
        print(f"diarist: {error}", file=sys.stderr)
        return False
    if as_json:
        print(json.dumps([asdict(each) for each in inputs], ensure_ascii=False, indent=2))
    elif inputs:
        print("\n".join(_lines(inputs)))
    if not inputs:
        print(f"diarist: {_NONE}", file=sys.stderr)
    return bool(inputs)


def _lines(inputs: Sequence[InputDevice]) -> list[str]:
    """One for each input, the default marked with a star."""
    width = max(len(each.name) for each in inputs)
    return [f"{'*' if each.default else ' '} {each.name:<{width}}  {_about(each)}" for each in inputs]


def _about(device: InputDevice) -> str:
    return f"{device.kind}, {_channels(device.channels)}, {device.rate_hz} Hz"


def _channels(count: int) -> str:
    return "1 channel" if count == 1 else f"{count} channels"
