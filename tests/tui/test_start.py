"""The screens start without what the first one does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import workbench

HEAVY = ("requests", "spacy", "docx", "lxml", "jinja2", "numpy", "sentencex", "pandas", "rapidfuzz")

SCRIPT = """
import asyncio, sys
from pathlib import Path
from workbench.config import Settings
from workbench.review import Workbench
from workbench.tui.app import WorkbenchApp
from workbench.tui.widgets.article import ArticlePane

async def first_paint():
    path = Path(sys.argv[1])
    with Workbench.open(path, editor="Ann", settings=Settings()) as bench:
        article = bench.article("1")
    app = WorkbenchApp(path, settings=Settings(), editor="Ann", article=article)
    loaded = set()
    show = ArticlePane.show_sheet
    def look(pane, sheet):
        loaded.update(sys.modules)
        show(pane, sheet)
    ArticlePane.show_sheet = look
    async with app.run_test(size=(120, 40)) as pilot:
        while not loaded:
            await pilot.pause(0)
    print(*sorted(loaded))

asyncio.run(first_paint())
"""


def test_nothing_heavy_is_loaded_before_the_claims_are_shown(demonstration: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(demonstration)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(Path(workbench.__file__).parents[1])},
    )
    loaded = set(run.stdout.split())
    assert "workbench.tui.screens.reading" in loaded
    assert not loaded & set(HEAVY)
    assert "workbench.tui.screens.prompt" not in loaded
    assert "workbench.reports" not in loaded
