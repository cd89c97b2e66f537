"""Pages of noScribe: as it writes them, as its editor saves them, and as its first versions wrote them."""

import pytest

from desktop_app.core.export.errors import TranscriptFileError
from desktop_app.core.importing.formats import html_noscribe
from importing.imported import imported, told

PAGE = """\
<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0//EN" "http://www.w3.org/TR/REC-html40/strict.dtd">
<html >
<head >
<meta charset="UTF-8" />
<style type="text/css" >
p, li { white-space: pre-wrap; }
</style>
<meta name="audio_source" content="/home/x/Talk &amp; more.mp3" /></head>
<body > <div class="WordSection1" ><p style="font-weight: 600" >Talk</p><p ><span >Transkribiert mit noScribe \
Vers. 0.7<br />Audiodatei: /home/x/Talk.mp3<br />(Sprache: German (de) | Sprechererkennung: auto)</span></p>\
<p ><a name="ts_0_12140_" >(12 Sekunden Pause) </a></p>\
<p ><a name="ts_12140_14800_S01" >S01: <span style="color: #78909C" >[00:00:12]</span> Guten Tag &amp; willkommen.</a>\
<a name="ts_14800_15360_S01" > (..)</a><a name="ts_15360_18010_S01" > Also: schön.</a>\
<a name="ts_18090_18910_//S02" > //S02: Ja, gern.</a><a name="ts_19000_20510_S01" >// Gut.</a>\
<a name="ts_20600_21000_//S02" > //S02: Hm.//</a></p>\
<p ><a name="ts_21100_22330_S00" >S00: <span style="color: #78909C" >[00:00:21]</span> Nein.</a></p></div></body></html>
"""
SAID = [
    "S01 12140-18010 Guten Tag & willkommen. Also: schön.",
    "S02 18090-18910 Ja, gern.",
    "S01 19000-20510 Gut.",
    "S02 20600-21000 Hm.",
    "S00 21100-22330 Nein.",
]


def test_each_piece_is_its_speakers_and_pauses_are_told() -> None:
    read = imported(PAGE, "html")
    assert told(read) == SAID
    assert (read.language, read.warnings) == ("de", ("2 notes of pauses are left out.",))
    assert html_noscribe.read(PAGE).media == "/home/x/Talk & more.mp3"


def test_names_that_a_user_has_given_are_the_speakers() -> None:
    named = PAGE.replace(" >S01:", " >Frau Berg:").replace("//S02:", "//Ben:")
    assert [each.speaker for each in html_noscribe.read(named).stretches] == [
        *("Frau Berg", "Frau Berg", "Ben", "Frau Berg", "Ben", "S00"),
    ]


def test_pages_that_its_editor_saved_have_the_text_behind_the_anchors() -> None:
    saved = PAGE.replace(' >S01: <span style="color: #78909C" >', '></a>S01: <span style=" color:#78909c;">')
    for anchor in ("S01", "//S02", "S00", ""):
        saved = saved.replace(f'_{anchor}" >', f'_{anchor}"></a>')
    saved = saved.replace('<meta name="audio_source" content="/home/x/Talk &amp; more.mp3" />', "")
    saved = saved.replace("willkommen.", 'willk<a name="ts_12140_14800_S01"></a><span>ommen.</span>')
    saved = saved.replace('<p ><a name="ts_21100', '<p >Das fehlte.</p><p ><a name="ts_21100')
    lines = told(imported(saved, "htm"))
    assert [line for line in lines if "Das fehlte" not in line] == SAID
    assert sum("Das fehlte." in line for line in lines) == 1
    assert html_noscribe.read(saved).media == "/home/x/Talk.mp3"


OLD = """\
<html ><head ><meta name="qrichtext" content="1" /><meta name="audio_source" content="" /></head><body>
<h1>Talk</h1><p><span >Transkribiert mit noScribe Vers. 0.3 </span></p><p><span >Audiodatei: C:/x/Talk.mp3 </span></p>
<p><a href="ts_11960_17920" ><span >S00: Guten Tag.</span></a><a href="ts_18420_22800" ><span > Etwa: hier.</span></a>\
<a href="ts_23000_23900" ><span > //S01: Ja.</span></a><a href="ts_24000_25000" ><span > // Sehr gut.</span></a>\
<a href="ts_25100_25300" ><span > //S01: Nein.//</span></a><a href="ts_26000_27000" ><span > Doch. </span></a></p>
<p><a href="ts_28000_29000" ><span >Aber: wie?</span></a></p></body></html>
"""


def test_first_versions_say_who_speaks_in_the_text_alone() -> None:
    assert told(imported(OLD, "html")) == [
        "S00 11960-22800 Guten Tag. Etwa: hier.",
        "S01 23000-23900 Ja.",
        "S00 24000-25000 Sehr gut.",
        "S01 25100-25300 Nein.",
        "S00 26000-27000 Doch.",
        "S00 28000-29000 Aber: wie?",
    ]
    assert html_noscribe.read(OLD).media == "C:/x/Talk.mp3"


def test_without_speakers_there_are_none() -> None:
    page = '<p><a name="ts_0_900_" >One: two.</a><a name="ts_900_1500_" > Three.</a></p>'
    read = html_noscribe.read(page)
    assert read.speakers == ()
    assert [each.text for each in read.stretches] == ["One: two.", "Three."]


def test_what_is_wrong_is_told_with_its_line() -> None:
    with pytest.raises(TranscriptFileError, match="line 9: “999999999999” is no time"):
        imported(PAGE.replace("ts_0_12140_", "ts_0_999999999999_"), "html")
    with pytest.raises(TranscriptFileError, match="line 1: it is no page of noScribe"):
        imported("<p>hello</p>", "html", name="noscribe")
