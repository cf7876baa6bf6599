"""Splits a document into the claims a checker would tick off."""

from __future__ import annotations
