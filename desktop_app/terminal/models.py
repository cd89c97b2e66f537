"""`diarist models`: what is here, for people or programs, and getting and removing models with a bar that moves."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from desktop_app.core.models.engine_test import EngineTest
from desktop_app.core.models.errors import ModelStoreError, ModelUnavailable
from desktop_app.core.models.identify_files import recognise
from desktop_app.core.models.import_model import take_in
from desktop_app.core.models.inventory import ModelEntry, examine, inventory
from desktop_app.core.models.locate_model import FoundModel
from desktop_app.core.models.model_descriptions import accuracy, needs, purpose
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.remove_model import remove_model

_BAR_WIDTH = 24


def print_list(*, as_json: bool) -> bool:
    """Print every model with its state; True if none that is here is wrong."""
    entries = inventory()
    print(_json_list(entries) if as_json else "\n\n".join(map(_text, entries)))
    return all(entry.state != "wrong" for entry in entries)


def fetch(spec: ModelSpec) -> bool:
    """Fetch a model; True if it is here then."""
    from desktop_app.core.models.download import fetch_model

    bar = BytesBar(sys.stderr, spec.name)
    try:
        found = fetch_model(spec, on_bytes=bar.show)
    except (ModelStoreError, ModelUnavailable) as error:
        bar.clear()
        print(f"diarist: {error}", file=sys.stderr)
        return False
    finally:
        bar.clear()
    _say_where(found)
    return _try_out(spec)


def take_in_files(source: Path, spec: ModelSpec | None, sha256: str | None) -> bool:
    """Take in the models of a file or folder, see `recognise`; True if all are in the store then."""
    all_pass = True
    try:
        for model in recognise(source, spec=spec, sha256=sha256):
            bar = BytesBar(sys.stderr, model.spec.name)
            try:
                found = take_in(model, on_bytes=bar.show)
            finally:
                bar.clear()
            _say_where(found)
            all_pass = _try_out(model.spec) and all_pass
    except (ModelStoreError, ModelUnavailable) as error:
        print(f"diarist: {error}", file=sys.stderr)
        return False
    return all_pass


def verify(spec: ModelSpec | None) -> bool:
    """Print the state of every file of one model, or of all that are here; True if none is wrong."""
    entries = inventory() if spec is None else (examine(spec),)
    for entry in entries:
        for file in entry.files:
            print(f"{entry.spec.name}: {file.path}: {file.state}")
        if entry.state == "wrong" or (spec is not None and entry.state == "not installed"):
            print(f"diarist: {entry.spec.name}: {entry.reason or 'not installed'}. {entry.hint}", file=sys.stderr)
    return all(entry.state == "right" or (spec is None and entry.state == "not installed") for entry in entries)


def remove(spec: ModelSpec, *, even_own: bool) -> bool:
    """Remove a model from the store; True if that worked."""
    from desktop_app.core.pipeline.new_model import forget_form

    try:
        remove_model(spec, even_own=even_own)
    except ModelStoreError as error:
        print(f"diarist: {error}", file=sys.stderr)
        return False
    forget_form(spec)
    print(f"{spec.name} is removed.")
    return True


def size_in_words(size_bytes: int) -> str:
    """'27 MB', '2.51 GB'."""
    return f"{size_bytes / 1e9:.2f} GB" if size_bytes >= 1e9 else f"{size_bytes / 1e6:.1f} MB"


class BytesBar:
    """How much of a model is done, in one line that is written over, where that is a terminal."""

    def __init__(self, stream: TextIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self._shown = ""

    def show(self, done: int, total: int) -> None:
        """So many bytes are done, of how many."""
        fraction = done / total
        filled = round(fraction * _BAR_WIDTH)
        bar = "█" * filled + "░" * (_BAR_WIDTH - filled)
        self._write(f"{bar} {fraction:4.0%}  {size_in_words(done)} of {size_in_words(total)}  {self._name}"[:100])

    def clear(self) -> None:
        """Leave an empty line."""
        self._write("")

    def _write(self, line: str) -> None:
        if self._stream.isatty() and line != self._shown:
            blank = " " * max(0, len(self._shown) - len(line))
            print(f"\r{line}{blank}" + ("" if line else "\r"), end="", file=self._stream, flush=True)
            self._shown = line


def _try_out(spec: ModelSpec) -> bool:
    """Test the model on this computer, and print what comes of it; False if it is not to be used."""
    from desktop_app.core.pipeline.new_model import takes_test, try_out

    if not takes_test(spec):
        return True
    try:
        try_out(spec)
    except ModelUnavailable as error:
        print(f"diarist: {error}", file=sys.stderr)
        return False
    if (test := examine(spec).test) is not None:
        print(f"{spec.name} has passed its test here: {_test(test)}")
    return True


def _test(test: EngineTest) -> str:
    if test.fault:
        return f"FAILED: {test.fault}"
    return f"{100 * test.wrong:.1f} of 100 known words wrong, {test.speed:.1f} times as fast as speech"


def _say_where(found: FoundModel) -> None:
    kind = "your own " if found.own else ""
    print(f"{kind}{found.spec.name} is in the {found.place}: {found.files[0][0]}")


def _text(entry: ModelEntry) -> str:
    spec = entry.spec
    lines = [f"{spec.name}: {spec.label}, {purpose(spec)}", f"  state     {_state(entry)}"]
    if entry.reason:
        lines.append(f"  why       {entry.reason}")
    if entry.hint:
        lines.append(f"  do        {entry.hint}")
    lines += [f"  file      {file.path} ({size_in_words(file.size)}, {file.state})" for file in entry.files]
    if not entry.files:
        lines.append(f"  size      {size_in_words(spec.size)}")
    if accuracy(spec):
        lines.append(f"  errors    {accuracy(spec)}")
    if needs(spec):
        lines.append(f"  needs     {needs(spec)}")
    if entry.test is not None:
        lines.append(f"  test      {_test(entry.test)}")
    if spec.hub:
        lines.append(f"  from      {spec.hub.url}")
    return "\n".join([*lines, f"  licence   {spec.licence}; {spec.attribution}"])


def _state(entry: ModelEntry) -> str:
    if entry.state == "not installed":
        fetched = f", {size_in_words(entry.partial_bytes)} of it fetched" if entry.partial_bytes else ""
        return f"not installed{fetched}"
    kinds = [each for each in ("your own" if entry.own else "", entry.note) if each]
    place = f", in the {entry.place}" if entry.place else ""
    return ("in order" if entry.state == "right" else "NOT IN ORDER") + place + "".join(f", {kind}" for kind in kinds)


def _json_list(entries: tuple[ModelEntry, ...]) -> str:
    return json.dumps({"models": [_as_dict(entry) for entry in entries]}, ensure_ascii=False, indent=2)


def _as_dict(entry: ModelEntry) -> dict[str, object]:
    spec = entry.spec
    known = {"name": spec.name, "role": spec.role, "label": spec.label, "purpose": purpose(spec)}
    terms = {"licence": spec.licence, "attribution": spec.attribution}
    found = asdict(entry)
    del found["spec"]
    return known | terms | {"size": spec.size, "url": spec.hub.url if spec.hub else None} | found
