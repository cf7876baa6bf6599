"""Tests of `workbench.cli`."""

from __future__ import annotations
