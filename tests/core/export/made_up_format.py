"""A format with options of its own, for what holds for all of them."""

from dataclasses import dataclass

from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.values import Transcript


@dataclass(frozen=True)
class MadeUpOptions:
    lines: int = setting(2, About("Lines", bounds=range(1, 4)))
    names: bool = setting(True, About("Names"))


def render(_transcript: Transcript, options: MadeUpOptions) -> str:
    return f"{options.lines} {options.names}\n"


MADE_UP = ExportFormat("made-up.txt", "Made up", render, MadeUpOptions())
