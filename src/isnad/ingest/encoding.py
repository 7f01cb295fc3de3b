"""Bytes to text where nobody says in which encoding."""

from functools import cached_property

# charset-normalizer is asked for encodings in which Arabic is published; UTF-8 and marked UTF-16 are settled before.
_CANDIDATES = ["cp1256", "iso8859_6", "mac_arabic", "cp1252"]


class Decoder:
    """Decodes the pieces of one file. ``head`` is its beginning, from which the encoding is guessed if need be."""

    def __init__(self, head: bytes) -> None:
        self._head = head

    def decode(self, data: bytes) -> tuple[str, str | None]:
        """The text, and what was done to get it where it is no plain UTF-8. LookupError: no encoding fits."""
        try:
            return data.decode("utf-8"), None
        except UnicodeDecodeError:
            loose = data.decode("utf-8", "replace")
        broken = loose.count("\ufffd")
        if broken * 10 <= sum(char > "\x7f" for char in loose):
            return loose, f"{broken} characters that are not UTF-8 were replaced"
        name = self._guess or guess(data)
        if name is None:
            raise LookupError("the encoding is neither UTF-8 nor one that Arabic is published in")
        return data.decode(name, "replace"), f"read as {name}"

    @cached_property
    def _guess(self) -> str | None:
        return guess(self._head)


def guess(data: bytes) -> str | None:
    """The legacy encoding that the bytes are most likely in; None where none gives words."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_CANDIDATES, threshold=0.3).best()
    return best.encoding if best and best.encoding != "utf_8" else None
