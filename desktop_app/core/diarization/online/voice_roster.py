"""The voices of a stream by number, and who of them is a speaker already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.live_timeline import LiveVoice
from desktop_app.core.diarization.online.heard_voices import NOBODY
from desktop_app.core.transcript.speaker_names import numbered_name
from desktop_app.core.transcript.values import Speaker

ENOUGH_S = 2.0
"""Clean speech without which a voice is no speaker."""
TIMES_SEEN = 2
"""So often it must have been found before it is one."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownVoice:
    """Somebody known before the recording. embeddings: float32 [n, dimension], of length 1."""

    name: str
    embeddings: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class _Voice:
    seen: int = 0
    speaker: Speaker | None = None
    anchored: bool = False
    remembered: NDArray[np.float32] | None = None
    seconds: float = 0.0
    name: str | None = None


class VoiceRoster:
    """Gives every voice a number and, once there is enough of it, an id, a name and a colour; none changes hands."""

    def __init__(self, known: Sequence[KnownVoice] = ()) -> None:
        """known: voices that are looked for from the start; they are speakers when they are first heard."""
        self._voices = [_Voice(anchored=True, remembered=_mean(each.embeddings), name=each.name) for each in known]
        self.speakers: tuple[Speaker, ...] = ()
        """In the order in which they were found."""

    @property
    def anchors(self) -> frozenset[int]:
        """The voices that are never merged away."""
        return frozenset(number for number, voice in enumerate(self._voices) if voice.anchored)

    @property
    def remembered(self) -> Mapping[int, NDArray[np.float32]]:
        """The speakers so far, and the voices known before, each as one vector of length 1."""
        return {number: voice.remembered for number, voice in enumerate(self._voices) if voice.remembered is not None}

    @property
    def speakers_voices(self) -> Mapping[str, LiveVoice]:
        """How the speakers sound, by their ids, as far as they were heard."""
        return {
            voice.speaker.id: LiveVoice(voice.remembered, voice.seconds)
            for voice in self._voices
            if voice.speaker is not None and voice.remembered is not None
        }

    def newcomer(self) -> int:
        """The number of a voice that was not heard before."""
        self._voices.append(_Voice())
        return len(self._voices) - 1

    def saw(self, number: int, centroid: NDArray[np.float32], seconds: float, *, over: bool) -> None:
        """A voice was found again, with so much clean speech. centroid: float32 [dimension], of length 1.

        over: nothing follows that could make it surer.
        """
        if seconds < ENOUGH_S and not over:
            return
        voice = replace(self._voices[number], seen=self._voices[number].seen + 1)
        if voice.speaker is None and (voice.seen >= TIMES_SEEN or voice.name is not None or over):
            speaker = self._next_speaker(voice.name)
            voice = replace(voice, speaker=speaker)
            self.speakers = (*self.speakers, speaker)
        if voice.speaker is not None:
            voice = replace(voice, remembered=centroid, seconds=seconds)
        self._voices[number] = voice

    def speaker_of(self, number: int) -> str | None:
        """The id of the voice's speaker; None while it is nobody's."""
        speaker = None if number == NOBODY else self._voices[number].speaker
        return None if speaker is None else speaker.id

    def anchor(self, speaker_id: str, name: str) -> None:
        """The person who records knows who this is."""
        for number, voice in enumerate(self._voices):
            if voice.speaker is not None and voice.speaker.id == speaker_id:
                self._voices[number] = replace(voice, anchored=True, speaker=replace(voice.speaker, name=name))
        self.speakers = tuple(replace(each, name=name) if each.id == speaker_id else each for each in self.speakers)

    def _next_speaker(self, name: str | None) -> Speaker:
        count = len(self.speakers) + 1
        return Speaker(f"S{count}", name or numbered_name(count), count - 1)


def _mean(embeddings: NDArray[np.float32]) -> NDArray[np.float32]:
    mean = embeddings.mean(axis=0)
    return np.asarray(mean / np.linalg.norm(mean), np.float32)
