"""HTML: one page that is read anywhere, and plays the recording where that lies beside it."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from urllib.parse import quote

from desktop_app.core.export.html_looks import SCRIPT, style
from desktop_app.core.export.one_line import file_name, file_stem, one_line, speaker_names
from desktop_app.core.export.recording_line import closing_notes, recording_line
from desktop_app.core.export.speaker_inks import COUNT
from desktop_app.core.export.xml_text import fit_for_xml
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.joined_text import runs_on
from desktop_app.core.transcript.values import AudioSource, Transcript, Turn, Word
from desktop_app.translation import tr

_PICTURES = (".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".mpg", ".mpeg", ".wmv", ".ogv")


@dataclass(frozen=True, slots=True)
class HtmlOptions:
    """What can be chosen of a page."""

    times: bool = setting(True, About(tr("Times"), tr("When each turn begins.")))
    player: bool = setting(
        True, About(tr("Player"), tr("Plays the recording, from any word, where it lies beside the page."))
    )


def render(transcript: Transcript, options: HtmlOptions = HtmlOptions()) -> str:
    """The page. It asks for nothing but the recording, by its file name, and lets nothing else in (its policy)."""
    title = escape(fit_for_xml(file_stem(transcript.audio)))
    look = style()
    language = f' lang="{escape(fit_for_xml(transcript.language))}"' if transcript.language else ""
    player = _player(transcript.audio) if options.player and transcript.audio.file else []
    lines = [
        f"<!DOCTYPE html>\n<html{language}>\n<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(look)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>{look}</style>\n</head>\n<body>\n<main>",
        f'<h1 dir="auto">{title}</h1>\n<p class="muted">{escape(fit_for_xml(recording_line(transcript)))}</p>',
        *_turns(transcript, times=options.times),
        *(f'<p class="muted">{escape(fit_for_xml(note))}</p>' for note in closing_notes(transcript)),
        "</main>",
        *player,
        "</body>\n</html>",
    ]
    return "\n".join(lines) + "\n"


def _policy(look: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(look)}'; script-src '{_hash(SCRIPT)}'; media-src 'self' file:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def _player(audio: AudioSource) -> list[str]:
    """The player, out of sight until the recording has been found."""
    name = file_name(audio)
    kind = "video" if name.lower().endswith(_PICTURES) else "audio"
    media = f'<{kind} controls preload="metadata" src="{quote(name, safe="")}"></{kind}>'
    return [f'<div class="player" hidden>{media}</div>', f"<script>{SCRIPT}</script>"]


def _turns(transcript: Transcript, *, times: bool) -> Iterator[str]:
    names = speaker_names(transcript.speakers)
    for number, turn in enumerate(transcript.turns, 1):
        words = "".join(_words(turn))
        if not words:
            continue
        colour = transcript.speaker(turn.speaker).colour % COUNT
        name = f'<bdi class="name" data-s="{turn.start_ms}">{escape(fit_for_xml(names[turn.speaker]))}</bdi>'
        time = f'<a class="time" href="#t{number}" data-s="{turn.start_ms}">{clock(turn.start_ms)}</a>'
        head = f"{name} {time}" if times else name
        yield f'<div class="turn s{colour}" id="t{number}">{head}\n<p dir="auto">{words}</p></div>'


def _words(turn: Turn) -> Iterator[str]:
    before = ""
    for word in turn.words:
        if text := fit_for_xml(one_line(word.text)):
            yield f"{_between(before, text)}{_word(word, text)}"
            before = text


def _between(before: str, after: str) -> str:
    """The space between two words, where their script has one."""
    return " " if before and not (runs_on(before[-1]) and runs_on(after[0])) else ""


def _word(word: Word, text: str) -> str:
    return f'<span data-s="{word.start_ms}" data-e="{word.end_ms}">{escape(text)}</span>'
