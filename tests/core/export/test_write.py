"""Exports reach the user's folder whole, under names that nothing has, or say why not."""

import errno
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.export import write
from desktop_app.core.export.destination import Destination, finished_exports, identities
from desktop_app.core.export.errors import ExportError, cause_in_words
from desktop_app.core.export.origin import origin_of
from desktop_app.core.export.registry import FORMATS, format_for
from desktop_app.core.export.write import Exported, export_transcript
from desktop_app.core.store.export_record import record_file
from desktop_app.core.transcript.values import Speaker, Transcript

TXT, SRT = format_for("txt"), format_for("srt")
ENDINGS = ("txt", "srt")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def export(
    transcript: Transcript, folder: Path, stem: str = "talk", *, options: str = "", replace: bool = False
) -> Exported:
    origin = origin_of(transcript, options=options)
    return export_transcript(transcript, Destination(folder, stem), (TXT, SRT), origin, replace=replace)


@pytest.fixture
def talk(interview: Transcript) -> Transcript:
    """The interview, of a recording that is known, with speakers whom nobody named."""
    speakers = tuple(Speaker(each.id, f"Speaker {number}", number) for number, each in enumerate(interview.speakers, 1))
    return replace(interview, audio=replace(interview.audio, sha256="a" * 64), speakers=speakers)


def named(transcript: Transcript, *names: str) -> Transcript:
    speakers = tuple(replace(each, name=name) for each, name in zip(transcript.speakers, names, strict=False))
    return replace(transcript, speakers=speakers + transcript.speakers[len(names) :])


def of_another_recording(transcript: Transcript) -> Transcript:
    return replace(transcript, audio=replace(transcript.audio, sha256="b" * 64))


def test_one_file_per_format_in_the_order_asked_for(tmp_path: Path, talk: Transcript) -> None:
    destination = Destination(tmp_path / "new" / "deep", "talk.v1")
    exported = export_transcript(talk, destination, FORMATS, origin_of(talk))
    assert exported == Exported(destination.paths("talk.v1", [each.extension for each in FORMATS]), None)
    for path, each in zip(exported.paths, FORMATS, strict=True):
        assert path.read_bytes() == each.contents(talk)
    assert len(names_in(destination.folder)) == len(FORMATS)


@pytest.mark.parametrize("name", ["talk.txt", "talk.srt", "Talk.SRT", "TALK.txt"])
def test_a_file_of_others_stays_and_the_exports_share_another_stem(tmp_path: Path, talk: Transcript, name: str) -> None:
    (tmp_path / name).write_text("my notes", encoding="utf-8")
    exported = export(talk, tmp_path)
    assert [path.name for path in exported.paths] == ["talk (2).txt", "talk (2).srt"]
    assert exported.yielded == tmp_path / f"talk{Path(name).suffix.lower()}"
    assert (tmp_path / name).read_text(encoding="utf-8") == "my notes"
    assert export(talk, tmp_path).paths == exported.paths
    assert len(names_in(tmp_path)) == 3


@pytest.mark.parametrize(
    ("there", "stem"), [("re\u0301union.txt", "r\u00e9union"), ("STRASSE.txt", "straße"), ("\u00c5.txt", "a\u030a")]
)
def test_names_that_some_disk_takes_for_one_are_one(tmp_path: Path, talk: Transcript, there: str, stem: str) -> None:
    (tmp_path / there).write_text("mine", encoding="utf-8")
    assert [path.name for path in export(talk, tmp_path, stem).paths] == [f"{stem} (2).txt", f"{stem} (2).srt"]


def test_an_export_of_the_same_recording_is_renewed_whatever_it_was_made_with(tmp_path: Path, talk: Transcript) -> None:
    export(named(talk, "Speaker 7"), tmp_path, options="two speakers")
    (tmp_path / "talk.txt").chmod(0o640)
    exported = export(talk, tmp_path)
    assert exported.yielded is None
    assert exported.paths[0].read_text(encoding="utf-8") == TXT.render(talk)
    assert exported.paths[0].stat().st_mode & 0o777 == 0o640
    assert names_in(tmp_path) == ["talk.srt", "talk.txt"]


Change = Callable[[Transcript], Transcript]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (of_another_recording, lambda talk: talk),
        (lambda talk: named(talk, "Anna"), lambda talk: talk),
        (lambda talk: named(talk, "Anna", "Ben"), lambda talk: named(talk, "Anna")),
        (lambda talk: talk, lambda talk: replace(talk, incomplete_from_ms=9000)),
        (lambda talk: replace(talk, audio=replace(talk.audio, sha256=None)), lambda talk: talk),
    ],
    ids=["another recording", "a name", "two names", "the whole", "nobody knows"],
)
def test_an_export_that_has_what_the_new_one_lacks_is_kept(
    tmp_path: Path, talk: Transcript, before: Change, after: Change
) -> None:
    old = export(before(talk), tmp_path)
    bytes_before = [path.read_bytes() for path in old.paths]
    assert [path.name for path in export(after(talk), tmp_path).paths] == ["talk (2).txt", "talk (2).srt"]
    assert [path.read_bytes() for path in old.paths] == bytes_before


def test_an_export_that_its_user_has_changed_is_the_user_s(tmp_path: Path, talk: Transcript) -> None:
    (text, _) = export(talk, tmp_path).paths
    text.write_text(text.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert export(talk, tmp_path).yielded == text


def test_names_may_be_added_and_an_incomplete_export_is_completed(tmp_path: Path, talk: Transcript) -> None:
    export(replace(talk, incomplete_from_ms=9000), tmp_path)
    export(named(talk, "Anna"), tmp_path)
    assert export(named(talk, "Anna", "Ben"), tmp_path).yielded is None
    assert names_in(tmp_path) == ["talk.srt", "talk.txt"]


def test_without_the_record_nothing_is_ours(tmp_path: Path, talk: Transcript) -> None:
    export(talk, tmp_path)
    record_file().unlink()
    assert export(talk, tmp_path).yielded == tmp_path / "talk.txt"


@pytest.mark.parametrize("content", [b"not a database", b""], ids=["strange", "empty"])
def test_a_record_that_cannot_be_read_is_told_and_nothing_is_replaced(
    tmp_path: Path, talk: Transcript, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    export(talk, tmp_path)
    record_file().write_bytes(content)
    assert export(talk, tmp_path).yielded == tmp_path / "talk.txt"
    assert bool(content) == ("the record of exports in" in caplog.text)


def test_when_asked_to_a_file_of_others_is_replaced_but_no_input_nor_folder(tmp_path: Path, talk: Transcript) -> None:
    for name in ("talk.txt", "input.txt"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    (tmp_path / "folder.srt").mkdir()
    assert export(talk, tmp_path, replace=True).paths[0].read_text(encoding="utf-8") == TXT.render(talk)
    (tmp_path / "link.txt").symlink_to("input.txt")
    inputs = identities([tmp_path / "input.txt"])
    for stem in ("input", "link", "folder"):
        place = Destination(tmp_path, stem, inputs)
        exported = export_transcript(talk, place, (TXT, SRT), origin_of(talk), replace=True)
        assert exported.paths[0].name == f"{stem} (2).txt"
    assert (tmp_path / "input.txt").read_text(encoding="utf-8") == "mine"


def test_the_stem_of_another_recording_is_left_to_it(tmp_path: Path, talk: Transcript) -> None:
    (tmp_path / "talk.txt").write_text("mine", encoding="utf-8")
    place = Destination(tmp_path, "talk", others=frozenset(["talk", "talk (2)"]))
    assert export_transcript(talk, place, (TXT,), origin_of(talk)).paths == (tmp_path / "talk (3).txt",)


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_programs_that_write_at_once_get_names_of_their_own(
    tmp_path: Path, talk: Transcript, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not links:

        def refused(*_: object) -> None:
            raise OSError(errno.EPERM, "no links on this disk")

        monkeypatch.setattr(os, "link", refused)
    audios = [replace(talk.audio, sha256=f"{number:064}") for number in range(8)]
    talks = [replace(named(talk, f"Speaker {number}"), audio=audio) for number, audio in enumerate(audios)]
    with ThreadPoolExecutor(8) as pool:
        exported = list(pool.map(lambda each: export(each, tmp_path), talks))
    paths = [path for each in exported for path in each.paths]
    assert len(set(paths)) == 16
    assert len({path.stem for path in paths}) == 8
    assert names_in(tmp_path) == sorted(path.name for path in paths)


def test_a_file_that_comes_while_names_are_looked_at_is_not_replaced(
    tmp_path: Path, talk: Transcript, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_there = os.path.lexists

    def looked_at(path: Path) -> bool:
        before = is_there(path)
        if path.name == "talk.txt" and not before:
            path.write_text("faster", encoding="utf-8")
        return before

    monkeypatch.setattr(os.path, "lexists", looked_at)
    exported = export(talk, tmp_path)
    assert [path.name for path in exported.paths] == ["talk (2).txt", "talk (2).srt"]
    assert (tmp_path / "talk.txt").read_text(encoding="utf-8") == "faster"


def test_a_name_that_is_taken_in_the_last_moment_costs_nothing(
    tmp_path: Path, talk: Transcript, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = write.put_under_new_name

    def beaten(new: Path, path: Path) -> None:
        if path.name == "talk.txt":
            path.write_text("faster", encoding="utf-8")
        put(new, path)

    monkeypatch.setattr(write, "put_under_new_name", beaten)
    exported = export(talk, tmp_path)
    assert (tmp_path / "talk.txt").read_text(encoding="utf-8") == "faster"
    assert names_in(tmp_path) == ["talk (2).srt", "talk (2).txt", "talk.txt"]
    assert exported.yielded == tmp_path / "talk.txt"


def test_finished_exports_are_complete_unchanged_of_the_same_recording_and_options(
    tmp_path: Path, talk: Transcript
) -> None:
    place = Destination(tmp_path, "talk")

    def finished(options: str = "usual") -> tuple[Path, ...]:
        return finished_exports(place, ENDINGS, origin_of(talk, options=options))

    assert finished() == ()
    export(replace(talk, incomplete_from_ms=9000), tmp_path, options="usual")
    assert finished() == ()
    paths = export(talk, tmp_path, options="usual").paths
    assert finished() == paths
    assert finished("four speakers") == ()
    assert finished_exports(place, ENDINGS, origin_of(of_another_recording(talk), options="usual")) == ()
    assert finished_exports(place, (*ENDINGS, "vtt"), origin_of(talk, options="usual")) == ()
    paths[1].write_text("corrected", encoding="utf-8")
    assert finished() == ()
    paths = export(talk, tmp_path, options="usual").paths
    assert (finished(), paths[0].name) == (paths, "talk (2).txt")
    export(named(talk, "Anna"), tmp_path)
    assert finished("four speakers") == paths


def test_finished_exports_are_found_behind_a_name_that_some_disk_takes_for_theirs(
    tmp_path: Path, talk: Transcript
) -> None:
    (tmp_path / "Talk.txt").write_text("mine")
    paths = export(talk, tmp_path).paths
    assert finished_exports(Destination(tmp_path, "talk"), ENDINGS, origin_of(talk)) == paths


def test_without_formats_there_are_no_files(tmp_path: Path, talk: Transcript) -> None:
    assert export_transcript(talk, Destination(tmp_path, "talk"), [], origin_of(talk)).paths == ()
    assert names_in(tmp_path) == []


def test_a_file_in_the_folders_place_is_named(tmp_path: Path, talk: Transcript) -> None:
    (tmp_path / "exports").write_bytes(b"kept")
    with pytest.raises(ExportError, match="a file of that name is in the way") as caught:
        export(talk, tmp_path / "exports")
    assert caught.value.path == tmp_path / "exports"
    assert (tmp_path / "exports").read_bytes() == b"kept"


def test_a_name_too_long_is_an_export_error(tmp_path: Path, talk: Transcript) -> None:
    with pytest.raises(ExportError, match="cannot be written: its name is too long"):
        export(talk, tmp_path, "n" * 300)
    assert names_in(tmp_path) == []


def test_a_full_disk_leaves_the_older_export_as_it_was(tmp_path: Path, talk: Transcript) -> None:
    resource = pytest.importorskip("resource")
    export(named(talk, "Speaker 7"), tmp_path)
    before = (tmp_path / "talk.txt").read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(ExportError, match="the disk does not take files that large"):
            export(talk, tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (tmp_path / "talk.txt").read_bytes() == before
    assert names_in(tmp_path) == ["talk.srt", "talk.txt"]


def test_a_folder_without_permission_is_an_export_error(tmp_path: Path, talk: Transcript) -> None:
    tmp_path.chmod(0o500)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("permissions do not hold for this user")
        with pytest.raises(ExportError, match="there is no permission to write there"):
            export(talk, tmp_path)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "there is no permission to write there"),
        (errno.EROFS, "the disk is read-only"),
    ],
)
def test_common_causes_are_said_in_plain_words(number: int, words: str) -> None:
    assert cause_in_words(OSError(number, "as the system says")) == words


def test_rare_causes_are_said_in_the_systems_words() -> None:
    assert cause_in_words(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert cause_in_words(OSError("something odd")) == "something odd"


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOENT])
def test_a_name_that_a_disk_refuses_is_said_to_be_the_cause(tmp_path: Path, number: int) -> None:
    said = cause_in_words(OSError(number, "as the system says"), tmp_path / "part 1: “why?”.txt")
    assert said.startswith("this disk does not take its name, for it holds ':' '?': rename the recording")
    assert cause_in_words(OSError(errno.ENOENT, "No such file"), tmp_path / "gone" / "a.txt") == (
        "its folder does not exist"
    )
