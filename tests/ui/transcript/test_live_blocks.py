"""Live captions in the text: what is heard comes softly, settles, and goes to another speaker."""

from cost import calls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, final, found, partial, revision, transcript, turn

from desktop_app.core.live.events import CaptionEvent
from desktop_app.ui.look.theme import current_theme
from desktop_app.ui.state.document import Document
from desktop_app.ui.transcript.transcript_search import TranscriptSearch
from desktop_app.ui.transcript.transcript_text import TranscriptText

GOES_ON = "\N{NO-BREAK SPACE}…"
SENTENCE = "so before the second berth was built how did the shifts work when two ships came in on the same tide"


def say(document: Document, *events: CaptionEvent) -> None:
    for event in events:
        document.hear(event)


def blocks(text: TranscriptText) -> list[str]:
    found_blocks, block = [], text.document().firstBlock()
    while block.isValid():
        found_blocks.append(block.text())
        block = block.next()
    return found_blocks


def soft(text: TranscriptText, number: int) -> str:
    shown = text.shown[number]
    return "" if shown.soft_from is None else shown.text[shown.soft_from :]


def test_words_that_may_still_change_are_soft(text: TranscriptText, document: Document) -> None:
    say(document, partial(1, "good morning have you", settled=2))
    assert blocks(text) == [f"good morning have you{GOES_ON}"]
    assert soft(text, 0) == f" have you{GOES_ON}"
    say(document, final(1, "good morning have you seen it"))
    assert blocks(text) == ["good morning have you seen it"]
    assert soft(text, 0) == ""


def test_soft_words_are_painted_in_another_tone(text: TranscriptText, document: Document) -> None:
    def colours() -> set[str]:
        image = text.viewport().grab().toImage()
        columns = text.turn_layout.columns
        area = image.copy(columns.text_left, 8, columns.text_width, 24)
        return {area.pixelColor(x, y).name() for x in range(area.width()) for y in range(area.height())}

    say(document, partial(1, "mmmmmmmmmm", settled=0))
    assert current_theme().ink not in colours()
    say(document, final(1, "mmmmmmmmmm"))
    assert current_theme().ink in colours()


def test_only_the_words_that_differ_are_exchanged(text: TranscriptText, document: Document) -> None:
    say(document, partial(1, "we had one crane"))
    changes: list[tuple[int, int, int]] = []
    text.document().contentsChange.connect(lambda *change: changes.append(change))
    say(document, partial(1, "we had one crate and"))
    assert changes[0][0] == len("we had one cra")


def test_letters_beyond_the_first_plane_do_not_move_the_words(text: TranscriptText, document: Document) -> None:
    say(document, partial(1, "a 𝄞𝄞 b", settled=2))
    say(document, partial(1, "a 𝄞𝄞 c d", settled=2))
    assert blocks(text) == [f"a 𝄞𝄞 c d{GOES_ON}"]
    assert text.shown[0].soft_from == 6  # in UTF-16 units


def test_a_turn_that_was_nothing_goes_away(text: TranscriptText, document: Document) -> None:
    say(document, final(1, "yes"), partial(2, "hm", 4000), final(2, "", 4000))
    assert blocks(text) == ["yes"]
    say(document, partial(3, "hm", 6000), final(3, "", 6000), partial(4, "no", 7000))
    assert blocks(text) == ["yes", f"no{GOES_ON}"]


def test_a_turn_that_began_earlier_stands_earlier(text: TranscriptText, document: Document) -> None:
    say(document, partial(2, "two", 5000, BEN), partial(1, "one", 1000))
    assert [shown.number for shown in text.shown] == [1, 2]
    say(document, final(1, "one", 6000))
    assert [shown.number for shown in text.shown] == [2, 1]
    say(document, final(2, "two", 5000, BEN))
    assert blocks(text) == ["two", "one"]


def test_an_unsure_speaker_is_shown_as_such(text: TranscriptText, document: Document) -> None:
    say(document, final(1, "mm", speaker=None))
    assert text.speaker_and_time(0) == "Unsure, 00:00"
    assert document.speaking() == 0
    text.grab()
    say(document, revision(1, BEN))
    assert text.speaker_and_time(0) == "Speaker 2, 00:00"


def test_a_revised_turn_stands_out_for_a_moment(qtbot: QtBot, text: TranscriptText, document: Document) -> None:
    say(document, final(1, "yes"), final(2, "no", 4000, BEN))
    before = text.viewport().grab().toImage()
    say(document, revision(1, BEN))
    assert text.shown[0].speaker == BEN.id
    assert 1 in text.live_blocks.fresh
    selection = current_theme().selection
    columns = text.turn_layout.columns
    assert text.viewport().grab().toImage().pixelColor(columns.page_left - 4, 20).name() == selection
    assert before.pixelColor(columns.page_left - 4, 20).name() != selection
    with qtbot.waitSignals([text.live_blocks.fresh.faded] * 2):
        pass
    assert 1 not in text.live_blocks.fresh


def test_a_new_voice_has_its_colour_at_once(text: TranscriptText, document: Document) -> None:
    dora = type(ANNA)("S9", "Speaker 9", 5)
    say(document, found(dora), partial(1, "hello", speaker=dora))
    fill = current_theme().speaker(5).fill
    image = text.viewport().grab().toImage()
    assert image.pixelColor(text.turn_layout.columns.page_left + 3, 8 + 12).name() == fill


def test_names_given_while_it_is_recorded_stay(text: TranscriptText, document: Document) -> None:
    say(document, partial(1, "hello"))
    document.rename(ANNA.id, "Anna")
    say(document, final(1, "hello there"), partial(2, "again", 4000))
    assert text.speaker_and_time(0) == "Anna, 00:00"
    assert document.transcript.speaker(ANNA.id).name == "Anna"
    document.finish(transcript(turn("hello there"), turn("again", 4000)))
    assert document.transcript.speaker(ANNA.id).name == "Anna"


def test_the_draft_leaves_every_block_that_reads_the_same(
    qtbot: QtBot, text: TranscriptText, document: Document
) -> None:
    say(document, final(1, "hello there"), final(2, "well", 4000, BEN))
    changes: list[int] = []
    text.document().contentsChange.connect(lambda *change: changes.append(change[0]))
    document.finish(transcript(turn("hello there"), turn("well", 4000, BEN)))
    qtbot.waitUntil(lambda: not text.is_filling())
    assert changes == []


def test_the_newest_words_stay_in_view(text: TranscriptText, document: Document) -> None:
    bar = text.verticalScrollBar()
    for number in range(40):
        say(document, partial(number, SENTENCE, number * 5000), final(number, SENTENCE, number * 5000))
        assert bar.value() == bar.maximum()
    assert bar.maximum() > 0
    assert not text.follower.button.isVisible()


def test_a_reader_who_has_scrolled_up_stays_there(qtbot: QtBot, text: TranscriptText, document: Document) -> None:
    say(document, *(final(number, SENTENCE, number * 5000) for number in range(40)))
    bar = text.verticalScrollBar()
    bar.setValue(200)
    assert text.follower.button.isVisible()
    top = text.turn_layout.block_at(200)
    say(document, *(partial(50, SENTENCE[:length], 300_000) for length in range(5, 100, 5)))
    assert text.turn_layout.block_at(bar.value()) == top
    qtbot.mouseClick(text.follower.button, Qt.MouseButton.LeftButton)
    assert bar.value() == bar.maximum()
    assert not text.follower.button.isVisible()
    say(document, final(50, SENTENCE * 4, 300_000))
    assert bar.value() == bar.maximum()


def test_a_selection_is_not_scrolled_away(text: TranscriptText, document: Document) -> None:
    say(document, *(final(number, SENTENCE, number * 5000) for number in range(40)))
    cursor = text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.movePosition(QTextCursor.MoveOperation.WordLeft, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    value = text.verticalScrollBar().value()
    say(document, final(50, SENTENCE * 4, 300_000))
    assert text.verticalScrollBar().value() == value
    assert text.textCursor().selectedText() == "tide"


def test_after_the_end_nothing_is_followed(text: TranscriptText, document: Document) -> None:
    say(document, *(final(number, SENTENCE, number * 5000) for number in range(40)))
    text.verticalScrollBar().setValue(100)
    document.end_live()
    assert not text.follower.button.isVisible()
    assert not text.follower.follows


def test_one_who_comes_back_to_the_recording_sees_what_was_said_meanwhile(
    qtbot: QtBot, text: TranscriptText, document: Document
) -> None:
    say(document, *(final(number, f"{SENTENCE} {number}", number * 5000) for number in range(400)))
    text.show_document(None)
    say(document, partial(500, "meanwhile", 3_000_000))
    text.show_document(document)
    assert text.is_filling()
    say(document, partial(500, "meanwhile we", 3_000_000), partial(501, "and", 3_010_000, BEN))
    qtbot.waitUntil(lambda: not text.is_filling())
    assert len(text.shown) == 402
    assert blocks(text)[-2:] == [f"meanwhile we{GOES_ON}", f"and{GOES_ON}"]
    assert text.verticalScrollBar().value() == text.verticalScrollBar().maximum()


@given(
    st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, 9), st.sampled_from(["", "a", "a b", "a c d", "x"]), st.booleans()),
        max_size=25,
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_blocks_are_the_turns_as_they_were_told_last(
    text: TranscriptText, told: list[tuple[int, int, str, bool]]
) -> None:
    document = Document(transcript(), text)
    document.begin_live()
    document.hear(found(ANNA))
    text.show_document(document)
    over: set[int] = set()
    for number, second, words, ends in told:
        if number in over or not (words or ends):
            continue
        say(document, (final if ends else partial)(number, words, second * 1000))
        over |= {number} if ends else set()
    assert document.live is not None
    expected = [each.text + ("" if each.settled is None else GOES_ON) for each in document.live.all()]
    assert sorted(block for block in blocks(text) if block) == sorted(expected)
    assert [shown.text for shown in text.shown] == [block for block in blocks(text) if block]
    starts = [shown.start_ms for shown in text.shown]
    assert starts == sorted(starts)


def test_a_partial_costs_the_same_after_thousands_of_turns(qtbot: QtBot, text: TranscriptText) -> None:
    costs = []
    for turns in (50, 4000):
        document = Document(transcript(), text)
        document.begin_live()
        document.hear(found(ANNA))
        say(document, *(final(number, SENTENCE, number * 5000) for number in range(turns)))
        text.show_document(document)
        qtbot.waitUntil(lambda: not text.is_filling())
        start_ms = turns * 5000
        say(document, partial(turns, "so before", start_ms))
        text.viewport().grab()
        costs.append(calls(lambda: say(document, partial(turns, "so before the", start_ms))))  # noqa: B023
    assert costs[1] <= costs[0] + 40  # searching by halves takes some steps more


def test_a_storm_of_revisions_rebuilds_the_transcript_once(text: TranscriptText, document: Document) -> None:
    say(document, *(final(number, "yes", number * 5000) for number in range(300)))
    before = document.transcript
    say(document, *(revision(number, BEN) for number in range(300)))
    assert document.transcript is not before
    assert document.transcript is document.transcript
    assert {each.speaker for each in document.transcript.turns} == {BEN.id}


def test_a_search_finds_what_comes_and_forgets_what_goes(
    qtbot: QtBot, text: TranscriptText, document: Document
) -> None:
    search = TranscriptSearch(text)
    say(document, final(1, "one crane", 0), final(2, "no", 4000))
    search.look_for("crane")
    with qtbot.waitSignal(search.counted) as counted:
        say(document, partial(3, "a crane or a crane", 8000))
    assert counted.args == [1, 3]
    with qtbot.waitSignal(search.counted) as counted:
        say(document, final(3, "a crate", 8000))
    assert counted.args == [1, 1]
    with qtbot.waitSignal(search.counted) as counted:
        say(document, final(4, "the crane", 2000))
    assert counted.args == [1, 2]
    text.grab()


def test_a_search_looks_again_only_at_what_has_changed(qtbot: QtBot, text: TranscriptText, document: Document) -> None:
    say(document, *(final(number, SENTENCE, number * 5000) for number in range(100)))
    with qtbot.waitSignal(text.grew):
        pass
    with qtbot.waitSignal(text.grew) as grew:
        say(document, partial(200, "so", 900_000), partial(200, "so before", 900_000))
    assert grew.args == [100]
