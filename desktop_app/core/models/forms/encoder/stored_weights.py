"""The weights of a model, read one at a time from the files that they lie in."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.errors import ModelUnavailable

if TYPE_CHECKING:
    import onnx

_REFETCH = "Fetch the model anew"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a weight lies in a file."""

    path: Path
    offset: int
    length: int


class StoredWeights:
    """The initializers of a model's graph, by their names."""

    def __init__(self, model: "onnx.ModelProto", folder: Path, label: str) -> None:
        """folder: where the model's files lie. ModelUnavailable unless every weight lies there from end to end."""
        from onnx import TensorProto

        self._tensors = {tensor.name: tensor for tensor in model.graph.initializer}
        self._places = {
            name: _place(tensor, folder, label)
            for name, tensor in self._tensors.items()
            if tensor.data_location == TensorProto.EXTERNAL
        }
        _require_whole(self._places.values(), label)

    def __contains__(self, name: str) -> bool:
        """Whether there is a weight of this name."""
        return name in self._tensors

    def shape(self, name: str) -> tuple[int, ...]:
        """Of the weight."""
        return tuple(self._tensors[name].dims)

    def dtype(self, name: str) -> np.dtype[Any]:
        """Of its numbers."""
        return _dtype(self._tensors[name])

    def lies_in_a_file(self, name: str) -> bool:
        """Whether it is too large to be part of the graph."""
        return name in self._places

    def array(self, name: str) -> NDArray[Any]:
        """The weight, read anew; OSError."""
        from onnx import numpy_helper

        place = self._places.get(name)
        if place is None:
            return numpy_helper.to_array(self._tensors[name])
        with place.path.open("rb") as file:
            file.seek(place.offset)
            data = file.read(place.length)
        return np.frombuffer(data, self.dtype(name)).reshape(self.shape(name))


def _place(tensor: "onnx.TensorProto", folder: Path, label: str) -> _Place:
    entries = {entry.key: entry.value for entry in tensor.external_data}
    expected = prod(tensor.dims) * _dtype(tensor).itemsize
    name = entries.get("location", "")
    try:
        offset, length = int(entries.get("offset", 0)), int(entries.get("length", expected))
    except ValueError:
        offset, length = -1, 0
    if Path(name).name != name or name in {"", ".."} or offset < 0 or length != expected:
        raise ModelUnavailable(label, f"it does not say where its weight {tensor.name} lies", _REFETCH)
    return _Place(folder / name, offset, length)


def _dtype(tensor: "onnx.TensorProto") -> np.dtype[Any]:
    from onnx import helper

    return np.dtype(helper.tensor_dtype_to_np_dtype(tensor.data_type))


def _require_whole(places: Iterable[_Place], label: str) -> None:
    ends: dict[Path, int] = {}
    for place in places:
        ends[place.path] = max(ends.get(place.path, 0), place.offset + place.length)
    for path, end in ends.items():
        try:
            size = path.stat().st_size
        except OSError as error:
            raise ModelUnavailable(label, f"{path} cannot be read ({error.strerror})", _REFETCH) from error
        if size < end:
            raise ModelUnavailable(label, f"{path} was cut short: it has {size} of {end} bytes", _REFETCH)
