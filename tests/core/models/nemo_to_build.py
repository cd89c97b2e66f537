"""NeMo where it builds models and exports them: on any Python, also on those where it cannot open a file."""

import tarfile
from types import ModuleType

import pytest

from desktop_app.core.models.torch.import_chain import import_nemo


def import_nemo_to_build() -> ModuleType:
    """nemo.collections.asr."""
    if hasattr(tarfile, "data_filter"):
        return import_nemo()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tarfile, "data_filter", None, raising=False)
        return import_nemo()
