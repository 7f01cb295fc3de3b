"""What is known of a trigger and a candidate together: the flags of the network's pair heads.

All functions are over arrays of pairs: ``left`` are token indices of triggers, ``right`` of candidates.
"""

from dataclasses import dataclass

import numpy as np

from isnad.languages.recurrent import Floats, Ints

_STEPS = np.array([-30, -20, -13, -9, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 9, 13, 20, 30])
CASES = 16
COMPANIONS = ("target", "content", "place")
_RELATIONS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "amod", "acl", "appos", "conj", "flat")
TYPES = 20
PAIR_FLAGS = (len(_STEPS) + 1) + 4 + 4 + 4 + 4 + CASES + len(COMPANIONS) + 2 * (len(_RELATIONS) + 1) + 6 + 8 + TYPES
VOICE_FLAGS = (len(_STEPS) + 1) + 6 + 4 + 4 + 12


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a page that pairs look at, one entry a token.

    ``case`` is the class of the preposition before the token (0: none), ``head`` the index of the governing token,
    ``dep`` the relation's place in ``_RELATIONS`` (their number: another); ``punctuation`` and ``verbs`` count up.
    ``companions``, (tokens, CASES), is what each class of preposition marks for a trigger: from 1 by ``COMPANIONS``.
    """

    sentence: Ints
    case: Ints
    head: Ints
    dep: Ints
    punctuation: Ints
    verbs: Ints
    quoted: Ints
    nominal: Ints
    companions: Ints


def relation(name: str) -> int:
    """The place of a dependency label in the flags."""
    return _RELATIONS.index(name) if name in _RELATIONS else len(_RELATIONS)


def _one_hot(values: Ints, size: int) -> Floats:
    return np.eye(size, dtype=np.float32)[np.clip(values, 0, size - 1)]


def _distance(left: Ints, right: Ints) -> Floats:
    return _one_hot(np.searchsorted(_STEPS, right - left, side="left"), len(_STEPS) + 1)


def pair_flags(grid: Grid, left: Ints, right: Ints, *, types: Floats) -> Floats:
    """Shape (pairs, PAIR_FLAGS). ``types`` are the probabilities of the trigger's type, shape (pairs, 20)."""
    low, high = np.minimum(left, right), np.maximum(left, right)
    apart = grid.sentence[left] - grid.sentence[right]
    near = apart == 0
    child = near & (grid.head[right] == left)
    parent = near & (grid.head[left] == right)
    siblings = near & (grid.head[right] == grid.head[left]) & (left != right)
    grand = near & (grid.head[grid.head[right]] == left) & ~child
    cousin = near & (grid.head[right] == grid.head[grid.head[left]]) & ~siblings & ~child
    width = len(_RELATIONS) + 1
    tree = np.stack([child, parent, siblings, grand, cousin, right == left + 1], axis=1).astype(np.float32)
    marked = np.where(near & (right > left), grid.companions[left, grid.case[right]], 0)
    side = np.stack([near & (right > left), near & (right < left), ~near, grid.sentence[right] == 0], axis=1)
    state = np.stack(
        [
            grid.nominal[left] == 1,
            grid.nominal[left] == 2,
            grid.nominal[left] == 3,
            grid.nominal[right] == 1,
            grid.nominal[right] == 2,
            grid.nominal[right] == 3,
            grid.quoted[left] == grid.quoted[right],
            child & (grid.case[right] == 0),
        ],
        axis=1,
    )
    return np.concatenate(
        [
            _distance(left, right),
            side.astype(np.float32),
            _one_hot(np.clip(apart, 0, 3), 4),
            _one_hot(grid.punctuation[high] - grid.punctuation[low], 4),
            _one_hot(grid.verbs[high] - grid.verbs[low], 4),
            _one_hot(grid.case[right], CASES),
            _one_hot(marked, len(COMPANIONS) + 1)[:, 1:],
            _one_hot(grid.dep[right], width) * child[:, None],
            _one_hot(grid.dep[right], width) * siblings[:, None],
            tree,
            state.astype(np.float32),
            types,
        ],
        axis=1,
    ).astype(np.float32)


def voice_flags(grid: Grid, left: Ints, right: Ints, *, marks: Floats) -> Floats:
    """Shape (pairs, VOICE_FLAGS). ``marks`` are what the cue rules say of the pair, shape (pairs, 12)."""
    apart = grid.sentence[left] - grid.sentence[right]
    low, high = np.minimum(left, right), np.maximum(left, right)
    near = apart == 0
    return np.concatenate(
        [
            np.where(near[:, None], _distance(left, right), 0),
            np.stack([near, near & (right > left), near & (right < left), apart == 1, apart == 2, apart > 2], axis=1),
            _one_hot(np.where(near, grid.punctuation[high] - grid.punctuation[low], 3), 4),
            _one_hot(np.where(near, grid.verbs[high] - grid.verbs[low], 3), 4),
            marks,
        ],
        axis=1,
    ).astype(np.float32)
