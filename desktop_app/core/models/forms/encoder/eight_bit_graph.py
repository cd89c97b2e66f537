"""The graph of an encoder whose products are in 8 bits: what comes in is put into 8 bits while it runs.

A product, y = x @ weight, becomes: x in 8 bits with one scale, once for all products of the same x; their product in
whole numbers; and that times both scales.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.forms.encoder.channel_weights import Quantizer
from desktop_app.core.models.forms.encoder.products import Product, product_of, weight_of
from desktop_app.core.models.forms.encoder.stored_weights import StoredWeights
from desktop_app.core.models.forms.encoder.weight_file import Part, Place

if TYPE_CHECKING:
    import onnx

_FLOAT = 1
"""What ONNX calls float32."""
_TO_CHANNELS_LAST = [0, 2, 1]
"""The order that takes [batch, channel, time] to [batch, time, channel], and back."""


def put_into_eight_bits(
    model: "onnx.ModelProto", weights: StoredWeights, quantizer: Quantizer, file: str
) -> tuple[Part, ...]:
    """Change the model's graph, whose weights these are; what is to be written into the file of this name for it.

    Products of other kinds than `product_of` knows, and all else, stay in float32. ValueError if there is no product to
    change.
    """
    graph = _Graph(weights, quantizer, file)
    for node in model.graph.node:
        graph.add(node)
    if not graph.parts:
        raise ValueError("it has no weights in float32, nor in blocks of 8 bits")
    used = _names_read(graph.nodes) | {each.name for each in model.graph.output}
    kept = [graph.kept(tensor) for tensor in model.graph.initializer if tensor.name in used]
    inputs = [each for each in model.graph.input if each.name not in weights or each.name in used]
    for field, new in (
        (model.graph.node, graph.nodes),
        (model.graph.initializer, [*kept, *graph.tensors]),
        (model.graph.input, inputs),
    ):
        del field[:]
        field.extend(new)
    return tuple(graph.parts)


class _Graph:
    """A graph in the making. nodes: in their order; tensors: the weights of products; parts: what to write of them."""

    def __init__(self, weights: StoredWeights, quantizer: Quantizer, file: str) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.tensors: list[onnx.TensorProto] = []
        self.parts: list[Part] = []
        self._weights, self._quantizer, self._file = weights, quantizer, file
        self._made: set[str] = set()
        self._end = 0

    def add(self, node: "onnx.NodeProto") -> None:
        """The next node, in 8 bits if it is a product."""
        product = product_of(node, self._weights)
        if product is None:
            self.nodes.append(node)
        elif product.over_time:
            self._add_over_time(product)
        else:
            self._add_product(product, node.input[0], node.output[0])

    def kept(self, tensor: "onnx.TensorProto") -> "onnx.TensorProto":
        """A weight that stays as it is; a large one is to be written, too."""
        name = tensor.name
        if not self._weights.lies_in_a_file(name):
            return tensor
        place = self._placed(name, self._weights.dtype(name), self._weights.shape(name))
        self.parts.append(Part((place,), lambda: (self._weights.array(name),)))
        return place.tensor(self._file)

    def _add_over_time(self, product: Product) -> None:
        source, target = product.node.input[0], product.node.output[0]
        turned, result = _name(source, "channels_last"), _name(target, "channels_last")
        if turned not in self._made:
            self._made.add(turned)
            self._node("Transpose", [source], [turned], {"perm": _TO_CHANNELS_LAST})
        self._add_product(product, turned, result)
        self._node("Transpose", [result], [target], {"perm": _TO_CHANNELS_LAST})

    def _add_product(self, product: Product, source: str, target: str) -> None:
        values, scales, zeros = self._weights_of(product)
        source_values, source_scale, source_zero = self._in_eight_bits(source)
        whole, numbers, scale = (_name(target, part) for part in ("whole", "numbers", "scale"))
        scaled = _name(target, "scaled") if product.bias else target
        self._node("MatMulInteger", [source_values, values, source_zero, zeros], [whole])
        self._node("Cast", [whole], [numbers], {"to": _FLOAT})
        self._node("Mul", [source_scale, scales], [scale])
        self._node("Mul", [numbers, scale], [scaled])
        if product.bias:
            self._node("Add", [scaled, product.bias], [target])

    def _in_eight_bits(self, source: str) -> tuple[str, str, str]:
        """The names of the source's values, scale and zero."""
        values, scale, zero = (_name(source, part) for part in ("values", "scale", "zero"))
        if values not in self._made:
            self._made.add(values)
            self._node("DynamicQuantizeLinear", [source], [values, scale, zero])
        return values, scale, zero

    def _weights_of(self, product: Product) -> tuple[str, str, str]:
        """The names of the values, scales and zeros of the product's weights."""
        values, scales, zeros = (_name(product.weight, part) for part in ("values", "scales", "zeros"))
        if values not in self._made:
            self._made.add(values)
            places = (
                self._placed(values, self._quantizer.dtype, (product.ins, product.outs)),
                self._placed(scales, np.dtype(np.float32), (product.outs,)),
                self._placed(zeros, self._quantizer.dtype, (product.outs,)),
            )
            self.parts.append(Part(places, lambda: self._quantized(product)))
            self.tensors += [place.tensor(self._file) for place in places]
        return values, scales, zeros

    def _quantized(self, product: Product) -> tuple[NDArray[Any], ...]:
        made = self._quantizer.quantize(weight_of(product, self._weights))
        return made.values, made.scales, made.zeros

    def _placed(self, name: str, dtype: np.dtype[Any], shape: tuple[int, ...]) -> Place:
        place = Place(name, dtype, shape, self._end)
        self._end = place.end
        return place

    def _node(self, kind: str, inputs: list[str], outputs: list[str], attributes: dict[str, Any] | None = None) -> None:
        from onnx import helper

        self.nodes.append(helper.make_node(kind, inputs, outputs, _name(outputs[0], kind), **(attributes or {})))


def _name(tensor: str, part: str) -> str:
    """Of something made for this tensor."""
    return f"{tensor}/eight_bit/{part}"


def _names_read(nodes: "Iterable[onnx.NodeProto]") -> set[str]:
    """Of all tensors that nodes read, and those of graphs inside them."""
    return {name for node in _with_inner(nodes) for name in node.input}


def _with_inner(nodes: "Iterable[onnx.NodeProto]") -> "Iterator[onnx.NodeProto]":
    for node in nodes:
        yield node
        for attribute in node.attribute:
            yield from _with_inner(attribute.g.node)
