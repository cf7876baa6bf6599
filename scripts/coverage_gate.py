"""Whether enough of the package is tested: all of it together, and each core package alone."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ALL = 90.0
"""Percent of lines and branches that the tests must reach, over the whole package."""

CORE = 95.0
"""The same, for each of `CORE_PACKAGES`."""

CORE_PACKAGES = ("model", "splitting", "evidence", "store", "review")


@dataclass(frozen=True, slots=True)
class Share:
    """Lines and branches, counted together as `coverage report` does."""

    covered: int = 0
    total: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.covered + other.covered, self.total + other.total)

    @property
    def percent(self) -> float:
        return 100 * self.covered / self.total if self.total else 100.0


def shares(report: Path) -> dict[str, Share]:
    """What is covered in each package of a `coverage.xml`; modules of no package are under ``""``."""
    by_package: dict[str, Share] = {}
    for module in ET.parse(report).getroot().iter("class"):
        parts = Path(module.get("filename", "")).parts
        inner = parts[parts.index("workbench") + 1 :] if "workbench" in parts else parts
        package = inner[0] if len(inner) > 1 else ""
        by_package[package] = by_package.get(package, Share()) + _share(module.iter("line"))
    return by_package


def _share(lines: Iterable[ET.Element]) -> Share:
    share = Share()
    for line in lines:
        share += Share(int(line.get("hits", "0")) > 0, 1)
        if line.get("branch") == "true":
            # such as `50% (1/2)`
            covered, total = line.get("condition-coverage", "").split("(")[1][:-1].split("/")
            share += Share(int(covered), int(total))
    return share


def verdicts(by_package: dict[str, Share]) -> list[tuple[str, float, float]]:
    """Name, percent reached and percent needed, for each gate; a core package must be there."""
    gates = [
        (name, by_package[name].percent if name in by_package else 0.0, CORE)
        for name in CORE_PACKAGES
    ]
    whole = sum(by_package.values(), Share())
    others = [
        (name or "workbench", share.percent, 0.0)
        for name, share in sorted(by_package.items())
        if name not in CORE_PACKAGES
    ]
    return [*gates, *others, ("all", whole.percent if whole.total else 0.0, ALL)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 if a gate is missed."""
    given = sys.argv[1:] if arguments is None else arguments
    report = Path(given[0] if given else "coverage.xml")
    if not report.is_file():
        print(f"There is no {report}; make it with: pytest --cov --cov-report=xml", file=sys.stderr)
        return 1
    is_missed = False
    print(f"{'package':<12} {'reached':>8} {'needed':>8}")
    for name, reached, needed in verdicts(shares(report)):
        misses = reached < needed
        is_missed = is_missed or misses
        wanted = f"{needed:.0f} %" if needed else ""
        print(f"{name:<12} {reached:>6.1f} % {wanted:>8} {'  too low' if misses else ''}".rstrip())
    return int(is_missed)


if __name__ == "__main__":
    raise SystemExit(main())
