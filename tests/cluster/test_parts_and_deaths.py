"""What is done again, what is given up, and how the parts of a long recording come together: whatever workers do."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from two_voices import talk, voices

from desktop_app.cluster import transcribe as module
from desktop_app.cluster.archive_work import Work
from desktop_app.cluster.transcribe import transcribe_on_cluster
from desktop_app.cluster.worker_pool import Done, Event, Lost, Workers
from desktop_app.core.export.registry import format_for
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.transcribe import Transcription
from desktop_app.core.store.settings import Settings
from desktop_app.core.transcript.values import Span
from desktop_app.core.worklist.done_record import Outcome, outcomes_in
from desktop_app.core.worklist.items import Item
from desktop_app.terminal.worklist_item import Ended, HeardPart, Plan
from desktop_app.terminal.worklist_reporter import TextWorklistReporter
from desktop_app.terminal.writing import Writing

Answer = Callable[[Work], object]
DIES = object()
SPANS = (Span(0, 10), Span(10, 20), Span(20, 30))


class ScriptedPool:
    """Two workers, who answer as they are told."""

    is_hopeless = False
    engines = (("any", None),)

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.asked: list[tuple[Any, ...]] = []
        self._doing: deque[Work] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        pass

    @property
    def is_busy(self) -> bool:
        return bool(self._doing)

    @property
    def has_free(self) -> bool:
        return len(self._doing) < 2

    def do(self, work: Work) -> None:
        self.asked.append((work.what, work.item.name, *(each for each in work.asked if isinstance(each, Span))))
        self._doing.append(work)

    def events(self) -> Iterator[Event]:
        work = self._doing.popleft()
        answer = self.answer(work)
        yield Lost(work, "b") if answer is DIES else Done(work, answer, "a")


@pytest.fixture
def done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[ScriptedPool, dict[str, Outcome]]]:
    def run(answer: Answer, *names: str, resume: bool = False) -> tuple[ScriptedPool, dict[str, Outcome]]:
        pool = ScriptedPool(answer)
        monkeypatch.setattr(module, "WorkerPool", lambda *_: pool)
        monkeypatch.setattr(module, "ray_runtime", lambda _: nullcontext())
        plan = Plan(tmp_path, tmp_path, Writing((format_for("txt"),)), JobOptions(), Settings(), resume=resume)
        items = [Item(Path(name), name) for name in names]
        has_all = transcribe_on_cluster(items, plan, TextWorklistReporter(is_quiet=True), "auto", Workers())
        outcomes = {outcome.name: outcome for outcome in outcomes_in(tmp_path).values()}
        assert has_all == (not any(outcome.reason for outcome in outcomes.values()))
        return pool, outcomes

    return run


def ended(work: Work) -> Ended:
    return Ended(Outcome(work.item.name, None, "0", "-", results=("-",)))


ENGINES_DIE = Ended(Outcome("a", None, "0", "-", reason="a: the engine process is gone"), has_killed=True)


@pytest.mark.parametrize("death", [DIES, ENGINES_DIE])
def test_what_a_dying_worker_did_is_done_again_after_all_others(done: Callable[..., Any], death: object) -> None:
    died: list[str] = []

    def answer(work: Work) -> object:
        if work.item.name == "a" and not died:
            died.append("a")
            return death
        return ended(work)

    pool, outcomes = done(answer, "a", "b", "c", "d")
    assert [name for _, name in pool.asked] == ["a", "b", "c", "d", "a"]
    assert {outcome.node for outcome in outcomes.values()} == {"a"}
    assert not any(outcome.reason for outcome in outcomes.values())


def test_a_recording_of_which_every_worker_dies_is_given_up(done: Callable[..., Any]) -> None:
    pool, outcomes = done(lambda work: DIES if work.item.name == "a" else ended(work), "a", "b")
    assert [name for _, name in pool.asked].count("a") == 5
    assert outcomes["a"].reason == "a: 5 workers died while they did it"
    assert outcomes["a"].node == "b"
    assert outcomes["b"].reason == ""


def test_when_a_recording_was_begun_is_told_by_one_clock(done: Callable[..., Any]) -> None:
    """Those of nodes differ."""
    begun = datetime.now(UTC)

    def answer(work: Work) -> Ended:
        return Ended(replace(ended(work).outcome, at="1970-01-01T00:00:00+00:00", seconds=60.0))

    _, outcomes = done(answer, "a")
    assert abs(datetime.fromisoformat(outcomes["a"].at) - begun + timedelta(seconds=60)) < timedelta(seconds=30)


def long(reason: str = "", *, dies: bool = False) -> Answer:
    """The recording 'long' is heard in parts, the middle one of which fails for the reason, or its workers die."""

    def answer(work: Work) -> object:
        if work.what == "do" and work.item.name == "long":
            return Ended(Outcome("long", None, "0", "-"), parts=SPANS)
        if work.what == "hear_part":
            span = work.asked[1]
            is_middle = span == SPANS[1]
            return DIES if dies and is_middle else HeardPart(span, None, 1.0, reason if is_middle else "")
        return ended(work)

    return answer


def test_a_long_recordings_parts_go_before_what_is_new_and_are_joined_when_all_are_heard(
    done: Callable[..., Any],
) -> None:
    pool, outcomes = done(long(), "long", "b", "c", "d")
    asked = [each for each in pool.asked if each[1] == "long"]
    assert asked == [("do", "long"), *(("hear_part", "long", span) for span in SPANS), ("join", "long")]
    assert pool.asked.index(("hear_part", "long", SPANS[2])) < pool.asked.index(("do", "d"))
    assert len(outcomes) == 4


@pytest.mark.parametrize(
    ("answer", "why"),
    [(long("long: It is broken."), "It is broken."), (long(dies=True), "5 workers died while they did it")],
)
def test_a_part_that_fails_fails_the_recording_once(done: Callable[..., Any], answer: Answer, why: str) -> None:
    pool, outcomes = done(answer, "long", "b")
    assert outcomes["long"].reason == f"long: {why}"
    assert ("join", "long") not in pool.asked
    assert outcomes["b"].reason == ""


class Killed(BaseException):
    """The process that keeps the record comes to its end."""


def long_until(stop: Span | None) -> Answer:
    """The recording 'long' is heard in parts, until somebody kills the command at one of them."""

    def answer(work: Work) -> object:
        if work.what != "hear_part":
            return long()(work)
        span = work.asked[1]
        if span == stop:
            raise Killed
        return HeardPart(span, Transcription(talk(), voices()), 1.0)

    return answer


def asked_of(pool: ScriptedPool) -> list[object]:
    return [span for what, _, *more in pool.asked for span in (more or [what])]


def test_parts_that_were_heard_before_the_command_died_are_not_heard_again(
    done: Callable[..., Any], tmp_path: Path
) -> None:
    with pytest.raises(Killed):
        done(long_until(SPANS[1]), "long")
    pool, outcomes = done(long_until(None), "long", resume=True)
    assert asked_of(pool) == ["do", SPANS[1], SPANS[2], "join"]
    assert outcomes["long"].reason == ""
    assert [path.name for path in tmp_path.iterdir()] == ["diarist-done.jsonl"]


def test_where_all_parts_were_heard_before_they_are_joined_at_once(done: Callable[..., Any]) -> None:
    def dies_of_joining(work: Work) -> object:
        if work.what == "join":
            raise Killed
        return long_until(None)(work)

    with pytest.raises(Killed):
        done(dies_of_joining, "long")
    pool, _ = done(long_until(None), "long", resume=True)
    assert asked_of(pool) == ["do", "join"]


def test_without_resuming_all_is_heard_anew(done: Callable[..., Any]) -> None:
    with pytest.raises(Killed):
        done(long_until(SPANS[1]), "long")
    pool, _ = done(long_until(None), "long")
    assert asked_of(pool) == ["do", *SPANS, "join"]


def test_parts_of_other_engines_are_heard_anew(done: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Killed):
        done(long_until(SPANS[1]), "long")
    monkeypatch.setattr(ScriptedPool, "engines", (("others", None),))
    pool, _ = done(long_until(None), "long", resume=True)
    assert asked_of(pool) == ["do", *SPANS, "join"]


def test_where_no_part_can_be_kept_that_is_told_and_the_recording_is_done(
    done: Callable[..., Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".diarist-parts").write_text("in the way")
    _, outcomes = done(long_until(None), "long")
    assert outcomes["long"].reason == ""
    assert "diarist: long: a part cannot be kept until all are heard: " in capsys.readouterr().err
