"""Heard parts of long recordings come back from the disk as they were, or not at all."""

from pathlib import Path
from stat import S_IMODE

import pytest
from two_voices import talk, voices

from desktop_app.cluster.kept_parts import KeptParts
from desktop_app.core.pipeline.transcribe import Transcription
from desktop_app.core.transcript.values import Span
from desktop_app.terminal.worklist_item import HeardPart

SPAN = Span(0, 25_000)
PART = HeardPart(SPAN, Transcription(talk(), voices()), 12.5)


@pytest.fixture
def kept(tmp_path: Path) -> KeptParts:
    kept = KeptParts(tmp_path)
    kept.keep("a", PART)
    return kept


def test_a_part_comes_back_as_it_was(kept: KeptParts, tmp_path: Path) -> None:
    assert kept.find("a", SPAN) == PART
    (folder,) = tmp_path.iterdir()
    assert S_IMODE(folder.stat().st_mode) == 0o700


def test_one_without_voices_too(kept: KeptParts) -> None:
    part = HeardPart(SPAN, Transcription(talk(), None), 1.0)
    kept.keep("a", part)
    assert kept.find("a", SPAN) == part


def test_another_part_or_recording_is_not_found(kept: KeptParts) -> None:
    assert kept.find("a", Span(0, 24_999)) is None
    assert kept.find("b", SPAN) is None


@pytest.mark.parametrize("left", [0, 1, -1])
def test_a_torn_one_is_not_found(kept: KeptParts, tmp_path: Path, left: int) -> None:
    (path,) = tmp_path.rglob("*.part")
    path.write_bytes(path.read_bytes()[:left])
    assert kept.find("a", SPAN) is None


def test_what_is_joined_is_forgotten_and_others_stay(kept: KeptParts, tmp_path: Path) -> None:
    kept.keep("a", HeardPart(Span(25_000, 50_000), PART.made, 1.0))
    kept.keep("b", PART)
    kept.forget("a")
    assert kept.find("a", SPAN) is None
    assert kept.find("b", SPAN) == PART
    kept.forget("b")
    kept.forget("b")
    assert list(tmp_path.iterdir()) == []
