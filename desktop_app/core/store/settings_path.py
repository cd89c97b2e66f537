"""Where the user's settings lie."""

from pathlib import Path

from desktop_app.user_folders import config_folder


def settings_file() -> Path:
    """The TOML file, which need not exist."""
    return config_folder() / "settings.toml"
