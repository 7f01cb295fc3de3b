"""From sound to letters: Arabic words built from roots, written without diacritics.

A *sound* is a string of consonants (Arabic letters, a doubled one written twice), short vowels ``a i u``, long vowels
``A I U``, and the written endings ``ى``, ``ة`` and a silent ``ا``.
"""

import re

SHORT = "aiu"
LONG = {"A": "ا", "I": "ي", "U": "و"}
VOWELS = frozenset("aiuAIUى")
HAMZA = "ء"
_INTRICATE = re.compile("[ءى]|iو|uي")
_DOUBLE = re.compile(r"(.)\1")
_PLAIN = str.maketrans({**LONG, **dict.fromkeys(SHORT)})


def spell(sound: str) -> str:
    """Standard undiacritised spelling of a sound, each hamza on its proper seat."""
    if _INTRICATE.search(sound):
        return _spelled_out(sound)
    start = "ا" if sound[0] in SHORT else ""
    return start + _DOUBLE.sub(r"\1", sound).translate(_PLAIN)


def _spelled_out(sound: str) -> str:
    sound = sound.replace("ءaء", "ءA") if _opens_with_double_hamza(sound, "a") else sound
    sound = sound.replace("ءiء", "ءI") if _opens_with_double_hamza(sound, "i") else sound
    sound = sound.replace("ءء", "ء")  # ترأّس
    written: list[str] = []
    for at, letter in enumerate(sound):
        before = sound[at - 1] if at else "^"
        after = sound[at + 1] if at + 1 < len(sound) else "$"
        written.append(_written(letter, before, after, written))
    return "".join(written)


def spellings(sound: str) -> tuple[str, ...]:
    """The standard spelling, and the second one in use where a hamza after *a* meets *ū* (بدؤوا، بدأوا)."""
    first = spell(sound)
    return (first, first.replace("ؤو", "أو")) if "aءU" in sound else (first,)


def _opens_with_double_hamza(sound: str, vowel: str) -> bool:
    return sound.startswith(f"ء{vowel}ء") and sound[3:4] not in VOWELS


def _written(letter: str, before: str, after: str, written: list[str]) -> str:
    if letter in SHORT:
        return "ا" if before == "^" else ""
    if letter == "A":
        return "" if written and written[-1] == "آ" else "ا"
    if letter in LONG:
        return LONG[letter]
    if letter == HAMZA:
        return _seat(before, after)
    if letter == "ى":
        return "ا" if written and written[-1] == "ي" else "ى"
    return "" if letter == before else _glide(letter, before, after)


def _glide(letter: str, before: str, after: str) -> str:
    if after in VOWELS or after == letter:
        return letter
    return {"iو": "ي", "uي": "و"}.get(before + letter, letter)


def _seat(before: str, after: str) -> str:
    if before == "^":
        return {"i": "إ", "I": "إ", "A": "آ"}.get(after, "أ")
    if after == "$":
        return {"a": "أ", "i": "ئ", "u": "ؤ"}.get(before, "ء")
    if before in "iIي" or after in "iI":
        return "ئ"
    if before == "u" or after in "uU":
        return "ؤ"
    if before in "AUو":
        return "ء"
    return "آ" if after == "A" else "أ"
