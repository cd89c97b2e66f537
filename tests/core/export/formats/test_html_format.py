"""The page is one file, lets nothing in from elsewhere, and holds every word with its times."""

import re
from base64 import b64encode
from hashlib import sha256
from urllib.parse import unquote

import pytest
from lxml import html

from desktop_app.core.export.formats.html_format import HtmlOptions, render
from desktop_app.core.export.one_line import file_name, one_line, speaker_names
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from export.hostile_transcripts import HOSTILE, ten_hours

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))


def said(*texts: str, file: str = "talk.wav", language: str | None = None) -> Transcript:
    words = tuple(Word(text, 1000 * at, 1000 * at + 900) for at, text in enumerate(texts))
    turn = Turn("S1", 0, 9000, words)
    return Transcript(AudioSource(file, 65_000), (Speaker("S1", "Anna", 0),), (turn,), language=language)


@hostile
def test_every_word_comes_back_with_its_times_and_its_speaker(transcript: Transcript) -> None:
    names = speaker_names(transcript.speakers)
    found = [
        (turn.find("bdi").text_content(), word.text_content(), int(word.get("data-s")), int(word.get("data-e")))
        for turn in html.document_fromstring(render(transcript)).find_class("turn")
        for word in turn.iter("span")
    ]
    assert found == [
        (names[turn.speaker], text, word.start_ms, word.end_ms)
        for turn in transcript.turns
        for word in turn.words
        if (text := one_line(word.text))
    ]


@hostile
def test_paragraphs_read_as_turns_do(transcript: Transcript) -> None:
    found = [turn.find("p").text_content() for turn in html.document_fromstring(render(transcript)).find_class("turn")]
    assert found == [one_line(turn.text) for turn in transcript.turns if one_line(turn.text)]


def test_words_of_a_script_without_spaces_have_none() -> None:
    page = html.document_fromstring(render(said("你", "好", "hello", "world")))
    assert page.find_class("turn")[0].find("p").text_content() == "你好 hello world"


@hostile
def test_nothing_but_the_recording_is_asked_for(transcript: Transcript) -> None:
    page = html.document_fromstring(render(transcript))
    asked = {element.get(name) for element in page.iter() for name in ("src", "href", "srcset", "data", "action")}
    wanted = {address for address in asked if address and not address.startswith("#")}
    assert {unquote(address) for address in wanted} == (
        {file_name(transcript.audio)} if transcript.audio.file else set()
    )
    assert not any("/" in address or ":" in address for address in wanted)
    assert not {"link", "iframe", "img", "object", "embed", "base", "form"} & {element.tag for element in page.iter()}


@hostile
def test_the_policy_lets_in_its_own_style_and_script_and_no_other(transcript: Transcript) -> None:
    page = html.document_fromstring(render(transcript))
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    elements = [*page.iter("style"), *page.iter("script")]
    hashes = [b64encode(sha256(element.text.encode()).digest()).decode() for element in elements]
    assert re.findall(r"'sha256-([^']+)'", policy)[: len(hashes)] == hashes
    assert not page.xpath("//@style | //@*[starts-with(name(), 'on')]")


@pytest.mark.parametrize(("file", "kind"), [("/a/talk.wav", "audio"), ("C:\\a\\Film.MP4", "video"), ("odd", "audio")])
def test_the_recording_is_played_by_its_name_alone(file: str, kind: str) -> None:
    (player,) = html.document_fromstring(render(said("Hi.", file=file))).find_class("player")
    assert player.get("hidden") is not None
    (media,) = player
    assert (media.tag, media.get("src")) == (kind, re.split(r"[/\\]", file)[-1])


def test_an_address_is_no_way_out_of_the_folder() -> None:
    page = html.document_fromstring(render(said("Hi.", file="javascript:alert(1)?#.wav")))
    assert page.xpath("//audio/@src") == ["javascript%3Aalert%281%29%3F%23.wav"]


def test_player_and_times_can_be_left_out() -> None:
    page = html.document_fromstring(render(said("Hi."), HtmlOptions(times=False, player=False)))
    assert not page.xpath("//audio | //script | //a")
    assert html.document_fromstring(render(said("Hi."))).xpath("//a[@class='time']")[0].text == "00:00"


def test_the_language_is_told_where_it_is_known() -> None:
    assert html.document_fromstring(render(said("Ja.", language="de"))).get("lang") == "de"
    assert html.document_fromstring(render(said("Ja."))).get("lang") is None


def test_ten_hours_become_a_page() -> None:
    assert render(ten_hours()).count("<span") == 100_000
