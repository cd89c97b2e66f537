from desktop_app.core.pipeline.carry_over_speakers import carry_over_speakers
from desktop_app.core.transcript.known_speakers import KnownSpeaker
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

SOURCE = AudioSource("talk.wav", 20_000)


def turn(speaker: str, start_ms: int, end_ms: int) -> Turn:
    return Turn(speaker, start_ms, end_ms, (Word("so", start_ms, end_ms),), (Span(start_ms, end_ms),))


def transcript(*turns: Turn, names: str = "S1 S2") -> Transcript:
    speakers = tuple(Speaker(each, f"Speaker {each[1:]}", int(each[1:]) - 1) for each in names.split())
    return Transcript(SOURCE, speakers, turns)


def known(speaker_id: str, name: str, colour: int, *spans: tuple[int, int]) -> KnownSpeaker:
    return KnownSpeaker(Speaker(speaker_id, name, colour), tuple(Span(*span) for span in spans))


def test_speakers_keep_the_name_and_colour_they_had_where_they_spoke() -> None:
    found = transcript(turn("S1", 0, 4000), turn("S2", 4000, 9000))
    anna, ben = known("S2", "Anna", 5, (0, 3500)), known("S1", "Ben", 0, (4200, 9000))

    again = carry_over_speakers(found, [ben, anna])

    assert [again.speaker(each.speaker).name for each in again.turns] == ["Anna", "Ben"]
    assert {(each.id, each.name, each.colour) for each in again.speakers} == {("S2", "Anna", 5), ("S1", "Ben", 0)}


def test_who_was_not_known_gets_an_id_a_name_and_a_colour_that_nobody_has() -> None:
    found = transcript(turn("S1", 0, 4000), turn("S2", 4000, 9000))

    again = carry_over_speakers(found, [known("S1", "Anna", 0, (0, 4000)), known("S2", "Away", 1, (15_000, 16_000))])

    newcomer = again.speaker(again.turns[1].speaker)
    assert again.speaker(again.turns[0].speaker).name == "Anna"
    assert (newcomer.id, newcomer.name, newcomer.colour) == ("S3", "Speaker 3", 2)


def test_words_and_times_stay() -> None:
    found = transcript(turn("S1", 0, 4000), turn("S2", 3000, 9000), turn("S1", 8000, 9500))

    again = carry_over_speakers(found, [known("S7", "Anna", 3, (0, 9500))])

    assert [(each.start_ms, each.end_ms, each.words, each.speech) for each in again.turns] == [
        (each.start_ms, each.end_ms, each.words, each.speech) for each in found.turns
    ]


def test_without_known_speakers_nothing_changes() -> None:
    found = transcript(turn("S1", 0, 4000), names="S1")
    assert carry_over_speakers(found, ()) is found


def test_nobody_who_speaks_is_needed() -> None:
    empty = Transcript(SOURCE)
    assert carry_over_speakers(empty, [known("S1", "Anna", 0, (0, 4000))]) == empty
