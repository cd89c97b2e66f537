"""A share of a worklist: every machine takes another, and together they have all of it."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

_WRITTEN = re.compile(r"([1-9]\d{0,5})/([1-9]\d{0,5})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shard:
    """number: which share, from 1; of: how many there are."""

    number: int = 1
    of: int = 1

    @classmethod
    def parse(cls, text: str) -> "Shard":
        """'2/4'; ValueError where it is no such share."""
        found = _WRITTEN.fullmatch(text.strip())
        if found is None or int(found[1]) > int(found[2]):
            raise ValueError(f"{text!r} is no share: 2/4 is the second of four")
        return cls(int(found[1]), int(found[2]))

    def holds(self, name: str) -> bool:
        """Whether the item of this name belongs to the share, whatever other items there are."""
        digest = hashlib.sha256(unicodedata.normalize("NFC", name).encode("utf-8", "surrogateescape")).digest()
        return int.from_bytes(digest[:8], "big") % self.of == self.number - 1
