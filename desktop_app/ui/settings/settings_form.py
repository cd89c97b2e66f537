"""All settings below each other, by their parts."""

from collections.abc import Mapping

from desktop_app.core.store.setting_declarations import about_part, declarations, parts, setting_value
from desktop_app.core.store.settings import Settings
from desktop_app.ui.settings.declared_form import DeclaredForm, FormPart


class SettingsForm(DeclaredForm):
    """fields: by the settings' keys."""

    def __init__(self, settings: Settings, examples: Mapping[str, str]) -> None:
        """examples: of values, by their keys, shown while there is none."""
        named = [FormPart(about_part(part).label, declared) for part, declared in parts().items()]
        super().__init__(named, {each.key: setting_value(settings, each.key) for each in declarations()})
        for key, example in examples.items():
            self.fields[key].field().setPlaceholderText(example)  # type: ignore[attr-defined]  # it is a line
