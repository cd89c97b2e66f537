"""A share of a worklist is the same on every machine, and no item is in two of them."""

import pytest

from desktop_app.core.worklist.shard import Shard

NAMES = [f"folder/{number}.wav" for number in range(2000)]


def test_every_item_is_in_one_share_and_the_shares_are_about_as_large() -> None:
    shards = [Shard(number, 4) for number in range(1, 5)]
    assert all(sum(shard.holds(name) for shard in shards) == 1 for name in NAMES)
    assert all(430 < sum(map(shard.holds, NAMES)) < 570 for shard in shards)


def test_a_share_of_one_is_all() -> None:
    assert all(map(Shard().holds, NAMES))


def test_the_share_of_a_name_stays_what_it_is() -> None:
    assert [Shard(1, 3).holds(name) for name in ("a.wav", "b.wav", "c.wav", "d.wav")] == [True, False, False, True]


def test_a_name_is_the_same_however_its_accents_are_written() -> None:
    composed, decomposed = "Gespr\u00e4ch.wav", "Gespra\u0308ch.wav"
    assert all(Shard(number, 7).holds(composed) == Shard(number, 7).holds(decomposed) for number in range(1, 8))


def test_a_share_is_read_as_it_is_written() -> None:
    assert Shard.parse("2/4") == Shard(2, 4)


@pytest.mark.parametrize("text", ["", "1", "0/4", "5/4", "1/0", "-1/4", "1/4/2", "a/b"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no share: 2/4 is the second of four"):
        Shard.parse(text)
