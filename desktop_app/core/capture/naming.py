"""Which input somebody means who types a name."""

from collections.abc import Sequence

from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.values import InputDevice


def inputs_meant(text: str, inputs: Sequence[InputDevice]) -> list[InputDevice]:
    """The inputs whose id or name is this text, or else those whose names have it inside; capitals do not count."""
    wanted = text.casefold()
    same = [each for each in inputs if wanted in (each.id.casefold(), each.name.casefold())]
    return same or [each for each in inputs if wanted in each.name.casefold()]


def input_named(text: str, inputs: Sequence[InputDevice]) -> InputDevice:
    """The one input that is meant; see inputs_meant. CaptureError where there is none, or more than one."""
    found = inputs_meant(text, inputs)
    if len(found) == 1:
        return found[0]
    there_are = ", ".join(f"'{each.name}'" for each in found or inputs) or "none"
    reason = f"'{text}' could be several inputs" if found else f"there is no input '{text}'"
    raise CaptureError(reason, f"Choose one of these: {there_are}.")
