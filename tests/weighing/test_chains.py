"""The graph of chains: common links, circles, chains that share no voice."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.weighing.chains import Chain, circles, common_link, disjoint


@pytest.mark.parametrize(
    ("chains", "link"),
    [
        ([], None),
        ([("a",), ("b",)], None),
        ([("a", "w"), ("b", "w")], "w"),
        ([("w", "x"), ("w", "x")], "w"),
        ([("a", "w", "x"), ("w", "x")], "w"),
        ([("a", "w"), ()], None),
    ],
)
def test_common_link(chains: list[Chain], link: str | None) -> None:
    assert common_link(chains) == link == common_link(chains[::-1])


@pytest.mark.parametrize(
    ("links", "found"),
    [
        ({}, ()),
        ({"a": "b", "b": "c"}, ()),
        ({"a": "b", "b": "a"}, (("a", "b"),)),
        ({"b": "c", "c": "a", "a": "b", "d": "a"}, (("a", "b", "c"),)),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, (("a", "b"), ("c", "d"))),
        ({"a": "bc", "b": "c", "c": "a"}, (("a", "b", "c"), ("a", "c"))),
    ],
)
def test_circles(links: dict[str, str], found: tuple[Chain, ...]) -> None:
    assert circles(links) == found


@pytest.mark.parametrize(
    ("chains", "number"),
    [
        ([], 0),
        ([("a",)], 1),
        ([("a",), ("b",)], 2),
        ([("a", "x"), ("b", "x")], 1),
        ([("a", "x"), ("a", "y")], 1),
        ([("a", "x"), ("b", "y"), ("a", "y")], 2),
        ([("a", "m", "x"), ("b", "m", "y"), ("c", "z")], 2),
        ([("a", "b", "x"), ("c", "b", "y"), ("a", "d", "y")], 2),
    ],
)
def test_disjoint(chains: list[Chain], number: int) -> None:
    assert disjoint(chains) == number == disjoint(chains[::-1])


@given(st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3, unique=True).map(tuple), max_size=5))
def test_disjoint_lies_between_what_is_picked_and_where_chains_begin(chains: list[Chain]) -> None:
    picked = max(
        (
            size
            for size in range(len(chains) + 1)
            for some in combinations(chains, size)
            if len({voice for chain in some for voice in chain}) == sum(map(len, some))
        ),
        default=0,
    )
    assert picked <= disjoint(chains) <= len({chain[-1] for chain in chains})
