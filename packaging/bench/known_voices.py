"""Known voices: how many are found again, and how many strangers are taken for them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import of, table

TITLE = "Known voices"
NAME, LIVE = "known-voices", "known-voices-live"
LABELS = {
    NAME: "all recordings of which it is known who speaks",
    LIVE: "the same, heard as captions hear them, one recording of each person left out at a time",
}
METHOD = """Everybody of whom there is enough is enrolled from about {enrolled_s:.0f} s and heard again in other \
recordings (where there is but one, in its rest), 4 to 20 s at a time. Recordings are taken as they are, over a \
telephone, in noise of 10 dB and across a room, by recipe (`packaging/bench/sound_conditions.py`), both by chance; all \
goes through the pipeline's own pieces. Whoever is not enrolled, or left out of those who are, is a stranger. The \
halves share nobody. In brackets, trials."""
HALVES = {"tuning": "tuned on", "held_out": "held out"}
KNOWN = {
    "known": "all",
    "known_same_condition": "as enrolled",
    "known_other_condition": "otherwise",
    "known_short": "under 6 s",
}
HEADS = (
    "half of the people",
    "enrolled",
    "never enrolled",
    *(f"found of 100, {name}" for name in KNOWN.values()),
    "wrong name of 100",
    "false of 100 strangers",
    "of those never enrolled",
)


def measurements(_options: Options, recordings: Recordings) -> Iterator[Measurement]:
    """All in one: who is tuned on must not be reported. And what captions suggest, with what was tuned so."""
    yield Measurement(NAME, lambda: probe("known_voices", recordings.all()))
    yield Measurement(LIVE, lambda: probe("live_voices", recordings.all()))


def section(records: Records) -> Iterator[str]:
    """How it was done, both halves, each person, and what the percentages are worth."""
    report = of(records, NAME)
    if report is None:
        return
    yield from _method(report)
    rows = [_half(report[half], name) for half, name in HALVES.items()]
    yield from table(HEADS, [*rows, _half(report["exchanged"]["rates"], "exchanged: tuned on the other")])
    for half, name in HALVES.items():
        found = report[half]["found_by_person"]
        yield f"Found of 100, {name}: {', '.join(f'{person} {share}' for person, share in found.items())}."
    yield ""
    yield "What the percentages are worth, of the people held out, as many strangers as known voices:"
    yield ""
    yield from table(("percentage shown", "suggestions", "on average", "right"), map(_band, report["calibration"]))
    if (live := of(records, LIVE)) is not None:
        yield _live(live)


def _method(report: Mapping[str, Any]) -> Iterator[str]:
    used, tuned, exchanged = report["used"], report["tuned"], report["exchanged"]
    yield METHOD.format(enrolled_s=report["enrolled_s"])
    yield ""
    yield (
        f"Used: threshold {used['threshold']:.2f}, margin {used['margin']:.2f}, percentage "
        f"1 / (1 + exp(-{used['slope']:.1f} (score - {used['middle']:.3f}))). This run's tuning half says: "
        f"{tuned['threshold']:.2f}, {tuned['margin']:.2f}, {tuned['slope']:.1f}, {tuned['middle']:.3f}. The other half "
        f"would say {exchanged['threshold']:.2f} and {exchanged['margin']:.2f}; the table's last line is what the "
        "first then has."
    )
    yield ""


def _live(report: Mapping[str, Any]) -> str:
    known, strangers = report["known"], report["strangers"]
    return (
        f"Live captions, each of {report['people']} people heard in the recording that nobody was enrolled from, "
        f"looked at as often as captions look: of {known['told']} looks at known voices {known['found']:.1f} % "
        f"suggested the name and {known['wrong']:.1f} % a wrong one; of {strangers['told']} looks at strangers "
        f"{strangers['false']:.1f} % suggested somebody."
    )


def _half(rates: Mapping[str, Any], name: str) -> Sequence[str]:
    return (
        name,
        str(rates["people"]),
        str(rates["only_strangers"]),
        *(f"{rates[each]['found']:.1f} ({rates[each]['trials']})" for each in KNOWN),
        f"{rates['known']['wrong']:.1f}",
        *(f"{rates[each]['false']:.1f} ({rates[each]['trials']})" for each in ("strangers", "strangers_only")),
    )


def _band(band: Mapping[str, Any]) -> Sequence[str]:
    shown = f"{100 * band['low']:.0f} to {100 * band['high']:.0f} %"
    if not band["suggestions"]:
        return shown, "0", "", ""
    return shown, str(band["suggestions"]), f"{100 * band['told']:.0f} %", f"{100 * band['right']:.0f} %"
