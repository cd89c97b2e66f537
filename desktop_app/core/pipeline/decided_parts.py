"""A transcript's parts, and a diarization, under what a person has decided."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop_app.core.diarization.given_floor import give_floor
from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.pipeline.transcript_parts import Part
from desktop_app.core.transcript.decisions import Decision, decided_at
from desktop_app.core.transcript.known_speakers import KnownSpeaker, joined_spans
from desktop_app.core.transcript.values import Span, Speaker


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
    known: Sequence[KnownSpeaker], speakers: Sequence[Speaker], decisions: Sequence[Decision]
) -> tuple[KnownSpeaker, ...]:
    """Everybody who is known, and those of the speakers who are decided for and are not among them.

    Whoever was decided for is heard in the stretches of the decisions, too. ValueError names the id that nobody has.
    """
    spans: dict[str, list[Span]] = defaultdict(list)
    for decision in decisions:
        spans[decision.speaker].append(decision.span)
    everybody = {each.speaker.id: each for each in known}
    strangers = {each.id: KnownSpeaker(each, ()) for each in speakers if each.id not in everybody}
    for speaker_id, decided in spans.items():
        who = everybody.get(speaker_id) or strangers.get(speaker_id)
        if who is None:
            raise ValueError(f"a decision names a speaker nobody knows: {speaker_id!r}")
        everybody[speaker_id] = replace(who, speech=joined_spans([*who.speech, *decided]))
    return tuple(everybody.values())
