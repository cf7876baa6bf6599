"""Remembers earlier checked claims: what is compared, and how sure a likeness is."""

from __future__ import annotations

from workbench.evidence.memory.features import EarlierClaim, Frequencies
from workbench.evidence.memory.ranking import (
    MemoryModel,
    Recollection,
    recollections,
    shipped_model,
)
from workbench.evidence.memory.stems import stems

__all__ = [
    "EarlierClaim",
    "Frequencies",
    "MemoryModel",
    "Recollection",
    "recollections",
    "shipped_model",
    "stems",
]
