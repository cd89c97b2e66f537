"""The graph in an ONNX file, its large weights left where they are: a file may hold more than memory should.

ONNX is written in protobuf's wire format: fields of a number, a type and a content, some of which are messages of
fields again. Whatever is no large weight is taken over as it is.
"""

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.conversion import converting, renew_tools

if TYPE_CHECKING:
    import onnx

_DOWN_TO_TENSORS = (7, 5)
"""Numbers of the fields that lead to a graph's weights: the model's graph, the graph's initializers."""
_RAW_DATA = 9
"""Of a tensor."""
_MESSAGE = 2
"""The kind of a field whose content says how long it is: a message, a text or bytes."""
_LARGE_BYTES = 1 << 16


def graph_without_weights(path: Path, label: str) -> "onnx.ModelProto":
    """The model in this file, each weight of 64 KiB or more described as lying in a file: in this one, or beside it.

    ModelUnavailable if the file cannot be read, is no ONNX model or was cut short. label: what the model is called.
    """
    with converting(label):
        import onnx
        from google.protobuf.message import DecodeError
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            model = onnx.load_model_from_string(_copied(file, size, _DOWN_TO_TENSORS))
            if not model.graph.node:
                raise ValueError("it holds no graph")
            return model
    except OSError as error:
        raise ModelUnavailable(label, f"{path} cannot be read ({error.strerror})", renew_tools()) from error
    except (DecodeError, ValueError) as error:
        raise ModelUnavailable(label, f"{path} is no whole ONNX model ({error})", "Fetch the model anew") from error


def _copied(file: BinaryIO, end: int, down: tuple[int, ...]) -> bytes:
    """The message from here to its end, without large weights. down: the fields that still lead to tensors.

    ValueError if the bytes are no message.
    """
    copied = bytearray()
    while file.tell() < end:
        begin = file.tell()
        number, kind = divmod(_varint(file), 8)
        length = _content_bytes(file, kind)
        content = file.tell()
        if content + length > end:
            raise ValueError("it was cut short")
        if kind == _MESSAGE and down and number == down[0]:
            message = _copied(file, content + length, down[1:])
            copied += _encoded(number * 8 + kind) + _encoded(len(message)) + message
        elif kind == _MESSAGE and not down and number == _RAW_DATA and length >= _LARGE_BYTES:
            copied += _place(file.name, content, length)
        else:
            file.seek(begin)
            copied += file.read(content + length - begin)
        file.seek(content + length)
    return bytes(copied)


def _content_bytes(file: BinaryIO, kind: int) -> int:
    """How long the content of a field of this kind is, which begins here."""
    match kind:
        case 0:  # a number
            begin = file.tell()
            _varint(file)
            length = file.tell() - begin
            file.seek(begin)
            return length
        case 1:
            return 8
        case 2:  # _MESSAGE
            return _varint(file)
        case 5:
            return 4
    raise ValueError("it holds what is no field")


def _varint(file: BinaryIO) -> int:
    value = 0
    for shift in range(0, 70, 7):
        byte = file.read(1)
        if not byte:
            raise ValueError("it was cut short")
        value |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return value
    raise ValueError("it holds a number that is too long")


def _encoded(value: int) -> bytes:
    """The number as a varint."""
    encoded = bytearray()
    while value >= 0x80:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)


def _place(file_name: str, offset: int, length: int) -> bytes:
    """Fields of a tensor that say where its bytes lie."""
    import onnx

    tensor = onnx.TensorProto(data_location=onnx.TensorProto.EXTERNAL)
    for key, value in (("location", Path(file_name).name), ("offset", offset), ("length", length)):
        tensor.external_data.add(key=key, value=str(value))
    return bytes(tensor.SerializeToString())
