"""Documents that are ZIP files are the same each time."""

import io
from zipfile import ZIP_STORED, ZipFile

from desktop_app.core.export.zip_parts import parts_of, zipped

PARTS = [("mimetype", b"text"), ("b/content.xml", b"<a/>"), ("a.xml", b"<b/>")]


def test_parts_come_back_in_their_order() -> None:
    assert list(parts_of(zipped(PARTS))) == PARTS


def test_no_part_has_a_time_and_one_is_stored_as_it_is() -> None:
    data = zipped(PARTS, stored="mimetype")
    with ZipFile(io.BytesIO(data)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.infolist()[0].compress_type == ZIP_STORED
    assert data[38:42] == b"text"  # where the kind of a document is looked for
