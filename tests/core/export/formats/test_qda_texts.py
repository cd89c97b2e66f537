"""MAXQDA, f4, NVivo, ATLAS.ti and QualCoder find times, speakers and texts, and nothing in them that is none.

Each reader here looks for what its program looks for, and does with it what the program does.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from desktop_app.core.export.formats import atlasti, f4, maxqda, nvivo, qualcoder
from desktop_app.core.export.formats.atlasti import AtlasTiOptions
from desktop_app.core.export.formats.f4 import F4Options, MarkPlace
from desktop_app.core.export.formats.maxqda import MaxqdaOptions
from desktop_app.core.export.formats.nvivo import NvivoOptions
from desktop_app.core.export.formats.qualcoder import QualCoderOptions
from desktop_app.core.export.one_line import one_line
from desktop_app.core.export.qda_passages import QdaOptions, labels, qda_passages
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from export.hostile_transcripts import HOSTILE, ten_hours

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))
WORD_JOINER = "\u2060"


@dataclass(frozen=True)
class Found:
    """What a program finds in a paragraph: its time in milliseconds, as exactly as it is written."""

    time_ms: int
    name: str
    text: str


def ms(mark: str) -> int:
    hours, minutes, seconds = re.split(r"[:.]", mark.replace("-", "."))[:3]
    tenths = re.search(r"[-.](\d)$", mark)
    return 1000 * (3600 * int(hours) + 60 * int(minutes) + int(seconds)) + 100 * int(tenths[1] if tenths else 0)


def seconds(time_ms: int) -> int:
    return time_ms // 1000 * 1000


def tenths(time_ms: int) -> int:
    return time_ms // 100 * 100


def plain(text: str) -> str:
    return text.replace(WORD_JOINER, "")


def expected(transcript: Transcript) -> list[tuple[Turn, str, str]]:
    """The spoken turns, by start, each with its speaker's name as these programs get it, and its text."""
    names = labels(transcript)
    turns = sorted(transcript.spoken_turns(), key=lambda turn: turn.start_ms)
    return [(turn, plain(names[turn.speaker]), text) for turn in turns if (text := one_line(turn.text))]


def talk(*words: str, name: str = "Anna", at_ms: int = 83_450) -> Transcript:
    said = tuple(Word(text, at_ms + 1000 * at, at_ms + 1000 * at + 950) for at, text in enumerate(words))
    turn = Turn("S1", at_ms, said[-1].end_ms, said)
    return Transcript(AudioSource("talk.wav", 90_000), (Speaker("S1", name, 0),), (turn,))


def read_qualcoder(text: str) -> list[Found]:
    """Time marks as its player finds them; the speakers as it finds those that begin a line, without times."""
    marks = [
        r"\[[0-9]{1,3}:[0-9][0-9]\]",
        r"\[[0-9][0-9]:[0-9][0-9]:[0-9][0-9]\]",
        r"\[[0-9]{1,3}\.[0-9][0-9]\]",
        r"\[[0-9][0-9]\.[0-9][0-9]\.[0-9][0-9]\]",
        r"\{[0-9][0-9]\:[0-9][0-9]\:[0-9][0-9]\}",
        r"#[0-9][0-9]:[0-9][0-9]:[0-9][0-9]\.[0-9]{1,3}#",
        r"[0-9][0-9]:[0-9][0-9]:[0-9][0-9],[0-9][0-9][0-9]\s-->\s[0-9][0-9]:[0-9][0-9]:[0-9][0-9],[0-9][0-9][0-9]",
    ]
    found = sorted((match.start(), match.group()) for mark in marks for match in re.finditer(mark, text))
    lines = [line for line in text.splitlines() if line and not line.startswith("(")]
    assert len(found) == len(lines)
    parsed = []
    for (_, mark), line in zip(found, lines, strict=True):
        assert line.startswith(mark)
        speaker = re.match(r"^\s*(.{1,63}?)\s*:\s*", line.removeprefix(mark))
        assert speaker
        rest = line.removeprefix(mark)[speaker.end() :]
        parsed.append(Found(ms(mark[1:-1]), plain(speaker[1]), plain(rest)))
    return parsed


def read_atlasti(text: str) -> list[Found]:
    assert len(re.findall(r"\[\d+:\d\d(?::\d\d)?\]|#\d+:\d\d:\d\d[-.]\d#", text)) == len(lines_of(text))
    found = [re.fullmatch(r"\[(\d\d:\d\d:\d\d)\]([^:]+): (.*)", line) for line in lines_of(text)]
    return [Found(ms(each[1]), plain(each[2]), plain(each[3])) for each in found if each]


def lines_of(text: str) -> Sequence[str]:
    return [line for line in text.splitlines() if line and not line.startswith("(")]


def read_maxqda(text: str) -> list[Found]:
    """Paragraphs in pairs, a name and one whose time marks become icons."""
    _, *blocks = text.rstrip("\n").split("\n\n")
    parsed = []
    for block in blocks:
        name, said = block.split("\n")
        assert not re.search(r"\d\d:\d\d:\d\d", name)
        for mark, part in re.findall(r"\[(\d\d:\d\d:\d\d)\] - (.*?)(?= \[\d\d:\d\d:\d\d\] - |$)", said):
            assert not re.search(r"\d\d:\d\d:\d\d", part)
            parsed.append(Found(ms(mark), plain(name), plain(part)))
    return parsed


def read_focus_group(text: str) -> list[Found]:
    """Paragraphs that begin with a name of at most 63 characters and a colon; what comes before the first is a head."""
    parsed = []
    for block in text.rstrip("\n").split("\n\n")[1:]:
        speaker = re.match(r"([^:\n]{1,63}): \[(\d\d:\d\d:\d\d)\] ", block)
        assert speaker
        parsed.append(Found(ms(speaker[2]), plain(speaker[1]), plain(block[speaker.end() :])))
    return parsed


def read_nvivo(text: str) -> list[tuple[Found, int]]:
    """Rows of as many tabs each, and when they end; times are in order."""
    rows = list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))
    assert {line.count("\t") for line in text.splitlines()} == {2}
    spans = [re.fullmatch(r"(\d\d:\d\d:\d\d\.\d)-(\d\d:\d\d:\d\d\.\d)", row["Timespan"]) for row in rows]
    times = [(ms(span[1]), ms(span[2])) for span in spans if span]
    assert len(times) == len(rows)
    assert times == sorted(times, key=lambda span: span[0])
    assert all(start < end for start, end in times)
    found = [
        Found(start, plain(row["Speaker"]), plain(row["Content"])) for (start, _), row in zip(times, rows, strict=True)
    ]
    return list(zip(found, [end for _, end in times], strict=True))


def read_exmaralda(text: str) -> list[Found]:
    """A mark at the beginning of a line or at its end; a name of one word, and X where there is none."""
    parsed = []
    for line in filter(None, map(str.strip, text.splitlines())):
        mark, said = "", line
        if line.startswith("#"):
            end = line.index("#", 3)
            mark, said = line[: end + 1], line[end + 1 :].strip()
        if line.endswith("#"):
            start = line[:-2].rindex("#")
            mark, said = line[start:], line[:start]
        assert re.fullmatch(r"#\d\d:\d\d:\d\d-\d#", mark)
        name = "X"
        if re.match("^[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]{0,10}(\\.)?:.+", said):
            name, said = said.split(":", 1)
        parsed.append(Found(ms(mark[1:-1]), name, plain(said).strip()))
    return parsed


@hostile
def test_qualcoder_finds_times_speakers_and_texts(transcript: Transcript) -> None:
    found = read_qualcoder(qualcoder.render(transcript, QualCoderOptions()))
    assert found == [Found(seconds(turn.start_ms), name, text) for turn, name, text in expected(transcript)]


@hostile
def test_atlasti_finds_times_speakers_and_texts(transcript: Transcript) -> None:
    found = read_atlasti(atlasti.render(transcript, AtlasTiOptions()))
    assert found == [Found(seconds(turn.start_ms), name, text) for turn, name, text in expected(transcript)]


@hostile
def test_maxqda_finds_times_speakers_and_texts(transcript: Transcript) -> None:
    found = read_maxqda(maxqda.render(transcript))
    assert found == [Found(seconds(turn.start_ms), name, text) for turn, name, text in expected(transcript)]


@hostile
def test_maxqda_finds_the_speakers_of_a_focus_group(transcript: Transcript) -> None:
    found = read_focus_group(maxqda.render(transcript, MaxqdaOptions(names_first=True)))
    assert found == [Found(seconds(turn.start_ms), name, text) for turn, name, text in expected(transcript)]


@hostile
def test_nvivo_finds_time_spans_speakers_and_texts(transcript: Transcript) -> None:
    found = read_nvivo(nvivo.render(transcript))
    assert [each for each, _ in found] == [
        Found(tenths(turn.start_ms), name, text) for turn, name, text in expected(transcript)
    ]
    for (each, end), (turn, _, _) in zip(found, expected(transcript), strict=True):
        last_ms = max([turn.end_ms, *(word.end_ms for word in turn.words)])
        assert end == max(tenths(last_ms), each.time_ms + 100)


@hostile
def test_exmaralda_finds_the_times_at_which_lines_of_f4_end_and_never_goes_back(transcript: Transcript) -> None:
    found = read_exmaralda(f4.render(transcript, F4Options(one_word_names=True)))
    ends = [max([turn.end_ms, *(word.end_ms for word in turn.words)]) for turn, _, _ in expected(transcript)]
    assert [each.time_ms for each in found] == [tenths(max(ends[: at + 1])) for at in range(len(ends))]
    assert [each.text for each in found] == [text for _, _, text in expected(transcript)]
    assert "X" not in {each.name for each in found}
    assert len({each.name for each in found}) == len({turn.speaker for turn, _, _ in expected(transcript)})


@hostile
def test_exmaralda_finds_the_times_at_which_lines_of_f4_start(transcript: Transcript) -> None:
    found = read_exmaralda(f4.render(transcript, F4Options(marks=MarkPlace.START, one_word_names=True)))
    assert [each.time_ms for each in found] == [tenths(turn.start_ms) for turn, _, _ in expected(transcript)]
    assert [each.text for each in found] == [text for _, _, text in expected(transcript)]


@hostile
def test_f4_keeps_whole_names(transcript: Transcript) -> None:
    lines = f4.render(transcript).splitlines()
    found = [re.fullmatch(r"([^:]+): (.*) #\d\d:\d\d:\d\d-\d#", line) for line in filter(None, lines)]
    assert [(plain(each[1]), plain(each[2])) for each in found if each] == [
        (name, text) for _, name, text in expected(transcript)
    ]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Anna Berg", "AnnaBerg"),
        ("Søren O’Neil 2", "SorenONeil"),
        ("zoë", "Zoe"),
        ("Österreicherin", "Österreiche"),
        ("S01", "S"),
        ("שרה", "Speaker"),
        ("ßen", "SSen"),
    ],
)
def test_names_become_words_of_letters(name: str, word: str) -> None:
    assert f4.render(talk("yes", name=name), F4Options(one_word_names=True)).startswith(f"{word}: yes #")


def test_words_that_are_the_same_are_told_apart_by_letters() -> None:
    speakers = tuple(Speaker(f"S{at}", f"Speaker {at}", at) for at in range(30))
    turns = tuple(Turn(f"S{at}", at, at + 1, (Word("yes", at, at + 1),)) for at in range(30))
    found = read_exmaralda(
        f4.render(Transcript(AudioSource("talk.wav", 900), speakers, turns), F4Options(one_word_names=True))
    )
    assert [found[at].name for at in (0, 1, 26, 27)] == ["Speaker", "SpeakerA", "SpeakerZ", "SpeakerAA"]


def test_tenths_are_cut_where_they_would_be_ten() -> None:
    transcript = talk("yes", at_ms=59_020)  # it ends at 59.97 s
    assert f4.render(transcript) == "Anna: yes #00:00:59-9#\n"


@pytest.mark.parametrize("text", ["00:00:01,000", "[1:00]", "[00:00:01]", "[01.10]", "{00:00:01}", "#00:00:01-0#", "#"])
def test_stray_times_are_none(text: str) -> None:
    transcript = talk(text, text, name=f"Anna {text}")
    assert len(read_qualcoder(qualcoder.render(transcript))) == len(read_atlasti(atlasti.render(transcript))) == 1
    assert len(read_maxqda(maxqda.render(transcript))) == len(read_nvivo(nvivo.render(transcript))) == 1
    assert len(read_exmaralda(f4.render(transcript))) == 1


def test_times_of_day_can_be_searched_for() -> None:
    assert "at 10:30 sharp" in qualcoder.render(talk("at", "10:30", "sharp"))


@pytest.mark.parametrize("name", ["S01:", "A: B", "x" * 200, "#1", "@home", "[Bo]"])
def test_names_end_where_their_colon_is(name: str) -> None:
    (found,) = read_qualcoder(qualcoder.render(talk("yes", name=name)))
    assert found.text == "yes"
    assert len(found.name) <= 63


def test_long_names_stay_apart() -> None:
    speakers = (Speaker("S1", "x" * 80 + "a", 0), Speaker("S2", "x" * 80 + "b", 1))
    found = labels(Transcript(AudioSource("talk.wav", 900), speakers)).values()
    assert len(set(found)) == 2
    assert all(len(each) <= 63 for each in found)


LONG = talk("One", "two.", "Three", "four", "five", "six", "seven.", "Eight")


def test_long_turns_are_cut_at_ends_of_sentences() -> None:
    assert [each.text for each in qda_passages(LONG, QdaOptions(longest_s=2))] == [
        "One two.",
        "Three four five six",
        "seven. Eight",
    ]
    assert [each.text for each in qda_passages(LONG, QdaOptions(longest_s=3))] == [
        "One two. Three four five six",
        "seven. Eight",
    ]
    assert len(qda_passages(LONG, QdaOptions())) == 1


def test_passages_have_the_times_of_their_words() -> None:
    first, second, _ = qda_passages(LONG, QdaOptions(longest_s=2))
    assert (first.start_ms, first.end_ms, first.begins) == (83_450, 85_400, True)
    assert (second.start_ms, second.end_ms, second.begins) == (85_450, 89_400, False)


def test_maxqda_has_the_marks_of_a_turn_in_one_paragraph() -> None:
    text = maxqda.render(LONG, MaxqdaOptions(longest_s=2))
    assert text.endswith("\n\nAnna\n[00:01:23] - One two. [00:01:25] - Three four five six [00:01:29] - seven. Eight\n")
    assert [each.time_ms for each in read_maxqda(text)] == [83_000, 85_000, 89_000]


def test_nvivo_can_do_without_a_header(interview: Transcript) -> None:
    assert nvivo.render(interview, NvivoOptions(header=False)) == nvivo.render(interview).split("\n", 1)[1]


@pytest.mark.parametrize("chosen", [atlasti, f4, maxqda, nvivo, qualcoder])
def test_an_incomplete_transcript_says_so_without_a_time_or_a_speaker(chosen: object, interview: Transcript) -> None:
    text = chosen.render(replace(interview, incomplete_from_ms=900))
    last = plain(text.rstrip("\n").splitlines()[-1])
    assert "(incomplete꞉ interrupted at 00:00 of 1:01:05)" in last
    assert ":" not in last.split("(")[0] or chosen is nvivo


@pytest.mark.parametrize("chosen", [atlasti, f4, maxqda, nvivo, qualcoder])
def test_no_folder_is_told_and_ten_hours_are_written(chosen: object, interview: Transcript) -> None:
    assert "recordings" not in chosen.render(interview)
    assert plain(chosen.render(ten_hours())).count("word") == 100_000
