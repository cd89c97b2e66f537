"""The packages that serving needs beyond what Diarist does."""

import sys
from importlib.util import find_spec

from desktop_app.server.errors import CannotServe

_PACKAGES = {"fastapi": "fastapi", "uvicorn": "uvicorn", "python-multipart": "python_multipart"}


def require_packages() -> None:
    """CannotServe, with the line that installs them, unless all are there. None is imported."""
    missing = [package for package, module in _PACKAGES.items() if find_spec(module) is None]
    if missing:
        install = f"{sys.executable} -m pip install {' '.join(missing)}"
        raise CannotServe(f"serving needs {' and '.join(missing)}, which come with: {install}")
