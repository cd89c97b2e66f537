"""MAXQDA: a text that it takes in as a transcript with timestamps, or as that of a focus group."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.core.export.one_line import file_name
from desktop_app.core.export.qda_passages import (
    QdaOptions,
    QdaPassage,
    closing_remark,
    no_time,
    unmistakable_passages,
)
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.clock import clock_mark
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True)
class MaxqdaOptions(QdaOptions):
    """names_first: the name and a colon begin each paragraph, by which MAXQDA codes the speakers of a focus group."""

    names_first: bool = setting(
        False,
        About(
            tr("Names begin the paragraphs"),
            tr("For a focus group, whose speakers MAXQDA codes. Otherwise the name is a paragraph of its own."),
        ),
    )


def render(transcript: Transcript, options: MaxqdaOptions = MaxqdaOptions()) -> str:
    """The recording's name, then for every turn a paragraph with the speaker's name and one with the passages, each
    with its time before it: '[00:00:12] - text'. The last paragraph says that a transcript is incomplete."""
    paragraphs = [no_time(file_name(transcript.audio).replace(":", "\N{MODIFIER LETTER COLON}"))]
    for turn in _turns(unmistakable_passages(transcript, options)):
        if options.names_first:
            marked = " ".join(f"[{clock_mark(each.start_ms)}] {each.text}" for each in turn)
            paragraphs.append(f"{turn[0].name}: {marked}")
        else:
            marked = " ".join(f"[{clock_mark(each.start_ms)}] - {each.text}" for each in turn)
            paragraphs.append(f"{turn[0].name}\n{marked}")
    remark = closing_remark(transcript)
    return "\n\n".join(paragraphs if remark is None else [*paragraphs, remark]) + "\n"


def _turns(found: Sequence[QdaPassage]) -> Iterator[Sequence[QdaPassage]]:
    starts = [at for at, each in enumerate(found) if each.begins]
    return (found[start:end] for start, end in pairwise([*starts, len(found)]))
