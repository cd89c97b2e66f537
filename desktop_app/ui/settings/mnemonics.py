"""Letters by which labels are reached with Alt: each label one that no other has, as long as there are any."""

from collections.abc import Sequence


def with_mnemonics(labels: Sequence[str]) -> list[str]:
    """The labels with '&' before the letter of each; a label gives its letter up where it has another and one that
    would have none needs it (Kuhn's matching)."""
    places = _Letters(labels).places()
    return [
        label if place is None else f"{label[:place]}&{label[place:]}"
        for label, place in zip(labels, places, strict=True)
    ]


class _Letters:
    """Who has which letter."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = [label.lower() for label in labels]
        self._owners: dict[str, int] = {}

    def places(self) -> list[int | None]:
        """The place of each label's letter in it, None where there was none for it."""
        for number in range(len(self._labels)):
            self._find(number, set())
        letters = {number: letter for letter, number in self._owners.items()}
        return [
            label.index(letters[number]) if number in letters else None for number, label in enumerate(self._labels)
        ]

    def _find(self, number: int, tried: set[str]) -> bool:
        """Whether this label has a letter now: a free one, or one whose owner can have another."""
        letters = [letter for letter in dict.fromkeys(self._labels[number]) if letter.isalnum()]
        for letter in letters:
            if letter not in self._owners:
                self._owners[letter] = number
                return True
        for letter in letters:
            if letter not in tried:
                tried.add(letter)
                if self._find(self._owners[letter], tried):
                    self._owners[letter] = number
                    return True
        return False
