"""How many keys and clicks a fixed task of correction takes: done in Diarist, counted on paper for its peers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bench.children import probe
from bench.correction_task import MISHEARD, NAMES
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import NOTHING, of, table

TITLE = "Correcting: keys and clicks"
LABELS = {"correction": "twenty errors put right"}
KEY_S, CLICK_S, DOUBLE_S, HAND_S, THOUGHT_S = 0.2, 1.3, 1.5, 0.4, 1.35
"""Card, Moran and Newell's keystroke-level model: a key of a skilled typist, a pointing and its click, a hand that
changes between keyboard and mouse, and a thought, one for each error."""
ERRORS = {"words": 8, "speakers": 4, "merged": 2, "torn": 2, "split_speaker": 1, "names": 3}
_LIMIT_S = 180
_LETTERS = "K" * 6  # of a word or a name on average, as in the task


@dataclass(frozen=True, slots=True)
class Peer:
    """Acts for each error of a kind: K a key, P a click, D a double click; None where the program cannot do it. once:
    what is done one time only. source: where its ways are documented."""

    name: str
    ways: Mapping[str, str | None]
    once: str
    source: str


PEERS = (
    Peer(
        "Buzz 1.4",
        {
            "words": f"DD{_LETTERS}K",
            "speakers": "PPP",
            "merged": None,
            "torn": "PPPP",
            "split_speaker": f"P{_LETTERS}",
            "names": f"P{_LETTERS}",
        },
        "PP",
        "a table of segments, edited in place; a column of speakers; a dialog of names; neighbours merged by a dialog",
    ),
    Peer(
        "noScribeEditor",
        {
            "words": f"D{_LETTERS}",
            "speakers": f"D{_LETTERS}",
            "merged": f"PK{_LETTERS}KK",
            "torn": "PKDK",
            "split_speaker": f"KKKK{_LETTERS}KK",
            "names": f"KKKK{_LETTERS}KK",
        },
        "",
        "a text in which the speaker is text too; search and replace for names",
    ),
    Peer(
        "Subtitle Edit 5",
        {
            "words": f"PD{_LETTERS}",
            "speakers": "PPP",
            "merged": "PPKPPP",
            "torn": "PPK",
            "split_speaker": f"PPP{_LETTERS}K",
            "names": f"PPP{_LETTERS}K",
        },
        "",
        "a list of lines, a box for the text; an actor for each line by a menu; split at the caret, merge lines by key",
    ),
)


def measurements(_options: Options, recordings: Recordings) -> Iterator[Measurement]:
    """The task, in the real window."""
    yield Measurement("correction", lambda: probe("correction", recordings.conversations(), limit_s=_LIMIT_S))


def section(records: Records) -> Iterator[str]:
    """A line for each program."""
    report = of(records, "correction")
    errors = sum(ERRORS.values())
    yield (
        f"{errors} errors in a talk made of conversations with known words: {len(MISHEARD)} words, 4 turns of another "
        "speaker, 2 turns of two people, 2 turns torn in two, one speaker who is two, "
        f"{len(NAMES)} names. Diarist: scripted in the real window, after which the transcript is the truth, word by "
        "word. The others: counted on paper from what their documentation says. Seconds by the keystroke-level model."
    )
    yield ""
    rows = [("Diarist", *_counted(report["acts"], errors), _of_task(report))] if report else []
    rows += [(peer.name, *_counted(*_acts(peer)), peer.source) for peer in PEERS]
    yield from table(("program", "keys", "clicks", "seconds", "not possible", "how"), rows)


def seconds(acts: str, thoughts: int) -> float:
    """How long these acts take, the hands on the keyboard at first."""
    cost = {"K": KEY_S, "P": CLICK_S, "D": DOUBLE_S}
    changes = sum((one == "K") is not (other == "K") for one, other in zip("K" + acts, acts, strict=False))
    return sum(cost[act] for act in acts) + changes * HAND_S + thoughts * THOUGHT_S


def _acts(peer: Peer) -> tuple[str, int, int]:
    """All acts of a peer, how many errors they put right, and how many it cannot."""
    done = {kind: count for kind, count in ERRORS.items() if peer.ways[kind] is not None}
    acts = peer.once + "".join((peer.ways[kind] or "") * count for kind, count in done.items())
    return acts, sum(done.values()), sum(ERRORS.values()) - sum(done.values())


def _counted(acts: str, done: int, impossible: int = 0) -> tuple[str, str, str, str]:
    clicks = acts.count("P") + acts.count("D")
    left = f"{impossible} errors" if impossible else NOTHING
    return f"{acts.count('K')}", f"{clicks}", f"{seconds(acts, done):.0f}", left


def _of_task(report: Mapping[str, Any]) -> str:
    return "all right at the end" if report["is_right"] else "**not right at the end**"
