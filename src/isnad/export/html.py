"""Readings as one page to read: the article with its claims marked, and beside it who says each of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from isnad.export.labels import Labels, palette
from isnad.export.marks import Sentence, paragraphs
from isnad.export.redact import redacted
from isnad.export.view import ClaimView, VoiceView, claim_views, outlet_view, voice_view
from isnad.model import Reading


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A voice of the article and how many claims it tells as the innermost link of a chain."""

    view: VoiceView
    told: int
    several: bool


@dataclass(frozen=True, slots=True)
class TypeRow:
    """A type of the article's claims, for the legend."""

    name: str
    label: str
    hue: int
    claims: int


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A reading as the template shows it; ``headline`` is the first line of the text where that is the title."""

    key: str
    id: str
    title: str
    outlet: str
    published: date | None
    day: str
    url: str | None
    notes: Sequence[str]
    headline: list[Sentence]
    body: Sequence[list[Sentence]]
    claims: Sequence[ClaimView]
    voices: Sequence[VoiceRow]
    types: Sequence[TypeRow]
    kinds: Sequence[tuple[str, str, int]]


def page(readings: Iterable[Reading], labels: Labels, *, redact: bool = False) -> str:
    """One HTML page that needs nothing else: no script, font or picture from anywhere."""
    shown = (redacted(reading) if redact else reading for reading in readings)
    articles = [article(reading, labels, key=f"a{place}") for place, reading in enumerate(shown, 1)]
    return _template("page.html.j2").render(articles=articles, says=labels, lang=labels.lang)


def write_pages(readings: Iterable[Reading], folder: Path, labels: Labels) -> Path:
    """A page for each reading and `index.html`, which leads to them, newest first; the index's path."""
    folder.mkdir(parents=True, exist_ok=True)
    newest = sorted(readings, key=lambda reading: str(reading.document.published or ""), reverse=True)
    links = [(f"article-{place:02}.html", reading) for place, reading in enumerate(newest, 1)]
    for name, reading in links:
        (folder / name).write_text(page([reading], labels), encoding="utf-8")
    path = folder / "index.html"
    path.write_text(index(links, labels), encoding="utf-8")
    return path


def index(links: Sequence[tuple[str, Reading]], labels: Labels) -> str:
    """A page that leads to other pages, each with its address."""
    rows = [(href, article(reading, labels, key="")) for href, reading in links]
    return _template("index.html.j2").render(rows=rows, says=labels, lang=labels.lang)


def article(reading: Reading, labels: Labels, *, key: str) -> ArticleView:
    """What the template shows of one reading; ``key`` keeps the ids of several on one page apart."""
    document = reading.document
    lines = list(paragraphs(reading))
    title = document.title or ""
    headed = bool(title and lines and _words(lines[0]) == title.split())
    views = claim_views(reading, labels)
    return ArticleView(
        key=key,
        id=document.id,
        title=title or labels("untitled"),
        outlet=document.outlet or labels("unsaid-outlet"),
        published=document.published,
        day=labels.day(document.published, weekday=True) if document.published else labels("undated"),
        url=document.url if document.url and urlsplit(document.url).scheme in ("http", "https") else None,
        notes=[": ".join(part for part in (labels.note(note.code), note.detail) if part) for note in reading.notes],
        headline=lines[0] if headed else [],
        body=lines[1:] if headed else lines,
        claims=views,
        voices=_voices(reading, labels),
        types=_types(views),
        kinds=_kinds(views, labels),
    )


def _words(line: list[Sentence]) -> list[str]:
    return "".join(piece.text for sentence in line for piece in sentence.pieces).split()


def _voices(reading: Reading, labels: Labels) -> list[VoiceRow]:
    told = Counter(claim.chain[-1] if claim.chain else None for claim in reading.claims)
    outlet = outlet_view(reading, labels, own=True)
    rows = [VoiceRow(outlet, told[None], False)] if told[None] else []
    rows += [VoiceRow(voice_view(one, reading, labels), told[one.id], one.number == "many") for one in reading.sources]
    return sorted(rows, key=lambda row: -row.told)


def _types(views: Sequence[ClaimView]) -> list[TypeRow]:
    order = list(palette())
    counted = Counter((view.claim.type, view.type, view.hue) for view in views)
    rows = [TypeRow(name, label, hue, claims) for (name, label, hue), claims in counted.items()]
    return sorted(rows, key=lambda row: order.index(row.name) if row.name in order else len(order))


def _kinds(views: Sequence[ClaimView], labels: Labels) -> list[tuple[str, str, int]]:
    counted = Counter(view.voice.kind for view in views)
    return [(kind, labels(kind, section="kind"), claims) for kind, claims in counted.most_common()]


@cache
def _template(name: str) -> Template:
    pages = Environment(
        loader=PackageLoader("isnad.export", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return pages.get_template(name)
