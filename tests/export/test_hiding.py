"""An event for other eyes."""

from dataclasses import replace
from datetime import date

from isnad.export.dossier import Dossier, hidden
from isnad.export.events import event_record
from isnad.export.hiding import hidden_event
from isnad.model import Conflict, Event, Origin, Origins, Participant, Reading, Reason, Side, Source
from ledger.builders import reading, span

WORDS = "مصدر في الميناء"
TEXT = f"قال {WORDS} إن غارة شنها جنود على درنة أدت إلى مقتل حارس."


def read() -> Reading:
    made = reading("a", TEXT, "غارة")
    actors = (
        Participant(span(TEXT, "جنود"), "soldiers"),
        Participant(span(TEXT, "الميناء"), "Port Authority", "x-port"),
    )
    voice = Source("s1", "anonymous", (span(TEXT, WORDS),), affiliation="Example Army")
    return replace(made, sources=(voice,), claims=(replace(made.claims[0], actors=actors, chain=("s1",)),))


def event() -> Event:
    (claim,) = read().claims
    voices = (Origin("anonymous", WORDS, "Example Army", (claim.id,), ("a",)),)
    found = Origins(1, 1, voices, (Reason("same-descriptor", (WORDS,)),), WORDS, ((WORDS, "الشاهد"),))
    sides = (Side(f"كما يرى {WORDS}", (claim.id,), date(2024, 3, 5)), Side("soldiers", (claim.id,)))
    return Event(
        "e", "ASSAULT", (claim.id,), ("a",), ("الشاهد",), actors=("soldiers", "Port Authority"),
        origins=found, conflicts=(Conflict("actor", sides),),
    )  # fmt: skip


def test_the_words_for_an_unnamed_origin_stand_nowhere() -> None:
    shown = str(event_record(hidden_event(event(), [read()])))
    assert WORDS not in shown
    assert "anonymous" in shown and "Example Army" in shown and "soldiers" in shown


def test_a_name_that_only_its_words_bear_is_left_out() -> None:
    assert hidden_event(event(), [read()]).actors == ("soldiers",)


def test_what_names_everybody_is_shown_as_it_is() -> None:
    named = replace(event(), origins=Origins(), conflicts=())
    open_reading = replace(read(), sources=(Source("s1", "person", (span(TEXT, WORDS),), "Sami Example"),))
    assert hidden_event(named, [open_reading]).origins == Origins()


def test_the_words_are_hidden_where_no_voice_was_read_too() -> None:
    """What weighing found to be unnamed may be a name to the reader of the text."""
    other = replace(reading("b", f"غارة على درنة، كما قال {WORDS}.", "غارة"))
    shown = hidden(Dossier(event(), {"a": read(), "b": other}))
    assert all(WORDS not in one.document.text for one in shown.readings.values())
    assert [len(one.document.text) for one in shown.readings.values()] == [len(TEXT), len(other.document.text)]
