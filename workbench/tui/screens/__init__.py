"""The desk, the checking screen and the dialogs over them."""

from __future__ import annotations
