import pytest

from desktop_app.core.importing.decoded import decoded

TEXT = "Grüße an Zoë – “ja”\nund 3 €\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_encoding_is_told_from_the_others(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding)) == TEXT


def test_latin_1_is_read_where_windows_has_gaps() -> None:
    assert decoded("Grüße \x81".encode("latin-1")) == "Grüße \x81"


def test_big_endian_with_its_mark_is_read() -> None:
    assert decoded(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


def test_lines_end_alike() -> None:
    assert decoded(b"a\r\nb\rc\n") == "a\nb\nc\n"


def test_a_letter_that_was_cut_in_half_makes_no_other_encoding() -> None:
    assert decoded("Grüße über über".encode()[:-5] + "ü".encode()[:1]) == "Grüße über �"
    assert decoded(TEXT.encode("utf-16")[:-1]).startswith("Grüße")
