"""How the forms of WeSpeaker's trunk are made and compared, on speech that is given."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.forms.form_trial import Agreement, embedding_agreement
from desktop_app.core.models.forms.model_forms import Form
from desktop_app.core.models.forms.standard_onnx import standard_onnx
from desktop_app.core.models.forms.trunk_forms import preferred_forms, read_trunk, write_trunk
from desktop_app.core.models.forms.wespeaker_trunk import OnnxTrunk, Trunk, projection_of, trunk_model
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.models.packaged_models import packed_model
from desktop_app.core.models.usable_cores import usable_cores


class TrunkRecipe:
    """The forms of the trunk."""

    def __init__(self, ranging: Sequence[NDArray[np.float32]], checking: Sequence[NDArray[np.float32]]) -> None:
        """ranging, checking: filter banks float32 [frames, 80] of speech, to set the ranges of 8-bit forms on, and to
        compare forms on. ModelUnavailable.
        """
        self.forms = preferred_forms()
        self._model = standard_onnx(packed_model(WESPEAKER), WESPEAKER.label)
        self._ranging, self._checking = ranging, checking

    def original(self) -> Trunk:
        """See Recipe.original."""
        return OnnxTrunk(trunk_model(self._model).SerializeToString(), projection_of(self._model))

    def write(self, form: Form, folder: Path) -> None:
        """See Recipe.write."""
        write_trunk(form, self._model, self._ranging, folder)

    def read(self, form: Form, folder: Path) -> Trunk:
        """See Recipe.read."""
        return read_trunk(form, folder)

    def work(self, model: Trunk) -> None:
        """See Recipe.work."""
        model.features(self._checking[0])

    def agreement(self, original: Trunk, form: Form, other: Trunk) -> Agreement:
        """See Recipe.agreement."""
        return embedding_agreement(self._embeddings(original), self._embeddings(other), exact=form.is_exact)

    def _embeddings(self, trunk: Trunk) -> NDArray[np.float32]:
        """Of the clips to check on, float32 [clips, 256]; every frame weighs the same."""
        with ThreadPoolExecutor(usable_cores()) as pool:
            pooled = [
                np.concatenate([features.mean(axis=1), features.std(axis=1, ddof=1)])
                for features in pool.map(trunk.features, self._checking)
            ]
        return np.asarray(np.stack(pooled) @ trunk.projection.weight.T + trunk.projection.bias, np.float32)
