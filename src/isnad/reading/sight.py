"""Documents made ready for the network: page, layers, parse, vectors and inputs of each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np

from isnad.knowledge.gazetteer import load_gazetteer
from isnad.languages.ar.syntax import Syntax, analyse
from isnad.languages.ar.tokenizer import tokenize
from isnad.languages.recurrent import Floats, pack
from isnad.model import Actor, Document
from isnad.reading.inputs import Inputs, Vocabulary, join, prepare
from isnad.reading.layers import Layers, lay
from isnad.reading.network import Network
from isnad.text.page import Page, page


@dataclass
class Sight:
    """One document as the stages see it."""

    document: Document
    page: Page
    layers: Layers
    inputs: Inputs
    states: Floats = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))

    @cached_property
    def countries(self) -> dict[str, float]:
        """How much the document speaks of each country, by its place names and actors."""
        named = load_gazetteer().weigh(str(one.value) for one in self.layers.expressions if one.kind == "place")
        for hit in self.layers.named:
            countries = {one.country for one in hit.found if isinstance(one, Actor)}
            if hit.full and len(countries) == 1 and (country := countries.pop()):
                named[country] = named.get(country, 0.0) + 0.5
        return named

    @property
    def home(self) -> str | None:
        """The country that the document speaks of most."""
        return max(self.countries, key=lambda country: self.countries[country], default=None)

    @cached_property
    def introduced(self) -> set[str]:
        """The ids of the actors that the document names by a name of their own."""
        return {one.id for hit in self.layers.named if hit.full for one in hit.found}


def lay_out(documents: Sequence[Document]) -> list[tuple[Page, Layers]]:
    """Pages with their layers; the parser works over all of them at once."""
    pages = [page(document.text, tokenize) for document in documents]
    read = zip(documents, pages, syntax_of(pages), strict=True)
    return [(at, lay(at, syntax, published=document.published)) for document, at, syntax in read]


def syntax_of(pages: Sequence[Page]) -> list[Syntax]:
    """The syntax of each page."""
    starts = [0, *accumulate(len(at.tokens) for at in pages)]
    sentences = [(s + p.start, s + p.stop) for at, s in zip(pages, starts, strict=False) for p in at.sentences]
    whole = analyse([key for at in pages for key in at.tokens.keys], sentences)
    return [whole.part(first, last) for first, last in pairwise(starts)]


def look(documents: Sequence[Document], network: Network) -> list[Sight]:
    """The sights of several documents, with the network's states, which are found for all of them at once."""
    sights = [
        see(one, at, layers, network.vocabulary)
        for one, (at, layers) in zip(documents, lay_out(documents), strict=True)
    ]
    if sights:
        share_states(sights, network)
    return sights


def see(document: Document, at: Page, layers: Layers, vocabulary: Vocabulary) -> Sight:
    """The sight of a document whose page is laid out; its states are not found yet."""
    return Sight(document, at, layers, prepare(at, layers, vocabulary))


def share_states(sights: Sequence[Sight], network: Network) -> None:
    """Give each sight its tokens' states: the stretches of all documents go through the network together."""
    joined = join([sight.inputs for sight in sights])
    states = network.states(joined, pack(joined.stretches))
    start = 0
    for sight in sights:
        size = len(sight.inputs.word)
        sight.states = states[start : start + size]
        start += size
