"""Whatever people say, and however long lines may be, other programs read subtitles as they were cut."""

from html import unescape
from itertools import pairwise

import pysubs2
import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.export.cue_limits import CueLimits
from desktop_app.core.export.cues import Cue, cues, timestamp
from desktop_app.core.export.formats import subrip
from desktop_app.core.export.formats import webvtt as webvtt_format
from desktop_app.core.export.speaker_label import SpeakerLabel, labelled_cues
from desktop_app.core.transcript.values import Transcript
from export.hostile_transcripts import HOSTILE
from export.test_any_text import anything, transcripts

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))
limits = st.builds(
    CueLimits,
    line_chars=st.integers(10, 60),
    lines=st.integers(1, 3),
    longest_s=st.integers(2, 10),
    chars_per_second=st.sampled_from([0, 5, 20, 60]),
)
labels = st.sampled_from(SpeakerLabel)


def subrip_options(chosen: CueLimits, label: SpeakerLabel) -> subrip.SubripOptions:
    return subrip.SubripOptions(chosen.line_chars, chosen.lines, chosen.longest_s, chosen.chars_per_second, names=label)


def webvtt_options(chosen: CueLimits, label: SpeakerLabel) -> webvtt_format.WebvttOptions:
    return webvtt_format.WebvttOptions(
        chosen.line_chars, chosen.lines, chosen.longest_s, chosen.chars_per_second, names=label, colours=True
    )


def check_times(found: tuple[Cue, ...]) -> None:
    """Whether nothing ends before it begins, nor a speaker's cue after the next one begins."""
    assert all(cue.start_ms < cue.end_ms for cue in found)
    assert all(one.start_ms <= other.start_ms for one, other in pairwise(found))
    for name in {cue.name for cue in found}:
        own = [cue for cue in found if cue.name == name]
        assert all(one.end_ms <= other.start_ms for one, other in pairwise(own))


def check_subrip(transcript: Transcript, options: subrip.SubripOptions) -> None:
    expected = labelled_cues(transcript, options, options.names)
    found = pysubs2.SSAFile.from_string(subrip.render(transcript, options), format_="srt", keep_html_tags=True)
    if not expected:
        assert [event.text for event in found] == [""]
        return
    assert [(event.start, event.end) for event in found] == [(cue.start_ms, cue.end_ms) for cue in expected]
    said = [event.text.replace(r"\N", "\n").replace("\N{WORD JOINER}", "") for event in found]
    written = ["\n".join(cue.lines).replace("-->", "→").replace(r"\N", "\n") for cue in expected]
    assert said == [each.replace("\N{WORD JOINER}", "") for each in written]


def check_webvtt(transcript: Transcript, options: webvtt_format.WebvttOptions) -> None:
    expected = labelled_cues(transcript, options, options.names)
    found = list(webvtt.from_string(webvtt_format.render(transcript, options)))
    times = [(timestamp(cue.start_ms, "."), timestamp(cue.end_ms, ".")) for cue in expected]
    assert [(caption.start, caption.end) for caption in found] == times
    assert [unescape(caption.text) for caption in found] == ["\n".join(cue.lines) for cue in expected]


@anything
@given(transcripts(), limits)
def test_any_cues_keep_to_their_times_and_limits(transcript: Transcript, chosen: CueLimits) -> None:
    found = cues(transcript, chosen)
    check_times(found)
    assert all(cue.end_ms - cue.start_ms <= chosen.longest_s * 1000 for cue in found)
    assert all(1 <= len(cue.lines) <= chosen.lines for cue in found)
    assert all(len(line) <= chosen.line_chars or len(line) <= 30 for cue in found for line in cue.lines)


@hostile
@pytest.mark.parametrize("lines", [1, 2, 3])
def test_hostile_cues_keep_to_their_times(transcript: Transcript, lines: int) -> None:
    check_times(cues(transcript, CueLimits(lines=lines)))


@anything
@given(transcripts(), limits, labels)
def test_any_srt_comes_back_as_it_was_cut(transcript: Transcript, chosen: CueLimits, label: SpeakerLabel) -> None:
    check_subrip(transcript, subrip_options(chosen, label))


@hostile
@pytest.mark.parametrize("label", SpeakerLabel)
def test_hostile_srt_comes_back_as_it_was_cut(transcript: Transcript, label: SpeakerLabel) -> None:
    check_subrip(transcript, subrip.SubripOptions(names=label))


@anything
@given(transcripts(), limits, labels)
def test_any_vtt_comes_back_as_it_was_cut(transcript: Transcript, chosen: CueLimits, label: SpeakerLabel) -> None:
    check_webvtt(transcript, webvtt_options(chosen, label))


@hostile
@pytest.mark.parametrize("label", SpeakerLabel)
def test_hostile_vtt_comes_back_as_it_was_cut(transcript: Transcript, label: SpeakerLabel) -> None:
    check_webvtt(transcript, webvtt_format.WebvttOptions(names=label, colours=True))
