"""The convolutions of WeSpeaker on torch, for many clips at once."""

from collections.abc import Iterator, Sequence
from threading import local
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.embedding.clip_features import Stretch
from desktop_app.core.embedding.fbank import FRAME_SAMPLES, HOP_SAMPLES, MEL_BINS, fbank
from desktop_app.core.models.torch.lanes import Lanes

if TYPE_CHECKING:
    import torch
    from pyannote.audio.models.embedding.wespeaker import BaseWeSpeakerResNet

_LEVELS = 4
"""The trunk halves the frames three times: it works on all, a half, a quarter and an eighth of them."""
_LEAST_SHARE = 0.75
"""Stretches go together where none is shorter than this share of the longest: padding costs as much as speech."""


def bank_count(samples: int) -> int:
    """How many filter banks a clip of so many samples has."""
    return max(0, (samples - FRAME_SAMPLES) // HOP_SAMPLES + 1)


class TorchTrunk:
    """The trunk of a model, on a device, for clips of different lengths at once; any number of threads may use it.

    In a batch, every clip has the features that it has alone: what lies beyond a clip's end is silenced before each
    convolution, as if the convolution had padded the clip itself.
    """

    def __init__(self, model: "BaseWeSpeakerResNet", *, device: str, precision: "torch.dtype") -> None:
        """precision: of the convolutions alone; filter banks are always float32."""
        import torch

        self._model = model.to(device, memory_format=torch.channels_last)
        self._device = torch.device(device)
        self._precision = precision
        self._lanes = Lanes(device)
        self._batch = local()
        """beyond: where the clips of the batch that this thread works on are over."""
        for module in model.resnet.modules():
            if isinstance(module, torch.nn.Conv2d):
                module.register_forward_pre_hook(self._silence_beyond_ends)

    def features(
        self, clips: Sequence[tuple[NDArray[np.float32], Sequence[Stretch]]]
    ) -> list[list[NDArray[np.float32]]]:
        """Features float32 [rows, ceil(banks / 8)] of each of these stretches of filter banks, for each clip.

        clips: samples float32 [n], 16 kHz, and stretches [start, end) of their filter banks. RuntimeError as torch's.
        """
        import torch

        if not any(stretches for _, stretches in clips):
            return [[] for _ in clips]
        with self._lanes.one(), torch.inference_mode():
            banks = self._banks([samples for samples, _ in clips])
            parts = [banks[i][start:end] for i, (_, stretches) in enumerate(clips) for start, end in stretches]
            heard = iter(self._through_trunk(parts))
        return [[next(heard) for _ in stretches] for _, stretches in clips]

    def _banks(self, clips: Sequence[NDArray[np.float32]]) -> "list[torch.Tensor]":
        """Filter banks float32 [banks, bins] of each clip, with the mean over the clip taken out."""
        import torch

        if self._device.type == "cpu" and self._model.hparams.num_mel_bins == MEL_BINS:
            return [torch.from_numpy(fbank(samples)) for samples in clips]  # ten times as fast there
        waveforms = np.zeros((len(clips), 1, max(FRAME_SAMPLES, *map(len, clips))), np.float32)
        for row, samples in zip(waveforms, clips, strict=True):
            row[0, : len(samples)] = samples
        together = self._model.compute_fbank(self._lanes.there(waveforms))
        alone = [banks[: bank_count(len(samples))] for banks, samples in zip(together, clips, strict=True)]
        # They were centred by the mean over the padding too.
        return [banks - banks.mean(dim=0) if len(banks) else banks for banks in alone]

    def _through_trunk(self, parts: "Sequence[torch.Tensor]") -> list[NDArray[np.float32]]:
        heard: list[NDArray[np.float32]] = [np.empty((0, 0), np.float32)] * len(parts)
        groups = list(_of_like_length([len(part) for part in parts]))
        on_device = [self._group_through_trunk([parts[index] for index in group]) for group in groups]
        for group, features in zip(groups, on_device, strict=True):
            block = self._lanes.back(features).float().numpy()
            for row, index in zip(block, group, strict=True):
                heard[index] = row[:, : -(-len(parts[index]) // 8)]
        return heard

    def _group_through_trunk(self, parts: "Sequence[torch.Tensor]") -> "torch.Tensor":
        """Features [parts, rows, ceil(most banks / 8)] in the trunk's precision."""
        import torch
        from torch.nn.utils.rnn import pad_sequence

        self._batch.beyond = self._beyond_ends([len(part) for part in parts])
        try:
            with torch.autocast(self._device.type, self._precision, enabled=self._precision != torch.float32):
                return self._model.resnet.forward_frames(pad_sequence(list(parts), batch_first=True)).flatten(1, 2)
        finally:
            self._batch.beyond = {}

    def _silence_beyond_ends(self, _: Any, inputs: "tuple[torch.Tensor]") -> None:  # noqa: ANN401  a module of torch
        (planes,) = inputs
        beyond = self._batch.beyond.get(planes.shape[-1])
        if beyond is not None:
            planes.masked_fill_(beyond, 0.0)

    def _beyond_ends(self, lengths: Sequence[int]) -> "dict[int, torch.Tensor]":
        """For the number of frames at every level, where each clip is over: bool [clips, 1, 1, frames].

        Empty where all clips are equally long.
        """
        import torch

        if min(lengths) == max(lengths):
            return {}
        ends = self._lanes.there(np.array(lengths))[:, None, None, None]
        frames, masks = max(lengths), {}
        for _ in range(_LEVELS):
            masks[frames] = torch.arange(frames, device=self._device) >= ends
            frames, ends = (frames + 1) // 2, (ends + 1) // 2
        return masks


def _of_like_length(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of stretches in groups of about one length."""
    group: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        if group and lengths[index] < _LEAST_SHARE * lengths[group[0]]:
            yield group
            group = []
        group.append(index)
    if group:
        yield group
