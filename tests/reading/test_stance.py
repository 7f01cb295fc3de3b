"""Stance: polarity and modality, each by its own sum."""

import numpy as np

from isnad.model import Modality, Polarity
from isnad.reading.labels import STANCES
from isnad.reading.stance import stances


def chosen(**said: float) -> tuple[Polarity, Modality]:
    """The stance where ``yes_planned``, ``no_actual`` have these probabilities."""
    row = np.zeros((1, len(STANCES)), dtype=np.float32)
    for name, share in said.items():
        polarity, _, modality = name.partition("_")
        row[0, [("yes" if p == "+" else "no") + "_" + m for p, m in STANCES].index(f"{polarity}_{modality}")] = share
    (stance,) = stances(row)
    return stance


def test_every_stance_can_be_chosen() -> None:
    assert stances(np.eye(10, dtype=np.float32)) == list(STANCES)


def test_doubt_between_modalities_does_not_turn_a_denial() -> None:
    assert chosen(no_planned=0.3, no_actual=0.25, yes_actual=0.4, no_wanted=0.05) == ("-", "actual")


def test_doubt_about_polarity_does_not_change_the_modality() -> None:
    assert chosen(yes_planned=0.3, no_planned=0.25, yes_actual=0.35, yes_possible=0.1)[1] == "planned"


def test_no_trigger_no_stance() -> None:
    assert stances(np.zeros((0, 10), dtype=np.float32)) == []
