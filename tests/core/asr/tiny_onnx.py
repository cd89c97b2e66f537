"""Tiny models of NeMo's exported to ONNX, as published ones are."""

import json
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from asr import tiny_parakeet

if TYPE_CHECKING:
    from nemo.collections.asr.models import EncDecRNNTBPEModel


def export(model: "EncDecRNNTBPEModel", folder: Path) -> None:
    """Write the files of a model into a folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch and NeMo warn of what they do themselves
        model.export(str(folder / "model.onnx"))
    lines = (f"{piece} {number}\n" for number, piece in enumerate([*model.tokenizer.vocab, "<blk>"]))
    (folder / "vocab.txt").write_text("".join(lines), encoding="utf-8")
    features = model.cfg.preprocessor
    said = {
        "model_type": "nemo-conformer-tdt",
        "features_size": features.features,
        "subsampling_factor": model.encoder.subsampling_factor,
        "normalize": features.normalize,
    }
    (folder / "config.json").write_text(json.dumps(said), encoding="utf-8")


def untaught(scratch: Path, *, bands: int, seed: int) -> "EncDecRNNTBPEModel":
    """A model that knows nothing, with features as the published ones' are: so many bands, each evened out."""
    import torch
    from nemo.collections.asr.models import EncDecRNNTBPEModel

    tiny_parakeet._train_tokenizer(scratch)
    settings = tiny_parakeet._config(scratch)
    settings.preprocessor.features, settings.preprocessor.normalize = bands, "per_feature"
    settings.encoder.feat_in = bands
    torch.manual_seed(seed)
    return EncDecRNNTBPEModel(settings).eval()
