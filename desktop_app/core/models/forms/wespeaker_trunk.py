"""WeSpeaker cut in two: the trunk, which costs all the time, and the projection of what is pooled from it.

Between them lies the pooling, the weighted mean and standard deviation of every row over time. Whoever pools can weigh
one trunk's features in several ways, and the trunk can be run in another form than the rest.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.forms.standard_onnx import standard_onnx
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.models.onnx import single_threaded_session
from desktop_app.core.models.packaged_models import packed_model

if TYPE_CHECKING:
    import onnx

FEATURE_ROWS = 2560
"""256 channels of 10 frequencies each."""
FRAMES_PER_FEATURE = 8
MEL_BINS = 80


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """The last layer: embedding = weight @ (means, then deviations) + bias. weight: float32 [256, 5120]; bias [256]."""

    weight: NDArray[np.float32]
    bias: NDArray[np.float32]


class Trunk(Protocol):
    """The convolutions of WeSpeaker, in one form or another."""

    @property
    def projection(self) -> Projection:
        """What turns the pooled features into an embedding."""
        ...

    @property
    def note(self) -> str | None:
        """What the reader of a transcript must know about the form; None if there is nothing."""
        ...

    def features(self, fbank: NDArray[np.float32]) -> NDArray[np.float32]:
        """Features float32 [2560, ceil(frames / 8)] of a clip's filter banks float32 [frames, 80], frames > 0.

        Called from several threads at once; each call uses its own thread alone.
        """
        ...


class OnnxTrunk:
    """A trunk under onnxruntime."""

    def __init__(self, model: bytes, projection: Projection, *, note: str | None = None) -> None:
        """Load the trunk from its bytes in ONNX; ModelUnavailable if onnxruntime refuses them."""
        self._session = single_threaded_session(model, WESPEAKER.label)
        self.projection = projection
        self.note = note

    def features(self, fbank: NDArray[np.float32]) -> NDArray[np.float32]:
        """See Trunk.features."""
        (features,) = self._session.run(None, {"fbank": fbank[None]})
        return np.asarray(features.reshape(FEATURE_ROWS, -1), np.float32)


def original_trunk(*, note: str | None = None) -> OnnxTrunk:
    """The carried model's own trunk; ModelUnavailable if it is missing, its bytes are wrong, or it does not convert."""
    model = standard_onnx(packed_model(WESPEAKER), WESPEAKER.label)
    return OnnxTrunk(trunk_model(model).SerializeToString(), projection_of(model), note=note)


def trunk_model(model: "onnx.ModelProto") -> "onnx.ModelProto":
    """The trunk of WeSpeaker: `fbank` float32 [1, frames, 80] to features float32 [1, 256, 10, ceil(frames / 8)]."""
    from onnx import TensorProto, helper

    end = next(node.input[0] for node in model.graph.node if node.op_type == "Reshape")  # where the pooling begins
    nodes = _leading_to(end, model.graph)
    read = {name for node in nodes for name in node.input}
    graph = helper.make_graph(
        nodes,
        "trunk",
        [helper.make_tensor_value_info("fbank", TensorProto.FLOAT, [1, "frames", MEL_BINS])],
        [helper.make_tensor_value_info(end, TensorProto.FLOAT, [1, 256, 10, "steps"])],
        [tensor for tensor in model.graph.initializer if tensor.name in read],
    )
    return helper.make_model(graph, opset_imports=model.opset_import, ir_version=model.ir_version)


def projection_of(model: "onnx.ModelProto") -> Projection:
    """The last layer of WeSpeaker."""
    from onnx import numpy_helper

    last = model.graph.node[-1]
    tensors = {tensor.name: tensor for tensor in model.graph.initializer}
    weight, bias = (numpy_helper.to_array(tensors[name]).astype(np.float32) for name in last.input[1:])
    return Projection(weight, bias)


def _leading_to(end: str, graph: "onnx.GraphProto") -> "list[onnx.NodeProto]":
    """The nodes that have a part in the tensor of this name, in their order."""
    wanted, nodes = {end}, []
    for node in reversed(graph.node):
        if wanted.intersection(node.output):
            wanted.update(node.input)
            nodes.append(node)
    return nodes[::-1]
