"""The figures of an archive as one page that a browser reads without a network."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from html import escape
from pathlib import PurePosixPath

from desktop_app.core.archive.figures import Amount, Figures
from desktop_app.core.archive.kinds import Kind
from desktop_app.core.archive.names import shown_name
from desktop_app.core.archive.page_looks import STYLE
from desktop_app.core.export.xml_text import fit_for_xml
from desktop_app.core.transcript.clock import clock, duration_in_words
from desktop_app.core.transcript.spoken_languages import language_name
from desktop_app.core.worklist.done_record import Outcome
from desktop_app.translation import figure, language, plural, tr

FIRST_ROWS = 20
MOST_ROWS = 500
MOST_KINDS = 100
MOST_NAMES = 50
"""So many rows of a table are seen at once, and unfolded; so many kinds, and names of a kind. How many others there
are is said."""
_HOUR_S = 3600

LinkTo = Callable[[str], str]
"""The address of a result, from where the page lies, by the name that the record has for it."""


def render(name: str, made_at: datetime, figures: Figures, unread: Sequence[tuple[str, str]], link_to: LinkTo) -> str:
    """The page of an archive of this name. unread: results that are gone or cannot be read, each with the reason."""
    title = _text(tr("Archive {name}", name=name))
    as_it_was = tr("As it was on {time}.", time=f"{made_at:%Y-%m-%d %H:%M}")
    policy = f"default-src 'none'; style-src '{_hash(STYLE)}'; base-uri 'none'; form-action 'none'"
    lines = [
        f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>",
        f'<h1 dir="auto">{title}</h1>',
        f'<p class="muted">{_text(as_it_was)}</p>',
        *_totals(figures),
        *_doubtful(figures, link_to),
        *_kinds(tr("Failed"), figures.failures),
        *_unread(unread),
        *_kinds(tr("Warnings"), figures.warnings),
        *_engines(figures),
        *_languages(figures),
        "</main>\n</body>\n</html>",
    ]
    return "\n".join(lines) + "\n"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _text(text: str) -> str:
    """A text as HTML has it; of a name that is no text, what is."""
    return escape(fit_for_xml(text.encode("utf-8", "replace").decode()))


def _totals(figures: Figures) -> Iterator[str]:
    yield "<dl>"
    yield _total(tr("Done"), _length(figures.done.sound_s), _recordings(figures.done.recordings))
    if figures.left is not None:
        about = "" if figures.left_s is None else tr("about {hours}", hours=_length(figures.left_s))
        yield _total(tr("Left"), about or _recordings(figures.left), _recordings(figures.left) if about else "")
    yield _total(tr("Failed"), _recordings(figures.failed), "")
    yield "</dl>"
    if figures.left is None:
        yield _note(tr("What is left is known only with --manifest, which names the list that was worked on."))
    elif figures.left:
        yield _note(
            tr("How long the recordings are that are left is not known: reckoned from the mean length of what is done.")
        )


def _total(what: str, amount: str, more: str) -> str:
    return f"<div><dt>{_text(what)}</dt><dd>{_text(amount)}<span>{_text(more)}</span></dd></div>"


def _doubtful(figures: Figures, link_to: LinkTo) -> Iterator[str]:
    yield _heading(tr("Worth a look first"))
    if figures.doubtful:
        yield _note(tr("How many of the words are likely wrong, or given to the wrong speaker; the most first."))
        yield from _folded([_doubtful_row(each, link_to) for each in figures.doubtful[:MOST_ROWS]])
        yield from _and_more(len(figures.doubtful) - MOST_ROWS)
    else:
        yield _note(tr("No doubtful words are known of."))
    if figures.untold:
        recordings = _recordings(figures.untold)
        yield _note(tr("Not known of {recordings}: without words, or done by an older version.", recordings=recordings))


def _folded(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    head = (tr("Recording"), tr("Doubtful"), tr("Length"), tr("Speakers"), tr("Language"), tr("Results"))
    yield from _table(head, rows[:FIRST_ROWS], 3)
    if others := rows[FIRST_ROWS:]:
        following = tr("The next {n}", n=figure(len(others)))
        yield f"<details><summary>{_text(following)}</summary>"
        yield from _table(head, others, 3)
        yield "</details>"


def _doubtful_row(outcome: Outcome, link_to: LinkTo) -> list[str]:
    links = (f'<a href="{escape(link_to(each))}">{_text(_ending(each))}</a>' for each in outcome.results)
    return [
        f"<bdi>{_text(shown_name(outcome))}</bdi>",
        _text(tr("{percent} %", percent=round(100 * (outcome.doubtful or 0)))),
        clock(round(outcome.sound_s * 1000)),
        _text("" if outcome.speakers is None else figure(outcome.speakers)),
        _text(_language(outcome.language)),
        " ".join(links),
    ]


def _ending(result: str) -> str:
    return PurePosixPath(result).suffix.removeprefix(".") or result


def _kinds(title: str, found: Sequence[Kind]) -> Iterator[str]:
    if found:
        yield _heading(title)
    for each in found[:MOST_KINDS]:
        yield f"<details><summary>{_text(each.said)} – {_text(_recordings(len(each.names)))}</summary>"
        yield from _list([_text(name) for name in each.names[:MOST_NAMES]])
        yield from _and_more(len(each.names) - MOST_NAMES)
        yield "</details>"
    yield from _and_more(len(found) - MOST_KINDS)


def _unread(unread: Sequence[tuple[str, str]]) -> Iterator[str]:
    if unread:
        yield _heading(tr("Results that cannot be read"))
        yield _note(tr("They are recorded as done, and no words of theirs are found."))
        yield from _list([f"<bdi>{_text(name)}</bdi>: {_text(why)}" for name, why in unread[:MOST_ROWS]])
        yield from _and_more(len(unread) - MOST_ROWS)


def _engines(figures: Figures) -> Iterator[str]:
    yield _heading(tr("Speed by engine"))
    head = (tr("Engines"), tr("Recordings"), tr("Sound"), tr("Work"), tr("Times real time"))
    rows = [[_text(", ".join(names) or tr("not known")), *_speed(amount)] for names, amount in figures.by_engines]
    yield from _table(head, rows[:MOST_KINDS], 4)
    yield from _and_more(len(rows) - MOST_KINDS)


def _speed(amount: Amount) -> list[str]:
    times = f"{amount.sound_s / amount.work_s:.1f}" if amount.work_s else ""
    return [figure(amount.recordings), _text(_length(amount.sound_s)), _text(_length(amount.work_s)), times]


def _languages(figures: Figures) -> Iterator[str]:
    yield _heading(tr("Languages"))
    rows = [
        [_text(_language(tag) or tr("not known")), figure(amount.recordings), _text(_length(amount.sound_s))]
        for tag, amount in figures.by_language
    ]
    yield from _table((tr("Language"), tr("Recordings"), tr("Sound")), rows[:MOST_KINDS], 2)
    yield from _and_more(len(rows) - MOST_KINDS)


def _language(tag: str) -> str:
    return language_name(tag) if tag else ""


def _heading(text: str) -> str:
    return f"<h2>{_text(text)}</h2>"


def _note(text: str) -> str:
    return f'<p class="muted">{_text(text)}</p>'


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], figures: int) -> Iterator[str]:
    """A table of cells that are HTML already. figures: so many columns after the first are figures."""
    looks = ["", *[' class="figure"'] * figures, *[""] * (len(head) - 1 - figures)]
    cells = (f'<th scope="col"{look}>{_text(each)}</th>' for look, each in zip(looks, head, strict=True))
    yield f"<table><thead><tr>{''.join(cells)}</tr></thead><tbody>"
    for row in rows:
        cells = (f"<td{look}>{each}</td>" for look, each in zip(looks, row, strict=True))
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


def _list(items: Sequence[str]) -> Iterator[str]:
    yield f"<ul>{''.join(f'<li>{each}</li>' for each in items)}</ul>"


def _and_more(count: int) -> Iterator[str]:
    if count > 0:
        yield _note(plural("and {n} more", "and {n} more", count))


def _recordings(count: int) -> str:
    return plural("{n} recordings", "{n} recording", count)


def _length(seconds: float) -> str:
    """'12 min', '3.5 h' or '12,340 h'."""
    if seconds < _HOUR_S:
        return duration_in_words(seconds) if seconds else tr("0 h")
    hours = seconds / _HOUR_S
    return tr("{hours:.1f} h", hours=hours) if hours < 100 else tr("{hours} h", hours=figure(round(hours)))
