"""Writes examples/history.docx, the same bytes each time."""

from __future__ import annotations

import argparse
import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

TITLE = "Background: Japan and Korea"
BYLINE = "By Toru Arisawa, historian. January 9, 2026."
NOTE = "An example document of the fact-claim workbench. Its author is invented."
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP file can hold."""

SECTIONS = (
    (
        "Colonial rule and the treaty",
        (
            "Japan ruled Korea as a colony from 1910 to 1945.",
            (
                "The two countries took up relations again in 1965, with the Treaty on Basic Relations and an "
                "agreement on claims. Japan gave economic assistance of $500 million, $300 million of it as grants "
                "and $200 million as loans."
            ),
            (
                "The Japanese government takes the position that the agreement settled all claims from the time of "
                "the war. In South Korea, victims of forced labor and of sexual slavery have gone to court for "
                "decades."
            ),
        ),
    ),
    (
        "The undersea mine",
        (
            (
                "The accident at the undersea coal mine in western Japan happened in 1942. The sea broke in, and 180 "
                "workers were killed. Among them were 136 Koreans who had been brought there as forced laborers."
            ),
            "The remains were never recovered at the time. Divers found the first bones last year.",
        ),
    ),
    (
        "The shrine",
        (
            (
                "Before she became Prime Minister, Sanae Takaichi visited the Yasukuni Shrine many times. She did not "
                "go there at the main festivals of last year, and sent an offering instead."
            ),
        ),
    ),
)
TABLE = (
    ("Year", "Event"),
    ("1910", "Japan annexes Korea"),
    ("1942", "Accident in the undersea mine: 180 dead"),
    ("1945", "End of colonial rule"),
    ("1965", "Treaty on Basic Relations"),
)


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = """<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
"""


def history() -> bytes:
    """The Word document: the few parts that Word needs, with nothing in them that changes."""
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
        ),
        "_rels/.rels": _relationships("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relationships("styles", "styles.xml"),
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{_body()}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{_WORD}">{_STYLES}</w:styles>',
    }
    packed = io.BytesIO()
    # stored, not deflated: compressors differ between machines
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for name, xml in parts.items():
            member = zipfile.ZipInfo(name, date_time=EARLIEST)
            member.create_system = 0
            package.writestr(member, _DECLARATION + xml)
    return packed.getvalue()


def _body() -> str:
    blocks = [_paragraph(TITLE, "Title"), _paragraph(BYLINE)]
    for heading, paragraphs in SECTIONS:
        blocks += [_paragraph(heading, "Heading1"), *map(_paragraph, paragraphs)]
    blocks += [_paragraph("Dates", "Heading1"), _table(), _paragraph(NOTE)]
    return "".join(blocks)


def _paragraph(words: str, style: str = "") -> str:
    settings = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{settings}<w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def _table() -> str:
    rows = ("".join(f"<w:tc>{_paragraph(words)}</w:tc>" for words in cells) for cells in TABLE)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def _relationships(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path, nargs="?", default=Path("examples/history.docx"))
    arguments = parser.parse_args()
    arguments.target.write_bytes(history())
    print(f"wrote {arguments.target}")


if __name__ == "__main__":
    main()
