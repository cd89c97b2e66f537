"""The vocabulary of the user: names and jargon that a recogniser prefers, one term after the other."""

from desktop_app.core.store.settings_file import change_settings, load_settings


def add_to_vocabulary(term: str) -> None:
    """Put a term behind the others, in the settings, if it is not among them. SettingsError where they cannot be read
    or written."""
    term = " ".join(term.split())
    known = load_settings().asr.vocabulary
    if term and term not in known:
        change_settings({"asr.vocabulary": (*known, term)})
