"""Documents made ready for the network: page, layers, parse, vectors and inputs of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from isnad.knowledge.gazetteer import load_gazetteer
from isnad.languages.ar.tokenizer import tokenize
from isnad.languages.ar.vectors import matrix
from isnad.model import Actor, Document
from isnad.reading.inputs import Inputs, prepare
from isnad.reading.layers import Layers, eventful, lay, parse_sentences
from isnad.reading.network import Network, pack
from isnad.text.page import Page, page


@dataclass
class Sight:
    """One document as the stages see it."""

    document: Document
    page: Page
    layers: Layers
    inputs: Inputs

    @cached_property
    def countries(self) -> dict[str, float]:
        """How much the document speaks of each country, by its place names and actors."""
        named = load_gazetteer().weigh(str(one.value) for one in self.layers.expressions if one.kind == "place")
        for _, _, found in self.layers.named:
            for one in found[:1]:
                if isinstance(one, Actor) and one.country:
                    named[one.country] = named.get(one.country, 0.0) + 0.5
        return named


def lay_out(documents: Sequence[Document]) -> list[tuple[Page, Layers]]:
    """Pages with their layers; the parser works over all of them at once."""
    laid = [(at := page(document.text, tokenize), lay(at, published=document.published)) for document in documents]
    parse_sentences(laid, eventful)
    return laid


def look(documents: Sequence[Document], network: Network) -> list[Sight]:
    """The sights of several documents."""
    laid = lay_out(documents)
    return [see(document, at, layers, network) for document, (at, layers) in zip(documents, laid, strict=True)]


def see(document: Document, at: Page, layers: Layers, network: Network) -> Sight:
    """The sight of a document whose page is laid out."""
    vectors = matrix(at.tokens.keys)
    context = network.context(vectors, pack([(places.start, places.stop) for places in at.sentences]))
    return Sight(document, at, layers, prepare(at, layers, network.vocabulary, vector=vectors, context=context))
