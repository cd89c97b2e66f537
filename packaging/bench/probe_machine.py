"""Prints what the figures hang on: the machine, and the forms in which the speaker models run on it."""

import json
import os
import platform
from importlib.metadata import version

from desktop_app.core.models.forms.processor import processor_name
from desktop_app.core.pipeline.engines import Engines


def main() -> None:
    """Load the speaker models, which prepares them where they are not, and print."""
    engines = Engines()
    uses = (engines.recording_segmenter().engine.use, engines.embedders().first.use)
    machine = {
        "processor": processor_name(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        "onnxruntime": version("onnxruntime"),
        "forms": [{"role": use.role, "name": use.name, "note": use.note} for use in uses],
    }
    print(json.dumps(machine))


if __name__ == "__main__":
    main()
