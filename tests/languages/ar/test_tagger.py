"""Tags and dependencies of sentences that any reading must get right."""

from isnad.languages.ar.tagger import Parse, parse
from isnad.languages.ar.tokenizer import read_page


def read(text: str) -> tuple[list[str], Parse]:
    page = read_page(text)
    keys = page.keys(page.sentences[0])
    return keys, next(parse([keys]))


def test_one_place_per_token_and_every_head_in_the_sentence() -> None:
    sentences = [["قتل", "الجنود", "المدنيين", "في", "القريه", "."], ["عنوان"], []]
    parses = list(parse(sentences))
    for keys, found in zip(sentences, parses, strict=True):
        assert len(found.tags) == len(found.heads) == len(found.deps) == len(found.pos) == len(keys)
        assert all(0 <= head < len(keys) for head in found.heads)


def test_each_sentence_has_one_root() -> None:
    _, found = read("وصل وزير الخارجية إلى العاصمة، وقال إن بلاده تدعم الهدنة")
    assert sum(head == place for place, head in enumerate(found.heads)) == 1


def test_subject_and_object_of_a_plain_sentence() -> None:
    keys, found = read("أطلق الجيش صاروخا على المدينة.")
    verb = keys.index("اطلق")
    assert found.pos[verb] == "VERB"
    assert found.heads[keys.index("الجيش")] == verb
    assert found.deps[keys.index("الجيش")] == "nsubj"
    assert found.pos[keys.index("علي")] == "ADP"


def test_the_same_sentence_is_read_the_same_in_any_company() -> None:
    keys, alone = read("أعلنت الحكومة وقف القتال في المدينة.")
    _, *others = parse([["مرحبا"], keys, keys])
    assert others == [alone, alone]
