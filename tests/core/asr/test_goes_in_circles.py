import pytest
from hypothesis import given
from hypothesis import strategies as st

from asr.two_cities import TEXT as TWO_CITIES
from desktop_app.core.asr.goes_in_circles import goes_in_circles

# What Moonshine makes of a minute of Russian, of German, and of Spanish.
RUSSIAN = """The first thing that I have to say is that I have a lot of problems in my life. I have a lot of problems
in my life. But I think that the most important thing is to be a good person. I think that the most important thing is
to be a good person. I think that the most important thing is to be a good person. I think that the most important thing
is to be a good person."""
GERMAN = """The first is the first in the class of modernity, and the second is the second in the class of the Bible.
The second is the second in the class of the Bible. The girl, she is a very big boy, she is a very big girl, she is a
very big girl, she is a very big girl, she is a very big girl, she is a very big girl. The other day, the people who
were in the village were very happy. They were very happy. They were very happy. They were very happy."""
SPANISH = """And it's already redefining the moral. For that, today, in the Sotros, we have a lot of places, the fact of
the leader. The good and the appropriate way of putting a water for example, because the internal and internal
technological intimacy are not used to maintain an intimate environment. In fact, more than people have been sentenced
to the day."""


@pytest.mark.parametrize(("text", "circles"), [(RUSSIAN, True), (GERMAN, True), (SPANISH, False), (TWO_CITIES, False)])
def test_what_is_not_understood_is_said_again_and_again_though_not_always(text: str, circles: bool) -> None:
    assert goes_in_circles(text.split()) is circles


def test_case_and_punctuation_do_not_hide_it() -> None:
    assert goes_in_circles(["They", "were", "happy.", "THEY,", "were", "-", "happy!"] * 15)


def test_few_words_tell_nothing() -> None:
    assert not goes_in_circles(["no"] * 56)
    assert not goes_in_circles([])


@given(st.lists(st.integers(), min_size=60, max_size=300, unique=True))
def test_words_that_never_return_are_no_circle(numbers: list[int]) -> None:
    assert not goes_in_circles([f"word{number}" for number in numbers])


@given(st.lists(st.text(max_size=4), max_size=200), st.integers(2, 4))
def test_more_of_the_same_is_a_circle_where_the_words_were_enough(words: list[str], times: int) -> None:
    spoken = [word for word in words if any(map(str.isalnum, word))]
    if len(spoken) >= 60:
        assert goes_in_circles(spoken * times)
