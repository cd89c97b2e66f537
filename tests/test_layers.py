"""What is loaded when: no Qt below the jobs, nothing heavy before it is needed. Each question asks a fresh process."""

import os
import pkgutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import desktop_app.core
import desktop_app.ui.state

ROOT = Path(desktop_app.core.__file__).parents[2]
SOUND = {"scipy", "av", "soxr", "soundfile", "sounddevice"}
ENGINES = SOUND | {"torch", "onnxruntime", "moonshine_voice", "cryptography", "keyring"}


def modules_of(package: ModuleType) -> list[str]:
    return sorted(found.name for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."))


CORE = modules_of(desktop_app.core)


def loaded_by(*modules: str, before: str = "") -> set[str]:
    """The top-level packages that a fresh process holds after importing the modules."""
    code = f"import sys; {before}\nimport {', '.join(modules)}\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.split())


def test_the_command_line_starts_without_anything_heavy() -> None:
    assert loaded_by("desktop_app.cli", "desktop_app.__main__").isdisjoint(ENGINES | {"PySide6", "numpy"})


def test_the_terminal_needs_no_qt() -> None:
    modules = ("desktop_app.terminal.batch", "desktop_app.terminal.doctor", "desktop_app.terminal.reporter")
    assert loaded_by(*modules).isdisjoint(ENGINES | {"PySide6"})


def test_every_module_of_the_core_imports_where_qt_cannot_be() -> None:
    assert len(CORE) > 40
    assert loaded_by(*CORE, before="sys.modules['PySide6'] = None").isdisjoint(ENGINES)


def test_what_the_window_holds_imports_where_widgets_cannot_be() -> None:
    state = modules_of(desktop_app.ui.state)
    assert len(state) > 10
    without = "sys.modules |= {'PySide6.QtWidgets': None, 'PySide6.QtGui': None}"
    assert loaded_by(*state, before=without).isdisjoint(ENGINES)


@pytest.mark.parametrize("module", ["desktop_app.jobs.engine", "desktop_app.jobs.messages"])
def test_the_engine_process_needs_no_qt(module: str) -> None:
    assert loaded_by(module).isdisjoint(ENGINES | {"PySide6"})


@pytest.mark.parametrize("module", ["desktop_app.app", "desktop_app.ui.frame.main_window"])
def test_the_window_shows_before_any_engine_is_loaded(module: str) -> None:
    loaded = loaded_by(module)
    assert "PySide6" in loaded
    assert loaded.isdisjoint(ENGINES | {"numpy"})
