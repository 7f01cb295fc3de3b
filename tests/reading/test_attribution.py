"""Attribution: on whose word an event is told."""

import pytest

from builders import read_as, scripted
from isnad.model import Claim, Reading
from isnad.reading.attribution import attribute
from isnad.reading.events import Trigger
from isnad.reading.reader import find_voices

STORY = (
    "هجوم على ميناء\n"
    "نقلت وكالة الساحل عن ضابط في البحرية أن زورقا هاجم الميناء. "
    "وأضاف الضابط أن الحرس اعتقلوا ثلاثة رجال."
)
VOICES = {"وكالة الساحل": "media", "ضابط في البحرية": "anonymous", "الضابط": "anonymous"}


def read(**chains: list[str]) -> Reading:
    named = {"هاجم": "ASSAULT", "اعتقلوا": "COERCE"}
    return read_as(STORY, triggers=named, voices=VOICES, chains={word: chains[word] for word in chains})


def chain(reading: Reading, claim: Claim) -> list[str]:
    """The first mentions of the voices in a chain."""
    words = {voice.id: voice.mentions[0].of(STORY) for voice in reading.sources}
    return [words[id] for id in claim.chain]


def test_nobody_is_the_outlet() -> None:
    reading = read()
    assert [claim.chain for claim in reading.claims] == [(), ()]
    assert {claim.quote for claim in reading.claims} == {"none"}


def test_a_voice_inside_a_voice_outermost_first() -> None:
    reading = read(هاجم=["وكالة الساحل", "ضابط في البحرية"], اعتقلوا=["الضابط"])
    attack, arrest = reading.claims
    assert chain(reading, attack) == ["وكالة الساحل", "ضابط في البحرية"]
    assert chain(reading, arrest) == ["ضابط في البحرية"]
    assert attack.quote == arrest.quote == "indirect"


def test_voices_are_those_of_the_sentence_and_the_three_before() -> None:
    text = "قال وليد سالم إن المدينة هادئة. فتحت الأسواق. عاد التيار. هدأ البحر. هاجم زورق الميناء."
    far = read_as(text, triggers={"هاجم": "ASSAULT"}, voices={"وليد سالم": "person"}, chains={"هاجم": ["وليد سالم"]})
    assert far.claims[0].chain == ()
    text = text.replace(" هدأ البحر.", "")
    near = read_as(text, triggers={"هاجم": "ASSAULT"}, voices={"وليد سالم": "person"}, chains={"هاجم": ["وليد سالم"]})
    assert near.claims[0].chain == ("s1",)


def test_a_voice_never_cites_itself() -> None:
    """The outer voice is another one, also where the network names the inner one twice."""
    reading = read(هاجم=["ضابط في البحرية", "ضابط في البحرية"])
    assert chain(reading, reading.claims[0]) == ["ضابط في البحرية"]


def test_mentions_of_one_voice_count_together() -> None:
    seen, network = scripted(STORY, voices=VOICES, chains={"اعتقلوا": ["الضابط"]})
    voices = find_voices(seen, seen.states, network)
    assert [len(voice.mentions) for voice in voices] == [1, 2]
    trigger = Trigger(network.at("اعتقلوا"), network.at("اعتقلوا") + 1, "COERCE", 1.0)
    (told,) = attribute(seen, [trigger], voices, seen.states, network)
    assert told.chain == (1,)
    assert told.probability == pytest.approx(1, abs=1e-3)


def test_without_triggers_there_is_nothing_to_tell() -> None:
    seen, network = scripted(STORY, voices=VOICES)
    assert attribute(seen, [], find_voices(seen, seen.states, network), seen.states, network) == []


def test_a_trigger_in_a_quotation_is_told_directly() -> None:
    text = 'قال وليد سالم: "قصفوا بيتي ليلة أمس"، وفر الجيران.'
    said = {"triggers": {"قصفوا": "ASSAULT", "فر": "COERCE"}, "voices": {"وليد سالم": "person"}}
    reading = read_as(text, chains={"قصفوا": ["وليد سالم"], "فر": ["وليد سالم"]}, **said)
    assert [claim.quote for claim in reading.claims] == ["direct", "indirect"]
    assert {claim.quote for claim in read_as(text, **said).claims} == {"none"}


def test_confidence_is_that_of_the_event_on_this_voice() -> None:
    reading = read(هاجم=["ضابط في البحرية"])
    assert all(0.9 < claim.confidence <= 1 for claim in reading.claims[:1])
    assert all(0 < claim.confidence <= 1 for claim in reading.claims)
