"""What can go wrong with known voices."""

from pathlib import Path

from desktop_app.translation import plural, tr


class KnownVoicesError(Exception):
    """Something that cannot be done with known voices; the message is one sentence that says why."""


class NoName(KnownVoicesError):
    """A person without a name."""

    def __init__(self) -> None:
        super().__init__(tr("Give the speaker a person's name first"))


class UnknownModel(KnownVoicesError):
    """A transcript that does not say by which model its voices were told apart, or names several."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "It is not known which model told the voices of this recording apart: "
                "transcribe it again to keep a voice"
            )
        )


class TooLittleSpeech(KnownVoicesError):
    """Too little clean speech to enrol anybody.

    found_s, needed_s: seconds of clean speech; found_turns, needed_turns: turns that it comes from.
    """

    def __init__(self, name: str, *, found_s: float, needed_s: float, found_turns: int, needed_turns: int) -> None:
        self.found_s, self.needed_s = found_s, needed_s
        self.found_turns, self.needed_turns = found_turns, needed_turns
        super().__init__(
            tr(
                "{name} is heard alone for {found_s:.1f} s {in_found_turns}; "
                "to know a voice again takes {needed_s:.0f} s {in_needed_turns}",
                name=name,
                found_s=found_s,
                in_found_turns=_in_turns(found_turns),
                needed_s=needed_s,
                in_needed_turns=_in_turns(needed_turns),
            )
        )


class PersonKnown(KnownVoicesError):
    """A person whose voice is known already, which is changed only when that is asked for."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(tr("The voice of {name} is known already: renew it to add this recording", name=name))


class PersonUnknown(KnownVoicesError):
    """A person whose voice is not known."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(tr("No voice of {name} is known", name=name))


class PeopleFileError(KnownVoicesError):
    """The file of known voices cannot be read or written, or its key cannot be had; nothing of it was changed."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(tr("The known voices in {path} {reason}", path=path, reason=reason))


class KeyLeft(KnownVoicesError):
    """All voices are deleted, but a key that they had may be left in the key ring."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(tr("The voices are deleted; their key could not be removed, as {reason}", reason=reason))


def _in_turns(count: int) -> str:
    return plural("in {n} turns", "in {n} turn", count)
