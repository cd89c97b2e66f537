"""The document tells what changed and keeps what the user did."""

from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, transcript, turn

from desktop_app.core.editing.replacing import replace_everywhere
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.transcript.values import Speaker
from desktop_app.ui.state.document import Document


def test_turns_take_their_place_in_time(qtbot: QtBot) -> None:
    document = Document(transcript())
    late, early = turn("late", 5000), turn("early", 1000, BEN)
    document.add_turns((late,), (ANNA,))
    with qtbot.waitSignal(document.turns_added) as added:
        document.add_turns((early,), (ANNA, BEN))
    assert added.args == [(early,)]
    assert document.transcript.turns == (early, late)
    assert document.transcript.speakers == (ANNA, BEN)


def test_a_name_is_changed_everywhere_and_told(qtbot: QtBot) -> None:
    document = Document(transcript(turn("hello")))
    with qtbot.waitSignal(document.renamed) as renamed:
        assert document.rename(ANNA.id, "  Anna   Lind ")
    assert renamed.args == [ANNA.id]
    assert document.transcript.speaker(ANNA.id).name == "Anna Lind"


def test_a_blank_name_and_the_same_name_change_nothing() -> None:
    document = Document(transcript(turn("hello")))
    assert not document.rename(ANNA.id, "   ")
    assert not document.rename(ANNA.id, ANNA.name)
    assert not document.can_undo


def test_undo_and_redo_walk_through_names() -> None:
    document = Document(transcript(turn("hello")))
    document.rename(ANNA.id, "Anna")
    document.rename(ANNA.id, "Annika")
    document.undo()
    assert document.transcript.speaker(ANNA.id).name == "Anna"
    document.undo()
    assert document.transcript.speaker(ANNA.id).name == ANNA.name
    document.undo()
    document.redo()
    assert document.transcript.speaker(ANNA.id).name == "Anna"
    assert document.can_redo


def test_names_given_while_the_job_runs_survive_more_turns() -> None:
    document = Document(transcript(turn("hello")))
    document.rename(ANNA.id, "Anna")
    document.add_turns((turn("again", 9000),), (ANNA,))
    assert document.transcript.speaker(ANNA.id).name == "Anna"


def test_names_given_while_the_job_runs_survive_the_result(qtbot: QtBot) -> None:
    document = Document(transcript(turn("hello")))
    document.rename(ANNA.id, "Anna")
    with qtbot.waitSignal(document.replaced):
        document.finish(transcript(turn("hello there"), turn("yes", 2000, BEN)))
    assert [speaker.name for speaker in document.transcript.speakers] == ["Anna", BEN.name]
    document.undo()
    assert document.transcript.speaker(ANNA.id).name == ANNA.name


def test_a_name_of_a_speaker_the_result_does_not_have_is_dropped() -> None:
    document = Document(transcript(turn("hello")))
    document.rename(ANNA.id, "Anna")
    document.finish(transcript(turn("hello", 0, BEN)))
    assert document.transcript.speakers == (BEN,)
    assert not document.can_undo


def test_undoing_after_the_result_gives_the_results_own_name() -> None:
    document = Document(transcript(turn("hello")))
    document.rename(ANNA.id, "Anna")
    document.finish(transcript(turn("hello"), speakers=(Speaker(ANNA.id, "Voice 1", 0),)))
    document.undo()
    assert document.transcript.speaker(ANNA.id).name == "Voice 1"


def test_speakers_with_words_are_counted() -> None:
    document = Document(transcript(turn("hello"), turn("", 1000, BEN)))
    assert document.speaking() == 1
    assert document.has_words()
    document.finish(transcript(turn("", 0)))
    assert document.speaking() == 0
    assert not document.has_words()


def test_speakers_made_one_are_found_again_as_one_and_undo_parts_them() -> None:
    document = Document(transcript())
    document.finish(transcript(turn("hello"), turn("hi", 5000, BEN)))
    document.rename(BEN.id, "speaker  1")
    assert document.namesakes(BEN.id) == (ANNA,)
    document.merge(ANNA.id, BEN.id)
    assert [each.speaker for each in document.transcript.turns] == [ANNA.id, ANNA.id]
    (known,) = document.known_speakers()
    assert known.speaker == ANNA
    assert [span.start_ms for span in known.speech] == [0, 5000]
    document.undo()
    assert [each.speaker.id for each in document.known_speakers()] == [ANNA.id, BEN.id]
    document.redo()
    assert [each.speaker.id for each in document.known_speakers()] == [ANNA.id]
    document.undo()
    document.undo()
    assert document.transcript.speakers == (ANNA, BEN)


def test_a_fifth_speaker_after_six_is_no_seventh() -> None:
    document = Document(transcript())
    document.finish(transcript(turn("hello"), turn("hi", 5000, BEN)))
    four, six, seven = (Speaker(f"S{n}", f"Speaker {n}", n) for n in (4, 6, 7))
    several = transcript(turn("hello"), turn("hi", 5000, BEN), turn("a", 7000, six), speakers=(ANNA, BEN, six))
    document.regroup(several, JobOptions(), 1)
    assert [each.name for each in document.speakers] == ["Speaker 1", "Speaker 2", "Speaker 3"]
    document.rename(six.id, "Carla")
    more = transcript(
        turn("hello"),
        turn("hi", 5000, BEN),
        turn("a", 7000, six),
        turn("b", 8000, seven),
        turn("c", 9000, four),
        speakers=(ANNA, BEN, six, seven, four),
    )
    document.regroup(more, JobOptions(), 2)
    assert [each.name for each in document.speakers] == ["Speaker 1", "Speaker 2", "Carla", "Speaker 3", "Speaker 4"]
    assert [each.colour for each in document.speakers] == [0, 1, 6, 7, 4], "colours stay with their voices"


def test_nobody_is_made_one_while_turns_may_still_come() -> None:
    document = Document(transcript())
    document.add_turns((turn("hello"),), (ANNA,))
    assert not document.can_edit
    document.finish(transcript(turn("hello")))
    assert document.can_edit


def test_a_name_that_is_changed_among_other_things_is_told_and_so_is_its_return(qtbot: QtBot) -> None:
    document = Document(transcript(turn("hello Ann")))
    edit = replace_everywhere(document.transcript, {0: "hello Anna"}, {ANNA.id: "Anna"})
    with qtbot.waitSignals([document.renamed, document.turns_changed, document.edited]):
        document.edit(edit)
    assert document.transcript.speaker(ANNA.id).name == "Anna"
    for step in (document.undo, document.redo):
        with qtbot.waitSignal(document.renamed) as renamed:
            step()
        assert renamed.args == [ANNA.id]


def test_words_alone_tell_of_no_name(qtbot: QtBot) -> None:
    document = Document(transcript(turn("hello Ann")))
    with qtbot.assertNotEmitted(document.renamed):
        document.edit(replace_everywhere(document.transcript, {0: "hello Anna"}, {}))
