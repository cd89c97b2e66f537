"""What every format survives, whatever is in a transcript."""

import pytest

from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.registry import FORMATS
from desktop_app.core.transcript.values import Transcript
from export.hostile_transcripts import HOSTILE

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))
every_format = pytest.mark.parametrize("chosen", FORMATS, ids=[known.extension for known in FORMATS])


@hostile
@every_format
def test_there_is_a_file(chosen: ExportFormat, transcript: Transcript) -> None:
    assert chosen.contents(transcript) or chosen.extension == "rttm"


@hostile
@every_format
def test_a_transcript_gives_the_same_file_again(chosen: ExportFormat, transcript: Transcript) -> None:
    assert chosen.contents(transcript) == chosen.contents(transcript)
