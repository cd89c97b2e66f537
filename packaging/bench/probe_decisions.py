"""Prints what a few decisions of a person are worth under wrong settings: probe_decisions FOLDER TURNS.

Of every speaker of each recording, TURNS turns of the truth that nobody talks over are decided, evenly spread over the
recording. Error rates are pooled: over everything, and over what was not decided about.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import attrgetter
from pathlib import Path

import numpy as np

from bench.probe_reclustering import heard
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.fixed_pieces import fixed_pieces
from desktop_app.core.diarization.given_floor import without
from desktop_app.core.diarization.offline import recluster
from desktop_app.core.diarization.options import SENSITIVITY
from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.evaluation.corpus import find_items, read_truth
from desktop_app.core.evaluation.scores import COLLAR_S, percent
from desktop_app.core.evaluation.speaker_errors import SpeakerErrors, speaker_errors
from desktop_app.core.evaluation.values import SpokenSpan
from desktop_app.core.pipeline.decided_parts import decided_diarization, known_and_decided
from desktop_app.core.pipeline.regions import MAX_PAUSE_MS
from desktop_app.core.pipeline.speaker_match import match_speakers
from desktop_app.core.transcript.decisions import Decision, decided_speakers, merge_decisions
from desktop_app.core.transcript.values import Span, Speaker

SHORTEST_MS = 1000
"""Of so short a turn nobody would say whose it is."""
COLLARS = {"der_0": 0.0, "der_25": COLLAR_S}
Errors = dict[tuple[str, str], SpeakerErrors]


def main() -> None:
    """Every wrong setting, without and with decisions."""
    folder, turns = Path(sys.argv[1]), int(sys.argv[2])
    pooled: dict[str, Errors] = defaultdict(lambda: defaultdict(SpeakerErrors))
    for item in find_items(folder):
        voices, truth = heard(item.recording), read_truth(item).spans
        decisions = decided(truth, turns)
        for setting, (bounds, sensitivity) in _settings(len({span.speaker for span in truth})).items():
            for label, some in (("without", ()), ("with", decisions)):
                found = _found(voices, bounds, sensitivity, some)
                for name, errors in _errors(truth, found, decisions, voices.duration_ms).items():
                    pooled[setting][label, name] += errors
    for setting, by_name in pooled.items():
        rates = {" ".join(key): percent(errors.error_s, errors.reference_s) for key, errors in by_name.items()}
        print(json.dumps({"setting": setting, "turns": turns, **rates}))


def decided(truth: Sequence[SpokenSpan], turns: int) -> tuple[Decision, ...]:
    """So many decisions for each speaker: turns that nobody talks over, evenly spread."""
    clear: dict[str, list[SpokenSpan]] = defaultdict(list)
    for turn in _turns(truth):
        others = [each for each in truth if each.speaker != turn.speaker]
        over = any(each.start_ms < turn.end_ms and turn.start_ms < each.end_ms for each in others)
        if not over and turn.end_ms - turn.start_ms >= SHORTEST_MS:
            clear[turn.speaker].append(turn)
    chosen = [
        spans[int(at)]
        for spans in clear.values()
        for at in np.unique(np.linspace(0, len(spans) - 1, min(turns, len(spans))).round())
    ]
    made: tuple[Decision, ...] = ()
    return reduce(merge_decisions, [Decision(Span(each.start_ms, each.end_ms), each.speaker) for each in chosen], made)


def _turns(truth: Sequence[SpokenSpan]) -> list[SpokenSpan]:
    """What each says until somebody else does, or until a long pause."""
    turns: list[SpokenSpan] = []
    for span in sorted(truth, key=attrgetter("start_ms", "end_ms")):
        last = turns[-1] if turns else None
        if last and last.speaker == span.speaker and span.start_ms - last.end_ms <= MAX_PAUSE_MS:
            turns[-1] = replace(last, end_ms=max(last.end_ms, span.end_ms))
        else:
            turns.append(span)
    return turns


def _settings(speakers: int) -> Mapping[str, tuple[SpeakerBounds, float]]:
    return {
        "right": (SpeakerBounds(speakers, speakers), SENSITIVITY),
        "one speaker": (SpeakerBounds(1, 1), SENSITIVITY),
        "one too few": (SpeakerBounds(max(1, speakers - 1), max(1, speakers - 1)), SENSITIVITY),
        "two too many": (SpeakerBounds(speakers + 2, speakers + 2), SENSITIVITY),
        "sensitivity 0": (SpeakerBounds(), 0.0),
        "sensitivity 1": (SpeakerBounds(), 1.0),
    }


def _found(
    voices: Voices, bounds: SpeakerBounds, sensitivity: float, decisions: Sequence[Decision]
) -> tuple[Segment, ...]:
    fixed = fixed_pieces(voices.pieces, decisions) if decisions else None
    found = recluster(voices, bounds, sensitivity=sensitivity, fixed=fixed)
    decided = decided_speakers(decisions)
    sure = {number: each for each, number in zip(decided, found.groups, strict=False) if number is not None}
    speakers = [Speaker(each, each, place) for place, each in enumerate(decided)]
    matched = match_speakers(found.full, known_and_decided((), speakers, decisions), sure=sure, present=decided)
    numbers = {each: -1 - place for place, each in enumerate(decided)}
    numbers |= {each.id: number for number, each in matched.items()}
    return decided_diarization(found, decisions, numbers).full


def _errors(
    truth: Sequence[SpokenSpan], found: Sequence[Segment], decisions: Sequence[Decision], duration_ms: int
) -> Mapping[str, SpeakerErrors]:
    spans = [SpokenSpan(str(each.speaker), each.start_ms, each.end_ms) for each in found]
    parts = {"all": (truth, spans), "rest": (list(_rest(truth, decisions)), list(_rest(spans, decisions)))}
    return {
        f"{part} {name}": speaker_errors(*both, duration_s=duration_ms / 1000, collar_s=collar_s)
        for part, both in parts.items()
        for name, collar_s in COLLARS.items()
    }


def _rest(spans: Iterable[SpokenSpan], decisions: Sequence[Decision]) -> Iterator[SpokenSpan]:
    """What of the spans lies outside of all decisions."""
    cut = [Segment(0, each.span.start_ms, each.span.end_ms) for each in decisions]
    for span in spans:
        for part in without(Segment(0, span.start_ms, span.end_ms), cut):
            yield SpokenSpan(span.speaker, part.start_ms, part.end_ms)


if __name__ == "__main__":
    main()
