"""Runs every benchmark, one after the other: `python -m benchmarks --data DIR [NAME…]`.

A benchmark is a module of this package that takes `--data`; it says so and ends well where its data is missing.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = Path(__file__).parent
PLACES = {"parser": "treebank/ewt-test.conllu.gz"}
"""What a benchmark measures on, in the data folder, where it is one file."""


def benchmark_names() -> list[str]:
    """The benchmarks, by name."""
    return sorted(
        path.stem
        for path in FOLDER.glob("*.py")
        if not path.stem.startswith("_") and '"--data"' in path.read_text(encoding="utf-8")
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run them; 1 if any failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="where the data is")
    parser.add_argument("names", nargs="*", metavar="NAME", help="run only these")
    options = parser.parse_args(arguments)
    known = benchmark_names()
    unknown = sorted(set(options.names) - set(known))
    if unknown:
        parser.error(f"no benchmark {', '.join(unknown)}; there are: {', '.join(known)}")
    failed = []
    for name in options.names or known:
        print(f"\n── {name} ──", flush=True)
        data = options.data / PLACES.get(name, "")
        command = [sys.executable, "-m", f"benchmarks.{name}", "--data", str(data)]
        if subprocess.run(command, cwd=FOLDER.parent, check=False).returncode:
            failed.append(name)
    if failed:
        print(f"\nFailed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
