"""Voices as they may be spoken of: whom the text does not name has no name here, whatever the reader took it for."""

from dataclasses import replace

from isnad.export.names import people
from isnad.model import Reading, Source


def as_printed(reading: Reading) -> Reading:
    """The reading with voices as their words have them.

    A person whose words hold no name (`a Libyan official`) is unnamed; so is `a spokesman of` somebody, who is not the
    one he speaks for.
    """
    return replace(reading, sources=tuple(_as_printed(source, reading.document.text) for source in reading.sources))


def _as_printed(source: Source, text: str) -> Source:
    if source.kind != "person" or not source.mentions:
        return source
    # What is known of speakers is loaded when somebody speaks, not by who asks for help.
    from isnad.languages.ar.speakers import speakers, spoken
    from isnad.weighing.accounts import Voice
    from isnad.weighing.namings import is_unnamed

    words = source.mentions[0].of(text)
    told, lexicon = spoken(words if source.actor else source.name or words), speakers()
    actor = source.actor if source.actor in people() else None
    voice = Voice(source.id, source.kind, words, source.name, actor, source.affiliation)
    behind = bool(told.stems) and told.stems[0] in lexicon.mouthpieces and not told.definite(0)
    if is_unnamed(voice, told, lexicon) or (behind and actor):
        return replace(source, kind="anonymous", name=None, actor=None)
    return source
