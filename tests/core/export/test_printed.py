"""What documents have in common."""

from desktop_app.core.export.printed import PrintedOptions, printed
from desktop_app.core.export.reading_layout import Times
from desktop_app.core.transcript.values import Transcript
from export.hostile_transcripts import HOSTILE


def test_the_turns_of_one_speaker_that_follow_on_are_merged_if_that_is_wished(interview: Transcript) -> None:
    plain, merged = printed(interview, PrintedOptions()), printed(interview, PrintedOptions(merged=True))
    assert [passage.name for passage in plain.passages] == ["Anna Berg", "Søren O’Neil 🎙", "Søren O’Neil 🎙"]
    assert [passage.name for passage in merged.passages] == ["Anna Berg", "Søren O’Neil 🎙"]
    assert [time for time, _ in merged.passages[1].parts] == ["00:04"]
    assert merged.passages[1].text == f"{plain.passages[1].text} {plain.passages[2].text}"


def test_times_stand_within_a_passage_where_they_are_wished_every_minute(interview: Transcript) -> None:
    page = printed(interview, PrintedOptions(merged=True, times=Times.MINUTES))
    assert [[time for time, _ in passage.parts] for passage in page.passages] == [["00:01"], ["", "1:01:01"]]


def test_namesakes_are_not_merged() -> None:
    names = [passage.name for passage in printed(HOSTILE["namesakes"], PrintedOptions(merged=True)).passages]
    assert names[:3] == ["Anna", "anna", "Anna (2)"]


def test_the_document_is_named_after_the_recording_without_its_folders(interview: Transcript) -> None:
    page = printed(interview, PrintedOptions())
    assert page.title == "Harbour talk 1"
    assert page.line.startswith("Harbour talk 1.wav (1:01:05, ")
    assert page.notes == ("[3 of 13 segments were told apart by another engine than was chosen.]",)
