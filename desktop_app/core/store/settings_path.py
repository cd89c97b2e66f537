"""Where the user's settings lie."""

from pathlib import Path

from platformdirs import user_config_path


def settings_file() -> Path:
    """The TOML file, which need not exist."""
    return user_config_path("diarist", appauthor=False) / "settings.toml"
