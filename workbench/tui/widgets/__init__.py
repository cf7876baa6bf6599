"""The panes and bars: each takes values and posts messages."""

from __future__ import annotations
