"""A recording that is being made, from Record to its full transcript."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, CLEO, ScriptedLive, ScriptedService, final, found, partial, transcript, turn

from desktop_app.core.capture.values import NoticeKind, Recorded, Source
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.values import WorkState
from desktop_app.jobs.messages import Failed
from desktop_app.ui.live.live_words import figures_of, notice_of
from desktop_app.ui.state.live_session import LiveSession, Phase
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.session import Session
from desktop_app.ui.state.situation import situation

DRAFT = transcript(turn("good morning"), turn("have you seen it", 4000, BEN))
FULL = transcript(turn("Good morning."), turn("Have you seen it?", 4000, BEN))


@pytest.fixture
def recorder(live: ScriptedLive, session: Session) -> LiveSession:
    return LiveSession(live, session)


@pytest.fixture
def recording(recorder: LiveSession, live: ScriptedLive) -> Recording:
    recorder.record(Source())
    live.begin()
    assert recorder.recording is not None
    return recorder.recording


def say_something(live: ScriptedLive) -> None:
    live.say(found(ANNA), found(BEN), partial(1, "good"), final(1, "good morning"))
    live.say(final(2, "have you seen it", 4000, BEN))


def test_a_recording_is_listed_when_sound_reaches_the_disk(
    session: Session, recorder: LiveSession, live: ScriptedLive, service: ScriptedService
) -> None:
    recorder.record(Source("alsa:headset", 2))
    assert live.asked == [("record", Source("alsa:headset", 2))]
    assert (recorder.phase, session.recordings, service.held) == (Phase.STARTING, [], True)
    live.begin()
    (recording,) = session.recordings
    assert recording.state is State.LIVE
    assert recording.name == "Recording 2026-11-25 14.03.00"  # as its folder is called
    assert recording.busy
    assert not recording.cancellable


def test_what_cannot_be_recorded_leaves_nothing_in_the_list(
    qtbot: QtBot, session: Session, recorder: LiveSession, live: ScriptedLive, service: ScriptedService
) -> None:
    recorder.record(Source())
    with qtbot.waitSignal(recorder.refused) as refused:
        live.break_off("The headset is in use.", "Close the other program.")
    assert refused.args == [Failed("The headset is in use.", "Close the other program.")]
    assert (recorder.phase, session.recordings, service.held) == (Phase.IDLE, [], False)


def test_a_recording_that_is_paused_goes_on(recorder: LiveSession, recording: Recording) -> None:
    recorder.pause_or_resume()
    assert recorder.phase is Phase.PAUSED
    assert notice_of(recorder) == "Paused. Nothing is recorded."
    recorder.pause_or_resume()
    assert recorder.phase is Phase.RECORDING
    assert notice_of(recorder) == ""


def test_the_captions_are_the_documents(recording: Recording, live: ScriptedLive) -> None:
    say_something(live)
    assert recording.document.transcript.turns == DRAFT.turns
    assert recording.document.speaking() == 2
    assert not recording.readable


def test_names_given_while_it_is_recorded_tell_the_captions_who_it_is(recording: Recording, live: ScriptedLive) -> None:
    say_something(live)
    recording.document.rename(BEN.id, "Ben")
    assert live.asked[-1] == ("name", BEN.id, "Ben")
    recording.document.undo()
    assert live.asked[-1] == ("name", BEN.id, BEN.name)


def test_after_stop_the_draft_is_in_view_while_the_whole_is_transcribed(
    qtbot: QtBot, recorder: LiveSession, recording: Recording, live: ScriptedLive, service: ScriptedService
) -> None:
    say_something(live)
    recording.document.rename(BEN.id, "Ben")
    recorder.stop()
    assert (live.asked[-1], recorder.phase) == ("stop", Phase.STOPPING)
    live.end()
    assert (recorder.phase, recording.state, recording.path) == (Phase.SETTLING, State.SETTLING, live.sound)
    assert service.held
    live.draft(DRAFT)
    assert (recorder.phase, recording.state, service.held) == (Phase.IDLE, State.WAITING, False)
    assert service.submitted == [(live.sound, recording.options)]
    ((anna, ben),) = service.known
    assert (anna.speaker, ben.speaker) == (ANNA, replace(BEN, name="Ben"))
    assert recording.document.transcript.turns == DRAFT.turns
    assert recording.readable
    service.work(1)
    service.send(1, turn("Good morning."))
    qtbot.waitUntil(lambda: recording.progress is not None)
    assert recording.document.transcript.turns == DRAFT.turns


def test_the_result_takes_the_drafts_place_and_undoing_brings_it_back(
    qtbot: QtBot, recorder: LiveSession, recording: Recording, live: ScriptedLive, service: ScriptedService
) -> None:
    say_something(live)
    live.end()
    live.draft(DRAFT)
    document = recording.document
    document.rename(ANNA.id, "Anna")  # after the job has been told who is who
    service.finish(1, FULL, b"voices")
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    assert document.transcript.turns == FULL.turns
    assert document.transcript.speaker(ANNA.id).name == "Anna"
    assert recording.can_regroup
    document.undo()
    assert document.transcript.turns == DRAFT.turns
    assert document.transcript.speaker(ANNA.id).name == "Anna"
    assert document.is_draft
    assert not recording.can_regroup
    document.undo()
    assert document.transcript == DRAFT
    document.redo()
    document.redo()
    assert document.transcript.turns == FULL.turns
    assert recording.can_regroup


def test_nobody_has_corrected_what_the_machine_alone_has_made_anew(
    qtbot: QtBot, recorder: LiveSession, recording: Recording, live: ScriptedLive, service: ScriptedService
) -> None:
    say_something(live)
    live.end()
    live.draft(DRAFT)
    service.finish(1, FULL, b"voices")
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    assert recording.work_state is WorkState.TRANSCRIBED
    recording.document.rename(ANNA.id, "Anna")
    assert recording.work_state is WorkState.CORRECTING


def test_speakers_found_anew_after_the_full_pass_keep_their_names(
    qtbot: QtBot, recorder: LiveSession, recording: Recording, live: ScriptedLive, service: ScriptedService
) -> None:
    say_something(live)
    live.end()
    live.draft(DRAFT)
    recording.document.rename(BEN.id, "Ben")
    service.finish(1, transcript(turn("Good morning.", speaker=CLEO), turn("Have you seen it?", 4000, BEN)), b"voices")
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    document = recording.document
    document.regroup(FULL, recording.options, 1)
    document.undo()
    document.undo()
    document.redo()
    document.redo()
    names = {each.speaker.id: each.speaker.name for each in document.known_speakers()}
    assert names == {ANNA.id: ANNA.name, BEN.id: "Ben", CLEO.id: CLEO.name}


def test_a_full_pass_that_fails_leaves_the_draft(
    qtbot: QtBot, recorder: LiveSession, recording: Recording, live: ScriptedLive, service: ScriptedService
) -> None:
    say_something(live)
    live.end()
    live.draft(DRAFT)
    service.work(1)
    service.fail(1, "The engine stopped.")
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    assert recording.document.transcript == DRAFT
    assert recording.failure == Failed("The engine stopped.")


def test_a_full_pass_that_is_cancelled_leaves_the_draft_and_can_be_asked_for_again(
    qtbot: QtBot,
    session: Session,
    recorder: LiveSession,
    recording: Recording,
    live: ScriptedLive,
    service: ScriptedService,
) -> None:
    say_something(live)
    live.end()
    live.draft(DRAFT)
    session.jobs.cancel(recording)
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    assert recording.document.transcript == DRAFT
    session.retry(recording)
    assert len(service.submitted) == 2
    assert len(service.known[1]) == 2


def test_without_the_full_pass_the_draft_is_the_transcript(
    recorder: LiveSession, recording: Recording, live: ScriptedLive, service: ScriptedService
) -> None:
    recorder.full_pass = False
    say_something(live)
    live.end()
    live.draft(DRAFT)
    assert recording.state is State.DONE
    assert service.submitted == []
    assert recording.readable


def test_captions_that_fail_do_not_end_the_recording(
    recorder: LiveSession, recording: Recording, live: ScriptedLive, service: ScriptedService
) -> None:
    live.captions_failed.emit(Failed("The captions stopped."))
    assert recorder.phase is Phase.RECORDING
    assert figures_of(recorder) == "no captions"
    assert notice_of(recorder) == "Recording. The words come after Stop. The captions stopped."
    live.end()
    assert recording.state is State.WAITING
    assert service.submitted == [(live.sound, recording.options)]
    assert service.known == [()]


def test_words_that_came_before_the_captions_failed_are_kept_until_there_are_better_ones(
    qtbot: QtBot, recorder: LiveSession, recording: Recording, live: ScriptedLive, service: ScriptedService
) -> None:
    say_something(live)
    live.say(final(3, "mm", 8000, None))
    live.end()
    live.captions_failed.emit(Failed("The captions stopped."))
    assert recording.state is State.WAITING
    assert [known.speaker.id for known in service.known[0]] == [ANNA.id, BEN.id]
    assert recording.document.has_words()
    service.finish(1, FULL)
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    assert recording.document.transcript.turns == FULL.turns


def test_what_cannot_be_done_while_recording_does_not_end_it(
    qtbot: QtBot, recorder: LiveSession, recording: Recording, live: ScriptedLive
) -> None:
    with qtbot.waitSignal(recorder.refused):
        live.refuse("That input is gone.")
    assert recorder.phase is Phase.RECORDING


def test_a_recorder_that_dies_leaves_what_was_written_and_the_recording_is_made_whole(
    qtbot: QtBot,
    session: Session,
    recorder: LiveSession,
    recording: Recording,
    live: ScriptedLive,
    service: ScriptedService,
) -> None:
    say_something(live)
    live.break_off("The recorder stopped unexpectedly.", "What was recorded is kept.")
    assert (recording.state, recording.incomplete, recorder.phase) == (State.FAILED, True, Phase.IDLE)
    assert recording.document.has_words()
    assert not service.held
    whole = Recorded(live.folder, live.sound, 9000)
    assert session.open_recorded(whole, "Live") is recording
    assert (recording.path, recording.incomplete, recording.state) == (live.sound, False, State.WAITING)
    assert len(service.known[0]) == 2


def test_a_notice_is_put_away_but_for_one_that_stays_true(
    recorder: LiveSession, recording: Recording, live: ScriptedLive
) -> None:
    live.notice(NoticeKind.DEVICE_CHANGED, "The headset is gone; the built-in microphone is recorded.")
    assert notice_of(recorder).startswith("The headset is gone")
    assert recorder.notice_ends
    live.notice(NoticeKind.WAITING_FOR_DEVICE, "Waiting for a microphone.")
    assert not recorder.notice_ends


def test_the_lag_is_always_said_and_is_alarming_beyond_three_seconds(
    recorder: LiveSession, recording: Recording, live: ScriptedLive
) -> None:
    live.room(41.5)
    live.lag(800)
    assert figures_of(recorder) == "captions 0.8 s behind · about 41 h of room"
    assert notice_of(recorder) == ""
    live.lag(3100)
    assert notice_of(recorder).startswith("The captions are late.")


def test_little_room_is_said(recorder: LiveSession, recording: Recording, live: ScriptedLive) -> None:
    live.room(0.2)
    assert notice_of(recorder).startswith("There is about 12 min of room on the disk")


def test_the_next_recording_does_not_wait_for_the_captions_of_the_one_before(
    session: Session, recorder: LiveSession, recording: Recording, live: ScriptedLive, service: ScriptedService
) -> None:
    say_something(live)
    live.end()
    assert recorder.phase is Phase.SETTLING
    recorder.record(Source())
    assert live.asked[-2:] == ["drop captions", ("record", Source())]
    assert (recorder.phase, recorder.trouble) == (Phase.STARTING, None)
    assert recording.state is State.WAITING  # for the pass at full quality, which comes after this recording
    assert service.held
    assert [turn.text for turn in recording.document.transcript.turns] == ["good morning", "have you seen it"]
    live.begin()
    assert recorder.recording is session.recordings[0]


def test_captions_cut_short_say_so_where_there_is_no_full_pass(
    recorder: LiveSession, recording: Recording, live: ScriptedLive
) -> None:
    recorder.full_pass = False
    say_something(live)
    live.end()
    recorder.record(Source())
    assert recording.state is State.DONE
    assert recording.failure == Failed("The captions were not finished when the next recording began.")


def test_a_recording_that_was_stopped_before_there_was_sound_says_so_and_offers_nothing_that_cannot_help(
    session: Session, recorder: LiveSession, recording: Recording, live: ScriptedLive, service: ScriptedService
) -> None:
    recorder.stop()
    live.end("Nothing was recorded.", duration_ms=0)
    assert (recorder.phase, recording.state, service.held) == (Phase.IDLE, State.FAILED, False)
    assert service.submitted == []
    said = situation(recording)
    assert said is not None
    assert (said.title, said.text) == ("Nothing was recorded.", "It was stopped before the input gave any sound.")
    assert said.actions == ()
    live.draft(DRAFT)
    assert recording.state is State.FAILED
    recorder.record(Source())
    live.begin()
    assert recorder.recording is session.recordings[0] is not recording


def test_a_recording_is_settled_when_its_project_is_on_the_disk_whatever_becomes_of_the_transcript(
    qtbot: QtBot, recorder: LiveSession, recording: Recording, live: ScriptedLive
) -> None:
    say_something(live)
    live.end()
    live.draft(DRAFT)
    assert recorder.unsettled.has(live.folder)
    qtbot.waitUntil(lambda: live.settled == [live.folder])
    assert not recorder.unsettled.has(live.folder)
    assert recording.project is not None
    with open_project(recording.project, read_only=True) as project:
        assert project.facts.recording.recorded_here
        assert project.facts.sound is not None
        assert project.facts.sound.absolute == str(live.sound)


def test_draft_names_and_the_full_pass_are_in_the_project_step_by_step(
    qtbot: QtBot, recorder: LiveSession, recording: Recording, live: ScriptedLive, service: ScriptedService
) -> None:
    say_something(live)
    live.end()
    live.draft(DRAFT)
    recording.document.rename(ANNA.id, "Anna")
    service.finish(1, FULL, b"voices")
    qtbot.waitUntil(lambda: recording.state is State.DONE and recording.saved)
    assert recording.project is not None
    with open_project(recording.project, read_only=True) as project:
        assert project.text is not None
        assert project.text.base.transcript == DRAFT
        assert [type(each).__name__ for each in project.text.history.done] == ["RenameSpeaker", "FullPass"]
        assert project.text.transcript == recording.document.transcript
        assert project.voices == b"voices"


def test_a_second_recording_begins_at_nothing(
    session: Session, recorder: LiveSession, recording: Recording, live: ScriptedLive
) -> None:
    live.level(at_ms=9000)
    live.captions_failed.emit(Failed("The captions stopped."))
    live.end()
    recorder.record(Source())
    assert (recorder.elapsed_ms, recorder.trouble) == (0, None)
    live.begin()
    assert len(session.recordings) == 2
    say_something(live)
    assert recorder.recording is session.recordings[0]
    recording.document.rename(ANNA.id, "Not hers")
    assert ("name", ANNA.id, "Not hers") not in live.asked
