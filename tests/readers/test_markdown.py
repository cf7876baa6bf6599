from __future__ import annotations

from datetime import date

import pytest

from workbench.errors import ReaderError
from workbench.readers import read


def test_markdown_is_read_as_the_words_a_reader_sees() -> None:
    source = """# A *big* [story](https://example.org)

First **line**
second `line` ![a map](m.png) &amp; <b>so</b> on.

## Part

- one
- two

  more
  1. deep

4. four

| a | b |
|---|---|
| 1 | 2 |

> Said <i>so</i>.

<div>In a <em>box</em></div>

```
code  here
```
"""
    document = read(source.encode(), name="a.md")
    assert document.text == (
        "A big story\n\nFirst line second line a map & so on.\n\nPart\n\n- one\n- two\n  more\n  1. deep\n4. four\n\n"
        "a | b\n1 | 2\n\nSaid so.\n\nIn a box\n\ncode  here"
    )
    assert [span.of(document.text) for span in document.headings] == ["A big story", "Part"]
    assert document.place_of(document.text.index("deep")) == "Part"
    assert document.title == "A big story"


def test_front_matter_gives_title_and_date_and_is_no_text() -> None:
    document = read(b"---\ntitle: 'The story'\ndate: 2026-01-13\n---\nWords.", name="a.md")
    assert (document.title, document.published, document.text) == (
        "The story",
        date(2026, 1, 13),
        "Words.",
    )


def test_markdown_without_words_is_refused() -> None:
    with pytest.raises(ReaderError, match=r"a\.md has no words"):
        read(b"---\ntitle: x\n---\n<!-- nothing -->\n", name="a.md")
