"""What settles, and that it stays."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.live.agreement import Agreement

PASSES = st.lists(st.lists(st.sampled_from(["yes", "Yes.", "no", "so"]), max_size=6), max_size=8)


def test_words_settle_when_two_passes_agree_on_them() -> None:
    agreement = Agreement()
    agreement.hear(["we", "laugh", "let"])
    assert (agreement.words, agreement.settled) == (("we", "laugh", "let"), 0)
    agreement.hear(["we", "laugh", "less", "hot"])
    assert (agreement.words, agreement.settled) == (("we", "laugh", "less", "hot"), 2)
    agreement.hear(["we", "laugh", "less", "heartily"])
    assert (agreement.words, agreement.settled) == (("we", "laugh", "less", "heartily"), 3)


def test_case_and_stops_are_no_disagreement_and_what_was_shown_stays_as_it_was_written() -> None:
    agreement = Agreement()
    agreement.hear(["Yes."])
    agreement.hear(["yes,", "of"])
    agreement.hear(["Yes", "of", "course"])
    assert (agreement.words, agreement.settled) == (("yes,", "of", "course"), 2)


def test_a_pass_that_takes_settled_words_back_settles_nothing() -> None:
    agreement = Agreement()
    for _ in range(2):
        agreement.hear(["one", "two"])
    for _ in range(2):
        agreement.hear(["other", "words", "altogether"])
    assert (agreement.words, agreement.settled) == (("one", "two", "altogether"), 2)


@given(PASSES)
def test_settled_words_never_change_and_never_become_fewer(passes: list[list[str]]) -> None:
    agreement, states = Agreement(), [((), 0)]
    for words in passes:
        agreement.hear(words)
        states.append((agreement.words, agreement.settled))
    for (before, settled), (after, now) in pairwise(states):
        assert settled <= now <= len(after)
        assert after[:settled] == before[:settled]
