"""A webhook: one POST over HTTPS, within the limits and to the addresses of ``fetch``."""

from collections.abc import Callable
from time import monotonic

from lossledger.documents.fetch import AGENT
from lossledger.errors import FetchFailed


def post(
    url: str,
    body: bytes,
    *,
    media_type: str = "application/json",
    timeout: float = 15.0,
    allow_local: bool = False,
    stopwatch: Callable[[], float] = monotonic,
) -> int:
    """Send ``body`` and give the status; ``FetchFailed`` unless it is of the 200s.

    Redirects are not followed: what is told goes to the address that was named.
    """
    import httpx

    from lossledger.documents.wire import Wire

    scheme = url.partition(":")[0].lower()
    if scheme != "https" and not (allow_local and scheme == "http"):
        raise FetchFailed(url, "not an HTTPS address", "write it as https://…")
    wire = Wire(stopwatch() + timeout, stopwatch, allow_local=allow_local)
    headers = {"User-Agent": AGENT, "Content-Type": media_type}
    with httpx.Client(transport=wire, headers=headers, trust_env=False) as client:
        try:
            with client.stream("POST", url, content=body) as answer:
                status = answer.status_code
        except (httpx.InvalidURL, ValueError) as error:  # names that no rule can encode too
            what = f"not an address: {' '.join(str(error).split())}"
            raise FetchFailed(url, what, "write it as https://…") from error
        except httpx.TimeoutException as error:
            what = f"no answer within {timeout:g} seconds"
            raise FetchFailed(url, what, "try again later", passing=True) from error
        except httpx.HTTPError as error:
            what = f"the connection failed: {' '.join(str(error).split())}"
            raise FetchFailed(url, what, "check the address and the network") from error
    if not 200 <= status < 300:
        passing = status == 429 or status >= 500
        raise FetchFailed(url, f"answered {status}", "check it", status=status, passing=passing)
    return status
