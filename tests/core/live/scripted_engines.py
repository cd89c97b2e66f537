"""Engines for captions that know voices by their level, and what captions must keep to whatever they hear."""

from collections.abc import Iterator, Sequence
from itertools import cycle, pairwise

import numpy as np
from asr.scripted_detector import ScriptedDetector
from asr.scripted_recogniser import ScriptedRecogniser
from asr.scripted_recording_recogniser import ScriptedRecordingRecogniser
from diarization.scripted_segmenter import ScriptedSegmenter
from embedding.scripted_embedder import ScriptedEmbedder
from numpy.typing import NDArray
from pipeline.scripted_talks import believe_all

from desktop_app.core.asr.live_recogniser import live_recogniser
from desktop_app.core.asr.recogniser import AnyRecogniser
from desktop_app.core.embedding.chain import alone
from desktop_app.core.live.captioner import Captioner
from desktop_app.core.live.engines import LiveEngines
from desktop_app.core.live.events import CaptionEvent, Final, Partial, Revision, SpeakerFound


class ParakeetLike(ScriptedRecordingRecogniser):
    """Times its words."""

    languages = ("en",)


def scripted_engines(recogniser: AnyRecogniser | None = None) -> LiveEngines:
    """A recogniser of turns if none is given."""
    return LiveEngines(
        ScriptedDetector(),
        live_recogniser(recogniser or ScriptedRecogniser()),
        ScriptedSegmenter(),
        alone(ScriptedEmbedder()),
        believe_all,
    )


def blocks(samples: NDArray[np.float32], sizes: Sequence[int]) -> Iterator[NDArray[np.float32]]:
    """All of the sound, in blocks of these sizes again and again."""
    at = 0
    for size in cycle(sizes):
        if at >= len(samples):
            return
        yield samples[at : at + size]
        at += size


def said(captioner: Captioner, samples: NDArray[np.float32], *sizes: int) -> list[CaptionEvent]:
    """Every event of a recording that is given in blocks."""
    events = [event for block in blocks(samples, sizes or (1600,)) for event in captioner.hear(block)]
    return events + captioner.finish()


def finals(events: Sequence[CaptionEvent]) -> list[Final]:
    return [event for event in events if isinstance(event, Final)]


def speakers_in_the_end(events: Sequence[CaptionEvent]) -> dict[int, str | None]:
    """Whose each turn is after all revisions."""
    settled = [event for event in events if isinstance(event, Final | Revision)]
    return {event.turn: event.speaker for event in settled}


def assert_contract(events: Sequence[CaptionEvent]) -> None:
    """What core/live/events.py promises."""
    assert all(before.at_ms <= after.at_ms for before, after in pairwise(events))
    known: set[str | None] = {None}
    shown: dict[int, Partial] = {}
    final: dict[int, str | None] = {}
    for event in events:
        match event:
            case SpeakerFound():
                assert event.speaker.id not in known
                known.add(event.speaker.id)
            case Partial():
                assert event.turn not in final
                assert_goes_on(shown.get(event.turn), event)
                shown[event.turn] = event
                assert event.speaker in known
            case Final():
                assert event.turn not in final
                assert event.words or event.turn in shown
                assert_well_placed(event)
                final[event.turn] = event.speaker
                assert event.speaker in known
            case Revision():
                assert event.turn in final
                assert event.speaker != final[event.turn]
                final[event.turn] = event.speaker
                assert event.speaker in known
    assert shown.keys() <= final.keys()


def assert_goes_on(before: Partial | None, after: Partial) -> None:
    assert after.start_ms <= after.end_ms
    assert after.settled <= len(after.text.split())
    if before is not None:
        assert before.settled <= after.settled
        assert after.text.split()[: before.settled] == before.text.split()[: before.settled]


def assert_well_placed(event: Final) -> None:
    assert event.start_ms <= event.end_ms
    assert all(event.start_ms <= word.start_ms <= word.end_ms <= event.end_ms for word in event.words)
    assert all(before.start_ms <= after.start_ms for before, after in pairwise(event.words))
