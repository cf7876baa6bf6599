"""The ids, each a type of its own so that one is never passed for another. All are text."""

from __future__ import annotations

from typing import NewType

ArticleId = NewType("ArticleId", str)
ClaimId = NewType("ClaimId", str)
SourceId = NewType("SourceId", str)
PassageId = NewType("PassageId", str)
EvidenceId = NewType("EvidenceId", str)
EditorId = NewType("EditorId", str)
EventId = NewType("EventId", str)
BatchId = NewType("BatchId", str)
