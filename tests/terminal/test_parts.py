import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.terminal import parts
from desktop_app.terminal.parts import Wanted, wanted_later


def test_what_functions_import_when_they_run_is_found_in_their_byte_code() -> None:
    source = """
import json
def outer():
    from a.b import c, d
    def inner():
        import e.f
class Held:
    def method(self):
        import g
"""
    found = set(wanted_later(compile(source, "module", "exec")))
    assert found == {
        Wanted("a.b", ""),
        Wanted("a.b", "c"),
        Wanted("a.b", "d"),
        Wanted("e.f", ""),
        Wanted("g", ""),
    }


def test_a_module_that_is_not_there_is_named_with_whoever_needs_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = tmp_path / "made_up_for_parts"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "good.py").write_text("def later():\n    import json, torch, no_such_package\n")
    (package / "bad.py").write_text("import nor_this_one\n")
    (package / "serving.py").write_text("import fastapi.no_such_part\n")
    monkeypatch.syspath_prepend(tmp_path)
    made_up = __import__(package.name)
    monkeypatch.setattr(parts, "desktop_app", made_up)
    assert not parts.print_parts()
    said = capsys.readouterr().out
    assert "made_up_for_parts.bad: No module named 'nor_this_one'" in said
    assert "made_up_for_parts.good needs no_such_package: No module named 'no_such_package'" in said
    assert "torch" not in said
    assert "fastapi" not in said
    assert "2 do not load." in said


@pytest.mark.slow
def test_every_module_of_diarist_loads_and_so_does_all_that_it_imports_later() -> None:
    ran = subprocess.run([sys.executable, "-m", "desktop_app", "doctor", "--parts"], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout
    assert ran.stdout.endswith("All load.\n")
