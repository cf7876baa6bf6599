"""Numbers, money, measures and dates found in the cases of a recogniser's specification, by model."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from benchmarks import spec_details, spec_ranges, spec_times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.spec_details import Found

DEFAULT_DATA = Path("../shared/specs")
Case = dict[str, object]


class Recogniser(Protocol):
    """Finds what one model of the specification looks for."""

    def __call__(self, text: str, reference: str) -> list[Found]: ...


MODELS: dict[str, Recogniser] = {
    "NumberModel": spec_details.numbers,
    "OrdinalModel": spec_details.ordinals,
    "PercentModel": spec_details.percents,
    "NumberRangeModel": spec_ranges.number_ranges,
    "CurrencyModel": spec_details.currencies,
    "DimensionModel": spec_details.dimensions,
    "TemperatureModel": spec_details.temperatures,
    "AgeModel": spec_details.ages,
    "DateTimeModel": spec_times.date_times,
}


@dataclass
class Tally:
    """Counts over the cases of one model."""

    cases: int = 0
    exact_spans: int = 0
    """Cases where exactly the expected spans were found."""

    exact: int = 0
    """Cases where, besides, every value is as expected."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, expected: Sequence[Found], found: Sequence[Found]) -> None:
        spans = {(one.start, one.end): one for one in found}
        hit = [one for one in expected if (one.start, one.end) in spans]
        right = [one for one in hit if agrees(one, spans[one.start, one.end])]
        self.cases += 1
        self.exact_spans += len(hit) == len(expected) == len(found)
        self.exact += len(right) == len(expected) == len(found)
        self.counts.update(
            {
                "expected": len(expected),
                "found": len(found),
                "spans": len(hit),
                "values": len(right),
            }
        )

    def row(self, model: str) -> str:
        expected, found = self.counts["expected"], self.counts["found"]
        spans, values = self.counts["spans"], self.counts["values"]
        shares = (
            _share(spans, expected),
            _share(values, expected),
            _share(spans, found),
            _share(self.exact_spans, self.cases),
            _share(self.exact, self.cases),
        )
        numbers = "".join(f"{share:8.3f}" for share in shares)
        return f"{model:18}{self.cases:6}{expected:7}{numbers}"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def agrees(expected: Found, found: Found) -> bool:
    """Is the value the expected one; numbers agree to ten digits."""
    if len(expected.values) != len(found.values):
        return False
    return all(_same(one, other) for one, other in zip(expected.values, found.values, strict=True))


def _same(expected: str, found: str) -> bool:
    if expected == found:
        return True
    try:
        one, other = float(expected), float(found)
    except ValueError:
        return False
    return abs(one - other) <= 1e-10 * max(1.0, abs(one))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; with --predictions also write what was found, case by case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, help="folder for MODEL.jsonl files")
    parser.add_argument("--model", choices=MODELS, action="append", help="only this model")
    parser.add_argument("--fold", type=int, choices=(0, 1, 2), help="only every third case")
    parser.add_argument("--misses", action="store_true", help="print the cases that went wrong")
    options = parser.parse_args(arguments)
    folder = (
        options.data if (options.data / "NumberModel.json").exists() else options.data / "specs"
    )
    if not folder.is_dir():
        print(f"specs: skipped, no cases in {options.data}")
        return 0
    print(f"{'model':18}{'cases':>6}{'spans':>7}  span R value R  span P  exact*   exact")
    for model in options.model or MODELS:
        path = folder / f"{model}.json"
        if not path.exists():
            continue
        cases: list[Case] = json.loads(path.read_text(encoding="utf-8"))
        tally, lines = Tally(), []
        for place, case in enumerate(cases):
            if options.fold is not None and place % 3 != options.fold:
                continue
            text = str(case["Input"])
            expected = spec_details.expected(case)
            found = MODELS[model](text, spec_times.reference_of(case))
            tally.add(expected, found)
            lines.append(json.dumps({"input": text, "found": [one.to_json(text) for one in found]}))
            if options.misses:
                _print_miss(text, expected, found)
        print(tally.row(model))
        if options.predictions:
            options.predictions.mkdir(parents=True, exist_ok=True)
            written = "".join(f"{line}\n" for line in lines)
            (options.predictions / f"{model}.jsonl").write_text(written, encoding="utf-8")
    print("exact*: exactly the expected spans; exact: with every value as well")
    return 0


def _print_miss(text: str, expected: Sequence[Found], found: Sequence[Found]) -> None:
    wanted = {(one.start, one.end): one for one in expected}
    spans = {(one.start, one.end) for one in found}
    if len(wanted) == len(spans) and all(
        (one.start, one.end) in wanted and agrees(wanted[one.start, one.end], one) for one in found
    ):
        return
    print(text[:200])
    for label, listed in (("expected", expected), ("   found", found)):
        for one in listed:
            print(f"    {label} [{text[one.start : one.end]}] {' · '.join(one.values)}")


if __name__ == "__main__":
    raise SystemExit(main())
