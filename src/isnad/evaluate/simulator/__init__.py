"""A world of which everything is known, told by witnesses who err and outlets that copy: claims, articles, truth."""

from isnad.evaluate.simulator.compare import Row, Rows, compare
from isnad.evaluate.simulator.simulation import Simulation, simulate
from isnad.evaluate.simulator.truth import Behind, Published, Shared, Truth

__all__ = ["Behind", "Published", "Row", "Rows", "Shared", "Simulation", "Truth", "compare", "simulate"]
