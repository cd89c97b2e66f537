"""A finished transcript under a new clustering: the same words, other speakers."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.fixed_pieces import fixed_pieces
from desktop_app.core.diarization.offline import Diarization, recluster
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.pipeline.decided_parts import decided_diarization, decided_owners, known_and_decided
from desktop_app.core.pipeline.speaker_match import match_speakers
from desktop_app.core.pipeline.transcript_parts import parts_of
from desktop_app.core.pipeline.word_turns import turns_of
from desktop_app.core.transcript.decisions import Decision, decided_at, decided_speakers
from desktop_app.core.transcript.known_speakers import KnownSpeaker, known_speakers
from desktop_app.core.transcript.values import DECIDED_MARGIN, Transcript, Turn


def recluster_transcript(
    transcript: Transcript,
    voices: Voices,
    bounds: SpeakerBounds,
    *,
    sensitivity: float,
    known: Sequence[KnownSpeaker] | None = None,
    decisions: Sequence[Decision] = (),
) -> Transcript:
    """The transcript under the clustering that bounds and sensitivity give; see reassign and recluster.

    decisions: what a person decided, ordered and disjoint, as merge_decisions gives them. Pieces within those of one
    speaker are must-link, within those of two cannot-link. There are more speakers than the maximum where the decisions
    name more, which beyond_maximum tells.
    """
    fixed = fixed_pieces(voices.pieces, decisions) if decisions else None
    diarization = recluster(voices, bounds, sensitivity=sensitivity, fixed=fixed)
    return reassign(transcript, diarization, known=known, decisions=decisions)


def reassign(
    transcript: Transcript,
    diarization: Diarization,
    *,
    known: Sequence[KnownSpeaker] | None = None,
    decisions: Sequence[Decision] = (),
) -> Transcript:
    """The transcript with its words given to the speakers of another diarization of the same recording.

    Every word keeps its text, times, confidence and place among its neighbours. Turns that stay with one speaker keep
    their borders; the clustering that a transcript was made with gives the same transcript again. known: everybody
    whose name and colour count, the transcript's own speakers if None; see match_speakers. A diarization without
    speech changes nothing.

    decisions: what a person decided, ordered and disjoint. A word that lies mostly within one is its speaker's, who
    keeps id, name and colour and is in the result while there are such words; where the diarization has must-link
    groups, they are those of decided_speakers. ValueError where a decision names an id that nobody has.
    """
    if not diarization.full:
        return transcript
    known = known_speakers(transcript) if known is None else known
    if decisions:
        return _decided(transcript, diarization, known, decisions)
    speakers = match_speakers(diarization.full, known)
    turns = turns_of(parts_of(transcript), diarization, {number: each.id for number, each in speakers.items()})
    return replace(transcript, speakers=tuple(speakers.values()), turns=turns)


def _decided(
    transcript: Transcript, diarization: Diarization, known: Sequence[KnownSpeaker], decisions: Sequence[Decision]
) -> Transcript:
    decided = decided_speakers(decisions)
    known = known_and_decided(known, transcript.speakers, decisions)
    sure = {number: each for each, number in zip(decided, diarization.groups, strict=False) if number is not None}
    speakers = match_speakers(diarization.full, known, sure=sure, present=decided)
    # Whoever was decided for where no voice was told, and is heard nowhere else, is in the timelines by that alone.
    numbers = {each.id: number for number, each in speakers.items()}
    for speaker_id in decided:
        numbers.setdefault(speaker_id, 1 + max(numbers.values()))
    parts = parts_of(transcript)
    turns = turns_of(
        parts,
        decided_diarization(diarization, decisions, numbers),
        {number: speaker_id for speaker_id, number in numbers.items()},
        decided=decided_owners(parts, decisions, numbers),
    )
    turns = tuple(_certain(turn, decisions) for turn in turns)
    by_id = {each.id: each for each in (*(each.speaker for each in known), *speakers.values())}
    return replace(
        transcript, speakers=tuple(by_id[each] for each in dict.fromkeys(t.speaker for t in turns)), turns=turns
    )


def _certain(turn: Turn, decisions: Sequence[Decision]) -> Turn:
    """The turn, with the margin of a decided one where it is: it stays decided whatever is asked for next."""
    decided = turn.words and decided_at(decisions, turn.words[0].start_ms, turn.words[-1].end_ms) == turn.speaker
    return replace(turn, margin=DECIDED_MARGIN) if decided else turn
