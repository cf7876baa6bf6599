"""How fast a text is split, what loading costs and how much memory, beside spaCy bare and pysbd."""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import Document
from workbench.splitting import sentence_spans, split
from workbench.splitting.parsing import load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DEFAULT_DATA = Path("../shared")
ARTICLE_CHARACTERS = 3_000
ROUNDS = 5
HARD_TEXTS: dict[str, Callable[[int], str]] = {
    "one line without a sentence end": lambda size: "the old bridge and the river " * (size // 29),
    "open quotation marks": lambda size: "“ " * (size // 2),
    "digits": lambda size: "7" * size,
}


def article_text(folder: Path) -> str:
    """The gold articles, one after the other."""
    return "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))


def seconds(work: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    """Processor time of the best round: other work on the machine does not count."""
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


def loading(module: str) -> tuple[float, float]:
    """Seconds and peak megabytes of a fresh process that splits one sentence."""
    code = (
        "import resource, time\n"
        "begun = time.process_time()\n"
        f"{module}\n"
        "print(time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    output = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    spent, kilobytes = output.split()
    return float(spent), float(kilobytes) / 1024


def growth(make: Callable[[int], str], size: int) -> float:
    """How many times longer twice the text takes."""
    once, twice = Document(make(size), title=""), Document(make(2 * size), title="")
    return seconds(lambda: split(twice), rounds=2) / max(
        seconds(lambda: split(once), rounds=2), 1e-6
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--size", type=int, default=200_000, help="characters of the hard texts")
    parser.add_argument(
        "--long", type=int, default=1, help="megabytes of the text for the peak memory"
    )
    options = parser.parse_args(arguments)
    folder = options.data / "claims" / "gold"
    text = article_text(folder if folder.is_dir() else options.data)
    if not text:
        print(f"split_speed: skipped, no articles in {options.data}")
        return 0
    words = len(text.split())
    code = "from workbench.model import Document; from workbench.splitting import split; split(Document('It rained.', title=''))"
    load_seconds, load_memory = loading(code)
    print(f"loading and the first sentence: {load_seconds:.2f} s, {load_memory:.0f} MB")
    document = Document(text, title="")
    split(document)
    whole = seconds(lambda: split(document))
    print(f"splitter whole: {words / whole:,.0f} words a second ({words} words)")
    article = Document(text[:ARTICLE_CHARACTERS], title="")
    print(f"an article of 3,000 characters: {seconds(lambda: split(article)) * 1000:.0f} ms")
    sentences = sentence_spans(text)
    pipeline = load(None)
    bare = seconds(lambda: list(pipeline.parses(text, sentences)))
    print(f"its parser bare: {words / bare:,.0f} words a second")
    print(f"sentences: {words / seconds(lambda: sentence_spans(text)):,.0f} words a second", end="")
    print(f" · pysbd: {_pysbd_speed(text, words)}")
    for name, make in HARD_TEXTS.items():
        print(f"twice the text takes {growth(make, options.size):.2f} times as long: {name}")
    spent, peak = loading(long_text_code(options.data, options.long))
    print(f"a text of {options.long} MB: {spent:.0f} s, {peak:.0f} MB at the peak")
    return 0


def long_text_code(data: Path, megabytes: int) -> str:
    """A program that splits the articles, repeated up to so many megabytes."""
    return (
        "from pathlib import Path; from benchmarks.split_speed import article_text; "
        "from workbench.model import Document; from workbench.splitting import split; "
        f"data = Path({str(data)!r}); folder = data / 'claims' / 'gold'; "
        "text = article_text(folder if folder.is_dir() else data); "
        f"size = {megabytes} * 1_000_000; "
        "split(Document((text * (size // len(text) + 1))[:size], title=''))"
    )


def _pysbd_speed(text: str, words: int) -> str:
    if importlib.util.find_spec("pysbd") is None:
        return "not installed, skipped"
    pysbd = importlib.import_module("pysbd")
    segmenter = pysbd.Segmenter(language="en")
    part = text[:20_000]
    spent = seconds(lambda: segmenter.segment(part), rounds=1)
    return f"{words * len(part) / len(text) / spent:,.0f} words a second"


if __name__ == "__main__":
    raise SystemExit(main())
