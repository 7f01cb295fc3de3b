"""Weights of PyTorch in the order in which the package reads them."""

from collections.abc import Mapping

import numpy as np


def exported(weights: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The same weights with the gates of every LSTM in the order in, forget, out, cell, and its two biases summed."""
    made: dict[str, np.ndarray] = {}
    for name, value in weights.items():
        if "bias_ih" in name:
            made[name.replace("bias_ih", "bias")] = _reordered(value + weights[name.replace("bias_ih", "bias_hh")])
        elif "weight_ih" in name or "weight_hh" in name:
            made[name] = _reordered(value)
        elif "bias_hh" not in name:
            made[name] = value
    return made


def _reordered(value: np.ndarray) -> np.ndarray:
    into, forget, cell, out = np.split(value, 4)
    return np.concatenate([into, forget, out, cell])
