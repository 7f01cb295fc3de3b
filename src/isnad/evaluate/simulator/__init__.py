"""A world of which everything is known, told by witnesses who err and outlets that copy: claims, articles, truth."""

from isnad.evaluate.simulator.simulation import Simulation, simulate
from isnad.evaluate.simulator.truth import Truth

__all__ = ["Simulation", "Truth", "simulate"]
