"""Where the frozen application begins: window, command line, and every process that it starts."""

import multiprocessing
import os
import sys
from collections.abc import MutableMapping

_LIBRARIES = "LD_LIBRARY_PATH"
_PLUGINS = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH")


def leave_others_their_libraries(environment: MutableMapping[str, str]) -> None:
    """Let programs of the system that are started from here load the system's libraries and Qt's plugins, not ours.

    Linux has read its variable for this process already, and Qt finds its plugins without. The application's own
    processes set all of it anew, as they begin as if nobody had started them.
    """
    environment["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    for variable in (_LIBRARIES, *_PLUGINS):
        environment.pop(variable, None)
    if (before := environment.pop(f"{_LIBRARIES}_ORIG", None)) is not None:
        environment[_LIBRARIES] = before


if __name__ == "__main__":
    if sys.platform == "linux":
        leave_others_their_libraries(os.environ)
    multiprocessing.freeze_support()
    from desktop_app.cli import main

    sys.exit(main())
