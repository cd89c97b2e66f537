"""The file that a form's weights are written into, part by part, so that writing can go on where it was cut short.

A journal beside it says whose parts they are, and has a checksum of each that is whole.
"""

import os
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import onnx

_ALIGNMENT = 64
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tensor is to lie in the file, and what it is."""

    name: str
    dtype: np.dtype[Any]
    shape: tuple[int, ...]
    offset: int

    @property
    def length(self) -> int:
        """In bytes."""
        return prod(self.shape) * self.dtype.itemsize

    @property
    def end(self) -> int:
        """Where the next may lie."""
        return -(-(self.offset + self.length) // _ALIGNMENT) * _ALIGNMENT

    def tensor(self, file: str) -> "onnx.TensorProto":
        """The tensor for a graph: its bytes lie in the file of this name."""
        from onnx import TensorProto, helper

        tensor = TensorProto(name=self.name, dims=self.shape, data_location=TensorProto.EXTERNAL)
        tensor.data_type = helper.np_dtype_to_tensor_dtype(self.dtype)
        for key, value in (("location", file), ("offset", self.offset), ("length", self.length)):
            tensor.external_data.add(key=key, value=str(value))
        return tensor


@dataclass(frozen=True, slots=True)
class Part:
    """Tensors that are made and written together. make: gives the array of each, in the order of the places."""

    places: tuple[Place, ...]
    make: Callable[[], Sequence[NDArray[Any]]]

    @property
    def begin(self) -> int:
        """The part's first byte in the file."""
        return self.places[0].offset

    @property
    def end(self) -> int:
        """The first byte behind it."""
        return self.places[-1].end


def write_parts(
    file: Path, journal: Path, parts: Sequence[Part], *, whose: str, on_progress: Callable[[float], None]
) -> None:
    """Write the parts that the file does not hold yet.

    whose: what the parts hang on, in one line; a file of anything else is begun anew. The bytes are the same, however
    often it was cut short. on_progress: 0 to 1, told between two parts; what it raises ends the writing. OSError.
    """
    checksums = _whole_parts(file, journal, parts, whose)
    done = len(checksums)
    with file.open("r+b" if done else "wb") as data, journal.open("w", encoding="ascii") as notes:
        data.seek(parts[done - 1].end if done else 0)
        data.truncate()
        notes.writelines(f"{line}\n" for line in (whose, *checksums))
        for part in parts[done:]:
            on_progress(part.begin / parts[-1].end)
            checksum = _write(data, part)
            data.flush()
            notes.write(f"{checksum}\n")
            notes.flush()
        os.fsync(data.fileno())
    on_progress(1.0)


def _write(data: BinaryIO, part: Part) -> str:
    """The checksum of what was written."""
    checksum = 0
    for place, array in zip(part.places, part.make(), strict=True):
        if array.shape != place.shape or array.dtype != place.dtype:
            raise ValueError(f"{place.name} is not what was expected")
        plain = np.ascontiguousarray(array).reshape(-1).view(np.uint8)
        for block in (plain.data, bytes(place.end - place.offset - place.length)):
            data.write(block)
            checksum = zlib.crc32(block, checksum)
    return f"{checksum:08x}"


def _whole_parts(file: Path, journal: Path, parts: Sequence[Part], whose: str) -> list[str]:
    """The checksums of the parts that the file holds, from the first on."""
    try:
        first, *noted = journal.read_text(encoding="ascii").split("\n")
        if first != whose:
            return []
        whole: list[str] = []
        with file.open("rb") as data:
            for part, checksum in zip(parts, noted, strict=False):
                if _checksum(data, part.end - part.begin) != checksum:
                    break
                whole.append(checksum)
    except (OSError, ValueError):
        return []
    return whole


def _checksum(data: BinaryIO, length: int) -> str:
    """Of the next bytes, as many as there are."""
    checksum = 0
    while block := data.read(min(length, _BLOCK)):
        checksum = zlib.crc32(block, checksum)
        length -= len(block)
    return f"{checksum:08x}"
