"""Which input somebody means who types a name."""

from collections.abc import Sequence

from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.values import InputDevice


def input_named(text: str, inputs: Sequence[InputDevice]) -> InputDevice:
    """The one input whose id or name is this text, or else whose name has it inside; capitals do not count.

    CaptureError where there is none, or more than one.
    """
    wanted = text.casefold()
    same = [each for each in inputs if wanted in (each.id.casefold(), each.name.casefold())]
    similar = [each for each in inputs if wanted in each.name.casefold()]
    found = same or similar
    if len(found) == 1:
        return found[0]
    there_are = ", ".join(f"'{each.name}'" for each in found or inputs) or "none"
    reason = f"'{text}' could be several inputs" if found else f"there is no input '{text}'"
    raise CaptureError(reason, f"Choose one of these: {there_are}.")
