"""Whose a shared library is, by its name, and which version it says it is."""

from pathlib import Path

import pytest
from bundle.component import TEXTS
from bundle.known_libraries import KNOWN, known_library
from bundle.library_versions import in_file_name, interface, written


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("av.libs/libx264-d6533a8d.so.165", "x264"),
        ("av.libs/libavcodec-5e6b81c2.so.62.28.102", "FFmpeg"),
        ("av.libs/avcodec-62-5e6b81c2aabb.dll", "FFmpeg"),
        ("av/.dylibs/libavcodec.62.28.102.dylib", "FFmpeg"),
        ("numpy.libs/libquadmath-96973f99-934c22de.so.0.0.0", "GCC runtime: libquadmath"),
        ("numpy.libs/libscipy_openblas64_-32a4b2a6.so", "OpenBLAS"),
        ("_soundfile_data/libsndfile_x86_64.so", "libsndfile"),
        ("PySide6/Qt/lib/libicudata.so.73", "ICU"),
        ("libcrypto.so.3", "OpenSSL"),
        ("libcrypto-3.dll", "OpenSSL"),
    ],
)
def test_a_library_is_known_on_every_system(file: str, name: str) -> None:
    library = known_library(file)
    assert library is not None
    assert library.name == name


@pytest.mark.parametrize("file", ["libreadline.so.8", "libx264extra.so.1", "libmystery-0a1b2c3d.so"])
def test_nobody_is_guessed(file: str) -> None:
    assert known_library(file) is None


def test_every_text_that_is_named_is_there() -> None:
    missing = {text for library in KNOWN for text in library.texts if not (TEXTS / f"{text}.txt").is_file()}
    assert not missing


def test_a_version_is_read_from_bytes_and_names(tmp_path: Path) -> None:
    library = tmp_path / "libonnxruntime-13ab8084.so.1"
    library.write_bytes(b"\0\1VERS_1.23.2\0")
    assert written(rb"VERS_(\d+\.\d+\.\d+)")(library) == "1.23.2"
    assert written(rb"OTHER_(\d+)")(library) == ""
    assert in_file_name(library) == "1"
    assert interface(library) == "interface 1"
    assert interface(tmp_path / "onnxruntime.dll") == ""
