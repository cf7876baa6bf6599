"""Reads files and pages into documents: one module a format."""

from __future__ import annotations
