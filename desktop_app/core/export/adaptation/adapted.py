"""A transcript as it goes out."""

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.adaptation.off_record import off_record_told
from desktop_app.core.export.adaptation.overlaps import with_overlaps
from desktop_app.core.export.adaptation.pauses import Pauses, with_pauses
from desktop_app.core.export.adaptation.pseudonyms import names_left, table_of, with_pseudonyms
from desktop_app.core.export.adaptation.silences import silences
from desktop_app.core.export.adaptation.stretch import spoken_by, stretch_of
from desktop_app.core.export.adaptation.uncertain_words import with_uncertain_words
from desktop_app.core.transcript.heard_at_once import heard_at_once
from desktop_app.core.transcript.on_record import on_record
from desktop_app.core.transcript.stretches import moved, within
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr


def adapted(transcript: Transcript, adaptation: Adaptation, *, is_read: bool = False) -> Transcript:
    """What goes out of a transcript: nothing that is off the record, and what `adaptation` leaves of the rest.

    is_read: notation may stand in the text. SettingsError where the adaptation asks for what is not there.
    """
    return _finished(_words_that_go_out(transcript, adaptation, is_read), adaptation, transcript, is_read)


def adapted_and_names_left(
    transcript: Transcript, adaptation: Adaptation, *, is_read: bool = False
) -> tuple[Transcript, str]:
    """The same, and a sentence on the names that can still be read although they have a pseudonym; '' where there are
    none. They are looked for before marks stand around them."""
    out = _words_that_go_out(transcript, adaptation, is_read)
    return _finished(out, adaptation, transcript, is_read), _names_left_in_words(out, adaptation)


def names_left_in_words(transcript: Transcript, adaptation: Adaptation) -> str:
    """That sentence alone, for who has written the transcript already; without pseudonyms nothing is looked through."""
    if not adaptation.pseudonyms:
        return ""
    return _names_left_in_words(_words_that_go_out(transcript, adaptation, is_read=False), adaptation)


def _words_that_go_out(transcript: Transcript, adaptation: Adaptation, is_read: bool) -> Transcript:
    told = is_read and adaptation.off_record_told
    out = off_record_told(transcript) if told else on_record(transcript)
    if adaptation.start or adaptation.end:
        out = within(out, stretch_of(adaptation.start, adaptation.end, out.audio.duration_ms))
    if adaptation.only:
        out = spoken_by(out, adaptation.only)
    return with_pseudonyms(out, table_of(adaptation.pseudonyms))


def _finished(out: Transcript, adaptation: Adaptation, whole: Transcript, is_read: bool) -> Transcript:
    """With notation, if there is to be any, and at its times."""
    if is_read:
        out = _with_notation(out, adaptation, whole)
    return moved(out, adaptation.offset_ms)


def _names_left_in_words(out: Transcript, adaptation: Adaptation) -> str:
    table = table_of(adaptation.pseudonyms)
    left = names_left(out, table) if table else ()
    if not left:
        return ""
    found = ", ".join(tr("{name} (in {words})", name=each.name, words=", ".join(each.found)) for each in left)
    return tr("These names can still be read: {names}.", names=found)


def _with_notation(out: Transcript, adaptation: Adaptation, whole: Transcript) -> Transcript:
    """whole: in which others speak whom the reader does not see; while they do is no pause."""
    if adaptation.uncertain:
        out = with_uncertain_words(out)
    if adaptation.overlaps:
        out = with_overlaps(out, heard_at_once(on_record(whole), least=2))
    if adaptation.pauses != Pauses.NONE:
        out = with_pauses(out, silences(whole, adaptation.least_pause_ms), adaptation.pauses)
    return out
