"""A trunk written for ncnn: a text that lists the layers, and their weights as plain float32 one after the other.

The formats are ncnn's own ("param and model file structure" in its documentation): a layer is its kind, its name, how
many blobs it reads and writes, these blobs, and numbered settings. A blob that is read twice is split first.
"""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.manifest import WESPEAKER

if TYPE_CHECKING:
    import onnx

INPUT, OUTPUT = "in0", "out0"
_MAGIC = 7767517
_PLAIN_FLOAT32 = bytes(4)
"""Stands before weights that are neither halved nor quantized."""


@dataclass(frozen=True, slots=True)
class _Layer:
    kind: str
    reads: tuple[str, ...]
    writes: str
    settings: str = ""
    weights: bytes = b""


def ncnn_form(trunk: "onnx.ModelProto") -> tuple[str, bytes]:
    """The text and the weights of a trunk of convolutions, sums and ReLUs; ModelUnavailable if it has anything else.

    ncnn's input is [1, 80, frames]: what turns filter banks around at the trunk's start is left out.
    """
    layers = _layers(trunk.graph)
    return _text(layers), b"".join(layer.weights for layer in layers)


def _layers(graph: "onnx.GraphProto") -> list[_Layer]:
    tensors = _tensors(graph)
    readers = Counter(name for node in graph.node for name in node.input)
    relus = {node.input[0]: node.output[0] for node in graph.node if node.op_type == "Relu"}
    swallowed = {name for node in graph.node if node.op_type == "Conv" for name in node.output if readers[name] == 1}
    names = {graph.output[0].name: OUTPUT}

    def short(name: str) -> str:
        return names.setdefault(name, f"b{len(names)}")

    layers = [_Layer("Input", (), INPUT, "0=0")]
    for node in graph.node:
        reads, writes = node.input[0], node.output[0]
        match node.op_type:
            case "Transpose" | "Unsqueeze":
                names[writes] = INPUT
            case "Conv":
                weight, bias = (tensors[name] for name in node.input[1:])
                with_relu = writes in relus and writes in swallowed
                settings = _convolution(node, weight, with_relu=with_relu)
                written = short(relus[writes] if with_relu else writes)
                layers.append(_Layer("Convolution", (short(reads),), written, settings, _packed(weight, bias)))
            case "Relu":
                if reads not in swallowed:
                    layers.append(_Layer("ReLU", (short(reads),), short(writes)))
            case "Add":
                layers.append(_Layer("BinaryOp", (short(reads), short(node.input[1])), short(writes), "0=0"))
            case other:
                raise ModelUnavailable(WESPEAKER.label, f"its operator {other} is not written for ncnn", "")
    return layers


def _tensors(graph: "onnx.GraphProto") -> dict[str, NDArray[np.float32]]:
    from onnx import numpy_helper

    return {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}


def _convolution(node: "onnx.NodeProto", weight: NDArray[np.float32], *, with_relu: bool) -> str:
    """Channels, kernel, stride and padding of each direction, a bias, the number of weights, and the ReLU after it."""
    given = {attribute.name: list(attribute.ints) for attribute in node.attribute}
    channels, _, height, width = weight.shape
    stride_y, stride_x = given.get("strides", [1, 1])
    top, left, bottom, right = given.get("pads", [0, 0, 0, 0])
    return (
        f"0={channels} 1={width} 11={height} 3={stride_x} 13={stride_y} 4={left} 14={top} 15={right} 16={bottom} "
        f"5=1 6={weight.size} 9={int(with_relu)}"
    )


def _packed(weight: NDArray[np.float32], bias: NDArray[np.float32]) -> bytes:
    return _PLAIN_FLOAT32 + weight.astype("<f4").tobytes() + bias.astype("<f4").tobytes()


def _text(layers: list[_Layer]) -> str:
    readers = Counter(name for layer in layers for name in layer.reads)
    copies: dict[str, list[str]] = {}
    lines: list[str] = []
    for layer in layers:
        reads = [copies[name].pop(0) if name in copies else name for name in layer.reads]
        lines.append(_line(layer.kind, layer.writes, reads, [layer.writes], layer.settings))
        if readers[layer.writes] > 1:
            copies[layer.writes] = [f"{layer.writes}_{copy}" for copy in range(readers[layer.writes])]
            lines.append(_line("Split", f"split_{layer.writes}", [layer.writes], copies[layer.writes], ""))
    blobs = len(layers) + sum(count for count in readers.values() if count > 1)
    return "\n".join([str(_MAGIC), f"{len(lines)} {blobs}", *lines, ""])


def _line(kind: str, name: str, reads: list[str], writes: list[str], settings: str) -> str:
    return " ".join(filter(None, [kind, name, str(len(reads)), str(len(writes)), *reads, *writes, settings]))
