from __future__ import annotations

import re
from pathlib import Path

import workbench.splitting
from workbench.model import ClaimKind
from workbench.splitting.rules import RULES

CODE = Path(workbench.splitting.__file__).parent
DOCS = Path(__file__).parents[2] / "docs" / "splitting.md"
NAME = re.compile(rf'"((?:{"|".join(ClaimKind)})\.[a-z][a-z-]*)"')


def test_every_rule_of_the_code_is_explained_and_no_other() -> None:
    named = {
        name
        for path in CODE.rglob("*.py")
        if path.name != "rules.py"
        for name in NAME.findall(path.read_text(encoding="utf-8"))
    }
    assert named == set(RULES)


def test_the_docs_list_every_rule() -> None:
    page = DOCS.read_text(encoding="utf-8")
    assert [name for name in RULES if f"`{name}`" not in page] == []
