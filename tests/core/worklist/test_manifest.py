"""Manifests, as NeMo has them."""

import json
from pathlib import Path

import pytest

from desktop_app.core.transcript.values import Span
from desktop_app.core.worklist.errors import WorklistError
from desktop_app.core.worklist.items import Item
from desktop_app.core.worklist.manifest import read_manifest


def manifest(folder: Path, *lines: object) -> Path:
    path = folder / "in.jsonl"
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
    return path


def test_a_manifest_names_recordings_and_stretches_of_them_in_seconds(tmp_path: Path) -> None:
    path = manifest(
        tmp_path,
        {"audio_filepath": "talk.wav", "offset": 1.5, "duration": 2.25, "text": "-"},
        "",
        {"audio_filepath": "/other/place.wav"},
        {"audio_filepath": "talk.wav", "offset": 0, "duration": None},
        {"audio_filepath": "talk.wav", "offset": 3},
    )
    whole, end_ms = None, 10_000_000_000
    assert read_manifest(path) == [
        Item(tmp_path / "talk.wav", "talk.wav", Span(1500, 3750)),
        Item(Path("/other/place.wav"), "/other/place.wav", whole),
        Item(tmp_path / "talk.wav", "talk.wav", whole),
        Item(tmp_path / "talk.wav", "talk.wav", Span(3000, end_ms)),
    ]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "5", '{"file": "a.wav"}', '{"audio_filepath": ""}', '{"audio_filepath": 5}']
    + [f'{{"audio_filepath": "a.wav", "offset": {value}}}' for value in ("-1", '"2"', "true", "NaN", "1e300", "[1]")]
    + ["[" * 100_000],
)
def test_a_line_that_is_none_is_refused_by_its_number_and_the_others_are_not(tmp_path: Path, line: str) -> None:
    path = manifest(tmp_path, {"audio_filepath": "a.wav"}, line, {"audio_filepath": "b.wav"})
    first, refused, last = read_manifest(path)
    assert (first.name, last.name) == ("a.wav", "b.wav")
    assert refused.name == "in.jsonl:2"
    assert refused.refusal.startswith("line 2 is none of the form")
    path.write_text(f"{line}\n")
    with pytest.raises(WorklistError, match="line 1 is none of the form"):
        read_manifest(path)


def test_what_is_named_twice_is_done_once_and_told(tmp_path: Path) -> None:
    talk = {"audio_filepath": "talk.wav"}
    stretch = talk | {"offset": 1, "duration": 2}
    told: list[WorklistError] = []
    items = read_manifest(manifest(tmp_path, talk, stretch, talk, talk | {"text": "-"}, stretch), told.append)
    assert items == [Item(tmp_path / "talk.wav", "talk.wav"), Item(tmp_path / "talk.wav", "talk.wav", Span(1000, 3000))]
    assert [error.cause for error in told] == [
        f"line {again} names the same as line {first}: it is done once" for again, first in ((3, 1), (4, 1), (5, 2))
    ]


def test_recordings_in_buckets_are_named_by_their_address(tmp_path: Path) -> None:
    s3, google, here, elsewhere = read_manifest(
        manifest(
            tmp_path, *({"audio_filepath": f"{scheme}://tapes/a%20b.wav"} for scheme in ("s3", "gs", "file", "ftp"))
        )
    )
    assert s3 == Item(Path("tapes/a%20b.wav"), "s3://tapes/a%20b.wav", address="s3://tapes/a%20b.wav")
    assert google.address == "gs://tapes/a%20b.wav"
    assert (here.path, here.address) == (Path("tapes/a%20b.wav"), "")
    assert elsewhere.refusal


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe{\x00"])
def test_a_manifest_that_names_nothing_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(content)
    with pytest.raises(WorklistError, match=r"no recording is named in it|it is no text in UTF-8"):
        read_manifest(path)
