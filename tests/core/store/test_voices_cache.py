"""Voices are kept for this user, within bounds, and given back whole or not at all."""

import os
import re
import stat
import sys
from pathlib import Path

import pytest

from desktop_app.core.store.errors import VoicesUnavailable
from desktop_app.core.store.voices_cache import keep_voices, kept_voices, voices_folder


def test_what_was_kept_comes_back() -> None:
    assert kept_voices(keep_voices(b"anna")) == b"anna"
    assert keep_voices(b"anna") == keep_voices(b"anna")
    assert len(list(voices_folder().iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are the profile's there")
def test_nobody_else_may_look_into_the_folder() -> None:
    keep_voices(b"anna")
    assert stat.S_IMODE(voices_folder().stat().st_mode) == 0o700


def test_the_oldest_make_room_and_the_newest_stays_whatever_its_size() -> None:
    ids = []
    for number in range(4):
        ids.append(keep_voices(bytes([number]) * 10, room_bytes=100))
        os.utime(path_of(ids[-1]), (number, number))
    newest = keep_voices(b"x" * 21, room_bytes=42)
    assert [path_of(each).exists() for each in (*ids, newest)] == [False, False, True, True, True]
    keep_voices(b"y" * 99, room_bytes=42)
    assert len(list(voices_folder().iterdir())) == 1


def path_of(voices_id: str) -> Path:
    return voices_folder() / f"{voices_id}.voices"


@pytest.mark.parametrize("strange", [None, "", "../../secret", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_an_id_that_is_none_leads_nowhere(strange: str | None) -> None:
    with pytest.raises(VoicesUnavailable, match="were not kept: transcribe the recording again"):
        kept_voices(strange)


def test_voices_that_are_not_here_are_said_to_be_elsewhere() -> None:
    with pytest.raises(VoicesUnavailable, match="not on this computer"):
        kept_voices("0" * 64)


def test_damaged_voices_are_refused_by_name() -> None:
    voices_id = keep_voices(b"anna and ben")
    path_of(voices_id).write_bytes(b"anna and bob")
    with pytest.raises(VoicesUnavailable, match=re.escape(f"{path_of(voices_id)} are damaged")):
        kept_voices(voices_id)


def test_voices_that_cannot_be_read_are_refused_with_the_cause() -> None:
    voices_id = keep_voices(b"anna")
    path_of(voices_id).unlink()
    path_of(voices_id).mkdir()
    with pytest.raises(VoicesUnavailable, match="cannot be read"):
        kept_voices(voices_id)
