"""Parts of a recording that were heard apart joined to one transcript, in which a person is one speaker throughout."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.pieces import Piece, cut_at
from desktop_app.core.diarization.segmentation import FRAME_STEP_SAMPLES
from desktop_app.core.diarization.voices import Voices, pack_voices, unpack_voices
from desktop_app.core.pipeline.reassign import recluster_transcript
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.transcribe import Transcription
from desktop_app.core.pipeline.transcribe_words import languages_note
from desktop_app.core.pipeline.warnings import embedding_warnings
from desktop_app.core.transcript.values import (
    EmbeddingReport,
    EngineUse,
    Fallback,
    SourceCount,
    Span,
    Transcript,
)


def options_of_part(options: JobOptions) -> JobOptions:
    """What is asked of a part: any number of speakers, for not everybody need speak in each; see join_parts."""
    return replace(options, min_speakers=None, max_speakers=None)


def join_parts(parts: Sequence[tuple[Span, Transcription]], options: JobOptions) -> Transcription:
    """All of a recording, from its parts in any order, as cut_in_parts gives them and transcribe_recording heard each.

    Who spoke is decided anew, from the voices of all parts, with the bounds and the sensitivity of the options. Every
    word keeps its text, its times and its place. The voices have the times of the whole, so they serve later, too.
    ValueError where a part has no voices.
    """
    parts = sorted(parts, key=lambda part: part[0])
    voices = pack_voices(join_voices([(span, unpack_voices(_voices(made))) for span, made in parts]))
    bounds = SpeakerBounds(options.min_speakers or 1, options.max_speakers)
    side_by_side = _side_by_side([made.transcript for _, made in parts])
    # Decided from the voices as they are kept: the same choice gives the same transcript later.
    joined = recluster_transcript(
        side_by_side, unpack_voices(voices), bounds, sensitivity=options.sensitivity, known=()
    )
    return Transcription(joined, voices)


def join_voices(parts: Sequence[tuple[Span, Voices]]) -> Voices:
    """The voices of a recording from those of its parts, in order of time; no two parts share a track."""
    pieces: list[Piece] = []
    embeddings = []
    for span, voices in parts:
        tracks = 1 + max((piece.track for piece in pieces), default=-1)
        start, end = _frames(span.start_ms), _frames(span.end_ms)
        kept = [piece.start + start < end for piece in voices.pieces]
        pieces += [
            _placed(piece, tracks, start, end) for piece, stays in zip(voices.pieces, kept, strict=True) if stays
        ]
        embeddings.append(voices.embeddings[kept])
    last_span, last = parts[-1]
    return Voices(tuple(pieces), np.concatenate(embeddings), last_span.start_ms + last.duration_ms)


def _voices(made: Transcription) -> bytes:
    if made.voices is None:
        raise ValueError(f"{made.transcript.audio.file}: a part was heard without its voices")
    return made.voices


def _frames(time_ms: int) -> int:
    """The first of the segmentation's frames from a time on that lies on the grid of the cuts."""
    return -(-time_ms * SAMPLE_RATE_HZ // (1000 * FRAME_STEP_SAMPLES))


def _placed(piece: Piece, tracks: int, start: int, end: int) -> Piece:
    """A part's piece in the whole, without what it was heard to say beyond the part's end, where the next begins.

    tracks: how many the parts before have. start, end: the part's first frame, and the one after its last.
    """
    within = cut_at(piece, [end - start - piece.start])[0]
    return replace(within, track=piece.track + tracks, start=piece.start + start)


def _side_by_side(transcripts: Sequence[Transcript]) -> Transcript:
    """The parts one after the other, each with speakers of its own."""
    own = [_with_own_speakers(each, number) for number, each in enumerate(transcripts)]
    language, others = _languages(own)
    embedding = _added_up([each.embedding for each in own if each.embedding])
    return replace(
        own[0],
        audio=replace(own[0].audio, duration_ms=own[-1].audio.duration_ms),
        speakers=tuple(speaker for each in own for speaker in each.speakers),
        turns=tuple(turn for each in own for turn in each.turns),
        engines=_engines(own),
        embedding=embedding,
        warnings=(*_sentences(own), *embedding_warnings(embedding), *languages_note(others)),
        language=language,
    )


def _with_own_speakers(transcript: Transcript, part: int) -> Transcript:
    return replace(
        transcript,
        speakers=tuple(replace(speaker, id=f"{part}-{speaker.id}") for speaker in transcript.speakers),
        turns=tuple(replace(turn, speaker=f"{part}-{turn.speaker}") for turn in transcript.turns),
    )


def _languages(parts: Iterable[Transcript]) -> tuple[str | None, list[str]]:
    """The language of most words, None if there is none, and the others."""
    words: Counter[str] = Counter()
    for part in parts:
        if part.language is not None:
            words[part.language] += sum(len(turn.words) for turn in part.turns)
    languages = [language for language, _ in words.most_common()]
    return next(iter(languages), None), [language for language in languages[1:] if words[language]]


def _engines(parts: Sequence[Transcript]) -> tuple[EngineUse, ...]:
    """What any part was heard by, once each, in the order of the work."""
    uses = dict.fromkeys(use for part in parts for use in part.engines)
    roles = list(dict.fromkeys(use.role for use in uses))
    return tuple(sorted(uses, key=lambda use: roles.index(use.role)))


def _sentences(parts: Iterable[Transcript]) -> Iterator[str]:
    """What is to be told of the parts, once, without their own counts of segments."""
    sentences: dict[str, None] = {}
    for part in parts:
        counted = embedding_warnings(part.embedding) if part.embedding else ()
        sentences |= dict.fromkeys(warning for warning in part.warnings if warning not in counted)
    return iter(sentences)


def _added_up(reports: Sequence[EmbeddingReport]) -> EmbeddingReport:
    segments: Counter[tuple[str, str]] = Counter()
    fallbacks: Counter[tuple[str, str]] = Counter()
    for report in reports:
        segments.update({(each.source, each.device): each.segments for each in report.sources})
        fallbacks.update({(each.source, each.reason): each.segments for each in report.fallbacks})
    return EmbeddingReport(
        sources=tuple(SourceCount(source, device, count) for (source, device), count in segments.items()),
        fallbacks=tuple(Fallback(source, reason, count) for (source, reason), count in fallbacks.items()),
        lost=sum(report.lost for report in reports),
        too_short=sum(report.too_short for report in reports),
        requests=sum(report.requests for report in reports),
    )
