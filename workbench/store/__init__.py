"""Keeps everything in SQLite; the only place that speaks SQL."""

from __future__ import annotations
