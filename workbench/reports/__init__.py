"""Writes what leaves the building: one module a format."""

from __future__ import annotations
