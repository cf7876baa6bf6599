"""The command `workbench`."""

from __future__ import annotations

import click


@click.group()
def main() -> None:
    """Check an article claim by claim against linked sources."""
