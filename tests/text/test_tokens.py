"""What the scan finds before any language cuts its words."""

import pytest

from isnad.text.normal import normalise
from isnad.text.tokens import Kind, Piece, Tokenizer

tokenize = Tokenizer(lambda word: (Piece(0, len(word), word, int(Kind.WORD)),))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("قال:نعم", "قال : نعم"),
        ("3.5% و1,200", "3.5 % و 1,200"),
        ("في 26مارس", "في 26 مارس"),
        ("CNNعربية", "CNN عربية"),
        ("U.S. وAl-Jazeera", "U.S . و Al-Jazeera"),
        ('لكن... "نعم"', 'لكن ... " نعم "'),
        ("عند 14:30", "عند 14:30"),
        ("https://example.com/a?b=1 رابط", "https://example.com/a?b=1 رابط"),
    ],
)
def test_scan(text: str, keys: str) -> None:
    assert " ".join(tokenize(normalise(text)).keys) == keys


def test_kinds() -> None:
    assert tokenize(normalise("قصف 3 F !")).kinds == [Kind.WORD, Kind.NUMBER, Kind.FOREIGN, Kind.SIGN]
