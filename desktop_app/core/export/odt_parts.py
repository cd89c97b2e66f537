"""The parts of an ODT file, and how its text looks."""

from html import escape

from desktop_app.core.export.speaker_inks import COUNT, MUTED_ON_WHITE, ink_on_white

MIME_TYPE = "application/vnd.oasis.opendocument.text"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
_FILES = "".join(
    f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
    for name, kind in {
        "/": MIME_TYPE,
        "content.xml": "text/xml",
        "styles.xml": "text/xml",
        "meta.xml": "text/xml",
    }.items()
)
MANIFEST = (
    f'{_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    f'manifest:version="1.2">{_FILES}</manifest:manifest>'
)


def meta(title: str, language: str | None) -> str:
    """meta.xml: the title and the language, nothing on who made it or when."""
    spoken = f"<dc:language>{escape(language)}</dc:language>" if language else ""
    known = f"<office:meta><dc:title>{escape(title)}</dc:title>{spoken}</office:meta>"
    return f'{_HEAD}<office:document-meta {_NAMESPACES} office:version="1.2">{known}</office:document-meta>'


def content(body: str) -> str:
    """content.xml, with this as its text."""
    columns = {"Time": "2cm", "Speaker": "3.5cm", "Text": "11cm"}
    looks = "".join(
        f'<style:style style:name="{name}Column" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}"/></style:style>'
        for name, width in columns.items()
    )
    return (
        f'{_HEAD}<office:document-content {_NAMESPACES} office:version="1.2">'
        f"<office:automatic-styles>{looks}{_TABLE}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def styles(language: str | None) -> str:
    """styles.xml: what paragraphs and names look like, and a page of A4 with its number."""
    spans = {"Time": f'fo:color="{MUTED_ON_WHITE}"', "Head": 'fo:font-weight="bold"'}
    spans |= {f"Speaker{each}": f'fo:font-weight="bold" fo:color="{ink_on_white(each)}"' for each in range(COUNT)}
    looks = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'
        for name, look in spans.items()
    )
    return (
        f'{_HEAD}<office:document-styles {_NAMESPACES} office:version="1.2">'
        f"<office:styles>{_usual(language)}{_PARAGRAPHS}{looks}</office:styles>{_PAGE}</office:document-styles>"
    )


def _usual(language: str | None) -> str:
    tag, _, country = (language or "").partition("-")
    spoken = f' fo:language="{escape(tag)}" fo:country="{escape(country or "none")}"' if tag else ""
    return (
        '<style:default-style style:family="paragraph">'
        f'<style:text-properties fo:font-size="11pt" fo:font-family="Calibri, Carlito, sans-serif"{spoken}/>'
        "</style:default-style>"
    )


_PARAGRAPHS = (
    '<style:style style:name="Standard" style:family="paragraph" style:class="text">'
    '<style:paragraph-properties fo:margin-bottom="0.28cm" fo:line-height="115%"/></style:style>'
    '<style:style style:name="Leftward" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="start"/></style:style>'
    '<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:text-properties fo:font-size="20pt"/></style:style>'
    '<style:style style:name="PageNumber" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:paragraph-properties fo:text-align="center"/></style:style>'
)
_TABLE = (
    '<style:style style:name="Table" style:family="table">'
    '<style:table-properties style:width="16.5cm" table:align="left" '
    'table:border-model="collapsing" fo:margin-bottom="0.28cm"/></style:style>'
    '<style:style style:name="Cell" style:family="table-cell">'
    '<style:table-cell-properties fo:padding="0.1cm" fo:border="0.5pt solid #b0b6bf"/></style:style>'
)
_PAGE = (
    '<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties '
    'fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.25cm"/></style:page-layout></office:automatic-styles>'
    '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>'
    '<text:p text:style-name="PageNumber"><text:page-number text:select-page="current"/></text:p>'
    "</style:footer></style:master-page></office:master-styles>"
)
