"""Reads Markdown as the words a reader sees: marks of emphasis, links and headings go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.errors import ReaderError
from workbench.model import Document
from workbench.readers.blocks import Block, Blocks
from workbench.readers.decoding import decoded
from workbench.readers.html import words_of
from workbench.readers.titles import first_date, first_line, published_on, title_of

if TYPE_CHECKING:
    from markdown_it.token import Token

    from workbench.readers.received import Received

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<lines>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FRONT_LINE = re.compile(r"(?P<key>\w+)\s*:\s*(?P<quote>['\"]?)(?P<value>.*?)(?P=quote)\s*")


def read(received: Received) -> Document:
    """The words of the Markdown, with its headings; front matter gives title and date."""
    # markdown-it costs start-up time, and only this reader needs it
    from markdown_it import MarkdownIt

    content = decoded(
        received.data, name=received.name, chosen=received.encoding, declared=received.charset
    )
    front = _FRONT_MATTER.match(content.text)
    settings = _front_matter(front["lines"]) if front else {}
    source = content.text[front.end() :] if front else content.text
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    blocks = _blocks(parser.parse(source), received.name)
    text = blocks.text
    if not text:
        msg = f"{received.name} has no words in it."
        raise ReaderError(msg, hint="Give a file with text in it.")
    first_heading = blocks.headings[0].of(text) if blocks.headings else ""
    return Document(
        text=text,
        title=title_of(
            settings.get("title", ""), first_heading, first_line(text), name=received.name
        ),
        origin=received.origin,
        media_type="text/markdown",
        encoding=content.encoding,
        encoding_guessed=content.is_guessed,
        published=first_date([settings.get("date"), settings.get("published")])
        or published_on(text),
        headings=blocks.headings,
        places=blocks.places,
    )


def _front_matter(lines: str) -> dict[str, str]:
    matches = (_FRONT_LINE.fullmatch(line) for line in lines.splitlines())
    return {match["key"].lower(): match["value"] for match in matches if match}


def _blocks(tokens: list[Token], name: str) -> Blocks:
    blocks = Blocks(name)
    cells: list[str] = []
    lists: list[int | None] = []
    is_heading = is_item_start = is_table = False
    for token in tokens:
        match token.type:
            case "heading_open" | "heading_close":
                is_heading = token.nesting == 1
            case "bullet_list_open":
                lists.append(None)
            case "ordered_list_open":
                start = token.attrGet("start")
                lists.append(int(start) if start is not None else 1)
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                is_item_start = True
            case "table_open" | "table_close":
                is_table = token.nesting == 1
            case "tr_close":
                blocks.add(Block.ROW, " | ".join(cells))
                cells = []
            case "inline" if is_table:
                cells.append(_words(token))
            case "inline" if is_heading:
                blocks.add(Block.HEADING, _words(token))
            case "inline" if lists:
                blocks.add(Block.ITEM, _words(token), mark=_mark(lists, is_start=is_item_start))
                is_item_start = False
            case "inline":
                blocks.add(Block.PARAGRAPH, _words(token))
            case "html_block":
                blocks.add(Block.PARAGRAPH, words_of(token.content))
            case "fence" | "code_block":
                blocks.add(Block.VERBATIM, token.content)
    return blocks


def _mark(lists: list[int | None], *, is_start: bool) -> str:
    indent = "  " * (len(lists) - 1)
    number = lists[-1]
    if not is_start:
        return f"{indent}  "
    if number is None:
        return f"{indent}- "
    lists[-1] = number + 1
    return f"{indent}{number}. "


def _words(inline: Token) -> str:
    parts: list[str] = []
    for token in inline.children or []:
        match token.type:
            case "text" | "code_inline" | "text_special":
                parts.append(token.content)
            case "softbreak" | "hardbreak":
                parts.append(" ")
            case "image":
                parts.append(token.content)
    return "".join(parts)
