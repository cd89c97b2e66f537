"""The JSON of other programs."""

import json

import pytest

from desktop_app.core.export.errors import TranscriptFileError
from importing.imported import imported, told, words

WHISPERX = """{"segments": [{"start": 0.5, "end": 2.0, "text": " Hi 2024 you", "speaker": "SPEAKER_00", "words": [
 {"word": "Hi", "start": 0.5, "end": 0.8, "score": 0.9, "speaker": "SPEAKER_00"}, {"word": "2024"},
 {"word": "you", "start": 1.2, "end": 2.0, "score": NaN, "speaker": "SPEAKER_01"}]}],
 "word_segments": [], "language": "en"}"""
WHISPER = {
    "text": " Hi you",
    "segments": [
        {
            "id": 0,
            "start": 0.0,
            "end": 2.0,
            "text": " Hi you",
            "words": [
                {"word": " Hi", "start": 0.0, "end": 0.5, "probability": 0.8},
                {"word": " you", "start": 0.5, "end": 1.0, "probability": 0.7},
            ],
        }
    ],
    "language": "de",
}
WHISPER_CPP = {
    "systeminfo": "",
    "result": {"language": "en"},
    "transcription": [
        {
            "timestamps": {"from": "00:00:00,000", "to": "00:00:02,000"},
            "offsets": {"from": 0, "to": 2000},
            "text": " And so",
            "tokens": [
                {"text": "[_BEG_]", "offsets": {"from": 0, "to": 0}, "p": 0.9},
                {"text": " An", "offsets": {"from": 0, "to": 300}, "p": 0.9},
                {"text": "d", "offsets": {"from": 300, "to": 400}, "p": 0.5},
                {"text": " so", "offsets": {"from": 400, "to": 900}, "p": 0.7},
            ],
        }
    ],
}
NEMO = {"words": [{"word": "hi", "start_time": 0.1, "end_time": 0.3, "speaker_label": "speaker_0"}]}
AWS = {
    "jobName": "talk",
    "results": {
        "transcripts": [{"transcript": "Hi."}],
        "speaker_labels": {"segments": [{"items": [{"start_time": "0.1", "speaker_label": "spk_0"}]}]},
        "items": [
            {"start_time": "0.1", "end_time": "0.4", "alternatives": [{"confidence": "0.98", "content": "Hi"}]},
            {"alternatives": [{"confidence": "0.0", "content": "."}], "type": "punctuation"},
        ],
    },
}
ASSEMBLYAI = {
    "language_code": "en",
    "utterances": [
        {
            "speaker": "A",
            "start": 100,
            "end": 900,
            "text": "Hi you",
            "words": [
                {"text": "Hi", "start": 100, "end": 300, "confidence": 0.9},
                {"text": "you", "start": 400, "end": 900, "confidence": 0.8},
            ],
        }
    ],
}
DEEPGRAM = {
    "results": {
        "channels": [
            {
                "alternatives": [
                    {
                        "words": [
                            {
                                "word": "hi",
                                "punctuated_word": "Hi.",
                                "start": 0.1,
                                "end": 0.3,
                                "confidence": 0.9,
                                "speaker": 0,
                            },
                            {"word": "yes", "start": 0.5, "end": 0.8, "confidence": 0.9, "speaker": 1},
                        ]
                    }
                ]
            }
        ]
    }
}
SEGLST = [{"session_id": "t", "speaker": "Anna", "start_time": "0.5", "end_time": 1.5, "words": "hi you"}]


def test_whisperx() -> None:
    read = imported(WHISPERX, "json")
    assert told(read) == ["Speaker 1 500-1200 Hi 2024", "Speaker 2 1200-2000 you"]
    assert [word.confidence for turn in read.turns for word in turn.words] == [0.9, None, None]
    assert [word.estimated for turn in read.turns for word in turn.words] == [False, True, False]
    assert read.language == "en"


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (WHISPER, ["Speaker 1 0-1000 Hi you"]),
        (WHISPER["segments"], ["Speaker 1 0-1000 Hi you"]),
        (WHISPER_CPP, ["Speaker 1 0-2000 And so"]),
        (NEMO, ["Speaker 1 100-300 hi"]),
        (AWS, ["Speaker 1 100-400 Hi."]),
        (ASSEMBLYAI, ["Speaker A 100-900 Hi you"]),
        (DEEPGRAM, ["Speaker 1 100-300 Hi.", "Speaker 2 500-800 yes"]),
        (SEGLST, ["Anna 500-1500 hi you"]),
    ],
)
def test_every_program_is_told_by_its_keys(document: object, expected: list[str]) -> None:
    assert told(imported(json.dumps(document), "json")) == expected


def test_pieces_of_words_are_put_together() -> None:
    read = imported(json.dumps(WHISPER_CPP), "json")
    assert words(read) == [("And", 0, 400), ("so", 400, 900)]
    assert [word.confidence for word in read.turns[0].words] == [0.5, 0.7]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"a":\n1,,}', "line 2: it is no JSON"),
        (WHISPERX[:100], "line 1: it is no JSON, or it was cut off here"),
        ("[" * 100_000, "it is nested too deeply"),
        ('{"a": 1}', "it is the JSON of no program that is known here: Diarist transcript, WhisperX"),
        ("17", "it is the JSON of no program"),
        (json.dumps(SEGLST * 2).replace('"t"', '"u"', 1), "it is of 2 recordings"),
        (json.dumps(WHISPER).replace("0.5", '"soon"'), "“soon” is no time"),
        (json.dumps(WHISPER).replace("0.5", "1e999"), "is not a number"),
        (json.dumps(WHISPER).replace("0.5", "1e30"), "is no time"),
        (json.dumps(WHISPER).replace('" Hi"', "[]"), "is not a string"),
        (
            json.dumps(NEMO).replace('"hi"', "null").replace('"words": [', '"words": [3, '),
            "it is the JSON of no program",
        ),
        ('{"schema": "diarist-transcript/9"}', "newer Diarist"),
        ('{"n": ' + "1" * 5000 + "}", "it is no JSON"),
    ],
)
def test_what_is_wrong_is_told(text: str, why: str) -> None:
    with pytest.raises(TranscriptFileError, match=why):
        imported(text, "json")
