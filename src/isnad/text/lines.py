"""Lines of a text, and the lines that are one because the text was wrapped at a fixed width."""

import re

_LINE = re.compile(r"[^\n]+")
_FINISHED = re.compile("[.؟?!؛:…][\"»”'’)\\]]*$")
_DANGLING = re.compile(r"(?:[،,(«]|(?<!\S)[بل])$")
_BULLET = re.compile(r"[-–—•▪●*]|\d+[.)-]")
_WIDTH = 130
_NARROWEST = 35
_FEWEST = 3
_SHARE = 0.3


def blocks(text: str) -> list[tuple[int, int]]:
    """The spans of the lines, wrapped lines joined. The first line, a headline, is never joined."""
    lines = [line.span() for line in _LINE.finditer(text) if line[0].strip()]
    if len(lines) <= _FEWEST:
        return lines
    wrapped = _wrapped(text, lines[1:])
    joined = lines[:2]
    for place in range(2, len(lines)):
        if _runs_on(text, lines[place - 1], lines[place], wrapped):
            joined[-1] = joined[-1][0], lines[place][1]
        else:
            joined.append(lines[place])
    return joined


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether no line is wider than a wrapped one and a good part of them stop in the middle of a sentence."""
    if any(end - start > _WIDTH for start, end in lines) or not _finished(text, *lines[-1]):
        return False
    open_ones = sum(end - start >= _NARROWEST and not _finished(text, start, end) for start, end in lines)
    return len(lines) >= _FEWEST and open_ones >= 2 and open_ones >= _SHARE * len(lines)


def _runs_on(text: str, line: tuple[int, int], following: tuple[int, int], wrapped: bool) -> bool:
    start, end = line
    if _BULLET.match(text, *following) or _finished(text, start, end):
        return False
    return (wrapped and end - start >= _NARROWEST) or bool(_DANGLING.search(text[start:end].rstrip()))


def _finished(text: str, start: int, end: int) -> bool:
    return bool(_FINISHED.search(text[start:end].rstrip()))
