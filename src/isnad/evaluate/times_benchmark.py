"""How many of the Recognizers' Arabic cases for numbers and dates are read right.

The cases are the specifications of Microsoft Recognizers Text, one JSON file a model. Their periods end on the day
after; numbers more or less than N are the open range, where ours is N itself. Cases on the
exclusion list are not counted.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from isnad.languages.ar.numerals import Number, find_numbers
from isnad.languages.ar.times import TimeExpression, find_times
from isnad.text.normal import Normal, normalise

Case = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """Of one model: cases in all, cases excluded by what for, cases right, and the numbers of the wrong ones."""

    model: str
    cases: int
    excluded: Mapping[str, int]
    right: int
    wrong: tuple[int, ...]

    @property
    def share(self) -> float:
        """Of the cases that are not excluded."""
        return self.right / max(1, self.cases - sum(self.excluded.values()))

    @property
    def strict_share(self) -> float:
        """The same with the cases out of scope counted as wrong."""
        return self.right / max(1, self.cases - sum(self.excluded.values()) + self.excluded.get("scope", 0))


def score_cases(model: str, cases: Sequence[Case], excluded: Mapping[int, str]) -> Score:
    """The score of one file of cases, numbered from 0; ``excluded`` says what each case is left out for."""
    counted = [place for place in range(len(cases)) if place not in excluded]
    wrong = tuple(place for place in counted if not _JUDGES[model](cases[place]))
    return Score(model, len(cases), Counter(excluded.values()), len(counted) - len(wrong), wrong)


def _overlaps(normal: Normal, expected: Mapping[str, Any], start: int, end: int) -> bool:
    """Whether a span of the normal text touches the expected one; some cases state no place."""
    first = expected.get("Start", -1)
    if first < 0:
        return True
    last = expected.get("End", first + expected.get("Length", 1) - 1)
    found_first, found_last = normal.span(start, end)
    return bool(found_first <= last and first < found_last)


def _same(found: float, expected: float) -> bool:
    return abs(found - expected) <= 1e-6 * max(1e-9, abs(expected))


def _number_case(case: Case) -> bool:
    """Every number found, and no other."""
    normal, results = normalise(case["Input"]), case["Results"]
    found = [number for number in find_numbers(normal.text) if not number.ordinal]
    if not results:
        return not found
    values = [float(result["Resolution"]["value"]) for result in results]
    return all(
        any(_overlaps(normal, result, each.start, each.end) and _holds(each, value) for each in found)
        for result, value in zip(results, values, strict=True)
    ) and all(any(_holds(each, value) for value in values) for each in found)


def _holds(number: Number, value: float) -> bool:
    return _same(number.low, value) or _same(number.high, value)


def _ordinal_case(case: Case) -> bool:
    normal = normalise(case["Input"])
    return _each_found(normal, case, [number for number in find_numbers(normal.text) if number.ordinal], _ordinal)


def _ordinal(number: Number, resolution: Mapping[str, str]) -> bool:
    return bool(re.fullmatch(r"\d+", resolution["value"])) and _holds(number, float(resolution["value"]))


def _each_found(
    normal: Normal, case: Case, found: Sequence[Number], right: Callable[[Number, Mapping[str, str]], bool]
) -> bool:
    return all(
        any(_overlaps(normal, result, each.start, each.end) and right(each, result["Resolution"]) for each in found)
        for result in case["Results"]
    )


def _range_case(case: Case) -> bool:
    normal = normalise(case["Input"])
    found = find_numbers(normal.text)
    if not case["Results"]:
        return not any(number.low < number.high for number in found)
    return _each_found(normal, case, found, _spans)


def _spans(number: Number, resolution: Mapping[str, str]) -> bool:
    ends = [float(end) for end in re.findall(r"-?\d+(?:\.\d+)?", resolution["value"])]
    return len(ends) > 0 and _same(number.low, ends[0]) and _same(number.high, ends[-1])


def _date_case(case: Case) -> bool:
    return _time_case(case, _same_day)


def _same_day(found: TimeExpression, values: Sequence[str]) -> bool:
    """The first day of the first year stands for a day that the calendar has not."""
    days = {str(found.first), str(found.last)}
    return days == ({"None"} if values[0] == "0001-01-01" else {values[0]})


def _period_case(case: Case) -> bool:
    return _time_case(case, _same_period)


def _same_period(found: TimeExpression, values: Sequence[str]) -> bool:
    """Without days on their side the season or the like must have been found."""
    if not values:
        return found.first is not None
    last = date.fromisoformat(values[1])
    return str(found.first) == values[0] and found.last in (last, last - timedelta(1))


def _time_case(case: Case, right: Callable[[TimeExpression, Sequence[str]], bool]) -> bool:
    """Right as something past and as something ahead."""
    normal = normalise(case["Input"])
    published = date.fromisoformat(case["Context"]["ReferenceDateTime"][:10])
    readings = {"PastResolution": False, "FutureResolution": True}
    return all(
        any(
            _overlaps(normal, result, each.start, each.end) and right(each, list(result["Value"][name].values()))
            for each in find_times(normal.text, published, future)
        )
        for name, future in readings.items()
        for result in case["Results"]
    )


def _duration_case(case: Case) -> bool:
    normal = normalise(case["Input"])
    found = find_times(normal.text, date(2016, 11, 7))
    return all(
        any(
            _overlaps(normal, result, each.start, each.end)
            and each.length is not None
            and _same(round(each.length * 86400, 3), float(result["Value"]["FutureResolution"]["duration"]))
            for each in found
        )
        for result in case["Results"]
    )


_JUDGES: dict[str, Callable[[Case], bool]] = {
    "NumberModel": _number_case,
    "OrdinalModel": _ordinal_case,
    "NumberRangeModel": _range_case,
    "DateParser": _date_case,
    "DatePeriodParser": _period_case,
    "DurationParser": _duration_case,
}


def load_exclusions(path: Path) -> dict[str, dict[int, str]]:
    """Model to the cases that are not counted, each with what for: ``wrong``, ``convention`` or ``scope``."""
    loaded = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
    chosen: dict[str, dict[int, str]] = {}
    for entry in loaded:
        chosen.setdefault(entry["model"], {}).update(dict.fromkeys(entry["cases"], entry["because"]))
    return chosen


def benchmark(cases: Path, exclusions: Path) -> list[Score]:
    """The score of every model whose file is in ``cases`` or its folder ``recognizers``."""
    folder = cases / "recognizers" if (cases / "recognizers").is_dir() else cases
    excluded = load_exclusions(exclusions)
    files = [(model, folder / f"{model}.json") for model in _JUDGES]
    return [
        score_cases(model, json.loads(file.read_text(encoding="utf-8-sig")), excluded.get(model, {}))
        for model, file in files
        if file.exists()
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line a model: its share of right cases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, required=True, help="the folder that holds the cases")
    parser.add_argument("--exclusions", type=Path, default=Path("tests/cases/ar/times-exclusions.yaml"))
    parser.add_argument("--wrong", action="store_true", help="also print the numbers of the cases read wrong")
    told = parser.parse_args(arguments)
    for score in benchmark(told.cases, told.exclusions):
        why = ", ".join(f"{count} {name}" for name, count in sorted(score.excluded.items()))
        counted = score.cases - sum(score.excluded.values())
        print(
            f"{score.model:17} {score.share:6.1%} of {counted:3}"
            f" ({score.strict_share:6.1%} with what is out of scope); excluded: {why}"
        )
        if told.wrong:
            print("   ", *score.wrong)


if __name__ == "__main__":
    main()
