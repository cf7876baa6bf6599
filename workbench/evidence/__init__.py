"""Offers passages of linked sources for a claim, and says why."""

from __future__ import annotations
