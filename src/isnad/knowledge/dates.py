"""Days of roles, as entries write them."""

from calendar import monthrange
from datetime import date


def first_day(written: object) -> date | None:
    """The first day of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None for nothing. Raises ValueError."""
    if written is None:
        return None
    year, month, day = ([int(part) for part in str(written).split("-")] + [1, 1])[:3]
    return date(year, month, day)


def last_day(written: object) -> date | None:
    """The last day of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None for nothing. Raises ValueError."""
    if written is None:
        return None
    parts = [int(part) for part in str(written).split("-")]
    year, month = (*parts, 12)[:2]
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])
