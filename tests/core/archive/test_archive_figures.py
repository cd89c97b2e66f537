"""What an archive comes to."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_archive import outcome

from desktop_app.core.archive.figures import figures_of
from desktop_app.core.archive.kinds import Kind
from desktop_app.core.transcript.values import Span
from desktop_app.core.worklist.items import Item
from desktop_app.core.worklist.manifest import WITHOUT_END_MS


def test_what_is_done_and_how_fast_by_engines_and_languages() -> None:
    figures = figures_of(
        [
            outcome("a.wav", engines=("W", "Parakeet", "W"), language="de"),
            outcome("b.wav", engines=("W", "Parakeet"), language="en", seconds=40.0),
            outcome("c.wav", engines=("W", "Moonshine"), sound_s=60.0),
            outcome("d.wav", reason="It is empty.", sound_s=5.0),
        ]
    )
    assert (figures.done.recordings, figures.done.sound_s, figures.failed) == (3, 7260, 1)
    (parakeet, amount), (moonshine, _) = figures.by_engines
    assert (parakeet, moonshine) == (("W", "Parakeet"), ("W", "Moonshine"))
    assert amount.sound_s / amount.work_s == 18
    assert [(tag, each.recordings) for tag, each in figures.by_language] == [("de", 1), ("en", 1), ("", 1)]


def test_what_is_left_is_what_is_neither_done_nor_failed() -> None:
    done, failed = outcome("a.wav", sound_s=7200.0), outcome("b.wav", reason="It is empty.")
    stretch = replace(done, stretch_ms=(0, 5000))
    names = ("a.wav", "b.wav", "c.wav")
    items = [*(Item(Path(name), name) for name in names), Item(Path("a.wav"), "a.wav", Span(0, 5000))]
    assert figures_of([done, failed]).left is None
    assert figures_of([done, failed], items).left == 2
    assert figures_of([done, failed], items).left_s == 14400
    assert figures_of([done, failed, stretch], items).left == 1
    assert figures_of([failed], items).left_s is None


def test_failures_are_of_a_kind_without_their_names_and_figures() -> None:
    reasons = {
        "a.wav": "/tapes/old ones/a.wav: It is damaged at 12:30.",
        "b/c.wav": "/tapes/old ones/b/c.wav: It is damaged at 0:07.",
        "d.wav": "/tapes/old ones/d.wav: there is no d.wav",
        "e.wav": "the disk is full",
    }
    figures = figures_of([outcome(name, reason=reason) for name, reason in reasons.items()])
    assert figures.failures == (
        Kind("It is damaged at ….", ("a.wav", "b/c.wav")),
        Kind("there is no …", ("d.wav",)),
        Kind("the disk is full", ("e.wav",)),
    )


def test_results_that_cannot_be_written_are_of_a_kind() -> None:
    full = "cannot be written: the disk has 0.1 MB left"
    failed = [
        replace(outcome(name, reason=f"texts/{stem}.{sha[:10]}.txt {full}"), sha256=sha)
        for name, stem, sha in (("b/a 1.wav", "a 1", "0123456789abcdef"), ("c.wav", "c", "fedcba9876543210"))
    ]
    assert figures_of(failed).failures == (Kind(f"… {full}", ("b/a 1.wav", "c.wav")),)


def test_figures_that_are_the_same_stay() -> None:
    figures = figures_of([outcome(name, warnings=("Track 2 was not heard.",)) for name in ("a.wav", "b.wav")])
    assert figures.warnings == (Kind("Track 2 was not heard.", ("a.wav", "b.wav")),)


@pytest.mark.parametrize(
    ("stretch_ms", "said"), [((0, 90_000), "a.wav (00:00–01:30)"), ((5000, WITHOUT_END_MS), "a.wav (from 00:05)")]
)
def test_a_stretch_is_called_by_its_times(stretch_ms: tuple[int, int], said: str) -> None:
    figures = figures_of([replace(outcome("a.wav", reason="It is empty."), stretch_ms=stretch_ms)])
    assert figures.failures[0].names == (said,)


def test_the_most_doubtful_come_first_and_unknown_ones_are_counted() -> None:
    shares = {"a.wav": 0.1, "b.wav": 0.5, "c.wav": None, "d.wav": 0.0}
    figures = figures_of([outcome(name, doubtful=share) for name, share in shares.items()])
    assert [each.name for each in figures.doubtful] == ["b.wav", "a.wav"]
    assert figures.untold == 1
