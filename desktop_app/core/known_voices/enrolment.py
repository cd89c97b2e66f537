"""Enrolling a person: from what a corrected transcript, and the kept voices of its recording, hold of a speaker."""

from desktop_app.core.diarization.voices import Voices
from desktop_app.core.known_voices.clean_speech import clean_speech
from desktop_app.core.known_voices.embedding_model import embedding_model
from desktop_app.core.known_voices.errors import NoName, TooLittleSpeech, UnknownModel
from desktop_app.core.known_voices.person import Person
from desktop_app.core.known_voices.reference_vectors import reference_vectors
from desktop_app.core.transcript.speaker_names import is_numbered
from desktop_app.core.transcript.values import Transcript

MIN_SPEECH_S = 15.0
MIN_TURNS = 3


def enrol(transcript: Transcript, voices: Voices, speaker_id: str) -> Person:
    """The speaker as a person, by the name that the transcript has; nothing is written.

    transcript: as it is by now, corrections and all. voices: those of its recording. KeyError where there is no such
    speaker; NoName where nobody named them; UnknownModel; TooLittleSpeech under MIN_SPEECH_S of clean speech, or
    MIN_TURNS turns that it comes from.
    """
    speaker = transcript.speaker(speaker_id)
    if is_numbered(speaker) or not speaker.name.strip():
        raise NoName
    model = embedding_model(transcript.engines)
    if model is None:
        raise UnknownModel
    speech = clean_speech(voices, transcript, speaker_id)
    if speech.total_s < MIN_SPEECH_S or speech.turns < MIN_TURNS:
        raise TooLittleSpeech(
            speaker.name,
            found_s=speech.total_s,
            needed_s=MIN_SPEECH_S,
            found_turns=speech.turns,
            needed_turns=MIN_TURNS,
        )
    vectors = reference_vectors(speech)
    return Person(speaker.name.strip(), model, vectors.embeddings, vectors.seconds)
