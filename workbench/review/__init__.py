"""Every action an editor can take, behind one object: `Workbench`."""

from __future__ import annotations
