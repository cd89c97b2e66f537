"""A carried model as standard ONNX, which can be cut, quantized and written in other forms.

onnxruntime itself writes it. It keeps the arithmetic, but leaves graphs without the names that ONNX asks for, so they
are named between its two passes: out of its own format, then with all constants folded.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.conversion import converting
from desktop_app.core.models.onnx import open_session, session_options
from desktop_app.core.store.temporary_files import temporary_folder

if TYPE_CHECKING:
    import onnx


def standard_onnx(packed: bytes, label: str) -> "onnx.ModelProto":
    """The model whose bytes in ORT format these are, in opset 17 without other operators, its constants folded.

    Its outputs are those of the packed model up to rounding. ModelUnavailable if onnxruntime refuses the bytes, the
    package onnx is missing, or the folder for temporary files has no room for some 60 MB.
    """
    try:
        with converting(label), temporary_folder() as folder:
            named = _named(_rewritten(packed, folder / "plain.onnx", label))
            folded = _named(_rewritten(named.SerializeToString(), folder / "folded.onnx", label))
    except OSError as error:
        raise ModelUnavailable(label, f"it cannot be converted ({error.strerror})", "Make room on the disk") from error
    _forget_unused_opsets(folded)
    return folded


def _rewritten(model: bytes, path: Path, label: str) -> "onnx.ModelProto":
    import onnx
    import onnxruntime

    options = session_options(model, label)
    options.add_session_config_entry("session.save_model_format", "ONNX")
    options.optimized_model_filepath = str(path)
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    open_session(model, label, options)
    return onnx.load(path)


def _named(model: "onnx.ModelProto") -> "onnx.ModelProto":
    for graph in _graphs(model.graph):
        graph.name = graph.name or "graph"
    return model


def _graphs(graph: "onnx.GraphProto") -> "Iterator[onnx.GraphProto]":
    """The graph and every graph inside it, such as the branches of an If."""
    yield graph
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.HasField("g"):
                yield from _graphs(attribute.g)


def _forget_unused_opsets(model: "onnx.ModelProto") -> None:
    """onnxruntime lists the opsets of all operators that it knows, which other tools would look for in vain."""
    used = {node.domain for graph in _graphs(model.graph) for node in graph.node}
    kept = [opset for opset in model.opset_import if opset.domain in used]
    del model.opset_import[:]
    model.opset_import.extend(kept)
