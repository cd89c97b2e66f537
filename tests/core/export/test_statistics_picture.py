"""The picture of a recording's statistics, read back as XML."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from any_talk import talk, transcripts, turn
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import translation
from desktop_app.core.export.picture_timeline import lane_path, time_ticks
from desktop_app.core.export.picture_values import PictureColours
from desktop_app.core.export.statistics_picture import WIDTH_PX, statistics_picture
from desktop_app.core.export.svg import cut_to
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn

LIGHT = PictureColours("#ffffff", "#1b1f24", "#5f6978", "#e3e6ea", ("#117733", "#332288"))
SVG = "{http://www.w3.org/2000/svg}"
TWO = talk(turn("S1", "a b c d"), turn("S2", "a b c d e f g h", 2000))


def texts(picture: str) -> list[str]:
    return ["".join(each.itertext()) for each in ElementTree.fromstring(picture).iter(f"{SVG}text")]


def crowd(count: int) -> Transcript:
    speakers = tuple(Speaker(f"S{at}", f"Person {at}", at) for at in range(count))
    turns = tuple(replace(turn("S1", "well yes", 1000 * at), speaker=f"S{at}") for at in range(count))
    return Transcript(AudioSource("/home/me/crowd.wav", 60_000), speakers, turns)


def test_every_speaker_is_named_beside_their_bar_and_their_lane() -> None:
    said = texts(statistics_picture(TWO, LIGHT))
    assert [said.count(f"Speaker {number}") for number in (1, 2, 3)] == [2, 2, 2]


def test_who_talks_most_stands_first_with_their_figures() -> None:
    said = texts(statistics_picture(TWO, LIGHT))
    at = said.index("Speaker 2")
    assert said[at : at + 5] == ["Speaker 2", "67\u202f%", "00:02", "8", "200"]
    assert at < said.index("Speaker 1") < said.index("Speaker 3")


def test_the_palette_is_taken_by_the_speakers_colours() -> None:
    picture = ElementTree.fromstring(statistics_picture(TWO, LIGHT))
    fills = [each.get("fill") for each in picture.iter(f"{SVG}path") if each.get("fill")]
    assert fills == ["#332288", "#117733"]
    assert next(picture.iter(f"{SVG}rect")).get("fill") == LIGHT.ground


@pytest.mark.parametrize("count", [1, 2, 20])
def test_as_many_lanes_as_speakers_fit_into_the_picture(count: int) -> None:
    picture = ElementTree.fromstring(statistics_picture(crowd(count), LIGHT))
    height_px = float(picture.get("height", 0))
    lanes = [each for each in picture.iter(f"{SVG}path") if each.get("fill")]
    assert len(lanes) == count
    assert all(0 < float(each.get("y", 0)) < height_px for each in picture.iter(f"{SVG}text"))
    assert all(0 <= float(each.get("x", 0)) <= WIDTH_PX for each in picture.iter(f"{SVG}text"))


def test_a_recording_of_no_length_and_one_without_speakers_have_pictures() -> None:
    nobody = Transcript(AudioSource("x.wav", 0))
    assert "Nobody speaks." in texts(statistics_picture(nobody, LIGHT))
    assert "00:00" in texts(statistics_picture(replace(nobody, speakers=(Speaker("S1", "Anna", 0),)), LIGHT))


def test_it_speaks_the_readers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    german = {("Talk time", ""): ("Redezeit",), ("{share} silence", ""): ("{share} Stille",)}
    monkeypatch.setattr(translation._Spoken, "catalogue", german)
    said = texts(statistics_picture(TWO, LIGHT))
    assert "Redezeit" in said
    assert "Stille" in said[1]


def test_titles_are_the_files_name_or_what_is_given() -> None:
    assert texts(statistics_picture(crowd(1), LIGHT))[0] == "crowd.wav"
    assert texts(statistics_picture(crowd(1), LIGHT, title="All <hands> & feet"))[0] == "All <hands> & feet"


@given(transcript=transcripts(), name=st.text())
def test_it_is_valid_xml_whatever_people_are_called(transcript: Transcript, name: str) -> None:
    named = replace(transcript, speakers=tuple(replace(each, name=name) for each in transcript.speakers))
    picture = statistics_picture(named, LIGHT, title=name)
    assert ElementTree.fromstring(picture.encode("utf-8", "strict")).tag == f"{SVG}svg"
    assert max(map(len, texts(picture))) <= 64


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Anna", "Anna"),
        ("  Anna \n Maria ", "Anna Maria"),
        ("Maximiliane von Hohenstaufen", "Maximilia…"),
        ("東京都千代田区", "東京都千…"),
        ("é" * 5, "é" * 5),
    ],
)
def test_long_names_are_cut_to_their_width(text: str, cut: str) -> None:
    assert cut_to(text, 10) == cut


@given(length_ms=st.integers(0, 10**9))
def test_a_timeline_has_a_few_round_times(length_ms: int) -> None:
    ticks = list(time_ticks(length_ms))
    assert ticks[0] == 0
    assert ticks[-1] <= length_ms
    assert len(ticks) <= 9
    assert all(tick % 1000 == 0 for tick in ticks)


def test_stretches_too_near_to_be_told_apart_are_drawn_as_one() -> None:
    spans = [Span(0, 100), Span(101, 200), Span(900, 901)]
    assert lane_path(spans, left_px=10, top_px=0, high_px=8, scale=0.1) == "M10.0 0H30.0V8H10.0ZM100.0 0H101.0V8H100.0Z"
    assert lane_path([], left_px=10, top_px=0, high_px=8, scale=0.1) == ""


def test_hours_of_talk_stay_a_small_file() -> None:
    turns = tuple(
        Turn(f"S{at % 3 + 1}", 600 * at, 600 * at + 500, (), (Span(600 * at, 600 * at + 500),)) for at in range(20_000)
    )
    assert len(statistics_picture(talk(*turns), LIGHT)) < 100_000
