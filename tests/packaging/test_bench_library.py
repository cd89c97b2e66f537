"""The bench's library, in small."""

import json
import sys

import pytest
from bench import library, probe_library
from bench.records import Record
from bench.synthetic_talk import FEWEST_WORDS, MOST_WORDS, Talks, transcript_of, vocabulary

from desktop_app.core.library.spoken_text import spoken_turns


def test_talks_are_as_long_as_they_say_and_always_the_same() -> None:
    one, other = (next(Talks().projects(1)) for _ in range(2))
    assert one == other
    assert FEWEST_WORDS <= sum(len(turn.words) for turn in one.turns or ()) < MOST_WORDS
    assert len(set(vocabulary().tolist())) == len(vocabulary())


def test_a_transcript_says_what_was_said() -> None:
    turns = Talks().turns()
    assert list(spoken_turns(transcript_of(turns))) == turns


@pytest.mark.slow
@pytest.mark.parametrize(("what", "count", "figure"), [("index", 5, "put_ms"), ("sync", 3, "first_ms")])
def test_what_is_measured_is_shown(
    what: str,
    count: int,
    figure: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    qapp: object,
) -> None:
    monkeypatch.setattr(sys, "argv", ["probe_library", what, str(count)])
    monkeypatch.setattr(probe_library, "QCoreApplication", lambda _arguments: qapp)
    probe_library.main()
    measured = json.loads(capsys.readouterr().out)
    record = Record(f"library-{what}", measured, None, "2026-11-29", 1.0, 0.5, "abc1234")
    page = "\n".join(library.section({record.name: record}))
    assert f"{measured[figure]:.0f} ms" in page
    assert page.count("| ") > 3
