"""The online diarization: sound in as it comes, who has spoken so far out."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.live_timeline import LiveTimeline
from desktop_app.core.diarization.offline import MOMENT_S
from desktop_app.core.diarization.online.grouping import Group, Voiceprints, group_again
from desktop_app.core.diarization.online.heard_voices import NOBODY, HeardVoices
from desktop_app.core.diarization.online.piece_cutter import SETTLING_FRAMES, Cut, PieceCutter
from desktop_app.core.diarization.online.piece_voices import Glance, PieceVoices, clean_s
from desktop_app.core.diarization.online.segments import LiveSegments, joined, live_segments
from desktop_app.core.diarization.online.steps import STEP_FRAMES, Moment, Steps
from desktop_app.core.diarization.online.voice_roster import KnownVoice, VoiceRoster
from desktop_app.core.diarization.pieces import MAX_GAP_FRAMES, Piece
from desktop_app.core.diarization.segmentation import FRAME_STEP_SAMPLES, Segmenter, frame_to_ms, seconds_to_frames
from desktop_app.core.embedding.chain import EmbedderChain

PIECES_A_STEP = 250
"""For so many pieces clustering takes well under a tenth of a step: more are clustered every second step, and so on."""
SAME_TRACK_FRAMES = seconds_to_frames(10.0)
"""So long a track is taken for the voice that it had."""
RECENT_PIECES = 40
"""The newest pieces, whose segments are made anew at every step; those of older ones only where their voice changes."""


class OnlineDiarizer:
    """Who speaks, while it is recorded. The labels hang on the sound alone, not on the sizes in which it comes.

    It belongs to one thread at a time.
    """

    def __init__(self, segmenter: Segmenter, embedders: EmbedderChain, *, known: Sequence[KnownVoice] = ()) -> None:
        """known: voices to be told by name."""
        self._steps = Steps(segmenter)
        self._cutter = PieceCutter()
        self._piece_voices = PieceVoices(embedders)
        self._roster = VoiceRoster(known)
        self._heard = HeardVoices(self._piece_voices.dimension)
        self._voiceprints = Voiceprints(np.zeros((0, self._piece_voices.dimension), np.float32))
        self._since_grouping = 0
        self._settled_pieces = 0
        self._settled = LiveSegments()
        self._length_samples = 0
        self.timeline = LiveTimeline()
        """The newest."""

    def advance(self, samples: NDArray[np.float32]) -> LiveTimeline:
        """Hear samples, float32 [n], 16 kHz mono, as many as there are; the timeline after the last step."""
        self._length_samples += len(samples)
        for moment in self._steps.hear(np.asarray(samples, np.float32)):
            self._take(moment)
        return self.timeline

    def finish(self) -> LiveTimeline:
        """The timeline of all that was heard; nothing may follow."""
        frames = SETTLING_FRAMES + MAX_GAP_FRAMES + 2 * STEP_FRAMES
        for moment in self._steps.hear(np.zeros(frames * FRAME_STEP_SAMPLES, np.float32)):
            self._take(moment)
        self._group((), (), over=True)
        self._tell((), [], self._end_ms)
        return self.timeline

    def anchor(self, speaker_id: str, name: str) -> None:
        """This speaker is known by name: never merged away from now on."""
        self._roster.anchor(speaker_id, name)

    @property
    def _end_ms(self) -> int:
        return self._length_samples * 1000 // SAMPLE_RATE_HZ

    def _take(self, moment: Moment) -> None:
        cut = self._cutter.cut(moment)
        self._hear(cut)
        glances = self._piece_voices.glance(cut.open, self._steps.sound)
        self._since_grouping += 1
        if self._since_grouping * PIECES_A_STEP >= len(self._heard):
            voices = self._group(cut.open, glances)
        else:
            voices = [self._voice_of_open(piece, glance) for piece, glance in zip(cut.open, glances, strict=True)]
        self._tell(cut.open, voices, min(self._end_ms, frame_to_ms(moment.end)))

    def _hear(self, cut: Cut) -> None:
        for piece in cut.closed:
            glance = self._piece_voices.last_glance(piece)
            parts, embeddings = self._piece_voices.hear(piece, self._steps.sound)
            voice = self._voice_of_open(piece, glance)
            self._heard.add(parts, embeddings, voice)

    def _voice_of_open(self, piece: Piece, glance: Glance | None) -> int:
        """Whose voice it is by what is known of the voices, or else by its track."""
        if glance is not None:
            return self._voiceprints.nearest(glance.embedding, glance.seconds)
        for at in range(len(self._heard) - 1, max(-1, len(self._heard) - RECENT_PIECES), -1):
            before = self._heard.pieces[at]
            if before.track == piece.track and piece.start - before.end <= SAME_TRACK_FRAMES:
                return int(self._heard.voices[at])
        return NOBODY

    def _group(
        self, open_pieces: Sequence[Piece], glances: Sequence[Glance | None], *, over: bool = False
    ) -> list[int]:
        """Whose all pieces are, decided anew; the voices of the open ones."""
        self._since_grouping = 0
        told = [(piece, glance) for piece, glance in zip(open_pieces, glances, strict=True) if glance is not None]
        before = [self._voiceprints.nearest(glance.embedding, glance.seconds) for _, glance in told]
        heard = self._heard
        pieces = [*heard.pieces, *(piece for piece, _ in told)]
        group = Group(
            pieces,
            np.concatenate([heard.embeddings, *(glance.embedding[np.newaxis] for _, glance in told)]),
            np.maximum(np.array([clean_s(piece) for piece in pieces], np.float64), MOMENT_S),
            np.concatenate([heard.voices, np.array(before, np.int64)]),
        )
        speakers = len(self._roster.speakers)
        voices, self._voiceprints = group_again(group, self._roster, over=over)
        is_other = voices[: self._settled_pieces] != heard.voices[: self._settled_pieces]
        if is_other.any() or speakers != len(self._roster.speakers):
            self._settled_pieces, self._settled = 0, LiveSegments()
        heard.voices[:] = voices[: len(heard)]
        return [self._voice_of_open(piece, glance) for piece, glance in zip(open_pieces, glances, strict=True)]

    def _tell(self, open_pieces: Sequence[Piece], voices: Sequence[int], heard_ms: int) -> None:
        heard = self._heard
        if len(heard) - self._settled_pieces > 2 * RECENT_PIECES:
            self._settled_pieces = len(heard) - RECENT_PIECES
            self._settled = self._segments(heard.pieces[: self._settled_pieces], heard.voices, heard_ms)
        recent = [*heard.pieces[self._settled_pieces :], *open_pieces]
        numbers = [*heard.voices[self._settled_pieces :], *voices]
        told = joined(self._settled, self._segments(recent, numbers, heard_ms))
        self.timeline = LiveTimeline(
            heard_ms, told.full, told.exclusive, self._roster.speakers, self._roster.speakers_voices
        )

    def _segments(
        self, pieces: Sequence[Piece], voices: Sequence[int] | NDArray[np.int64], heard_ms: int
    ) -> LiveSegments:
        speakers = [self._roster.speaker_of(int(voice)) for voice in voices[: len(pieces)]]
        return live_segments(pieces, speakers, heard_ms)
