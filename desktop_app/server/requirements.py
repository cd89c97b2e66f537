"""The packages that serving needs beyond what Diarist does."""

from desktop_app.installation import how_to_add, lacking
from desktop_app.server.errors import CannotServe

_PACKAGES = {"fastapi": "fastapi", "uvicorn": "uvicorn", "python-multipart": "python_multipart"}


def require_packages() -> None:
    """CannotServe, with what to do, unless all are there. None is imported."""
    if missing := lacking(_PACKAGES):
        raise CannotServe(f"serving needs {' and '.join(missing)}. {how_to_add('server')}")
