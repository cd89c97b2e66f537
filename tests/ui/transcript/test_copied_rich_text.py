"""What is copied can be pasted into mail with the names set off."""

from desktop_app.core.transcript.values import Speaker
from desktop_app.ui.transcript.copied_rich_text import rich_text

ANNA, BEN = Speaker("S1", "Anna", 0), Speaker("S2", "R&D <Ben>", 1)


def test_times_and_names_are_set_off_and_all_is_text() -> None:
    made = rich_text("[00:12] Anna: a < b\n\n[1:00:02] R&D <Ben>: yes", [ANNA, BEN])
    first, second = made.removesuffix("</p>").split("</p>")
    assert first.endswith(">Anna:</b> a &lt; b")
    assert "[00:12]" in first
    assert ">R&amp;D &lt;Ben&gt;:</b> yes" in second
    assert "<Ben>" not in made


def test_words_alone_stay_words() -> None:
    assert rich_text("Annalena: who?", [ANNA]) == "<p>Annalena: who?</p>"


def test_of_names_that_begin_alike_the_longer_is_found() -> None:
    assert ">Anna (2):</b>" in rich_text("Anna (2): hello", [ANNA, Speaker("S3", "Anna", 2)])
