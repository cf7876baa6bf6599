"""Tests of `workbench.model`."""

from __future__ import annotations
