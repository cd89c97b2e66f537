"""The forms a model can be run in, and which one is to be used."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.translation import tr


class Form(StrEnum):
    """A way to run a model."""

    ORIGINAL = "original"
    EIGHT_BIT = "8-bit"
    SEVEN_BIT = "7-bit"
    NCNN = "ncnn"
    BFLOAT16 = "bfloat16"
    FLOAT16 = "float16"

    @property
    def note(self) -> str | None:
        """What the reader of a transcript must know of it; None for the original."""
        return _NOTES[self]

    @property
    def is_exact(self) -> bool:
        """Whether its results are the original's, up to the rounding of float32."""
        return self in {Form.ORIGINAL, Form.NCNN}

    @property
    def is_half(self) -> bool:
        """Whether it is the original in half precision, on a graphics card."""
        return self in {Form.BFLOAT16, Form.FLOAT16}


_NOTES = {
    Form.ORIGINAL: None,
    Form.EIGHT_BIT: "8-bit form, prepared here",
    Form.SEVEN_BIT: "7-bit form, prepared here",
    Form.NCNN: "float32 by ncnn, prepared here",
    Form.BFLOAT16: "bfloat16",
    Form.FLOAT16: "float16",
}


NOT_TRIED = "no other form has been tried here yet"
EXACT = "the exact one was asked for"
"""Why the original is used without any trial."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The form of one model to use.

    folder: where its prepared files lie, None for the original. reason: why it is the original; one clause.
    """

    form: Form = Form.ORIGINAL
    folder: Path | None = None
    reason: str | None = None

    @property
    def note(self) -> str | None:
        """What the transcript records about the form."""
        return f"original form; {self.reason}" if self.reason else self.form.note


def original(reason: str | None = None) -> Choice:
    """The choice of the original, because of the reason."""
    return Choice(reason=reason)


def note_in_words(note: str | None) -> str | None:
    """An engine's note in the language of the window: transcripts and records of trials keep it in English."""
    known = {
        Form.EIGHT_BIT.note: tr("8-bit form, prepared here"),
        Form.SEVEN_BIT.note: tr("7-bit form, prepared here"),
        Form.NCNN.note: tr("float32 by ncnn, prepared here"),
        original(NOT_TRIED).note: tr("original form; no other form has been tried here yet"),
        original(EXACT).note: tr("original form; the exact one was asked for"),
    }
    return known.get(note, note)
