"""A WeSpeaker checkpoint as pyannote.audio saves them, of its own class, with random weights and few mel bins."""

import hashlib
from pathlib import Path

from desktop_app.core.models.torch.import_chain import import_pyannote
from desktop_app.core.models.torch.wespeaker_checkpoint import FILE_NAME

MEL_BINS = 8
"""The fewest it takes: a tenth of the real model's work."""


def save_tiny_wespeaker(folder: Path, *, mel_bins: int = MEL_BINS, seed: int = 7) -> tuple[Path, str]:
    """The file and its sha256."""
    import_pyannote()
    import torch
    from pyannote.audio.models.embedding import WeSpeakerResNet34

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        model = WeSpeakerResNet34(num_mel_bins=mel_bins)
        for module in model.modules():
            if isinstance(module, torch.nn.BatchNorm2d):  # as after training: nothing is centred by itself
                torch.nn.init.uniform_(module.weight, 0.5, 1.0)
                torch.nn.init.normal_(module.bias, std=0.2)
                torch.nn.init.normal_(module.running_mean, std=0.2)
    return save_checkpoint(model, folder)


def save_checkpoint(model: object, folder: Path) -> tuple[Path, str]:
    """Any model of pyannote.audio as a checkpoint: the file and its sha256."""
    import torch
    from pyannote.audio.core.task import Problem, Resolution, Specifications

    model.specifications = Specifications(Problem.REPRESENTATION, Resolution.CHUNK, duration=5.0)
    checkpoint = {
        "state_dict": model.state_dict(),
        "hyper_parameters": dict(model.hparams),
        "pytorch-lightning_version": "2.4.0",
    }
    model.on_save_checkpoint(checkpoint)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE_NAME
    torch.save(checkpoint, file)
    return file, hashlib.sha256(file.read_bytes()).hexdigest()
