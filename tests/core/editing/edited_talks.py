"""A transcript and what a person made of it by any few edits, for hypothesis."""

from hypothesis import strategies as st
from transcripts import TEXTS, transcripts

from desktop_app.core.editing import turn_acts, word_acts
from desktop_app.core.editing.rewriting import inserted, rewrite
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.transcript.edits import Edit, MergeSpeakers
from desktop_app.core.transcript.values import Mark, Transcript


@st.composite
def edited_talks(draw: st.DrawFn) -> tuple[Transcript, Transcript]:
    """The machine's transcript, and the present one."""
    machine = now = draw(transcripts(least=1))
    for _ in range(draw(st.integers(0, 5))):
        edit = _edit(draw, now)
        now = edit.apply(now) if edit is not None else now
    return machine, now


def _edit(draw: st.DrawFn, now: Transcript) -> Edit | None:
    spoken = [place for place, turn in enumerate(now.turns) if turn.words]
    speaker = draw(st.sampled_from(now.speakers)).id
    if not spoken:
        return inserted(now, [draw(TEXTS)], speaker=speaker, after=None)
    turn = draw(st.sampled_from(spoken))
    words = _stretch(draw, now, turn)
    match draw(st.sampled_from(["type", "insert", "split", "join", "give", "delete", "mark", "inaudible", "merge"])):
        case "type":
            texts = [word.text for word in now.turns[turn].words]
            typed = draw(st.lists(TEXTS, max_size=3))
            texts = [*texts[: words.first_word], *typed, *texts[words.end_word :]]
            return rewrite(now, [turn], [" ".join(texts)]) if texts else turn_acts.delete(now, [turn])
        case "insert":
            return inserted(now, [draw(TEXTS)], speaker=speaker, after=turn)
        case "split":
            return turn_acts.split(now, turn, words.first_word, speaker=speaker)
        case "join":
            at = spoken.index(turn)
            return turn_acts.join_turns(now, spoken[at : at + 2])
        case "give":
            return turn_acts.give(now, words, speaker) if words.first_word < words.end_word else None
        case "delete":
            return turn_acts.delete(now, [turn])
        case "mark":
            return word_acts.mark(now, words, Mark.UNCERTAIN) if words.first_word < words.end_word else None
        case "inaudible":
            return word_acts.make_inaudible(now, words, "(inaudible)")
    others = [each.id for each in now.speakers if each.id != speaker]
    return MergeSpeakers.of(now, kept=speaker, gone=others[0]) if others else None


def _stretch(draw: st.DrawFn, now: Transcript, turn: int) -> WordStretch:
    count = len(now.turns[turn].words)
    low, high = sorted((draw(st.integers(0, count)), draw(st.integers(0, count))))
    return WordStretch(turn, low, turn, high)
