from pathlib import Path

import pytest

from desktop_app.terminal.export_targets import destinations, export_targets


def targets(*names: str, out: str | None = None) -> list[str]:
    return [path.as_posix() for path in export_targets([Path(name) for name in names], Path(out) if out else None)]


def test_exports_lie_beside_the_recording_under_its_stem() -> None:
    assert targets("a/talk.wav", "b/talk.wav", "part 1.2.mp3") == ["a/talk", "b/talk", "part 1.2"]


def test_a_folder_for_the_exports_takes_them_all() -> None:
    assert targets("a/talk.wav", "b/other.wav", out="texts") == ["texts/talk", "texts/other"]


def test_recordings_that_share_a_stem_keep_their_endings() -> None:
    assert targets("talk.wav", "talk.mp3", "other.wav") == ["talk.wav", "talk.mp3", "other"]


def test_recordings_that_share_a_whole_name_get_numbers() -> None:
    assert targets("a/talk.wav", "b/talk.wav", "c/talk.wav", out="o") == [
        "o/talk.wav",
        "o/talk.wav (2)",
        "o/talk.wav (3)",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Talk.wav", "talk.wav"), ("r\u00e9union.wav", "re\u0301union.wav"), ("Straße.wav", "STRASSE.wav")],
)
def test_names_that_some_disk_takes_for_one_share_a_stem(one: str, other: str) -> None:
    assert targets(one, other, "x.wav") == [one, f"{other} (2)", "x"]


def test_one_folder_by_two_paths_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert targets("talk.wav", f"{tmp_path}/talk.mp3") == ["talk.wav", f"{tmp_path}/talk.mp3"]


def test_every_destination_knows_the_stems_of_the_others_in_its_folder() -> None:
    one, two, elsewhere = destinations([Path("a/Talk.wav"), Path("a/talk (2).wav"), Path("b/talk.wav")], None)
    assert one.others == two.others == {"talk", "talk (2)"}
    assert elsewhere.others == {"talk"}


def test_a_stem_that_is_another_recording_s_name_gets_a_number() -> None:
    assert len(set(targets("talk.wav", "talk.mp3", "talk.wav.flac"))) == 3


def test_a_recording_that_is_named_like_an_export_is_not_replaced_by_one() -> None:
    assert targets("talk.txt", "other.JSON") == ["talk.txt", "other.JSON"]
