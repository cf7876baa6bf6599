"""A workbench to check an article claim by claim against linked sources."""

from __future__ import annotations

__version__ = "0.1.0"
