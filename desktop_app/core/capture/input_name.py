"""Which input somebody means who types a name."""

from collections.abc import Sequence

from desktop_app.core.capture.values import InputDevice


def inputs_meant(text: str, inputs: Sequence[InputDevice]) -> list[InputDevice]:
    """The inputs whose id or name is this text, or else those whose names have it inside; capitals do not count."""
    wanted = text.casefold()
    same = [each for each in inputs if wanted in (each.id.casefold(), each.name.casefold())]
    return same or [each for each in inputs if wanted in each.name.casefold()]
