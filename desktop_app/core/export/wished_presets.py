"""What is to be written by itself, from the names of presets and formats."""

from collections.abc import Iterable, Sequence

from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.preset import Preset, built_in_presets, own_presets
from desktop_app.core.export.registry import format_for
from desktop_app.core.store.errors import SettingsError
from desktop_app.translation import tr


def wished_presets(names: Iterable[str], formats: Sequence[ExportFormat]) -> tuple[Preset, ...]:
    """The presets of these names, then all formats that are called so, in one.

    SettingsError where there is neither, or the user's own presets cannot be read.
    """
    known = {preset.name: preset for preset in (*built_in_presets(formats), *own_presets(formats))}
    asked = tuple(names)
    loose = tuple(dict.fromkeys(_format(name, formats) for name in asked if name not in known))
    presets = tuple(known[name] for name in asked if name in known)
    return (*presets, Preset("", loose)) if loose else presets


def _format(name: str, formats: Sequence[ExportFormat]) -> ExportFormat:
    try:
        return format_for(name, formats)
    except ValueError as error:
        raise SettingsError(tr("there is no preset and no format that is called {name}", name=name)) from error
