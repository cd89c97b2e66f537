import io
import zipfile

import pytest

from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.importing import zipped_xml
from importing.imported import imported

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(body: str) -> bytes:
    return archive(f'<?xml version="1.0"?><w:document {SPACE}><w:body>{body}</w:body></w:document>')


def archive(xml: str, name: str = "word/document.xml") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, xml)
    return data.getvalue()


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


def test_paragraphs_are_read_as_text_is() -> None:
    read = imported(document(paragraph("[00:12] ", "Anna", ": Hello.") + paragraph("[00:20] Ben: Yes.")), "docx")
    assert [(read.speaker(turn.speaker).name, turn.start_ms, turn.text) for turn in read.turns] == [
        ("Anna", 12_000, "Hello."),
        ("Ben", 20_000, "Yes."),
    ]


def test_tables_are_read_as_tables_are() -> None:
    cells = [("00:00:12", "Anna", "Hello there."), ("00:00:20", "Ben", "Yes.")]
    rows = "".join(f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in cells)
    read = imported(document(f"<w:tbl>{rows}</w:tbl>"), "docx")
    assert [(read.speaker(turn.speaker).name, turn.start_ms, turn.text) for turn in read.turns] == [
        ("Anna", 12_000, "Hello there."),
        ("Ben", 20_000, "Yes."),
    ]


def test_what_was_struck_out_is_left_out() -> None:
    struck = "<w:p><w:r><w:t>Anna: yes</w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p>"
    assert imported(document(struck), "docx").turns[0].text == "yes"


def test_a_bomb_is_refused_by_what_it_says_and_by_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = document(paragraph("0" * 5_000_000))
    assert len(bomb) < 10_000
    monkeypatch.setattr(zipped_xml, "MOST_BYTES", 1 << 20)
    with monkeypatch.context() as untouched:
        untouched.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("it was unpacked"))
        with pytest.raises(TranscriptFileError, match="too large unpacked: more than 1 MB"):
            imported(bomb, "docx")
    place = bomb.index(b"PK\x01\x02") + 24
    lying = bomb[:place] + (10).to_bytes(4, "little") + bomb[place + 4 :]
    with pytest.raises(TranscriptFileError, match="cannot be unpacked"):
        imported(lying, "docx")


@pytest.mark.parametrize(
    "data",
    [
        b"hello",
        b"PK\x03\x04" + b"\x00" * 40,
        document(paragraph("Hello."))[:200],
        archive("<x/>", "other.xml"),
        archive("<x/>"),
        archive('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
    ],
)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(TranscriptFileError):
        imported(data, "docx")


def test_a_document_that_is_damaged_inside_is_refused() -> None:
    whole = bytearray(document(paragraph("Hello there, how are you?" * 50)))
    whole[60:80] = b"\xff" * 20
    with pytest.raises(TranscriptFileError):
        imported(bytes(whole), "docx")
