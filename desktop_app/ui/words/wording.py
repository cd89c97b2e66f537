"""Sentences and figures as the window says them."""

from PySide6.QtCore import QLocale

from desktop_app.core.transcript.clock import duration_in_words
from desktop_app.core.transcript.values import Transcript
from desktop_app.jobs.messages import Progress

DOT = " · "
_NARROW_SPACE = "\u202f"


def counted(number: int, noun: str) -> str:
    """'1 speaker', '6,412 words'."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def percent(share: float) -> str:
    """'62 %'."""
    return f"{round(share * 100)}{_NARROW_SPACE}%"


def size_in_words(size_bytes: int) -> str:
    """'26.6 MB', '2.5 GB'."""
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def time_left(progress: Progress) -> str:
    """'1 min left'; '' while it is not known."""
    return "" if progress.eta_s is None else f"{duration_in_words(progress.eta_s)} left"


def share_and_time(progress: Progress | None) -> str:
    """'62 % · 1 min left': how much of the whole job is done, and how long the rest takes."""
    if progress is None:
        return ""
    return DOT.join(part for part in (percent(progress.overall), time_left(progress)) if part)


def stage_name(progress: Progress | None) -> str:
    """'Finding speech'."""
    return progress.stage.label if progress else "Starting"


def progress_line(progress: Progress | None) -> str:
    """'Finding speech · 62 % · 1 min left'."""
    return DOT.join(part for part in (stage_name(progress), share_and_time(progress)) if part)


def language_and_words(transcript: Transcript) -> str:
    """'English (en) · 6,412 words'."""
    words = counted(sum(len(turn.words) for turn in transcript.turns), "word")
    return DOT.join((language_name(transcript.language), words)) if transcript.language else words


def language_name(code: str) -> str:
    """'English (en)'; the code alone where it is not known."""
    language = QLocale(code).language()
    known = language not in {QLocale.Language.C, QLocale.Language.AnyLanguage}
    return f"{QLocale.languageToString(language)} ({code})" if known else code


def sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end; '' stays ''."""
    return text and f"{text[:1].upper()}{text[1:].removesuffix('.')}."
