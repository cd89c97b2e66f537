"""How the forms of the two speaker models are made and compared, on speech that is given."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models import segmentation_forms, trunk_forms
from desktop_app.core.models.carried import packed_model
from desktop_app.core.models.forms import Form
from desktop_app.core.models.manifest import SEGMENTATION, WESPEAKER
from desktop_app.core.models.segmentation_forms import OnnxSegmentation, SegmentationModel
from desktop_app.core.models.standard_onnx import standard_onnx
from desktop_app.core.models.trial import Agreement, embedding_agreement, segmentation_agreement
from desktop_app.core.models.wespeaker_trunk import OnnxTrunk, Trunk, projection_of, trunk_model

_PROBE_FRAMES = 100
"""A second sets ranges that are good enough to tell a form's speed."""
BATCH = 4
"""Windows that the segmentation is given at once, here and at work."""


class TrunkRecipe:
    """The forms of WeSpeaker's trunk."""

    forms = trunk_forms.FORMS

    def __init__(self, clips: Sequence[NDArray[np.float32]]) -> None:
        """clips: filter banks float32 [frames, 80] of speech.

        Every other one sets the ranges of 8-bit forms; forms are compared on those between. ModelUnavailable.
        """
        self._model = standard_onnx(packed_model(WESPEAKER), WESPEAKER.label)
        self._ranging, self._checking = clips[::2], clips[1::2]

    def original(self) -> Trunk:
        """See Recipe.original."""
        return OnnxTrunk(trunk_model(self._model).SerializeToString(), projection_of(self._model))

    def write(self, form: Form, folder: Path, *, thorough: bool) -> None:
        """See Recipe.write."""
        if thorough and form is Form.NCNN:
            return  # its one way of writing is the thorough one
        clips = self._ranging if thorough else [clip[:_PROBE_FRAMES] for clip in self._ranging[:1]]
        trunk_forms.write_trunk(form, self._model, clips, folder)

    def read(self, form: Form, folder: Path) -> Trunk:
        """See Recipe.read."""
        return trunk_forms.read_trunk(form, folder)

    def work(self, model: Trunk) -> None:
        """See Recipe.work."""
        model.features(self._checking[0])

    def agreement(self, original: Trunk, other: Trunk) -> Agreement:
        """See Recipe.agreement."""
        return embedding_agreement(self._embeddings(original), self._embeddings(other))

    def _embeddings(self, trunk: Trunk) -> NDArray[np.float32]:
        """Of the clips to check on, float32 [clips, 256]; every frame weighs the same."""
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            pooled = [
                np.concatenate([features.mean(axis=1), features.std(axis=1, ddof=1)])
                for features in pool.map(trunk.features, self._checking)
            ]
        return np.asarray(np.stack(pooled) @ trunk.projection.weight.T + trunk.projection.bias, np.float32)


class SegmentationRecipe:
    """The forms of the segmentation model."""

    forms = segmentation_forms.FORMS

    def __init__(self, windows: NDArray[np.float32]) -> None:
        """windows: speech, float32 [windows, 1, 160000]. ModelUnavailable."""
        self._model = standard_onnx(packed_model(SEGMENTATION), SEGMENTATION.label)
        self._windows = windows

    def original(self) -> SegmentationModel:
        """See Recipe.original."""
        return OnnxSegmentation(self._model.SerializeToString())

    def write(self, form: Form, folder: Path, *, thorough: bool) -> None:
        """See Recipe.write; there is one way of writing."""
        if not thorough:
            segmentation_forms.write_segmentation(form, self._model, folder)

    def read(self, form: Form, folder: Path) -> SegmentationModel:
        """See Recipe.read."""
        return segmentation_forms.read_segmentation(form, folder)

    def work(self, model: SegmentationModel) -> None:
        """See Recipe.work."""
        model.activity(self._windows[:BATCH])

    def agreement(self, original: SegmentationModel, other: SegmentationModel) -> Agreement:
        """See Recipe.agreement."""
        return segmentation_agreement(original.activity(self._windows), other.activity(self._windows))
