"""How often a doubtful passage holds an error, and how well a thin margin tells a wrong speaker."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import NOTHING, against, of, table

TITLE = "Doubtful passages"
NAME = "doubt"
LABELS = {NAME: "passages and margins"}
GAIN_GOAL = 1.3
"""So much oftener than by chance an error is to be found."""
RANKING_GOAL_S = 1.0
WAYS = {
    "shipped": "the weights as they are, fitted on these recordings",
    "left out": "fitted without the recording itself",
    "other sets": "fitted without the recording's whole set",
    "second, left out": "fitted without the recording itself, with a second hearing",
}
UNKNOWN = "no margin known"
INTRODUCTION = """Of the first 20 passages of each recording, how many hold an error (a word that is wrong, added or \
lost right there, or under the wrong speaker), in percent, against as many words in a row taken by chance from the \
same recording (the mean over all places there are). *AUC* is how often a stretch with an error is ranked before one \
without. The second hearing is the carried recogniser once more, on stretches that end at pauses instead of turns."""
MARGINS = """Of the speech of turns whose margin is thinner than a threshold, how much is somebody else's (precision), \
and of all speech under the wrong speaker, how much is in such turns (recall); within 0.25 s of a border both count as \
right. *Short turns* are conversations of turns of 0.4 to 4 s that overlap by up to 0.3 s, made from the utterances of \
the development data."""


def measurements(options: Options, recordings: Recordings) -> Iterator[Measurement]:
    """All of it at once: weights are fitted over all recordings."""

    def measure() -> dict[str, Any]:
        sets = {
            "made conversations": recordings.conversations(),
            "more, made with seeds 101 and 102": recordings.more_conversations(),
            "the shorter long conversation": recordings.long(options.short_min),
            "clips of AMI meetings": recordings.meetings(),
        }
        return probe("doubt", recordings.utterances(), *(f"{name}={folder}" for name, folder in sets.items()))

    yield Measurement(NAME, measure)


def section(records: Records) -> Iterator[str]:
    """Passages by set and by how the weights were found; then margins."""
    measured = of(records, NAME)
    if measured is None:
        return
    yield from (INTRODUCTION, "")
    heads = ("recordings", "passages", "in the first 20 of each", "hold an error", "by chance", "goal")
    yield from table(heads, _set_rows(measured["ways"]["left out"]))
    heads = ("weights", "hold an error", "by chance", "first 20 of all", "first 50", "first 100", "AUC")
    yield from table(heads, [_way_row(label, measured["ways"][name]) for name, label in WAYS.items()])
    share = f"{measured['with_error']:.0f} %"
    speed, goal_s = measured["ranking_s"], RANKING_GOAL_S
    goal = against(f"under {goal_s:g} s", max(speed.values()) < goal_s)
    yield f"A transcript of 100,000 words is ranked in {speed['alone']:.2f} s of one core, with a second hearing in"
    yield f"{speed['second']:.2f} s; goal {goal}."
    yield f"Fitted on {measured['stretches']} stretches, {share} with an error: {_fitted(measured)}."
    yield from ("", MARGINS, "")
    margins = measured["margins"]
    kinds = [*margins["all"]["below"], UNKNOWN]
    yield from table(("margin", *(_margin_head(name, margins[name]) for name in margins)), _margin_rows(margins, kinds))


def _set_rows(way: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    for name, fields in {**way["sets"], "all": way["all"]}.items():
        yield (
            f"{name} ({fields['recordings']}, {fields['minutes']:.0f} min, {fields['words']} words)",
            str(fields["passages"]),
            str(fields["first"]),
            _share(fields, "hits"),
            _share(fields, "chance"),
            against(f"{GAIN_GOAL:g} times chance", fields["hits"] >= GAIN_GOAL * fields["chance"]),
        )


def _way_row(label: str, way: Mapping[str, Any]) -> Sequence[str]:
    pooled = (_share(fields, "hits") for fields in way["pooled"].values())
    return (label, _share(way["all"], "hits"), _share(way["all"], "chance"), *pooled, f"{way['auc']:.2f}")


def _fitted(measured: Mapping[str, Any]) -> str:
    return ", ".join(f"{name.replace('_', ' ').lower()} {weight:g}" for name, weight in measured["fitted"].items())


def _margin_head(name: str, fields: Mapping[str, Any]) -> str:
    return f"{name} ({fields['turns']} turns, {fields['wrong_s']:.0f} of {fields['heard_s']:.0f} s wrong)"


def _margin_rows(margins: Mapping[str, Any], kinds: Sequence[str]) -> Iterator[Sequence[str]]:
    for kind in kinds:
        yield (
            kind if kind == UNKNOWN else f"under {kind}",
            *(_margin_cell(each["unknown"] if kind == UNKNOWN else each["below"][kind]) for each in margins.values()),
        )


def _margin_cell(fields: Mapping[str, Any]) -> str:
    if not fields["turns"]:
        return NOTHING
    return f"{fields['precision']:.0f} % / {fields['recall']:.0f} %, {fields['turns']} turns"


def _share(fields: Mapping[str, Any], name: str) -> str:
    """Of the first passages; nothing where there are none."""
    return f"{100 * fields[name] / fields['first']:.0f} %" if fields["first"] else NOTHING
