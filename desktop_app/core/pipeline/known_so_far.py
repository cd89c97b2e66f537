"""Everybody who was a speaker of a transcript at any time, whatever was done to it since."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop_app.core.editing.turn_edits import ChangeWords, SetSpeakers, Several
from desktop_app.core.pipeline.edits import FullPass, Regroup
from desktop_app.core.transcript.edits import Edit, History, MergeSpeakers, RenameSpeaker
from desktop_app.core.transcript.known_speakers import KnownSpeaker, known_speakers, speech_of
from desktop_app.core.transcript.speaker_names import numbered
from desktop_app.core.transcript.values import Speaker, Transcript

Known = dict[str, KnownSpeaker]


def known_so_far(base: Transcript, history: History) -> Known:
    """The speakers of the base and of every grouping since, those that were undone too, by id and in the order in which
    they became known; each by its newest name. base: what the first edit was made on.

    Speakers who were made one are one: another clustering is to find the voices of both again as one's.
    """
    known = {each.speaker.id: each for each in known_speakers(base)}
    transcript = base
    for edit in history.done:
        if not isinstance(edit, ChangeWords):  # there may be thousands, and none has to do with speakers
            transcript = edit.apply(transcript)
            note(known, edit, transcript)
    kept = transcript
    for edit in reversed(history.undone):
        if isinstance(edit, ChangeWords):
            continue
        transcript = edit.apply(transcript)
        if not isinstance(edit, MergeSpeakers):
            _add(known, transcript)
    return renamed(known, kept)


def note(known: Known, edit: object, transcript: Transcript) -> None:
    """Take in an edit that was just made. transcript: after it."""
    match edit:
        case MergeSpeakers():
            known.pop(edit.gone, None)
            known[edit.kept] = KnownSpeaker(transcript.speaker(edit.kept), speech_of(transcript, edit.kept))
        case FullPass():
            known |= {each.speaker.id: each for each in known_speakers(transcript)}
        case Regroup():
            _add(known, transcript)
        case SetSpeakers() | Several():
            _add(known, transcript)
            known |= renamed(known, transcript)
        case _:
            known |= renamed(known, transcript)


def renamed(known: Known, transcript: Transcript) -> Known:
    """The same, with the names that the transcript's speakers have."""
    now = {each.id: each for each in transcript.speakers}
    return {id_: replace(each, speaker=now.get(id_, each.speaker)) for id_, each in known.items()}


def named(found: Sequence[Speaker], known: Known, original: Transcript, history: History) -> tuple[Speaker, ...]:
    """The speakers of another clustering by their newest names, without gaps between the numbers of those whom nobody
    named. original: what a machine made, whose names stay; history: the edits since, of which names given stay."""
    renamed_ids = {edit.speaker_id for edit in _single(history.done) if isinstance(edit, RenameSpeaker)}
    kept = renamed_ids | {speaker.id for speaker in original.speakers}
    newest = [known[each.id].speaker if each.id in known else each for each in found]
    return numbered(newest, kept=kept)


def _single(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits, and those that are parts of them."""
    for edit in edits:
        yield from _single(edit.edits) if isinstance(edit, Several) else (edit,)


def _add(known: Known, transcript: Transcript) -> None:
    for speaker in transcript.speakers:
        if speaker.id not in known:
            known[speaker.id] = KnownSpeaker(speaker, speech_of(transcript, speaker.id))
