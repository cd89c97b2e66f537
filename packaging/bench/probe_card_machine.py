"""Prints what the figures of a card hang on."""

import json
import os
import platform
from importlib.metadata import PackageNotFoundError, version

from bench import card_setting
from bench.records import source_version
from desktop_app.core.models.forms.processor import processor_name
from desktop_app.core.models.torch.cuda import cuda_link

_PACKAGES = ("torch", "torchaudio", "onnxruntime", "pyannote.audio", "nemo_toolkit")


def main() -> None:
    """Look, and print."""
    machine = {
        "source": source_version(),
        "card": cuda_link().detail,
        "processor": f"{processor_name()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "checkpoint": card_setting.has_checkpoint(),
        "conversations": len(card_setting.conversations()),
        "small": card_setting.is_small(),
    }
    print(json.dumps({**machine, **{name: _version(name) for name in _PACKAGES}}))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


if __name__ == "__main__":
    main()
