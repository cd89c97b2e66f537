"""Whether there is a microphone to record from."""

from desktop_app.core.capture.devices import list_inputs
from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.models.link import Link
from desktop_app.translation import tr

MICROPHONE = "microphone"
"""The link's name."""


def microphone_link() -> Link:
    """The link 'microphone': holds where the system has an input."""
    try:
        inputs = list_inputs()
    except CaptureError as error:
        return Link(MICROPHONE, ok=False, detail=error.reason, cure=error.hint)
    if not inputs:
        cure = tr("Plug one in, or see to the system's sound settings")
        return Link(MICROPHONE, ok=False, detail=tr("none found", "a microphone"), cure=cure)
    default = next((device for device in inputs if device.default), inputs[0])
    return Link(MICROPHONE, ok=True, detail=default.name)
