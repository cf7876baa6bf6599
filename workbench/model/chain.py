"""How decisions and events are written down for good: canonical JSON, and the digest that chains events."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from workbench.model.claims import Claim, ClaimKind
from workbench.model.events import Decision, ReviewEvent
from workbench.model.forms import Form
from workbench.model.ids import EvidenceId, SourceId
from workbench.model.sources import Evidence, Stance
from workbench.model.text import Anchor, Span
from workbench.model.values import value_from_json
from workbench.model.verdicts import Verdict

FIRST_DIGEST = ""
"""What stands for the digest before the first event of an article."""


def canonical_json(value: object) -> str:
    """`value` as JSON that is the same on every machine: sorted keys, no spaces, no escapes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decision_json(decision: Decision) -> str:
    """`decision` as canonical JSON, complete."""
    fields: dict[str, object] = {
        "verdict": decision.verdict and _verdict_fields(decision.verdict),
        "note": decision.note,
        "correction": decision.correction,
        "evidence": [_evidence_fields(evidence) for evidence in decision.evidence],
    }
    return canonical_json(fields)


def decision_from_json(text: str) -> Decision:
    """The decision that `decision_json` wrote.

    Raises:
        ValueError: `text` has not the form `decision_json` writes.
    """
    # what json.loads returns has no narrower type
    fields: Any = json.loads(text)
    try:
        verdict = fields["verdict"]
        return Decision(
            None
            if verdict is None
            else Verdict(verdict["rating"], verdict["reason"], verdict.get("best_before", "")),
            fields["note"],
            fields["correction"],
            tuple(_evidence(entry) for entry in fields["evidence"]),
        )
    except (KeyError, TypeError, IndexError) as error:
        msg = f"no decision: {text[:80]!r}"
        raise ValueError(msg) from error


def form_json(form: Form) -> str:
    """`form` as canonical JSON, complete."""
    claim = form.claim
    fields: dict[str, object] = {
        "span": [claim.span.start, claim.span.end],
        "kind": str(claim.kind),
        "rule": claim.rule,
        "value": claim.value and claim.value.to_json(),
        "speaker": claim.speaker,
        "statement": claim.statement,
        "priority": claim.priority,
        "dropped": form.is_dropped,
        "reason": form.reason,
    }
    return canonical_json(fields)


def form_from_json(text: str) -> Form:
    """The form that `form_json` wrote.

    Raises:
        ValueError: `text` has not the form `form_json` writes.
    """
    # what json.loads returns has no narrower type
    fields: Any = json.loads(text)
    try:
        start, end = fields["span"]
        claim = Claim(
            Span(start, end),
            ClaimKind(fields["kind"]),
            fields["rule"],
            value_from_json(fields["kind"], fields["value"]),
            fields["speaker"],
            fields["statement"],
            fields["priority"],
        )
        return Form(claim, fields["dropped"], fields["reason"])
    except (KeyError, TypeError) as error:
        msg = f"no form of a claim: {text[:80]!r}"
        raise ValueError(msg) from error


def event_digest(event: ReviewEvent) -> str:
    """Hex SHA-256 over everything in `event` but its own digest, the digest before it included."""
    fields = {
        "id": event.id,
        "article": event.article_id,
        "seq": event.seq,
        "action": str(event.action),
        "editor": event.editor,
        "at": event.at,
        "claim": event.claim_id,
        "version": event.version,
        "before": event.before and decision_json(event.before),
        "after": event.after and decision_json(event.after),
        "batch": event.batch,
        "undoes": event.undoes,
        "detail": event.detail,
        "previous": event.previous_digest,
    }
    # events that change no claim are digested as they were before claims could be changed
    if event.form_before is not None:
        fields["form_before"] = form_json(event.form_before)
    if event.form_after is not None:
        fields["form_after"] = form_json(event.form_after)
    return hashlib.sha256(canonical_json(fields).encode("utf-8", "surrogatepass")).hexdigest()


def _verdict_fields(verdict: Verdict) -> dict[str, str]:
    # left out where it says nothing, so that older events keep their digests
    dated = {"best_before": verdict.best_before} if verdict.best_before else {}
    return {"rating": verdict.rating, "reason": verdict.reason, **dated}


def _evidence_fields(evidence: Evidence) -> dict[str, object]:
    anchor = evidence.anchor
    # left out where it says nothing, so that older events keep their digests
    kept = {"kept_against": evidence.kept_against} if evidence.kept_against else {}
    return {
        **kept,
        "id": evidence.id,
        "source": evidence.source_id,
        "stance": str(evidence.stance),
        "span": [anchor.span.start, anchor.span.end],
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "sha256": evidence.source_sha256,
        "title": evidence.source_title,
        "place": evidence.place,
    }


# one entry of the JSON above; its form is checked by reading it
def _evidence(entry: Any) -> Evidence:
    return Evidence(
        id=EvidenceId(entry["id"]),
        source_id=SourceId(entry["source"]),
        stance=Stance(entry["stance"]),
        anchor=Anchor(
            Span(entry["span"][0], entry["span"][1]),
            entry["exact"],
            entry["prefix"],
            entry["suffix"],
        ),
        source_sha256=entry["sha256"],
        source_title=entry["title"],
        place=entry["place"],
        kept_against=entry.get("kept_against", ""),
    )
