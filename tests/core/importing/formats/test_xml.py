"""ELAN's annotations, timed text, and what no XML is allowed to do."""

import pytest

from desktop_app.core.export.errors import TranscriptFileError
from importing.imported import imported, told, words


def tier(attributes: str, *annotations: tuple[str, str, str]) -> str:
    """A tier. annotations: from which slot, to which, and the text."""
    inside = "".join(
        f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a" TIME_SLOT_REF1="{start}" TIME_SLOT_REF2="{end}">'
        f"<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
        for start, end, text in annotations
    )
    return f"<TIER {attributes}>{inside}</TIER>"


EAF = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2026-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0">
 <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="file:///x/talk.wav"/></HEADER>
 <TIME_ORDER>
  <TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="500"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="1500"/>
  <TIME_SLOT TIME_SLOT_ID="ts3"/><TIME_SLOT TIME_SLOT_ID="ts4" TIME_VALUE="2000"/>
 </TIME_ORDER>
 {tier('TIER_ID="tx@Anna" PARTICIPANT="Anna"', ("ts1", "ts4", "Hi you"))}
 {tier('TIER_ID="wd@Anna" PARENT_REF="tx@Anna"', ("ts1", "ts2", "Hi"), ("ts2", "ts4", "you"))}
 {tier('TIER_ID="Ben"', ("ts2", "ts3", "yes &amp; no"))}
 <TIER TIER_ID="notes" PARENT_REF="Ben">
  <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a5" ANNOTATION_REF="a4"/></ANNOTATION>
 </TIER>
</ANNOTATION_DOCUMENT>
"""
TTML = """\
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en"
    xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25">
 <head><metadata><ttm:agent xml:id="a1"><ttm:name>Anna Berg</ttm:name></ttm:agent></metadata></head>
 <body><div begin="10s"><p begin="1s" end="00:00:02.5" ttm:agent="a1">Hello<br/>there <span>you</span></p>
 <p begin="00:00:03:05" dur="500ms">yes</p></div></body>
</tt>
"""


def test_tiers_are_speakers_and_tiers_below_them_words() -> None:
    read = imported(EAF, "eaf")
    assert told(read)[0] == "Anna 500-2000 Hi you"
    assert read.speaker(read.turns[1].speaker).name == "Ben"
    assert words(read)[:2] == [("Hi", 500, 1500), ("you", 1500, 2000)]
    assert [word.estimated for word in read.turns[0].words] == [False, False]
    assert read.warnings == ("Left out, for they are neither speakers nor words: notes.",)


def test_words_of_a_long_annotation_stay_apart() -> None:
    lines = "\n".join(["a" * 8191, "b" * 8191, "c" * 8192, "d" * 9000])
    read = imported(EAF.replace("yes &amp; no", lines), "eaf")
    assert [len(word.text) for word in read.turns[1].words] == [8191, 8191, 8192, 9000]


def test_agents_are_speakers_and_times_count_from_what_they_stand_in() -> None:
    read = imported(TTML, "ttml")
    assert told(read) == ["Anna Berg 11000-12500 Hello there you", "Unsure 13200-13700 yes"]
    assert read.language == "en"


@pytest.mark.parametrize("ending", ["ttml", "eaf"])
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('<?xml version="1.0"?>\n<!DOCTYPE tt [<!ENTITY a "b">]>\n<tt>&a;</tt>', "line 2: it declares a document type"),
        ('<!DOCTYPE tt SYSTEM "file:///etc/passwd">\n<tt/>', "line 1: it declares a document type"),
        ("<tt>\n<body>", "line 2: it is no whole XML"),
        ("<tt>\n&lol;</tt>", "line 2: it is no whole XML"),
        ("<a>" * 300, "it is nested too deeply"),
        ('<?xml version="1.0" encoding="nonsense"?><tt/>', "it is no whole XML"),
        ("<html/>", "line 1: it is no"),
        ("hello", "line 1: it is no whole XML"),
    ],
)
def test_what_is_no_xml_or_asks_for_more_is_refused(ending: str, text: str, why: str) -> None:
    with pytest.raises(TranscriptFileError, match=why):
        imported(text, ending)


def test_a_wrong_time_is_told_with_its_line() -> None:
    with pytest.raises(TranscriptFileError, match="line 4: “soon” is no time"):
        imported(TTML.replace('begin="1s"', 'begin="soon"'), "ttml")
    with pytest.raises(TranscriptFileError, match="line 5: “-1” is no time"):
        imported(EAF.replace('"500"', '"-1"'), "eaf")
