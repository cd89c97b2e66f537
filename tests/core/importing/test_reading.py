import time
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.importing import reading
from desktop_app.core.importing.import_format import ImportFormat
from desktop_app.core.importing.reading import as_transcript, read_contents
from desktop_app.core.importing.registry import FORMATS, format_named
from desktop_app.core.transcript.values import AudioSource
from importing.imported import imported, told


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 1 << 20)
    path = tmp_path / "talk.srt"
    path.write_bytes(b"x" * ((1 << 20) + 1))
    with pytest.raises(TranscriptFileError, match="it is larger than 1 MB, which no transcript is"):
        read_contents(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.srt", tmp_path):
        with pytest.raises(TranscriptFileError):
            read_contents(path, format_named("srt"))


def test_an_unknown_ending_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(TranscriptFileError, match=r"read from files that end with ass, cha, csv, ctm, .*, vtt, xml"):
        imported("hello", "pages")


def test_a_format_can_be_chosen() -> None:
    assert told(imported("1\n00:00:01,000 --> 00:00:02,000\nHello.\n", "odt", name="srt")) == [
        "Speaker 1 1000-2000 Hello."
    ]
    with pytest.raises(ValueError, match="no format 'pages' can be imported: there are srt, vtt"):
        format_named("pages")


@pytest.mark.parametrize("known", FORMATS, ids=[each.name for each in FORMATS])
@pytest.mark.parametrize(
    "data",
    [b"", b"\x00" * 100, b"\xff\xfe", bytes(range(256)) * 20, b"(" * 5000, b"[" * 5000, b"1:" * 5000, b"a: " * 9000],
)
def test_no_reader_breaks_on_rubbish(known: ImportFormat, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "talk"
    path.write_bytes(data)
    with suppress(TranscriptFileError):
        assert as_transcript(read_contents(path, known)).speakers is not None


def test_a_transcript_of_diarist_can_be_tied_to_another_sound() -> None:
    text = (
        '{"schema": "diarist-transcript/1", "audio": {"file": "/gone.wav", "duration_ms": 9}, "engines": [],'
        ' "speakers": [{"id": "S1", "name": "Anna", "colour": 0}], "turns": [{"speaker": "S1", "start_ms": 0,'
        ' "end_ms": 9000, "overlap": false, "speech": [], "words": []}]}'
    )
    read = imported(text, "json", audio=AudioSource("/here.wav", 5000))
    assert read.audio.file == "/here.wav"
    assert read.warnings[0].startswith("The text goes on to 00:09, past the sound's end at 00:05")


def test_twice_as_many_subtitles_take_twice_as_long() -> None:
    taken = []
    for count in (10_000, 40_000):
        cues = (f"{at}\n{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02},000 --> " * 1 for at in range(count))
        text = "\n".join(f"{cue}{cue.split()[1]}\nAnna: what we said\n" for cue in cues)
        began = time.process_time()
        assert len(imported(text, "srt").turns) > 100
        taken.append(time.process_time() - began)
    assert taken[1] < 10 * taken[0]


@pytest.mark.parametrize("known", FORMATS, ids=[each.name for each in FORMATS])
@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "a ",
        "_",
        "**",
        "(0:00, ",
        "[00:01] ",
        "#00:00:01-0#",
        "<b ",
        "{\\",
        '"',
        '""',
        "a: ",
        "\t",
        "a\n",
        "- ",
        "::",
        "1 ",
    ],
)
def test_no_line_is_so_long_that_a_reader_is_lost_in_it(known: ImportFormat, piece: str, tmp_path: Path) -> None:
    path = tmp_path / "talk"
    path.write_text("Anna: x" + piece * (200_000 // len(piece)) + "x\n")
    began = time.process_time()
    with suppress(TranscriptFileError):
        as_transcript(read_contents(path, known))
    assert time.process_time() - began < 5
