"""Whatever people are called and whatever they say, every format can be read back."""

from itertools import pairwise
from pathlib import Path

import pysubs2
import webvtt
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.export.cues import cues, timestamp
from desktop_app.core.export.formats import json_format, plain_text, rttm, subrip
from desktop_app.core.export.formats import webvtt as webvtt_format
from desktop_app.core.export.one_line import speaker_names
from desktop_app.core.transcript.values import AudioSource, EngineUse, Span, Speaker, Transcript, Turn, Word

# A surrogate pair is the same character as the one it stands for once it is in a file: only lone ones are drawn.
any_text = st.one_of(
    st.text(max_size=30),
    st.text(alphabet=st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]), max_size=30),
    st.text(alphabet="ab1 \n\r\t\x00\x0b\x0c\x1c\x85\u2028<>&;:-/.,\"'v{}\\\udce9", max_size=30),
    st.sampled_from(["-->", "</v>", "&amp;", "a\n\nb", "1", "00:00:01,000 --> 00:00:02,000", "NOTE", "WEBVTT", "🎙"]),
)
times_ms = st.integers(0, 20_000)
fractions = st.none() | st.floats(-2, 2)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start_ms = draw(times_ms)
    return Span(start_ms, start_ms + draw(st.integers(0, 9000)))


@st.composite
def words(draw: st.DrawFn) -> Word:
    span = draw(spans())
    return Word(draw(any_text), span.start_ms, span.end_ms, draw(fractions), draw(st.booleans()))


@st.composite
def turns(draw: st.DrawFn, speaker_ids: list[str]) -> Turn:
    span = draw(spans())
    return Turn(
        speaker=draw(st.sampled_from(speaker_ids)),
        start_ms=span.start_ms,
        end_ms=span.end_ms,
        words=tuple(draw(st.lists(words(), max_size=8))),
        speech=tuple(draw(st.lists(spans(), max_size=3))),
        margin=draw(fractions),
        overlap=draw(st.booleans()),
    )


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    ids = draw(st.lists(any_text, min_size=1, max_size=4, unique=True))
    maybe_text, maybe_whole = st.none() | any_text, st.none() | st.integers(0, 200_000)
    return Transcript(
        audio=draw(st.builds(AudioSource, any_text, times_ms, maybe_whole, maybe_whole)),
        speakers=tuple(Speaker(each, draw(any_text), i) for i, each in enumerate(ids)),
        turns=tuple(draw(st.lists(turns(ids), max_size=5))),
        engines=tuple(draw(st.lists(st.builds(EngineUse, any_text, any_text, any_text, maybe_text), max_size=2))),
        language=draw(maybe_text),
    )


anything = settings(max_examples=60, deadline=None)


@anything
@given(transcripts())
def test_json_comes_back_as_it_went(transcript: Transcript) -> None:
    data = json_format.render(transcript).encode("utf-8")
    assert json_format.parse(data, Path("talk.json")) == transcript


@anything
@given(transcripts())
def test_srt_has_as_many_cues_for_another_reader(transcript: Transcript) -> None:
    expected = [(cue.start_ms, cue.end_ms) for cue in cues(transcript, label="{}: ".format)]
    found = pysubs2.SSAFile.from_string(subrip.render(transcript))
    assert [(event.start, event.end) for event in found] == (expected or [(0, 1000)])
    assert all(event.start < event.end for event in found)


@anything
@given(transcripts())
def test_vtt_has_as_many_cues_for_another_reader(transcript: Transcript) -> None:
    expected = [(timestamp(cue.start_ms, "."), timestamp(cue.end_ms, ".")) for cue in cues(transcript)]
    found = webvtt.from_string(webvtt_format.render(transcript))
    assert [(caption.start, caption.end) for caption in found] == expected
    assert all(caption.start < caption.end for caption in found)
    assert all(caption.voice and caption.text for caption in found)


@anything
@given(transcripts())
def test_no_two_speakers_have_one_name_in_any_text(transcript: Transcript) -> None:
    assert len(set(speaker_names(transcript.speakers).values())) == len(transcript.speakers)


@anything
@given(transcripts())
def test_rttm_has_ten_fields_a_line_and_a_label_for_each_speaker(transcript: Transcript) -> None:
    rows = [line.split() for line in rttm.render(transcript).splitlines()]
    heard = {turn.speaker for turn in transcript.turns if any(span.duration_ms for span in turn.speech)}
    assert all(len(row) == 10 for row in rows)
    assert len({row[7] for row in rows}) == len(heard)


@anything
@given(transcripts())
def test_txt_has_a_line_for_the_recording_and_one_for_each_visible_turn(transcript: Transcript) -> None:
    header, *paragraphs = plain_text.render(transcript).rstrip("\n").split("\n\n")
    assert len(header.splitlines()) == 1
    assert len(paragraphs) <= len(list(transcript.spoken_turns()))
    assert all(paragraph.startswith("[") and len(paragraph.splitlines()) == 1 for paragraph in paragraphs)


@anything
@given(transcripts())
def test_cues_are_in_order_and_neither_endless_nor_empty(transcript: Transcript) -> None:
    found = cues(transcript, label="{}: ".format)
    assert all(0 < cue.end_ms - cue.start_ms <= 7000 for cue in found)
    assert all(one.start_ms <= other.start_ms for one, other in pairwise(found))
    assert all(line.strip() for cue in found for line in cue.lines)
