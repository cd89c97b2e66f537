"""A transcript's parts, and a diarization, under what a person has decided."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop_app.core.diarization.given_floor import give_floor
from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.pipeline.transcript_parts import Part
from desktop_app.core.transcript.decisions import Decision, decided_at
from desktop_app.core.transcript.known_speakers import KnownSpeaker
from desktop_app.core.transcript.values import Speaker


def decided_diarization(
    diarization: Diarization, decisions: Sequence[Decision], numbers: Mapping[str, int]
) -> Diarization:
    """The diarization with the floor given as decided. numbers: of the speakers by id."""
    given = [Segment(numbers[each.speaker], each.span.start_ms, each.span.end_ms) for each in decisions]
    full, exclusive = give_floor(diarization.full, diarization.exclusive, given)
    speakers = len({segment.speaker for segment in full})
    return replace(diarization, full=full, exclusive=exclusive, speakers=speakers)


def decided_owners(
    parts: Sequence[Part], decisions: Sequence[Decision], numbers: Mapping[str, int]
) -> list[int | None]:
    """The number of the speaker decided for each part, by the times of its word; None where nobody is.

    A word of no length goes by its place in its turn: it may stand on the border of two.
    """
    owners = []
    for part in parts:
        timed = part.word if part.word and part.word.start_ms < part.word.end_ms else part
        speaker = decided_at(decisions, timed.start_ms, timed.end_ms)
        owners.append(None if speaker is None else numbers[speaker])
    return owners


def known_and_decided(
    known: Sequence[KnownSpeaker], speakers: Sequence[Speaker], decided: Sequence[str]
) -> tuple[KnownSpeaker, ...]:
    """Everybody who is known, and those of the speakers who are decided for and are not among them.

    ValueError names the id of whom nobody knows.
    """
    ids = {each.speaker.id for each in known}
    by_id = {speaker.id: speaker for speaker in speakers}
    missing = [each for each in decided if each not in ids]
    if unknown := [each for each in missing if each not in by_id]:
        raise ValueError(f"a decision names a speaker nobody knows: {unknown[0]!r}")
    return (*known, *(KnownSpeaker(by_id[each], ()) for each in missing))
