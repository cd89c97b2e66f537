import pytest

from desktop_app.core.export.errors import TranscriptFileError
from importing.imported import imported, told, words

LONG = '''\
File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 2.3
tiers? <exists>
size = 3
item []:
    item [1]:
        class = "IntervalTier"
        name = "Anna"
        xmin = 0
        xmax = 2.3
        intervals: size = 2
        intervals [1]:
            xmin = 0
            xmax = 1.5
            text = "say ""hi"" 2"
        intervals [2]:
            xmin = 1.5
            xmax = 2.3
            text = ""
    item [2]:
        class = "IntervalTier"
        name = "Ben"
        xmin = 0
        xmax = 2.3
        intervals: size = 1
        intervals [1]:
            xmin = 0.5
            xmax = 2.3
            text = "yes"
    item [3]:
        class = "IntervalTier"
        name = "Anna - words"
        xmin = 0
        xmax = 2.3
        intervals: size = 3
        intervals [1]:
            xmin = 0
            xmax = 0.5
            text = "say"
        intervals [2]:
            xmin = 0.5
            xmax = 0.75
            text = """hi"""
        intervals [3]:
            xmin = 0.75
            xmax = 1.5
            text = "2"
'''
SHORT = '"ooTextFile"\n"TextGrid"\n0\n1\n<exists>\n1\n"IntervalTier"\n"Anna"\n0\n1\n1\n0.25\n1\n"hello"\n'


def test_tiers_are_speakers_and_a_tier_of_words_has_their_times() -> None:
    read = imported(LONG, "TextGrid")
    assert told(read) == ['Anna 0-1500 say "hi" 2', "Ben 500-2300 yes"]
    assert words(read)[:3] == [("say", 0, 500), ('"hi"', 500, 750), ("2", 750, 1500)]


def test_the_short_form_is_read_and_utf_16() -> None:
    assert told(imported(SHORT, "TextGrid")) == ["Anna 250-1000 hello"]
    assert told(imported(SHORT.encode("utf-16"), "TextGrid")) == ["Anna 250-1000 hello"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (LONG[:-30], "it ends too soon"),
        (LONG.replace("xmax = 1.5\n", "xmax = soon\n", 1), "line 18: a number is missing"),
        ("hello", "line 1: it ends too soon"),
        (SHORT.replace("TextGrid", "Pitch"), "line 1: it is no TextGrid"),
        (SHORT.replace("\n1\n0.25", "\n99999999999\n0.25"), "is no number of things"),
        (SHORT.replace("\n1\n0.25", "\n99999999\n0.25"), "it ends too soon"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, why: str) -> None:
    with pytest.raises(TranscriptFileError, match=why):
        imported(text, "TextGrid")


def test_a_tier_of_points_is_left_out_and_told() -> None:
    points = '"TextTier"\n"clicks"\n0\n1\n1\n0.5\n"click"\n'
    read = imported(SHORT.replace("<exists>\n1", "<exists>\n2") + points, "TextGrid")
    assert told(read) == ["Anna 250-1000 hello"]
    assert read.warnings == ("Left out, for they are neither speakers nor words: clicks.",)
