"""Which network addresses may be fetched from: public ones, judged by our own tables.

The tables stand in ``vocabulary/addresses.toml``. An address is judged when a connection to it
is about to be opened, so that a name that points elsewhere a moment later gains nothing.
"""

from collections.abc import Sequence
from functools import cache
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from lossledger.vocabulary import table

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


def refusal(written: str, *, allow_local: bool = False) -> str | None:
    """Why nothing is fetched from a numeric address; ``None`` when it may be.

    ``allow_local`` admits loopback addresses and nothing else. An address of another form, such
    as one with a zone, is refused.
    """
    try:
        address = ip_address(written)
    except ValueError:
        return "not an address in a plain form"
    if isinstance(address, IPv6Address) and address.scope_id is not None:
        return "an address of one link only"
    carried = _carried(address)
    reason = _reason(address) if carried is None else _reason(carried)
    if reason == "loopback" and allow_local:
        return None
    return reason


def _carried(address: Address) -> IPv4Address | None:
    """The IPv4 address inside an IPv6 one, if it has a form that carries one."""
    if isinstance(address, IPv6Address) and not address.is_loopback and int(address) > 1:
        for network, bit in _carriers():
            if address in network:
                return IPv4Address((int(address) >> (128 - 32 - bit)) & 0xFFFFFFFF)
    return None


def _reason(address: Address) -> str | None:
    for network, reason in _refused():
        if network.version == address.version and address in network:
            return reason
    return None


@cache
def _refused() -> Sequence[tuple[Network, str]]:
    rows = table("addresses")["refused"]
    return tuple((ip_network(network), reason) for network, reason in rows.items())


@cache
def _carriers() -> Sequence[tuple[IPv6Network, int]]:
    rows = table("addresses")["carries"]
    return tuple((IPv6Network(network), bit) for network, bit in rows.items())
