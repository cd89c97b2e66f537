"""TextGrids are read by Praat itself, whatever is said and whoever says it."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import parselmouth
import pytest
from parselmouth.praat import call

from desktop_app.core.export.formats.textgrid import TextGridOptions, render
from desktop_app.core.export.tiers import Interval, end_of, tiers
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from export.hostile_transcripts import HOSTILE, ten_hours

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))


def read(folder: Path, text: str) -> parselmouth.Data:
    path = folder / "talk.TextGrid"
    path.write_text(text, encoding="utf-8")
    return parselmouth.read(str(path))


def labelled(grid: parselmouth.Data, tier: int) -> list[Interval]:
    """The intervals of a tier, from 1, that have a text, once it is seen that they leave no gap."""
    count = call(grid, "Get number of intervals", tier)
    ends = [call(grid, "Get start time of interval", tier, each) for each in range(1, count + 1)] + [grid.xmax]
    assert ends[0] == 0
    texts = [call(grid, "Get label of interval", tier, each) for each in range(1, count + 1)]
    times_ms = [round(1000 * time) for time in ends]
    return [Interval(*times, text) for times, text in zip(pairwise(times_ms), texts, strict=True) if text]


def names(grid: parselmouth.Data) -> Sequence[str]:
    return [call(grid, "Get tier name", tier) for tier in range(1, call(grid, "Get number of tiers") + 1)]


@hostile
def test_praat_reads_every_tier(transcript: Transcript, tmp_path: Path) -> None:
    grid, expected = read(tmp_path, render(transcript)), tiers(transcript)
    assert names(grid) == [name for tier in expected for name in (tier.name, tier.word_name)]
    assert round(1000 * grid.xmax) == end_of(transcript, expected)
    for at, tier in enumerate(expected):
        assert labelled(grid, 2 * at + 1) == list(tier.turns)
        assert labelled(grid, 2 * at + 2) == list(tier.words)


@pytest.mark.parametrize("text", ['"', 'say "yes"', "שלום לך", "🎙 👩‍👩‍👧", "\\bu \\ct", "<exists>", "a\nb", "100%"])
def test_odd_names_and_words_come_back(text: str, tmp_path: Path) -> None:
    turn = Turn("S1", 0, 900, (Word(text, 0, 900),))
    grid = read(tmp_path, render(Transcript(AudioSource("talk.wav", 900), (Speaker("S1", text, 0),), (turn,))))
    on_one_line = text.replace("\n", " ")
    assert names(grid) == [on_one_line, f"{on_one_line} - words"]
    assert labelled(grid, 1) == labelled(grid, 2) == [Interval(0, 900, on_one_line)]


def test_words_can_be_left_out(interview: Transcript, tmp_path: Path) -> None:
    grid = read(tmp_path, render(interview, TextGridOptions(words=False)))
    assert names(grid) == ["Anna Berg", "Søren O’Neil 🎙"]
    assert grid.xmax == 3665


def test_praat_reads_ten_hours(tmp_path: Path) -> None:
    grid = read(tmp_path, render(ten_hours(), TextGridOptions(words=False)))
    assert call(grid, "Get number of intervals", 1) > 1000
