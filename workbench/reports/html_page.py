"""The report as one HTML page that loads nothing, runs nothing and prints well."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import quote

from workbench.model import KINDS, OPEN_SYMBOL, Level, visible
from workbench.reports import wording
from workbench.reports.annotated import annotated
from workbench.reports.pictures import OPEN_NAME, bars_of, pulse
from workbench.reports.totals import given_ratings, totals_by_kind, totals_of

if TYPE_CHECKING:
    from jinja2 import Template

    from workbench.reports.annotated import Piece
    from workbench.reports.report import Report

_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_URL_SIGNS = "%/:?#[]@!$&()*+,;=~-._"
"""Signs that keep their meaning in a URL; everything else is percent-encoded."""


def write(report: Report) -> str:
    from markupsafe import Markup

    style = _packaged("page.css")
    return _template().render(
        report=report,
        # our own file, and its digest in the policy must be that of the very bytes
        style=Markup(style),  # noqa: S704
        style_digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        blocks=list(annotated(report)),
        bars_of=bars_of,
        pulse=pulse(report.moments),
        totals=totals_of(report),
        given=given_ratings(totals_of(report)),
        totals_by_kind=totals_by_kind(report),
        kinds=KINDS,
        open_symbol=OPEN_SYMBOL,
        wording=wording,
        classes=_classes,
        link=web_link,
    )


@cache
def _template() -> Template:
    # jinja2 costs start-up time, and only this format needs it
    from jinja2 import Environment, StrictUndefined

    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    ).from_string(_packaged("page.html.j2"))


def _packaged(name: str) -> str:
    return files("workbench.reports").joinpath(name).read_text(encoding="utf-8")


def web_link(origin: str) -> str | None:
    """`origin` as a link that may be followed: `http` and `https` only, percent-encoded; else None."""
    address = origin.strip()
    return quote(address, safe=_URL_SIGNS, errors="replace") if _WEB.match(address) else None


def _shown(value: object) -> object:
    """Every word of the page passes here before it is escaped."""
    return visible(value) if type(value) is str else value


def _classes(piece: Piece) -> str:
    """How a stretch looks: by the innermost assertion and the innermost detail around it."""
    by_level = {
        claim.level: claim.rating.name if claim.rating else OPEN_NAME for claim in piece.covering
    }
    names = [
        f"{prefix}-{by_level[level]}"
        for level, prefix in ((Level.ASSERTION, "assertion"), (Level.DETAIL, "detail"))
        if level in by_level
    ]
    return " ".join(names)
