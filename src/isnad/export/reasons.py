"""Reasons of weighing as sentences: each code has one in `interface.yaml`, in both languages."""

import re
from datetime import date

from isnad.export import names
from isnad.export.labels import Labels, interface
from isnad.model import Reason

_FEATURES = re.compile(r"[a-z-]+[+-]\d+\.\d(?: [a-z-]+[+-]\d+\.\d)*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ID = re.compile(r"[a-z][a-z0-9-]+")
_CLEAR = 0.3
"""A feature that adds or takes away less is not spoken of."""
_MOST = 4


def reason(one: Reason, labels: Labels) -> str:
    """The sentence, its values filled in; a code that the interface does not have stands for itself."""
    values = [value(said, labels) for said in one.values]
    together = labels("list", section="mark").join(filter(None, values))
    known = interface()["reason"].get(one.code)
    if known is None:
        return ": ".join(filter(None, (one.code, together)))
    return known[labels.lang].format(*values, *[""] * _MOST, all=together).rstrip(" :,،")


def value(said: str, labels: Labels) -> str:
    """A value in words: features by their names, days as days, actors by theirs; all else as it is."""
    if _FEATURES.fullmatch(said):
        return features(said, labels)
    if _DAY.fullmatch(said):
        return labels.day(date.fromisoformat(said))
    if said in interface()["feature"]:
        return labels(said, section="feature")
    return names.actor(said, labels) if labels.lang == "ar" or _ID.fullmatch(said) else said


def features(said: str, labels: Labels) -> str:
    """On what two accounts agree and on what they differ, the weightiest first."""
    weighed = [(name, float(weight)) for name, weight in re.findall(r"([a-z-]+)([+-]\d+\.\d)", said)]
    parts = []
    for key, sign in (("agree", 1), ("differ", -1)):
        names = [value(name, labels) for name, weight in weighed if weight * sign >= _CLEAR]
        if names:
            parts.append(labels(key, section="feature", what=labels("list", section="mark").join(names)))
    return labels("pause", section="mark").join(parts) or labels("neither", section="feature")
