"""Stems of Arabic verbs: root and form (I to X, Q1, Q2, Q4) to the sounds that inflection builds on.

In a template ``1 2 3 4`` stand for the radicals, ``' h`` for hamza and ة. A slash parts
the stem before a vowel from the one before a consonant: hollow and doubled roots alone.
"""

from dataclasses import dataclass

WEAK = frozenset("وي")
LETTERS = str.maketrans("mtnsy'h", "متنسيءة")
# What the infix of form VIII makes with the first radical.
INFIX = {
    "و": "تت", "ي": "تت", "ت": "تت", "د": "دد", "ذ": "دد", "ز": "زد", "ص": "صط", "ض": "ضط", "ط": "طط", "ظ": "ظظ",
}  # fmt: skip

# past, past passive, present, present passive, active participle, passive participle, masdar
SOUND = {
    "II": "1a22a3 1u22i3 1a22i3 1a22a3 mu1a22i3 mu1a22a3 ta12I3",
    "III": "1A2a3 1U2i3 1A2i3 1A2a3 mu1A2i3 mu1A2a3 mu1A2a3ah",
    "IV": "'a12a3 'u12i3 12i3 12a3 mu12i3 mu12a3 'i12A3",
    "V": "ta1a22a3 tu1u22i3 ta1a22a3 ta1a22a3 muta1a22i3 muta1a22a3 ta1a22u3",
    "VI": "ta1A2a3 tu1U2i3 ta1A2a3 ta1A2a3 muta1A2i3 muta1A2a3 ta1A2u3",
    "VII": "in1a2a3 un1u2i3 n1a2i3 n1a2a3 mun1a2i3 mun1a2a3 in1i2A3",
    "VIII": "i1ta2a3 u1tu2i3 1ta2i3 1ta2a3 mu1ta2i3 mu1ta2a3 i1ti2A3",
    "IX": "i12a33/i12a3a3 u12u33 12a33/12a3i3 12a33 mu12a33 mu12a33 i12i3A3",
    "X": "ista12a3 ustu12i3 sta12i3 sta12a3 musta12i3 musta12a3 isti12A3",
    "Q1": "1a23a4 1u23i4 1a23i4 1a23a4 mu1a23i4 mu1a23a4 1a23a4ah",
    "Q2": "ta1a23a4 tu1u23i4 ta1a23a4 ta1a23a4 muta1a23i4 muta1a23a4 ta1a23u4",
    "Q4": "i12a3a44/i12a34a4 u12u3i44 12a3i44/12a34i4 12a3a44 mu12a3i44 mu12a3a44 i12i34A4",
}
HOLLOW = {
    "IV": "'a1A3/'a1a3 'u1I3/'u1i3 1I3/1i3 1A3/1a3 mu1I3 mu1A3 'i1A3ah",
    "VII": "in1A3/in1a3 un1I3/un1i3 n1A3/n1a3 n1A3/n1a3 mun1A3 mun1A3 in1iyA3",
    "VIII": "i1tA3/i1ta3 u1tI3/u1ti3 1tA3/1ta3 1tA3/1ta3 mu1tA3 mu1tA3 i1tiyA3",
    "X": "ista1A3/ista1a3 ustu1I3/ustu1i3 sta1I3/sta1i3 sta1A3/sta1a3 musta1I3 musta1A3 isti1A3ah",
}
DOUBLED = {
    "I": "1a22/1a2a2 1u22/1u2i2 1u22/12u2 1a22/12a2 1A22 ma12U2",
    "IV": "'a1a22/'a12a2 'u1i22/'u12i2 1i22/12i2 1a22/12a2 mu1i22 mu1a22 'i12A2",
    "VII": "in1a22/in1a2a2 un1u22/un1u2i2 n1a22/n1a2i2 n1a22/n1a2a2 mun1a22 mun1a22 in1i2A2",
    "VIII": "i1ta22/i1ta2a2 u1tu22/u1tu2i2 1ta22/1ta2i2 1ta22/1ta2a2 mu1ta22 mu1ta22 i1ti2A2",
    "X": "ista1a22/ista12a2 ustu1i22/ustu12i2 sta1i22/sta12i2 sta1a22/sta12a2 musta1i22 musta1a22 isti12A2",
}
DEFECTIVE_MASDAR = {
    "II": "ta12iyah", "III": "mu1A2Ah", "IV": "'i12A'", "V": "ta1a22I", "VI": "ta1A2I", "VII": "in1i2A'",
    "VIII": "i1ti2A'", "X": "isti12A'",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stem:
    """A sound to inflect: before a vowel, before a consonant, and for a weak last radical the vowel it leaves."""

    long: str
    short: str
    ending: str = ""


@dataclass(frozen=True, slots=True)
class Stems:
    """The stems of one verb. Those of the present lack the person prefix, whose active vowel is ``prefix``."""

    past: Stem
    past_passive: Stem
    present: Stem
    present_passive: Stem
    prefix: str
    active_participle: str
    passive_participle: str
    masdar: str | None


def stems(*, lemma: str, root: str, form: str, present: str = "") -> Stems:
    """Stems of the verb; ``root`` is its radicals, spaced. Form I needs ``present`` (third masculine, indicative).

    Raises KeyError for a form that is not in the tables, ValueError for a form I without its present.
    """
    radicals = root.split()
    template = _first(lemma, radicals, present) if form == "I" else _template(lemma, radicals, form)
    sounds = [_filled(part, lemma, radicals, form) for part in template.split()]
    past, past_passive, now, now_passive = (_stem(sound, lemma, radicals) for sound in sounds[:4])
    prefix = "u" if form in ("II", "III", "IV", "Q1") else "a"
    passive = sounds[5]
    if radicals[-1] in WEAK:
        passive = passive[:-2] + ("I" if passive[-2:] == "Uي" else "U" if form == "I" else "ى")
    masdar = _masdar(sounds, lemma, radicals, form)
    return Stems(past, past_passive, now, now_passive, prefix, sounds[4], passive, masdar)


def _template(lemma: str, radicals: list[str], form: str) -> str:
    table = SOUND
    if _doubled(radicals) and form in DOUBLED:
        table = DOUBLED
    elif _hollow(lemma, radicals) and form in HOLLOW:
        table = HOLLOW
    twice_hamza = form == "IV" and radicals[0] == "ء"  # أوذي
    return table[form].replace("'u1", "'U") if twice_hamza else table[form]


def _doubled(radicals: list[str]) -> bool:
    return len(radicals) == 3 and radicals[1] == radicals[2] and radicals[2] not in WEAK


def _hollow(lemma: str, radicals: list[str]) -> bool:
    return radicals[1] in WEAK and lemma[-2:-1] == "ا"  # not استحوذ, which keeps its و


def _first(lemma: str, radicals: list[str], present: str) -> str:
    if not present:
        raise ValueError(f"{lemma}: form I needs its present")
    if _doubled(radicals):
        return DOUBLED["I"]
    if _hollow(lemma, radicals):
        return _first_hollow(radicals, present[-2])
    past = "i" if lemma[-1] == "ي" or "ئ" in lemma else "a"
    now = _present_vowel(radicals, present)
    kept = "12"
    if radicals[0] == "و" and present[1] != "و":
        kept = "2"
    elif radicals[1] == "ء" and len(present) == 3:  # رأى يرى
        kept = "1"
    return f"1a2{past}3 1u2i3 {kept}{now}3 {kept if kept == '1' else '12'}a3 1A2i3 ma12U3"


def _first_hollow(radicals: list[str], middle: str) -> str:
    long, short = {"و": ("U", "u"), "ي": ("I", "i")}.get(middle, ("A", "i"))
    participle = long if long != "A" else {"و": "U", "ي": "I"}[radicals[1]]
    return f"1A3/1{short}3 1I3/1i3 1{long}3/1{short}3 1A3/1a3 1A'i3 ma1{participle}3"


def _present_vowel(radicals: list[str], present: str) -> str:
    for letter in reversed(present):
        if letter in "أئؤىيو" and (radicals[-1] in WEAK or letter in "أئؤ"):
            return {"أ": "a", "ئ": "i", "ؤ": "u", "ى": "a", "ي": "i", "و": "u"}[letter]
    return "u"


def _filled(part: str, lemma: str, radicals: list[str], form: str) -> str:
    if form == "VIII":
        part = part.replace("1t", _infixed(lemma, radicals[0]))
    for place, radical in enumerate(radicals, 1):
        part = part.replace(str(place), radical)
    return part.translate(LETTERS)


def _infixed(lemma: str, first: str) -> str:
    if first == "ء" and lemma[1] == "ت":  # اتخذ beside ائتلف
        return "تت"
    return INFIX.get(first, first + "ت")


def _stem(sound: str, lemma: str, radicals: list[str]) -> Stem:
    long, _, short = sound.partition("/")
    if radicals[-1] not in WEAK:
        return Stem(long, short or long)
    ending = long[-2]
    return Stem(long[:-2], long[:-2], "w" if ending == "a" and lemma[-1] == "ا" and lemma[-2] != "ي" else ending)


def _masdar(sounds: list[str], lemma: str, radicals: list[str], form: str) -> str | None:
    if form == "I":
        return None
    if radicals[-1] in WEAK and form in DEFECTIVE_MASDAR:
        return _filled(DEFECTIVE_MASDAR[form], lemma, radicals, form)
    if form == "II" and radicals[-1] == "ء":
        return _filled("ta12i3ah", lemma, radicals, form)
    return sounds[6]
