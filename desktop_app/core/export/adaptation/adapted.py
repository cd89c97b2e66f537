"""A transcript as it goes out."""

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.adaptation.stretch import spoken_by, stretch_of
from desktop_app.core.transcript.on_record import on_record
from desktop_app.core.transcript.stretches import moved, within
from desktop_app.core.transcript.values import Transcript


def adapted(transcript: Transcript, adaptation: Adaptation) -> Transcript:
    """What goes out of a transcript: nothing that is off the record, and what `adaptation` leaves of the rest.

    SettingsError where the adaptation asks for what is not there.
    """
    out = on_record(transcript)
    if adaptation.start or adaptation.end:
        out = within(out, stretch_of(adaptation.start, adaptation.end, out.audio.duration_ms))
    if adaptation.only:
        out = spoken_by(out, adaptation.only)
    return moved(out, adaptation.offset_ms)
