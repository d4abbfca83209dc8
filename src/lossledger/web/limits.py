"""How much one request may ask, how long it may take to arrive, and how often it may come."""

from dataclasses import dataclass

LARGEST_BODY = 2**20
"""Bytes of the largest request; a long news story has some twenty thousand."""
LARGEST_QUERY = 16 * 2**10
REQUEST_SECONDS = 20.0
"""Seconds within which a whole request has to arrive."""
CHECKS_A_MINUTE = 120
"""Texts that one address may have checked in a minute, where the service is not told otherwise."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What whoever runs the service decides: ``checks_a_minute`` for one address, 0 for no limit;
    ``token`` allows writing to whoever sends it, ``None`` to nobody."""

    checks_a_minute: int = CHECKS_A_MINUTE
    token: str | None = None
