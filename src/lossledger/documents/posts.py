"""JSON Lines of posts: one object a line, with ``html`` or ``text`` and what is known about it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from lossledger.errors import BadInput

_FIX = 'one JSON object a line, with "html" or "text"'


@dataclass(frozen=True, slots=True)
class Post:
    """One record: its text, whether it is HTML, and its own metadata. ``where`` is path:line."""

    where: str
    content: bytes
    media_type: str | None
    channel: str | None
    title: str | None
    published_at: datetime | None
    report_date: date | None


def are_posts(content: bytes) -> bool:
    """Whether the first line that is not empty is a JSON object, or begins like one."""
    line = _first_line(content)
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return line.startswith(b'{"')


def posts(content: bytes, path: str) -> Iterator[Post]:
    """The records of a file; ``BadInput`` names the line that breaks the form."""
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            yield _post(line, f"{path}:{number}")


def moment(text: str) -> datetime | None:
    """A date-time as metadata writes it (ISO 8601 or RFC 5322); UTC where no zone is given."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        try:
            found = parsedate_to_datetime(text.strip())
        except (ValueError, IndexError, TypeError, OverflowError):
            return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def day(text: str) -> date | None:
    """A pure ISO day, or ``None``."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _post(line: bytes, where: str) -> Post:
    row = _object(line, where)
    html, text = _words(row, "html", where), _words(row, "text", where)
    body = html if html is not None else text
    if body is None:
        raise BadInput(where, 'the record has neither "html" nor "text"', _FIX)
    given = _words(row, "date", where)
    report_date = day(given) if given else None
    stamp = _words(row, "published_at", where) or (given if report_date is None else None)
    published_at = moment(stamp) if stamp else None
    if stamp and published_at is None:
        raise BadInput(where, f"{stamp!r} is not a date", "write it as 2024-02-22 or with a time")
    try:
        content = body.encode()
    except UnicodeEncodeError as error:
        what = f"character {error.start} of the text is half of a surrogate pair"
        raise BadInput(where, what, "write the text as UTF-8") from error
    return Post(
        where=where,
        content=content,
        media_type="text/html" if html is not None else None,
        channel=_words(row, "channel", where),
        title=_words(row, "title", where),
        published_at=published_at,
        report_date=report_date,
    )


def _object(line: bytes, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except UnicodeDecodeError as error:
        what = f"the line is not valid UTF-8: its byte {error.start} cannot be decoded"
        raise BadInput(where, what, "save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        what = f"the line is not valid JSON: {_reason(error)}"
        raise BadInput(where, what, _FIX) from error
    if not isinstance(row, dict):
        raise BadInput(where, "the line is not a JSON object", _FIX)
    return row


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos}"
    return "nested too deep" if isinstance(error, RecursionError) else "a number is too long"


def _words(row: dict[str, Any], key: str, where: str) -> str | None:
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value
    raise BadInput(where, f'"{key}" is not a string', f'put the value of "{key}" in quotes')


def _first_line(content: bytes) -> bytes:
    stripped = content[:65_536].removeprefix(b"\xef\xbb\xbf").lstrip()
    start = content.find(stripped[:1]) if stripped else 0
    end = content.find(b"\n", start)
    return content[start : end if end >= 0 else len(content)].strip()
