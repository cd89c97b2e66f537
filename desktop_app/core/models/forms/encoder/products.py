"""The products of an encoder whose weights can be put into 8 bits: where its time and its size lie.

Three kinds: a MatMul with weights [in, out]; a convolution over single moments, weights [out, in, 1]; and a
MatMulNBits, whose weights are in 8 bits already, with a scale for every block of 16 to 256 of them.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.forms.encoder.stored_weights import StoredWeights

if TYPE_CHECKING:
    import onnx

_DEFAULT_ZERO = 128


@dataclass(frozen=True, slots=True, eq=False)
class Product:
    """A node that multiplies what comes in by weights.

    ins, outs: how many channels. bias: the name of what is added, '' for nothing. over_time: whether it has
    [batch, channel, time] before it and behind it, and not the channels last.
    """

    node: "onnx.NodeProto"
    ins: int
    outs: int
    bias: str = ""
    over_time: bool = False

    @property
    def weight(self) -> str:
        """The name of its weights."""
        return str(self.node.input[1])

    @property
    def is_block_wise(self) -> bool:
        """Whether its weights are in 8 bits already."""
        return self.node.op_type == "MatMulNBits"


def product_of(node: "onnx.NodeProto", weights: StoredWeights) -> Product | None:
    """The node as a product of one of the three kinds, in float32; None if it is none."""
    if len(node.input) < 2 or node.input[1] not in weights:
        return None
    match node.op_type:
        case "MatMul":
            return _matmul(node, weights)
        case "Conv":
            return _pointwise(node, weights)
        case "MatMulNBits":
            return _block_wise(node, weights)
    return None


def weight_of(product: Product, weights: StoredWeights) -> NDArray[np.float32]:
    """The product's weights, float32 [in, out]; OSError if they cannot be read."""
    weight = weights.array(product.weight)
    if product.is_block_wise:
        return _out_of_blocks(product, weight, weights)
    return np.asarray(weight[:, :, 0].T if product.over_time else weight, np.float32)


def _matmul(node: "onnx.NodeProto", weights: StoredWeights) -> Product | None:
    shape = weights.shape(node.input[1])
    if len(shape) != 2 or weights.dtype(node.input[1]) != np.float32:
        return None
    return Product(node, *shape)


def _pointwise(node: "onnx.NodeProto", weights: StoredWeights) -> Product | None:
    shape = weights.shape(node.input[1])
    if len(shape) != 3 or shape[2] != 1 or weights.dtype(node.input[1]) != np.float32:
        return None
    attributes = _attributes(node)
    is_plain = (
        attributes.get("group", 1) == 1
        and attributes.get("auto_pad", b"NOTSET") in {b"NOTSET", b"VALID"}
        and set(attributes.get("strides", ())) <= {1}
        and not any(attributes.get("pads", ()))
    )
    return Product(node, shape[1], shape[0], bias=_input(node, 2), over_time=True) if is_plain else None


def _block_wise(node: "onnx.NodeProto", weights: StoredWeights) -> Product | None:
    attributes = _attributes(node)
    scales, zeros, order, bias = (_input(node, index) for index in (2, 3, 4, 5))
    is_plain = (
        attributes.get("bits", 4) == 8
        and not order
        and scales in weights
        and weights.dtype(scales) == np.float32
        and (not zeros or (zeros in weights and weights.dtype(zeros) == np.uint8))
    )
    return Product(node, attributes["K"], attributes["N"], bias=bias) if is_plain else None


def _out_of_blocks(product: Product, blocks: NDArray[np.uint8], weights: StoredWeights) -> NDArray[np.float32]:
    """blocks: uint8 [out, blocks, weights of a block]; a scale and perhaps a zero for each block of each channel."""
    blocks = blocks.reshape(product.outs, -1, _attributes(product.node)["block_size"])
    each = (product.outs, blocks.shape[1], 1)
    weight = blocks.astype(np.float32)
    zeros = _input(product.node, 3)
    weight -= weights.array(zeros).reshape(each).astype(np.float32) if zeros else np.float32(_DEFAULT_ZERO)
    weight *= weights.array(_input(product.node, 2)).reshape(each)
    return weight.reshape(product.outs, -1)[:, : product.ins].T


def _input(node: "onnx.NodeProto", index: int) -> str:
    return node.input[index] if index < len(node.input) else ""


def _attributes(node: "onnx.NodeProto") -> dict[str, Any]:
    from onnx import helper

    return {attribute.name: helper.get_attribute_value(attribute) for attribute in node.attribute}
