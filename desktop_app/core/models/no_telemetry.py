"""Nothing calls home: the telemetry of the packages that run models, switched off."""

import os

_SILENT = {
    "PYANNOTE_METRICS_ENABLED": "0",
    "OTEL_SDK_DISABLED": "true",
    "HF_HUB_OFFLINE": "1",
    "HF_DATASETS_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "WANDB_MODE": "disabled",
}
"""What keeps these packages from calling home; some read it when they are imported, some at every call."""


def silence() -> None:
    """Switch off whatever calls home; for before any of these packages, or huggingface_hub, is imported."""
    os.environ.update(_SILENT)
