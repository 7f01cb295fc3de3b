"""Documents of a ledger as rows."""

from isnad.ledger import Entry

COLUMNS = ("id", "published", "outlet", "title", "url", "claims", "voices", "versions", "notes")


def document_row(entry: Entry) -> dict[str, object]:
    """One document with the numbers of its claims, voices and versions; notes by their codes."""
    one = entry.document
    return {
        "id": one.id,
        "published": one.published.isoformat() if one.published else None,
        "outlet": one.outlet,
        "title": one.title,
        "url": one.url,
        "claims": entry.claims,
        "voices": entry.voices,
        "versions": entry.versions,
        "notes": " ".join(note.code for note in entry.notes),
    }
