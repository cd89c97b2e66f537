"""What stands in a text and nobody says: pauses, noises, codes."""

from desktop_app.translation import plural


def remarks_left_out(count: int) -> tuple[str, ...]:
    """What a reader must know of so many."""
    if not count:
        return ()
    told = plural(
        "{n} codes, pauses and noises within what is said are left out.",
        "{n} code, pause or noise within what is said is left out.",
        count,
    )
    return (told,)
