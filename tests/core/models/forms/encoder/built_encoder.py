"""Encoders of any size, built like those that NeMo exports: products, attention, and convolutions over time."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

MELS = 16


@dataclass(frozen=True)
class Blocks:
    """Weights in blocks of 8 bits, as MatMulNBits has them. has_zeros: each block has a zero of its own."""

    size: int
    has_zeros: bool = False


@dataclass
class EncoderBuilder:
    """blocks: None for float32. beside: whether weights lie in a file beside the graph. has_bias: of convolutions."""

    folder: Path
    layers: int = 2
    width: int = 64
    mels: int = MELS
    blocks: Blocks | None = None
    beside: bool = True
    has_bias: bool = False
    seed: int = 0
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    tensors: list[onnx.TensorProto] = field(default_factory=list)

    def write(self) -> Path:
        """Write the encoder; where its graph lies."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / "encoder-model.onnx"
        self._rng = np.random.default_rng(self.seed)
        self._data = (self.folder / "encoder-model.onnx.data").open("wb") if self.beside else None
        output = self._encoder("audio_signal")
        self._node("Transpose", [output], "outputs", perm=[0, 2, 1])
        self._node("Identity", ["length"], "encoded_lengths")
        if self._data:
            self._data.close()
        graph = helper.make_graph(
            self.nodes,
            "encoder",
            [
                helper.make_tensor_value_info("audio_signal", TensorProto.FLOAT, ["batch", self.mels, "frames"]),
                helper.make_tensor_value_info("length", TensorProto.INT64, ["batch"]),
            ],
            [
                helper.make_tensor_value_info("outputs", TensorProto.FLOAT, ["batch", self.width, "frames"]),
                helper.make_tensor_value_info("encoded_lengths", TensorProto.INT64, ["batch"]),
            ],
            self.tensors,
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
        onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=8), path)
        return path

    def _encoder(self, source: str) -> str:
        last = self._node("Transpose", [source], "turned", perm=[0, 2, 1])
        last = self._product(last, "pre_encode", self.mels, self.width)
        self._places = self._places_of(last)
        for layer in range(self.layers):
            for at, part in enumerate((self._feed_forward, self._attention, self._convolution, self._feed_forward)):
                last = self._node("Add", [last, part(self._normed(last), f"{layer}.{at}")], None)
        return self._normed(last)

    def _places_of(self, source: str) -> str:
        """Of as many moments as the source has, cut out of a table that is no weight of a product."""
        table = self._weight("places", self._uniform(1, 5000, self.width, ins=1))
        self._weight("shrink", np.float32(self.width**-0.5).reshape(1))
        numbers = {name: self._weight(name, np.array([value])) for name, value in (("from", 0), ("axis", 1))}
        frames = self._node("Gather", [self._node("Shape", [source], None), numbers["axis"]], None, axis=0)
        return self._node("Slice", [table, numbers["from"], frames, numbers["axis"]], None)

    def _feed_forward(self, source: str, name: str) -> str:
        inner = self._product(source, f"{name}.linear1", self.width, 4 * self.width)
        return self._product(self._swish(inner), f"{name}.linear2", 4 * self.width, self.width)

    def _attention(self, source: str, name: str) -> str:
        query, key, value = (self._product(source, f"{name}.{each}", self.width, self.width) for each in "qkv")
        key = self._node("Add", [key, self._product(self._places, f"{name}.place", self.width, self.width)], None)
        turned = self._node("Transpose", [key], None, perm=[0, 2, 1])
        likeness = self._node("MatMul", [self._node("Mul", [query, "shrink"], None), turned], None)
        weights = self._node("Softmax", [likeness], None, axis=-1)
        return self._product(self._node("MatMul", [weights, value], None), f"{name}.out", self.width, self.width)

    def _convolution(self, source: str, name: str) -> str:
        turned = self._node("Transpose", [source], None, perm=[0, 2, 1])
        wide = self._pointwise(turned, f"{name}.pointwise1", self.width, 2 * self.width)
        first, second = f"{name}.first", f"{name}.second"
        self.nodes.append(helper.make_node("Split", [wide], [first, second], axis=1))
        gated = self._node("Mul", [first, self._node("Sigmoid", [second], None)], None)
        around = self._weight(f"{name}.depthwise", self._uniform(self.width, 1, 9, ins=9))
        deep = self._node("Conv", [gated, around], None, group=self.width, kernel_shape=[9], pads=[4, 4])
        narrow = self._pointwise(self._swish(deep), f"{name}.pointwise2", self.width, self.width)
        return self._node("Transpose", [narrow], None, perm=[0, 2, 1])

    def _pointwise(self, source: str, name: str, ins: int, outs: int) -> str:
        inputs = [source, self._weight(name, self._uniform(outs, ins, 1, ins=ins))]
        if self.has_bias:
            inputs.append(self._weight(f"{name}.bias", self._uniform(outs, ins=ins)))
        return self._node("Conv", inputs, None, kernel_shape=[1], strides=[1], pads=[0, 0], group=1)

    def _product(self, source: str, name: str, ins: int, outs: int) -> str:
        weight = self._uniform(ins, outs, ins=ins)
        if self.blocks is None:
            return self._node("MatMul", [source, self._weight(name, weight)], None)
        values, scales, zeros = in_blocks(weight, self.blocks)
        inputs = [source, self._weight(name, values), self._weight(f"{name}_scales", scales)]
        inputs += [self._weight(f"{name}_zeros", zeros)] if self.blocks.has_zeros else []
        return self._node(
            "MatMulNBits", inputs, None, domain="com.microsoft", K=ins, N=outs, bits=8, block_size=self.blocks.size
        )

    def _normed(self, source: str) -> str:
        one, none = (
            self._weight(f"{source}.{name}", np.full(self.width, value, np.float32))
            for name, value in (("one", 1), ("none", 0))
        )
        return self._node("LayerNormalization", [source, one, none], None, axis=-1)

    def _swish(self, source: str) -> str:
        return self._node("Mul", [source, self._node("Sigmoid", [source], None)], None)

    def _node(self, kind: str, inputs: list[str], output: str | None, **attributes: object) -> str:
        name = output or f"node{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def _uniform(self, *shape: int, ins: int) -> NDArray[np.float32]:
        """As torch begins: the wider, the smaller."""
        return ((2 * self._rng.random(shape, np.float32) - 1) / np.sqrt(np.float32(ins))).astype(np.float32)

    def _weight(self, name: str, array: NDArray[Any]) -> str:
        tensor = numpy_helper.from_array(array, name)
        if self._data:
            tensor.ClearField("raw_data")
            tensor.data_location = TensorProto.EXTERNAL
            for key, value in (
                ("location", "encoder-model.onnx.data"),
                ("offset", self._data.tell()),
                ("length", array.nbytes),
            ):
                tensor.external_data.add(key=key, value=str(value))
            self._data.write(array.tobytes())
        self.tensors.append(tensor)
        return name


def in_blocks(
    weight: NDArray[np.float32], blocks: Blocks
) -> tuple[NDArray[np.uint8], NDArray[np.float32], NDArray[np.uint8]]:
    """Weights [in, out] as values [out, blocks, size], and scales and zeros [out * blocks]."""
    ins, outs = weight.shape
    count = -(-ins // blocks.size)
    padded = np.zeros((outs, count * blocks.size), np.float32)
    padded[:, :ins] = weight.T
    padded = padded.reshape(outs, count, blocks.size)
    if blocks.has_zeros:
        least, greatest = padded.min(axis=2, keepdims=True), padded.max(axis=2, keepdims=True)
        scales = (greatest - least) / 255
        zeros = np.rint(-least / scales)
    else:
        scales = np.abs(padded).max(axis=2, keepdims=True) / 127
        zeros = np.full_like(scales, 128)
    values = np.clip(np.rint(padded / scales) + zeros, 0, 255).astype(np.uint8)
    return values, scales.astype(np.float32).ravel(), zeros.astype(np.uint8).ravel()
