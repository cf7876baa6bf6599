from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model import Document, Level
from workbench.splitting import split


@settings(deadline=None)  # the first text loads the parser
@given(st.text())
def test_any_text_splits_into_claims_with_exact_words(text: str) -> None:
    claims = split(Document(text, title=""))
    for claim in claims:
        assert claim.span.end <= len(text)
        assert claim.span == claim.span.trimmed(text)
        assert claim.rule
        if claim.parent is not None:
            parent = claims[claim.parent]
            assert parent.level is Level.ASSERTION
            assert claim.span in parent.span
    assert claims == split(Document(text, title=""))
    assert claims == sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end))
