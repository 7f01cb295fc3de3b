"""Annotate articles in a shorthand of one line a claim; what is kept are offsets by document id, without the text.

    python training/annotate.py show CORPUS ID...        the articles, their sentences numbered
    python training/annotate.py build CORPUS NOTES OUT   NOTES in the shorthand to records, or what is wrong with it
    python training/annotate.py compare CORPUS OUT READ  what a reading (`isnad read --format jsonl`) says otherwise
    python training/annotate.py keep OUT NAME            OUT into `training/annotations/NAME.jsonl`, less the text
    python training/annotate.py gold OUT CORPUS...       the articles of `annotations/unseen` with their text, into OUT

The shorthand, a block for each article:

    @ NC-0001
    s1 person one | of: Libyan National Army | 2:أحمد المسماري ; 4:المسماري
    s2 anonymous many | 5:مصادر
    7 ASSAULT قصفت | a الطائرات | t مواقع ; 5:الجيش | v s2>s1 | direct | - | planned | time أمس = 2018-05-02..2018-05-03
      | place طرابلس = Tripoli, Libya, 32.89, 13.19 | dead 3 | injured 24-99

The number before a claim is the sentence of its trigger, in which its other words are looked for too; ``5:`` before
words names another sentence, ``#2`` after them the second place where they stand. A claim that names no voice, polarity
or modality is the outlet's, ``+`` and ``actual``. Words are found after a clitic too, and after the article only where
they do not stand without it.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from annotations import FOLDER, annotated, articles, write
from isnad.evaluate.score import pair
from isnad.model import COUNTS, Modality, SourceKind
from isnad.ontology.ontology import load_ontology

Record = dict[str, Any]
_SENTENCE = re.compile(r"[^\n]*?(?:[.!?؟](?=\s)|\n|$)")
_CLITICS = re.compile(r"[وفأ]?[بكلس]?")
_ARTICLE = re.compile(r"[وفأ]?(?:[بكل]?ال|لل?)")
_LETTER = re.compile(r"\w")
_SOURCE = re.compile(r"(s\d+) (\w+) (one|many)$")
_CLAIM = re.compile(r"(\d+) ([A-Z]+) (.+)$")
_DAYS = re.compile(r"(.+?) = (\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?$")
_POINT = re.compile(r"(.+?) = (.+), (-?[\d.]+), (-?[\d.]+)$")
_RANGE = re.compile(r"(\d+)(?:-(\d+))?$")


class Mistake(ValueError):
    """What is wrong with a line of the shorthand."""


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences by which the shorthand finds its words."""
    found = [(m.start(), m.end()) for m in _SENTENCE.finditer(text)]
    return [(a, b) for a, b in found if text[a:b].strip()]


def build(article: Record, lines: Iterator[tuple[int, str]]) -> Record:
    """The record of one article from the numbered lines of its block.

    Raises Mistake with the line's number.
    """
    sources: list[Record] = []
    claims: list[Record] = []
    record = {
        "document": {key: article[key] for key in ("id", "published", "outlet")},
        "sources": sources,
        "claims": claims,
    }
    finder = _Finder(article["text"])
    for number, line in lines:
        try:
            head, *fields = [part.strip() for part in line.split("|")]
            if match := _SOURCE.match(head):
                sources.append(_source(finder, match, fields))
            elif match := _CLAIM.match(head):
                claims.append(_claim(finder, int(match[1]), match[2], match[3], fields, sources))
            else:
                raise Mistake("neither a source (s1 person one | …) nor a claim (7 ASSAULT word | …)")
        except Mistake as mistake:
            raise Mistake(f"line {number}: {mistake}: {line}") from None
    claims.sort(key=lambda one: int(one["trigger"]["start"]))
    for number, claim in enumerate(claims):
        claim["id"] = f"c{number}"
    return record


class _Finder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = sentences(text)

    def find(self, words: str, sentence: int) -> Record:
        """The span of words that are written ``[sentence:]words[#nth]``."""
        words, nth = words.strip(), 1
        if match := re.match(r"(\d+):\s*(.+)$", words):
            sentence, words = int(match[1]), match[2]
        if match := re.match(r"(.+?)\s*#(\d+)$", words):
            words, nth = match[1], int(match[2])
        if not 1 <= sentence <= len(self.sentences):
            raise Mistake(f"no sentence {sentence}")
        first, last = self.sentences[sentence - 1]
        places = [m.start() for m in re.finditer(re.escape(words).replace(r"\ ", r"\s+"), self.text[first:last])]
        before = [(place, self._before(first + place, first + place + len(words))) for place in places]
        whole = [(place, letters) for place, letters in before if letters is not None]
        bare, definite = (
            [place for place, letters in whole if pattern.fullmatch(letters)] for pattern in (_CLITICS, _ARTICLE)
        )
        chosen = bare or definite or places
        if len(chosen) < nth:
            raise Mistake(f"{words!r} #{nth} does not stand in sentence {sentence}")
        start = first + chosen[nth - 1]
        return {"start": start, "end": start + len(words)}

    def _before(self, start: int, end: int) -> str | None:
        """The letters of the word that stand before a span, None where letters follow it."""
        if end < len(self.text) and _LETTER.match(self.text[end]):
            return None
        begin = start
        while begin and _LETTER.match(self.text[begin - 1]):
            begin -= 1
        return self.text[begin:start]


def _source(finder: _Finder, head: re.Match[str], fields: list[str]) -> Record:
    key, kind, number = head.groups()
    if kind not in get_args(SourceKind):
        raise Mistake(f"no kind of source {kind!r}")
    affiliation = None
    if fields and fields[0].startswith("of:"):
        affiliation = fields.pop(0).removeprefix("of:").strip()
    if len(fields) != 1:
        raise Mistake("a source has one list of mentions")
    mentions = [finder.find(words, 1) for words in fields[0].split(";")]
    return {
        "id": key,
        "kind": kind,
        "name": None,
        "affiliation": affiliation,
        "number": number,
        "mentions": mentions,
    }


def _claim(
    finder: _Finder, sentence: int, type_name: str, trigger: str, fields: list[str], sources: list[Record]
) -> Record:
    if type_name not in load_ontology().types:
        raise Mistake(f"no type {type_name!r}")
    claim: Record = {
        "id": "",
        "trigger": finder.find(trigger, sentence),
        "type": type_name,
        "actors": [],
        "targets": [],
        "chain": [],
        "quote": "none",
        "polarity": "+",
        "modality": "actual",
        "time": None,
        "place": None,
    }
    direct = False
    for field in fields:
        name, _, value = field.partition(" ")
        if name in ("a", "t"):
            spans = [finder.find(words, sentence) for words in value.split(";")]
            claim["actors" if name == "a" else "targets"] = [span | {"name": None} for span in spans]
        elif name == "v":
            claim["chain"] = [key.strip() for key in value.split(">")]
            if missing := set(claim["chain"]) - {one["id"] for one in sources}:
                raise Mistake(f"no source {missing}")
        elif name == "direct":
            direct = True
        elif name in ("+", "-"):
            claim["polarity"] = name
        elif name in get_args(Modality):
            claim["modality"] = name
        elif name == "time" and (match := _DAYS.match(value)):
            claim["time"] = finder.find(match[1], sentence) | {"first": match[2], "last": match[3] or match[2]}
        elif name == "place" and (match := _POINT.match(value)):
            point = {"name": match[2], "lat": float(match[3]), "lon": float(match[4]), "relation": None}
            claim["place"] = finder.find(match[1], sentence) | point
        elif name in COUNTS and (match := _RANGE.match(value)):
            claim[name] = [int(match[1]), int(match[2] or match[1])]
        else:
            raise Mistake(f"cannot read {field!r}")
    if claim["chain"]:
        claim["quote"] = "direct" if direct else "indirect"
    return claim


def blocks(path: Path) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """The blocks of a file in the shorthand: a document's id and its numbered lines."""
    key, lines = "", list[tuple[int, str]]()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("@"):
            if key:
                yield key, lines
            key, lines = line[1:].strip(), []
        elif line[:1] in (" ", "\t") and line.strip() and lines:
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {line.strip()}")
        elif line.strip() and not line.startswith("#"):
            lines.append((number, line.strip()))
    if key:
        yield key, lines


def _show(articles: dict[str, Record], ids: list[str]) -> None:
    for key in ids:
        article = articles[key]
        print(f"@ {key}  {article['outlet']}  {article['published'][:10]}")
        for number, (first, last) in enumerate(sentences(article["text"]), 1):
            print(f"{number}\t{article['text'][first:last].strip()}")
        print()


def _build(path: Path, notes: Path, out: Path) -> int:
    found = list(blocks(notes))
    texts = articles(path, {key for key, _ in found})
    wrong = 0
    with out.open("w", encoding="utf-8") as file:
        for key, lines in found:
            try:
                if key not in texts:
                    raise Mistake(f"no article {key} in {path}")
                file.write(json.dumps(build(texts[key], iter(lines)), ensure_ascii=False) + "\n")
            except Mistake as mistake:
                wrong += 1
                print(mistake, file=sys.stderr)
    print(f"{len(found) - wrong} articles written, {wrong} with a mistake")
    return 1 if wrong else 0


def _compare(path: Path, records: Path, reading: Path) -> None:
    gold = {one["document"]["id"]: one for one in map(json.loads, records.open(encoding="utf-8"))}
    with reading.open(encoding="utf-8") as lines:
        read = {one["document"]["id"]: one for one in map(json.loads, lines)}
    texts = articles(path, set(gold))
    for key, record in gold.items():
        print(f"@ {key}")
        _compare_claims(_Finder(texts[key]["text"]), record, read.get(key, {"sources": [], "claims": []}))


def _compare_claims(finder: _Finder, gold: Record, read: Record) -> None:
    pairs = pair(gold["claims"], read["claims"], span=lambda claim: claim["trigger"])
    answered = {id(right): wrong for right, wrong in pairs}
    for claim in gold["claims"]:
        if other := answered.get(id(claim)):
            mine, its = _line(finder, gold, claim), _line(finder, read, other)
            changed = [f"{name}: {mine[name]} / {its[name]}" for name in mine if mine[name] != its[name]]
            if changed:
                print(f"{_where(finder, claim)}  {'; '.join(changed)}")
        else:
            print(f"{_where(finder, claim)}  MISSED {claim['type']}")
    paired = {id(other) for _, other in pairs}
    for claim in read["claims"]:
        if id(claim) not in paired:
            print(f"{_where(finder, claim)}  SPURIOUS {claim['type']}")


def _where(finder: _Finder, claim: Record) -> str:
    start = claim["trigger"]["start"]
    number = next(n for n, (first, last) in enumerate(finder.sentences, 1) if first <= start < last)
    return f"{number} {finder.text[start : claim['trigger']['end']]}"


def _line(finder: _Finder, record: Record, claim: Record) -> dict[str, str]:
    text = finder.text
    mentions = {source["id"]: source["mentions"][0] for source in record["sources"]}
    time, place = claim.get("time"), claim.get("place")
    line = {
        "type": claim["type"],
        "stance": f"{claim['polarity']} {claim['modality']}",
        "voice": " > ".join(text[mentions[key]["start"] : mentions[key]["end"]] for key in claim["chain"]),
        "time": f"{time['first']}..{time['last']}" if time else "",
        "place": place["name"] if place else "",
        "counts": " ".join(f"{name} {claim[name]}" for name in COUNTS if name in claim),
    }
    for role in ("actors", "targets"):
        line[role] = " + ".join(text[one["start"] : one["end"]] for one in claim[role])
    return line


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("show", "build", "compare", "keep", "gold"))
    parser.add_argument("corpus", type=Path, metavar="FILE")
    parser.add_argument("rest", nargs="+")
    given = parser.parse_args()
    if given.what == "show":
        _show(articles(given.corpus, set(given.rest)), given.rest)
    elif given.what == "build":
        return _build(given.corpus, Path(given.rest[0]), Path(given.rest[1]))
    elif given.what == "keep":
        records = map(json.loads, given.corpus.read_text(encoding="utf-8").splitlines())
        write(records, FOLDER / f"{given.rest[0]}.jsonl")
    elif given.what == "gold":
        with given.corpus.open("w", encoding="utf-8") as file:
            for record in annotated([Path(name) for name in given.rest], folder=FOLDER / "unseen"):
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
    else:
        _compare(given.corpus, Path(given.rest[0]), Path(given.rest[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
