"""Tests of the benchmarks' own code."""

from __future__ import annotations
