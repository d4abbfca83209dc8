"""Names of sources as datasets write them, looked up among the names of all languages."""

from functools import cache

from lossledger.vocabulary import sources
from lossledger.vocabulary.lexicon import languages, lexicon


@cache
def source_named(name: str) -> str | None:
    """The id of the source that a name stands for as a whole, or ``None``.

    The name is an id, the name of a source's table, or one of the names of a language table.
    """
    words = name.split()
    folded = [word.lower() for word in words]
    for source in sources().values():
        if name.strip().lower() in (source.id, source.name.lower()):
            return source.id
    for language in languages():
        matches = lexicon(language).tag(words, folded) if words else [None]
        for match in matches[0] or ():
            if match.kind == "source" and match.end == len(words):
                return str(match.meaning)
    return None
