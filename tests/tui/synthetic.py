"""Made-up articles, claims and offers of any size, for tests and benchmarks of the screens."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from workbench.model import (
    Agreement,
    ArticleId,
    Claim,
    ClaimId,
    ClaimKind,
    Document,
    Finding,
    KeptClaim,
    Match,
    Passage,
    PassageId,
    Quantity,
    SourceId,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = ["harbour", "council", "winter", "ferry", "engineer", "survey", "timber", "island"]
VERBS = ["opened", "closed", "repaired", "bought", "sold", "counted", "promised", "painted"]
SENTENCES_A_PARAGRAPH = 5


def document(
    claim_count: int, *, characters: int = 0, seed: int = 7
) -> tuple[Document, list[Claim]]:
    """An article with about `claim_count` claims, each sentence an assertion with two details.

    Sentences without claims fill it up to `characters`.
    """
    rng = random.Random(seed)
    parts: list[str] = []
    claims: list[Claim] = []
    length = 0
    sentence_count = max(1, claim_count // 3)
    filler = max(0, characters // sentence_count - 75)
    for number in range(sentence_count):
        place, amount, year = rng.choice(WORDS), rng.randint(2, 9_999), rng.randint(1900, 2025)
        quantity = f"{amount} {rng.choice(WORDS)}s"
        when = f"in {year}"
        start = length
        head = f"The {place} {rng.choice(VERBS)} "
        sentence = f"{head}{quantity} near the {rng.choice(WORDS)} {when}."
        assertion = len(claims)
        claims.append(Claim(Span(start, start + len(sentence) - 1), ClaimKind.EVENT, "synthetic"))
        claims.append(
            Claim(
                Span(start + len(head), start + len(head) + len(quantity)),
                ClaimKind.QUANTITY,
                "synthetic",
                Quantity((amount,), quantity.split()[1]),
                parent=assertion,
            )
        )
        end = start + len(sentence) - 1
        claims.append(
            Claim(Span(end - len(when), end), ClaimKind.TIME, "synthetic", parent=assertion)
        )
        rest = ""
        while len(rest) < filler:
            rest += (
                f" Nobody at the {rng.choice(WORDS)} would say more about the {rng.choice(WORDS)}."
            )
        is_last = (number + 1) % SENTENCES_A_PARAGRAPH == 0
        part = sentence + rest + ("\n\n" if is_last else " ")
        parts.append(part)
        length += len(part)
    return Document("".join(parts), "A winter on the island"), claims


def kept(claims: Sequence[Claim], text: str) -> list[KeptClaim]:
    """`claims` as a desk keeps them."""
    return [
        KeptClaim(
            ClaimId(f"claim-{place}"),
            ArticleId("article"),
            place + 1,
            claim,
            claim.span.of(text),
            None if claim.parent is None else ClaimId(f"claim-{claim.parent}"),
        )
        for place, claim in enumerate(claims)
    ]


def match(text: str, *, wanted: str, seen: str, agreement: Agreement) -> Match:
    """A passage that says `seen` where the claim says `wanted`."""
    start = text.index(seen)
    span = Span(start, start + len(seen))
    passage = Passage(PassageId("passage"), SourceId("source"), Span(0, len(text)), text, "page 2")
    return Match(
        passage, 1, "Harbour report", 80.0, (span,), (Finding(wanted, agreement, seen, span),)
    )
