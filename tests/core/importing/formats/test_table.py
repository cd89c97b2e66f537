import pytest

from desktop_app.core.export.errors import TranscriptFileError
from importing.imported import imported, told, words


@pytest.mark.parametrize(
    "text",
    [
        'start,end,speaker,text\n1.5,2.5,Anna,"Hi, you"\n3,4,Ben,Yes\n',
        'Start;Ende;Sprecher;Inhalt\n1,5;2,5;Anna;"Hi, you"\n3;4;Ben;Yes\n',
        "TimeStart\tTimeEnd\tSpeakerName\tText\n00:00:01.500\t00:00:02.500\tAnna\tHi, you\n0:03\t0:04\tBen\tYes\n",
        'start_ms,end_ms,speaker,text\n1500,2500,Anna,"Hi, you"\n3000,4000,Ben,Yes\n',
        '00:00:01.5,00:00:02.5,Anna,"Hi, you"\n00:00:03,00:00:04,Ben,Yes\n',
    ],
)
def test_columns_are_known_by_their_names_or_by_what_is_in_them(text: str) -> None:
    assert told(imported(text, "csv")) == ["Anna 1500-2500 Hi, you", "Ben 3000-4000 Yes"]


def test_words_have_a_row_each() -> None:
    read = imported("word,start,end,speaker,confidence\nHi,0.5,0.7,Anna,0.5\nyou,0.8,1,Anna,\n", "csv")
    assert words(read) == [("Hi", 500, 700), ("you", 800, 1000)]
    assert [word.confidence for word in read.turns[0].words] == [0.5, None]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("start,end,text\n1,2,a\nsoon,3,b\n", "line 3: “soon” is no time"),
        ('start,end,text\n1,2,"a\n', "line 2: it is no table"),
        ("1,2\n3,4\n", "line 1: no column holds a text"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, why: str) -> None:
    with pytest.raises(TranscriptFileError, match=why):
        imported(text, "csv")
