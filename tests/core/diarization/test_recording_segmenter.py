"""Segmentation by a model that follows each voice through the whole recording."""

import numpy as np
import pytest
from embedding.scripted_embedder import ScriptedEmbedder

from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.offline import Diarization, listen, recluster
from desktop_app.core.diarization.options import Hop
from desktop_app.core.diarization.recording_segmenter import AnySegmenter, RecordingSegmenter, tracks_of
from desktop_app.core.embedding.chain import alone
from diarization.scripted_recording_segmenter import ScriptedRecordingSegmenter
from diarization.scripted_segmenter import ScriptedSegmenter, voices

SCRIPT = ((0, 1.0, 6.0), (1, 8.0, 12.0), (0, 15.0, 19.0), (1, 17.0, 22.0), (2, 24.0, 29.0))


def diarized(segmenter: AnySegmenter) -> Diarization:
    heard = listen(
        voices(30.0, *SCRIPT),
        segmenter,
        alone(ScriptedEmbedder()),
        hop=Hop.ACCURATE,
        on_segmentation=lambda _: None,
        on_embedding=lambda _: None,
    )
    return recluster(heard, SpeakerBounds())


def test_a_track_is_as_long_as_its_voice_is_heard_and_one_never_heard_has_none() -> None:
    active = np.zeros((9, 4), np.bool_)
    active[[5, 6, 8], 0] = active[[2, 7], 3] = True
    tracks = tracks_of(active)
    assert [(track.start, track.active.tolist()) for track in tracks] == [
        (2, [True, False, False, False, False, True]),
        (5, [True, True, False, True]),
    ]


def test_of_nothing_there_are_no_tracks() -> None:
    assert tracks_of(np.zeros((0, 8), np.bool_)) == []


def test_it_hears_who_speaks_when_as_windows_do() -> None:
    found, expected = (diarized(each) for each in (ScriptedRecordingSegmenter(), ScriptedSegmenter()))
    assert found.speakers == expected.speakers == 3
    borders = [[(each.speaker, each.start_ms, each.end_ms) for each in one.full] for one in (found, expected)]
    assert [who for who, *_ in borders[0]] == [who for who, *_ in borders[1]] == [0, 1, 0, 1, 2]
    for (_, *ours), (_, *theirs) in zip(*borders, strict=True):
        assert ours == pytest.approx(theirs, abs=60)


def test_the_two_seams_are_told_apart() -> None:
    assert isinstance(ScriptedRecordingSegmenter(), RecordingSegmenter)
    assert not isinstance(ScriptedSegmenter(), RecordingSegmenter)
