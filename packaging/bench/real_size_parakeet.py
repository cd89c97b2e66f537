"""A model of Parakeet's structure and size that knows nothing: 627 million weights by chance, exported by NeMo.

It is as fast, and needs as much memory, as the published one. What it writes down means nothing, but comes at the rate
of speech: its durations are drawn towards two frames, six pieces a second.
"""

import json
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.models.torch.import_chain import import_nemo

if TYPE_CHECKING:
    from nemo.collections.asr.models import EncDecRNNTModel

PIECES = 8192
LAYERS = 24
"""Of the encoder."""
_ENCODER = "encoder-model.onnx"
_DURATIONS = [0, 1, 2, 3, 4]
_BANDS, _WIDTH, _SAID = 128, 1024, 640
_MARGIN = 30.0
"""Added to a logit, so that it wins whatever the weights say."""


def build(layers: int = LAYERS) -> "EncDecRNNTModel":
    """The model itself, in NeMo, on the processor. layers: of the encoder; fewer to see that something works."""
    import_nemo()
    import torch
    from nemo.collections.asr.models import EncDecRNNTModel
    from omegaconf import OmegaConf

    torch.manual_seed(0)
    settings = _settings()
    settings["encoder"]["n_layers"] = layers
    model = EncDecRNNTModel(OmegaConf.create(settings)).eval()
    with torch.no_grad():
        last = [module for module in model.joint.joint_net if isinstance(module, torch.nn.Linear)][-1]
        last.bias[PIECES + 1 + 2] += _MARGIN
    return model


def write(folder: Path) -> None:
    """Write its files into the folder; it takes a minute and 5 GB of memory."""
    model = build()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.export(str(folder / "model.onnx"))
    _gather_weights(folder)
    pieces = [f"▁w{number}" for number in range(PIECES)]
    lines = (f"{piece} {number}\n" for number, piece in enumerate([*pieces, "<blk>"]))
    (folder / "vocab.txt").write_text("".join(lines), encoding="utf-8")
    said = {"model_type": "nemo-conformer-tdt", "features_size": _BANDS, "subsampling_factor": 8}
    (folder / "config.json").write_text(json.dumps(said), encoding="utf-8")


def _gather_weights(folder: Path) -> None:
    """Into one file beside the encoder, as published ones have them: NeMo writes a file for each."""
    import onnx

    path = folder / _ENCODER
    model = onnx.load(path)
    for file in folder.iterdir():
        if file.suffix != ".onnx":
            file.unlink()
    path.unlink()
    onnx.save(model, path, save_as_external_data=True, location=f"{_ENCODER}.data")


def _settings() -> dict[str, Any]:
    """As published in parakeet-tdt-0.6b-v3."""
    return {
        "sample_rate": 16_000,
        "labels": [f"w{number}" for number in range(PIECES)],
        "model_defaults": {"enc_hidden": _WIDTH, "pred_hidden": _SAID},
        "preprocessor": {
            "_target_": "nemo.collections.asr.modules.AudioToMelSpectrogramPreprocessor",
            "normalize": "per_feature",
            "window_size": 0.025,
            "window_stride": 0.01,
            "features": _BANDS,
            "n_fft": 512,
            "dither": 0.0,
            "pad_to": 0,
        },
        "encoder": {
            "_target_": "nemo.collections.asr.modules.ConformerEncoder",
            "feat_in": _BANDS,
            "feat_out": -1,
            "d_model": _WIDTH,
            "use_bias": False,
            "subsampling": "dw_striding",
            "subsampling_factor": 8,
            "subsampling_conv_channels": 256,
            "ff_expansion_factor": 4,
            "self_attention_model": "rel_pos",
            "n_heads": 8,
            "att_context_size": [-1, -1],
            "xscaling": False,
            "untie_biases": True,
            "pos_emb_max_len": 5000,
            "conv_kernel_size": 9,
            "conv_norm_type": "batch_norm",
        },
        "decoder": {
            "_target_": "nemo.collections.asr.modules.RNNTDecoder",
            "blank_as_pad": True,
            "prednet": {"pred_hidden": _SAID, "pred_rnn_layers": 2, "dropout": 0.0},
        },
        "joint": {
            "_target_": "nemo.collections.asr.modules.RNNTJoint",
            "log_softmax": None,
            "fuse_loss_wer": False,
            "num_extra_outputs": len(_DURATIONS),
            "jointnet": {"joint_hidden": _SAID, "activation": "relu", "dropout": 0.0},
        },
        "decoding": {
            "strategy": "greedy_batch",
            "model_type": "tdt",
            "durations": _DURATIONS,
            "greedy": {"max_symbols": 10},
        },
        "loss": {"loss_name": "tdt", "tdt_kwargs": {"durations": _DURATIONS, "sigma": 0.02, "omega": 0.1}},
    }
