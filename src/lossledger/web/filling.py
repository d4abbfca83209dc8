"""Templates filled with words: labels and links of a page in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, select_autoescape
from starlette.responses import Response

from lossledger import __version__
from lossledger.checked import source_words
from lossledger.vocabulary import interface, interface_languages
from lossledger.vocabulary.lexicon import languages, lexicon


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


@cache
def _templates() -> Environment:
    found = Environment(
        loader=PackageLoader("lossledger.web"),
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["sentence"] = lambda words: words[:1].upper() + words[1:]
    found.filters["number"] = lambda n: "–" if n is None else f"{n:,}"
    found.filters["signed"] = lambda n: "–" if n is None else f"{n:+,}"
    found.filters["mean"] = lambda n: "–" if n is None else f"{float(n):,.1f}"
    return found


def filled(name: str, lang: Lang, *, asked: str = "", **values: Any) -> Response:
    """A page from its template; ``asked`` is the query that other languages of it keep."""
    words = interface(lang.code)
    labels = lexicon(lang.code if lang.code in languages() else "en").labels
    others = [
        (code, interface(code)["name"], f"?{asked}&lang={code}" if asked else f"?lang={code}")
        for code in interface_languages()
        if code != lang.code
    ]
    page = (
        _templates()
        .get_template(f"{name}.html")
        .render(
            t=words,
            lang=lang.code,
            url=lang.url,
            word=lambda kind, code: words.get(f"{kind}.{code}", code.replace("_", " ")),
            label=lambda code: labels.get(code, code),
            source_words=lambda one: source_words(one) if one else words["nobody"],
            other_languages=others,
            version=__version__,
            **values,
        )
    )
    return Response(page, media_type="text/html; charset=utf-8")
