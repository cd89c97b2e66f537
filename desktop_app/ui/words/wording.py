"""Sentences and figures as the window says them."""

from PySide6.QtCore import QLocale

from desktop_app.core.transcript.clock import duration_in_words
from desktop_app.core.transcript.values import Transcript
from desktop_app.jobs.messages import Progress
from desktop_app.translation import plural, tr
from desktop_app.ui.words.language_names import name_and_code

DOT = " · "
_HALF_GIGABYTE = 500_000_000
_NARROW_SPACE = "\u202f"


def percent(share: float) -> str:
    """'62 %'."""
    return f"{round(share * 100)}{_NARROW_SPACE}%"


def size_in_words(size_bytes: int) -> str:
    """'26.6 MB', '2.5 GB'."""
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def rough_size(size_bytes: int) -> str:
    """'27 MB', '0.7 GB', '2.5 GB': two figures at most, for who decides and compares nothing."""
    if size_bytes >= _HALF_GIGABYTE:
        return tr("{size:.1f} GB", size=size_bytes / 1e9)
    more_digits = max(0, len(str(size_bytes // 1_000_000)) - 2)
    return tr("{size} MB", size=int(round(size_bytes / 1e6, -more_digits)))


def time_left(progress: Progress) -> str:
    """'1 min left'; '' while it is not known."""
    return "" if progress.eta_s is None else tr("{time} left", time=duration_in_words(progress.eta_s))


def share_and_time(progress: Progress | None) -> str:
    """'62 % · 1 min left': how much of the whole job is done, and how long the rest takes."""
    if progress is None:
        return ""
    return DOT.join(part for part in (percent(progress.overall), time_left(progress)) if part)


def stage_name(progress: Progress | None) -> str:
    """'Finding speech'."""
    return progress.stage.label if progress else tr("Starting")


def progress_line(progress: Progress | None) -> str:
    """'Finding speech · 62 % · 1 min left'."""
    return DOT.join(part for part in (stage_name(progress), share_and_time(progress)) if part)


def language_and_words(transcript: Transcript) -> str:
    """'English (en) · 6,412 words'."""
    words = plural("{n} words", "{n} word", sum(len(turn.words) for turn in transcript.turns))
    return DOT.join((name_and_code(transcript.language), words)) if transcript.language else words


def sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end; '' stays ''."""
    return text and f"{text[:1].upper()}{text[1:].removesuffix('.')}."
