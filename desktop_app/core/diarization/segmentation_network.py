"""pyannote's segmentation model as a network of torch, with the weights that the carried one holds."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.forms.conversion import converting
from desktop_app.core.models.forms.standard_onnx import standard_onnx
from desktop_app.core.models.manifest import SEGMENTATION
from desktop_app.core.models.packaged_models import packed_model

if TYPE_CHECKING:
    import onnx
    import torch

_FIRST_STRIDE = 10
_POOLED = 3
_GATES = (0, 2, 3, 1)
"""torch has a cell's gates in the order input, forget, cell, output; ONNX input, output, forget, cell."""
_Arrays = list[tuple[NDArray[np.float32], ...]]


class SegmentationNetwork:
    """Filters, convolutions, recurrent layers and a classifier, as in the graph of the carried model."""

    def __init__(self, model: "onnx.ModelProto") -> None:
        """model: the carried one as standard ONNX; LookupError, RuntimeError or ValueError where it is built otherwise.

        torch has been imported.
        """
        import torch
        from torch import nn

        norms = [_norm(*arrays) for arrays in _weights(model, "InstanceNormalization")]
        filters, *convolutions = (_convolution(*arrays) for arrays in _weights(model, "Conv"))
        filters.stride = (_FIRST_STRIDE,)
        *layers, (speakers,) = _weights(model, "MatMul")
        linear = [_linear(*layer, *bias) for layer, bias in zip(layers, _weights(model, "Add"), strict=True)]
        self.filters = nn.Sequential(norms[0], filters)
        self.convolutions = nn.Sequential(*_after(norms[1]))
        for convolution, norm in zip(convolutions, norms[2:], strict=True):
            self.convolutions.extend([convolution, *_after(norm)])
        self.recurrent = _recurrent(_weights(model, "LSTM"))
        self.classifier = nn.Sequential(linear[0], nn.LeakyReLU(), linear[1], nn.LeakyReLU(), linear[2])
        self._speakers = torch.from_numpy(speakers > 0.5)

    def to(self, device: str) -> None:
        """Go there, ready to infer."""
        for part in (self.filters, self.convolutions, self.recurrent, self.classifier):
            part.to(device).eval().requires_grad_(False)
        self._speakers = self._speakers.to(device)

    def scores(self, windows: "torch.Tensor") -> "torch.Tensor":
        """How probable each set of local speakers is: logits [windows, 589, 7] for samples [windows, 160000]."""
        filtered = self.filters(windows[:, None]).abs()
        frames, _ = self.recurrent(self.convolutions(filtered).transpose(1, 2))
        scores: torch.Tensor = self.classifier(frames)
        return scores

    def active(self, windows: "torch.Tensor") -> "torch.Tensor":
        """Which local speakers are in the most probable set: bool [windows, 589, 3]."""
        return self._speakers[self.scores(windows).argmax(dim=-1)]


def carried_network() -> SegmentationNetwork:
    """The carried model on the processor; ModelUnavailable if it is missing, its bytes are wrong, or it is built
    otherwise than is known here. torch has been imported."""
    import torch

    model = standard_onnx(packed_model(SEGMENTATION), SEGMENTATION.label)
    # Layers draw their weights by chance before they are given those of the model.
    with converting(SEGMENTATION.label), torch.random.fork_rng(devices=[]):
        return SegmentationNetwork(model)


def _weights(model: "onnx.ModelProto", kind: str) -> _Arrays:
    """The weights of each node of this kind that has any, in the graph's order; shared ones once."""
    from onnx import numpy_helper

    kept = {each.name: each for each in model.graph.initializer}
    names = (tuple(name for name in node.input if name in kept) for node in _nodes(model.graph) if node.op_type == kind)
    return [
        tuple(numpy_helper.to_array(kept[name]).astype(np.float32) for name in each)
        for each in dict.fromkeys(filter(None, names))
    ]


def _nodes(graph: "onnx.GraphProto") -> "Iterator[onnx.NodeProto]":
    """All nodes, those of an If's branches where it stands."""
    for node in graph.node:
        yield node
        for attribute in node.attribute:
            yield from _nodes(attribute.g)


def _norm(weight: NDArray[np.float32], bias: NDArray[np.float32]) -> "torch.nn.Module":
    from torch import nn

    return _filled(nn.InstanceNorm1d(len(weight), affine=True), weight=weight, bias=bias)


def _convolution(weight: NDArray[np.float32], *bias: NDArray[np.float32]) -> "torch.nn.Conv1d":
    from torch import nn

    outputs, inputs, width = weight.shape
    made = nn.Conv1d(inputs, outputs, width, bias=bool(bias))
    _filled(made, weight=weight, **dict(zip(("bias",), bias, strict=False)))
    return made


def _after(norm: "torch.nn.Module") -> "list[torch.nn.Module]":
    from torch import nn

    return [nn.MaxPool1d(_POOLED), norm, nn.LeakyReLU()]


def _linear(matrix: NDArray[np.float32], bias: NDArray[np.float32]) -> "torch.nn.Module":
    from torch import nn

    return _filled(nn.Linear(*matrix.shape), weight=matrix.T, bias=bias)


def _recurrent(layers: _Arrays) -> "torch.nn.LSTM":
    """layers: of each, for both directions, input [2, 4 h, n], recurrent [2, 4 h, h] and bias [2, 8 h]."""
    from torch import nn

    (inputs, recurrent, _), *_ = layers
    hidden = recurrent.shape[-1]
    made = nn.LSTM(inputs.shape[-1], hidden, len(layers), batch_first=True, bidirectional=True)
    weights = {}
    for layer, arrays in enumerate(layers):
        for direction, ending in enumerate(("", "_reverse")):
            of_input, of_state, bias = (each[direction] for each in arrays)
            for name, array in (
                ("weight_ih", of_input),
                ("weight_hh", of_state),
                ("bias_ih", bias[: 4 * hidden]),
                ("bias_hh", bias[4 * hidden :]),
            ):
                weights[f"{name}_l{layer}{ending}"] = _gates_in_order(array)
    _filled(made, **weights)
    return made


def _gates_in_order(array: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.concatenate([np.split(array, len(_GATES))[gate] for gate in _GATES])


def _filled(module: "torch.nn.Module", **weights: NDArray[np.float32]) -> "torch.nn.Module":
    import torch

    module.load_state_dict({name: torch.from_numpy(np.array(weight)) for name, weight in weights.items()})
    return module
