"""A Sortformer of 40 000 weights that knows nothing: the real class, which hears up to eight voices as it streams."""

import hashlib
import warnings
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from models.nemo_to_build import import_nemo_to_build
from models.packaged_recordings import DIALOGUE, packaged_samples
from numpy.typing import NDArray

from desktop_app.core.audio.log_mel import LogMel
from desktop_app.core.diarization.sortformer.schedule import FEATURES_PER_FRAME, Schedule
from desktop_app.core.diarization.timeline import Segment

if TYPE_CHECKING:
    from nemo.collections.asr.models import SortformerEncLabelModel
    from torch import Tensor

VOICES = 8
SCHEDULE = Schedule(chunk=20, before=1, after=3, recent=20, moved=20, memory=40, silences=1)
"""Small enough for the memory to be chosen anew every two seconds."""
_WIDTH, _HEAD_WIDTH, _BANDS = 32, 16, 128
_FRAME_MS = 80
_RATE, _STEPS, _WELL_KNOWN = 3e-3, 300, 0.003
_USUAL, _SPREAD = -2.0, 2.0
"""Mean and deviation of the logits: of eight voices, one or two speak at a time, and now and then none."""
_THEIR_NAMES = {
    "chunk": "chunk_len",
    "before": "chunk_left_context",
    "after": "chunk_right_context",
    "recent": "fifo_len",
    "moved": "spkcache_update_period",
    "memory": "spkcache_len",
    "silences": "spkcache_sil_frames_per_spk",
}


def recipe_hash() -> str:
    """Changes with whatever the taught model depends on."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    digest.update(f"{version('nemo_toolkit')} {version('torch')}".encode())
    return digest.hexdigest()[:16]


def untaught(*, seed: int, voices: int = VOICES) -> "SortformerEncLabelModel":
    """Its weights are chance; what it says goes up and down with the sound, from silence to several voices."""
    model = _made(seed, voices)
    _make_lively(model)
    return model


def taught(samples: NDArray[np.float32], people: Sequence[Segment], *, seed: int = 0) -> "SortformerEncLabelModel":
    """It knows one recording by heart, float32 [n], and who speaks in it; in half a minute."""
    import torch
    from torch.nn.functional import binary_cross_entropy

    model = _made(seed, VOICES)
    features, count = LogMel(_BANDS, is_normalised=False).features(samples)
    sound, length = torch.tensor(features[None, :, :count]), torch.tensor([count])
    truth = torch.tensor(_truth(people, -(-count // FEATURES_PER_FRAME)))
    optimiser = torch.optim.Adam(model.parameters(), _RATE)
    for _ in range(_STEPS):
        frames, lengths = model.frontend_encoder(processed_signal=sound, processed_signal_length=length)
        likely = model.forward_infer(frames, lengths)[0]
        loss = binary_cross_entropy(likely.clamp(1e-6, 1 - 1e-6), truth)
        if loss < _WELL_KNOWN:
            break
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return model


def _truth(people: Sequence[Segment], frames: int) -> NDArray[np.float32]:
    truth = np.zeros((frames, VOICES), np.float32)
    for each in people:
        truth[round(each.start_ms / _FRAME_MS) : round(each.end_ms / _FRAME_MS), each.speaker] = 1
    return truth


def _made(seed: int, voices: int) -> "SortformerEncLabelModel":
    import_nemo_to_build()
    import torch

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch and NeMo warn of what they do themselves
        from nemo.collections.asr.models import SortformerEncLabelModel
        from omegaconf import OmegaConf

        torch.manual_seed(seed)
        return SortformerEncLabelModel(OmegaConf.create(_settings(voices))).eval()


def _make_lively(model: "SortformerEncLabelModel") -> None:
    """Let each voice come and go with the dialogue: chance alone lets it speak always, or never."""
    import torch

    last = model.sortformer_modules.single_hidden_to_spks
    with torch.no_grad():
        likely = torch.tensor(heard_by_nemo(model, packaged_samples(DIALOGUE))).logit()
        by = _SPREAD / likely.std(dim=0)
        last.weight.mul_(by[:, None])
        last.bias.copy_((last.bias - likely.mean(dim=0)) * by + _USUAL)


def adopt(model: "SortformerEncLabelModel", schedule: Schedule) -> None:
    """Let it hear a recording in these portions."""
    for name, value in adopted(schedule).items():
        setattr(model.sortformer_modules, name, value)


def adopted(schedule: Schedule) -> dict[str, int]:
    """A schedule in NeMo's names."""
    return {_THEIR_NAMES[ours]: value for ours, value in asdict(schedule).items()}


def earlier_of_equals(scores: "Tensor", k: int, *, dim: int, **_: object) -> tuple["Tensor", "Tensor"]:
    """torch.topk, but that of several equal scores it takes the earlier; which the real one takes is left open."""
    import torch

    values, places = torch.sort(scores, dim=dim, descending=True, stable=True)
    return values.narrow(dim, 0, k), places.narrow(dim, 0, k)


def export(model: "SortformerEncLabelModel", path: Path) -> None:
    """Write it as NeMo exports such models, for portions of any length.

    NeMo puts memory and portion together by a script that torch's exporter does not take. For one recording at a time,
    in arrays without room to spare, that is to put one behind the other.
    """
    import torch

    def examples(frames: int, width: int) -> tuple["torch.Tensor", "torch.Tensor"]:
        return torch.randn(1, frames, width), torch.tensor([frames])

    axes = ("chunk", "spkcache", "fifo", "spkcache_fifo_chunk_preds", "chunk_pre_encode_embs")
    script = model.concat_and_pad_script
    model.concat_and_pad_script = lambda parts, lengths: (torch.cat(parts, dim=1), torch.stack(lengths).sum(dim=0))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch and NeMo warn of what they do themselves
        model.export(
            str(path),
            input_example=(*examples(120, _BANDS), *examples(40, _WIDTH), *examples(12, _WIDTH)),
            dynamic_axes={name: {0: "batch", 1: f"{name}_time"} for name in axes},
        )
    model.concat_and_pad_script = script


def heard_by_nemo(model: "SortformerEncLabelModel", samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """How likely each voice speaks in each frame, as NeMo itself streams the recording: float32 [frames, voices]."""
    import torch

    with torch.inference_mode(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        likely = model(audio_signal=torch.tensor(samples[None]), audio_signal_length=torch.tensor([len(samples)]))
    return np.asarray(likely[0].numpy(), np.float32)


def _settings(voices: int) -> dict[str, Any]:
    modules = "nemo.collections.asr.modules"
    return {
        "max_num_of_spks": voices,
        "streaming_mode": True,
        "model_defaults": {"fc_d_model": _WIDTH, "tf_d_model": _HEAD_WIDTH},
        "preprocessor": {
            "_target_": f"{modules}.AudioToMelSpectrogramPreprocessor",
            "normalize": "NA",
            "features": _BANDS,
            "n_fft": 512,
            "window_size": 0.025,
            "window_stride": 0.01,
            "sample_rate": 16000,
            "dither": 0.0,
        },
        "sortformer_modules": {
            "_target_": f"{modules}.sortformer_modules.SortformerModules",
            "num_spks": voices,
            "fc_d_model": _WIDTH,
            "tf_d_model": _HEAD_WIDTH,
            "subsampling_factor": FEATURES_PER_FRAME,
        }
        | adopted(SCHEDULE),
        "encoder": {
            "_target_": f"{modules}.ConformerEncoder",
            "feat_in": _BANDS,
            "n_layers": 2,
            "d_model": _WIDTH,
            "n_heads": 4,
            "subsampling": "dw_striding",
            "subsampling_factor": FEATURES_PER_FRAME,
            "subsampling_conv_channels": 16,
            "conv_kernel_size": 9,
            "ff_expansion_factor": 2,
        },
        "transformer_encoder": {
            "_target_": f"{modules}.transformer.transformer_encoders.TransformerEncoder",
            "num_layers": 1,
            "hidden_size": _HEAD_WIDTH,
            "inner_size": 2 * _HEAD_WIDTH,
            "num_attention_heads": 4,
            "pre_ln_final_layer_norm": True,
        },
        "loss": {"_target_": "nemo.collections.asr.losses.bce_loss.BCELoss"},
    }
