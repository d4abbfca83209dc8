"""What can go wrong, said in one line: where, what, and what to do about it.

LossledgerError
├── BadInput       a file, page or dataset that cannot be used
├── BadTable       a vocabulary or source table that breaks its own rules
├── FetchFailed    an address that could not be fetched
├── LedgerError    the ledger cannot be opened, read or written
└── NotFound       nothing in the ledger answers the question
"""


class LossledgerError(Exception):
    """The root of every error this package raises on purpose.

    ``where`` names the file, line, record or field; ``what`` says what is wrong with it;
    ``fix`` says what the user can do. ``str()`` gives the three on one line.
    """

    def __init__(self, where: str, what: str, fix: str = "") -> None:
        self.where, self.what, self.fix = where, what, fix
        super().__init__(f"{where}: {what}" + (f" ({fix})" if fix else ""))


class BadInput(LossledgerError):
    """A file, page or dataset that cannot be used; nothing of it was stored."""


class BadTable(LossledgerError):
    """A vocabulary or source table that breaks its own rules."""


class FetchFailed(LossledgerError):
    """An address that could not be fetched within its limits.

    ``status`` is the HTTP status of a refusal, ``retry_after`` its header of that name as
    received; ``None`` where there was no such answer. ``passing`` says that the same request
    may succeed a little later.
    """

    def __init__(
        self,
        where: str,
        what: str,
        fix: str = "",
        *,
        status: int | None = None,
        retry_after: str | None = None,
        passing: bool = False,
    ) -> None:
        self.status, self.retry_after, self.passing = status, retry_after, passing
        super().__init__(where, what, fix)


class LedgerError(LossledgerError):
    """The ledger cannot be opened, read or written."""


class NotFound(LossledgerError):
    """Nothing in the ledger answers the question."""
