"""Templates filled with words: labels and links of a page in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, select_autoescape
from jinja2.bccache import Bucket
from markupsafe import Markup
from starlette.responses import Response

from lossledger import __version__
from lossledger.checked import source_words
from lossledger.vocabulary import interface, interface_languages
from lossledger.vocabulary.spoken import Words


@dataclass(frozen=True, slots=True)
class Lang:
    """The language of a page; ``asked`` says that the address named it, so that links do too."""

    code: str
    asked: bool = False

    def url(self, path: str) -> str:
        """A path on this site that keeps the language which was asked for."""
        if not self.asked:
            return path
        page, mark, anchor = path.partition("#")
        return f"{page}{'&' if '?' in page else '?'}lang={self.code}{mark}{anchor}"


def language_asked(headers: Mapping[bytes, bytes]) -> str:
    """The first language of the browser that the pages are written in, else English."""
    for part in headers.get(b"accept-language", b"").decode("latin-1").split(","):
        code = part.partition(";")[0].strip()[:2].lower()
        if code in interface_languages():
            return code
    return "en"


class _Compiled(BytecodeCache):
    """Templates compiled once for all languages of this process."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template that another language's pages were made from."""
        if bucket.key in self._held:
            bucket.bytecode_from_string(self._held[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template for the other languages."""
        self._held[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


@cache
def _templates(language: str) -> Environment:
    """The templates with filters that write numbers, days and quantities in a language."""
    w = Words(language)
    found = Environment(
        loader=PackageLoader("lossledger.web"),
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    found.filters["sentence"] = lambda words: words[:1].upper() + words[1:]
    found.filters["number"] = lambda n: "–" if n is None else w.number(n)
    found.filters["signed"] = lambda n: "–" if n is None else _signed(n, w)
    found.filters["mean"] = lambda n: "–" if n is None else w.number(float(n), 1)
    found.filters["day"] = w.day
    found.filters["quantity"] = w.quantity
    found.globals.update(day_html=lambda day: _day_html(day, w), spark=spark)
    return found


def _signed(value: int, w: Words) -> str:
    """A change with its sign; a true minus, and nothing before a zero."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{w.number(abs(value))}"


def _day_html(day: date | None, w: Words) -> Markup:
    """A day as an element that machines read, in words of the language."""
    if day is None:
        return Markup("–")
    moment = f" {day:%H:%M}" if isinstance(day, datetime) else ""
    element = Markup('<time datetime="{}">{}{}</time>')
    return element.format(day.isoformat(), w.day(day), moment)


SPARK = (120, 26)
"""Width and height of a line of small bars."""


def spark(values: Sequence[int | None]) -> Markup:
    """The last values as small bars without words: an ornament beside the numbers."""
    width, height = SPARK
    highest = max((value or 0 for value in values), default=0)
    if highest <= 0:
        return Markup("")
    step = width / len(values)
    bars = "".join(
        f'<rect x="{k * step:.1f}" y="{height - tall:.1f}" width="{step * 0.7:.1f}" '
        f'height="{tall:.1f}"/>'
        for k, value in enumerate(values)
        if value and (tall := max(1.0, value / highest * height)) > 0
    )
    return Markup(
        f'<svg class="spark" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'aria-hidden="true">{bars}</svg>'
    )


def filled(name: str, lang: Lang, *, asked: str = "", **values: Any) -> Response:
    """A page from its template; ``asked`` is the query that other languages of it keep."""
    words, spoken = interface(lang.code), Words(lang.code)
    others = [
        (code, interface(code)["name"], f"?{asked}&lang={code}" if asked else f"?lang={code}")
        for code in interface_languages()
        if code != lang.code
    ]
    page = (
        _templates(lang.code)
        .get_template(f"{name}.html")
        .render(
            t=words,
            w=spoken,
            lang=lang.code,
            url=lang.url,
            word=lambda kind, code: words.get(f"{kind}.{code}", code.replace("_", " ")),
            label=spoken.label,
            source_words=lambda one: source_words(one, lang.code),
            other_languages=others,
            version=__version__,
            **values,
        )
    )
    return Response(page, media_type="text/html; charset=utf-8")
