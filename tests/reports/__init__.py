"""Tests of `workbench.reports`."""

from __future__ import annotations
