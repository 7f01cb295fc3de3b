"""Every id is a hash of content, made here."""

from collections.abc import Iterable
from hashlib import blake2b

from isnad.model.document import Document
from isnad.model.span import Span


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits over the parts, their borders included."""
    made = blake2b(digest_size=8)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()


def version_id(document: Document) -> str:
    """One published text: the same address with a changed text is another version."""
    day = document.published.isoformat() if document.published else ""
    return digest("version", document.id, document.outlet or "", day, document.text)


def text_id(text: str, *, outlet: str | None = None) -> str:
    """The id of a document that came without one."""
    return digest("document", outlet or "", text)


def claim_id(document: Document, *, trigger: Span, type: str) -> str:
    """One trigger of one type in one text; what is read around it may be read better later under the same id."""
    return digest("claim", document.id, document.text, str(trigger.start), str(trigger.end), type)


def judgement_id(at: int, author: str, kind: str, subject: Iterable[str], *rest: str) -> str:
    """One decision of one person at one moment."""
    return digest("judgement", str(at), author, kind, *subject, "|", *rest)
