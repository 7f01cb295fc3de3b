"""Quotations: which tokens stand inside quotation marks."""

from collections.abc import Sequence

_OPEN = {"«": "»", "“": "”", "„": "“", "‹": "›"}
_CLOSE = set(_OPEN.values())
_EITHER = '"'
_SHORT = 3


def quotations(keys: Sequence[str], paragraphs: Sequence[int]) -> list[tuple[int, int]]:
    """Token ranges inside quotation marks, the marks not included.

    ``paragraphs`` gives each token's paragraph: a quotation that is not closed ends with its paragraph.
    """
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    wanted = ""
    for place, key in enumerate(keys):
        if opened is not None and paragraphs[place] != paragraphs[opened - 1]:
            spans.append((opened, place))
            opened = None
        if opened is None and (key in _OPEN or key == _EITHER):
            opened, wanted = place + 1, _OPEN.get(key, _EITHER)
        elif opened is not None and (key == wanted or key in _CLOSE):
            spans.append((opened, place))
            opened = None
    if opened is not None:
        spans.append((opened, len(keys)))
    return [span for span in spans if span[0] < span[1]]


def is_speech(span: tuple[int, int]) -> bool:
    """Whether a quotation is long enough to be somebody's speech and not a name or a term in marks."""
    return span[1] - span[0] > _SHORT


def quoted_tokens(spans: Sequence[tuple[int, int]], size: int) -> list[int]:
    """For each token the number of its quotation from 1, 0 outside; only quotations that are speech count."""
    numbers = [0] * size
    for number, span in enumerate((s for s in spans if is_speech(s)), 1):
        numbers[span[0] : span[1]] = [number] * (span[1] - span[0])
    return numbers
