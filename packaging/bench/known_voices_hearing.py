"""What is heard of everybody in the recordings of known voices, each recording in every condition."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from bench.known_voices_data import KnownSpeech, known_speech
from bench.sound_conditions import CONDITIONS, Samples
from desktop_app.core.asr.speech_evidence import SpeechEvidence
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.diarization.offline import listen
from desktop_app.core.diarization.options import Hop
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.known_voices.clean_speech import Speech, clean_speech
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn

Heard = Mapping[str, Mapping[str, Mapping[str, Speech]]]
"""Person, recording, condition: clean speech. Recordings in which a person is not heard in every condition are out."""


def hear_everybody(data: Path) -> Heard:
    """The pipeline's own pieces and embeddings; the truth's turns say whose they are."""
    ear = _Ear()
    heard: dict[str, dict[str, dict[str, Speech]]] = {}
    for each in known_speech(data):
        by_condition = {condition: dict(_told(ear, each, condition)) for condition in CONDITIONS}
        for person in each.people:
            speech = {condition: told[person] for condition, told in by_condition.items()}
            if all(len(one.seconds) for one in speech.values()):
                heard.setdefault(person, {})[each.path.stem] = speech
    return heard


def _told(ear: "_Ear", each: KnownSpeech, condition: str) -> Iterator[tuple[str, Speech]]:
    with open_recording(each.path) as recording:
        samples = np.ascontiguousarray(recording.samples, np.float32)
    voices = ear.voices(np.ascontiguousarray(CONDITIONS[condition](samples)))
    transcript = _transcript(each, voices.duration_ms)
    for person in each.people:
        yield person, clean_speech(voices, transcript, person)


class _Ear:
    """The pipeline until it knows who sounds how."""

    def __init__(self) -> None:
        self._engines = Engines()
        self._engines.prepare(lambda _: None)
        self._evidence = SpeechEvidence(self._engines.detector.get())

    def voices(self, samples: Samples) -> Voices:
        return listen(
            samples,
            self._engines.segmenter.get(),
            self._engines.embedders(),
            hop=Hop.ACCURATE,
            opinion=self._evidence,
            on_segmentation=lambda _: None,
            on_embedding=lambda _: None,
        )


def _transcript(each: KnownSpeech, duration_ms: int) -> Transcript:
    spans = [(span.speaker, Span(span.start_ms, span.end_ms)) for span in each.spans]
    spans = spans or [(each.people[0], Span(0, duration_ms))]
    turns = tuple(Turn(person, span.start_ms, span.end_ms, speech=(span,)) for person, span in spans)
    return Transcript(AudioSource(str(each.path), duration_ms), tuple(Speaker(p, p, 0) for p in each.people), turns)
