"""Counts: what a number of people may be."""

import pytest

from builders import document
from isnad.languages.ar.numerals import Number
from isnad.reading.candidates import Expression
from isnad.reading.counts import add_counts
from isnad.reading.events import Trigger
from isnad.reading.network import vocabulary
from isnad.reading.sight import lay_out, see


@pytest.mark.parametrize(("said", "meant"), [(26.257, 26257), (3.1, 3100), (26, 26), (0.5, 0.5)])
def test_a_point_in_a_number_of_people_parts_thousands(said: float, meant: float) -> None:
    one = document("وصلت القافلة أمس.")
    ((at, layers),) = lay_out([one])
    seen = see(one, at, layers, vocabulary({"words": [], "tags": [], "deps": [], "before": []}))
    number = Number(0, 4, said, said, ordinal=False, approximate=False)
    counts = add_counts(
        seen, Trigger(0, 1, "MOBILIZE", 1.0), {"actor": [], "target": []}, {"dead": Expression(0, 1, "number", number)}
    )
    found = counts["dead"].value
    assert isinstance(found, Number)
    assert (found.low, found.high) == (meant, meant)
