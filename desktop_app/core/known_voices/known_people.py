"""Everybody whose voice is known, as the file has them."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.known_voices.errors import PersonKnown, PersonUnknown
from desktop_app.core.known_voices.key_ring import in_this_language
from desktop_app.core.known_voices.person import Person
from desktop_app.core.known_voices.reference_vectors import with_more
from desktop_app.core.transcript.speaker_names import same_name
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """Everybody whose voice is known.

    encrypted: whether the file is; plain_because: why it is not, a clause; None where it is, or where there is none.
    """

    people: tuple[Person, ...] = ()
    encrypted: bool = False
    plain_because: str | None = None

    @property
    def protection(self) -> str:
        """How the voices are kept, in a sentence for people."""
        if self.encrypted:
            return tr("The voices are encrypted, with a key in this computer's key ring")
        if self.plain_because:
            return tr("The voices are not encrypted: {reason}", reason=in_this_language(self.plain_because))
        return tr("No voices are kept")

    @property
    def names(self) -> tuple[str, ...]:
        """Whose voices are known, in the order in which they became so."""
        return tuple(dict.fromkeys(person.name for person in self.people))


def with_person(people: tuple[Person, ...], person: Person, *, renew: bool) -> tuple[Person, ...]:
    """The people and one more. renew: adds to the voice of who is known already; else PersonKnown for such a one."""
    if not any(each.is_same(person) for each in people):
        return (*people, person)
    if not renew:
        raise PersonKnown(person.name)
    return tuple(with_more(each, person) if each.is_same(person) else each for each in people)


def without_person(people: tuple[Person, ...], name: str) -> tuple[Person, ...]:
    """The people without one, by whatever models the voice is known. PersonUnknown where nobody has the name."""
    rest = tuple(_others(people, name))
    if len(rest) == len(people):
        raise PersonUnknown(name)
    return rest


def _others(people: tuple[Person, ...], name: str) -> Iterator[Person]:
    return (person for person in people if not same_name(person.name, name))
