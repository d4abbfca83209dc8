"""Datasets to be audited, whatever their form, and the claimant's reports to set them against.

The rooms ``documents`` (bytes and git), ``extract`` (posts are read), ``sources`` (what the
columns mean) and ``audit`` are joined here for the front doors. Moments come in.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from lossledger import vocabulary
from lossledger.audit import (
    Correction,
    CsvForm,
    Layout,
    Posted,
    Posts,
    Records,
    Sheet,
    claim_lines,
    layout_of,
    read_csv,
    sheets_of_claims,
)
from lossledger.documents import open_documents
from lossledger.documents.history import Committed
from lossledger.errors import BadInput
from lossledger.extract import read
from lossledger.model import Figure, Json
from lossledger.series import daily_series
from lossledger.sources import LARGEST_FILE, correction, folders

PATIENCE = 20
"""So many versions of a history may come before the first that shows its form."""
BOM = b"\xef\xbb\xbf"
Figures = Callable[[str, str | None, str], Iterable[Figure]]
"""Metric, party and claimant -> what the ledger holds of them."""


def sheets_in(
    path: str,
    *,
    source: str | None = None,
    form: CsvForm | None = None,
    stdin: bytes = b"",
    now: datetime,
) -> list[Sheet]:
    """The datasets in a file: one, or for claims and posts one for each claimant.

    ``source`` names the folder whose columns the file has; without it the folder that knows its
    columns is taken. ``form`` reads it as CSV. ``stdin`` is read where the path is ``-``.
    Raises ``BadInput`` for what is no dataset.
    """
    content = stdin if path == "-" else content_of(path)
    name = "standard input" if path == "-" else path
    if form is not None:
        return [read_csv(content, name, form)]
    if content.removeprefix(BOM).lstrip()[:1] == b"{" and source is None:
        return sheets_of_claims(_claims(content, path, name, now), name)
    return [records_of(name, content, source).read(content)]


def content_of(path: str) -> bytes:
    """The bytes of a file of a size that a dataset can have; else ``BadInput``."""
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise BadInput(path, error.strerror or str(error)) from error
    if len(content) > LARGEST_FILE:
        raise BadInput(path, f"has {len(content):,} bytes; a dataset has at most {LARGEST_FILE:,}")
    return content


def records_of(path: str, content: bytes, source: str | None) -> Records:
    """A reader for a JSON list of records, with the columns of ``source`` or of who knows them."""
    if source is not None:
        return Records(path, layout_of(source))
    return Records(path, _fitting(path, content))


def history(
    committed: Iterable[Committed], path: str, source: str | None, form: CsvForm | None
) -> tuple[Layout, Callable[[bytes], Sheet], Iterator[Committed]]:
    """How a file's versions are read, and the versions, none of which is held longer than needed.

    The first version that shows the file's form decides it.
    """
    versions = iter(committed)
    if form is not None:
        return form.layout, lambda content: read_csv(content, path, form), versions
    seen: list[Committed] = []
    for version in versions:
        seen.append(version)
        if version.content is None:
            continue
        try:
            records = records_of(path, version.content, source)
        except BadInput:
            if len(seen) > PATIENCE:
                raise
            continue
        return records.layout, records.read, chain(seen, versions)
    raise BadInput(path, "no version of it is a dataset of a known source", _HOW)


def _fitting(path: str, content: bytes) -> Layout:
    """The layout whose columns the file has most of; a broken file gets the first one's."""
    layouts = [layout_of(held.id) for held in folders().values() if held.dataset]
    try:
        raw = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        named = [k for k in layouts if any(f'"{c}"'.encode() in content for c in k.columns)]
        if content.lstrip()[:1] in (b"[", b"") and (named or layouts):
            return (named or layouts)[0]
        raise BadInput(path, "is no JSON list of records", _HOW) from None
    first = raw[0] if isinstance(raw, list) and raw and isinstance(raw[0], dict) else {}
    best = max(layouts, key=lambda k: len(set(first) & {k.dated, *k.columns}))
    if not set(first) & set(best.columns):
        raise BadInput(path, "has the columns of no known source", _HOW)
    return best


_HOW = "give --source ID for a source's own form, or --mapping FILE for a CSV"


def _claims(content: bytes, path: str, name: str, now: datetime) -> Iterator[Json]:
    """The claims in JSON Lines: as they stand, or read from posts."""
    line = content.decode("utf-8-sig", errors="replace").lstrip().partition("\n")[0]
    try:
        first = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{name}:1", "the line is not valid JSON") from error
    if "html" in first or ("text" in first and "metric" not in first):
        for document in open_documents(path, stdin=content, retrieved_at=now):
            yield from (claim.as_json() for claim in read(document).claims)
    else:
        yield from claim_lines(content, name)


def posts_of(figures: Figures, claimant: str, layout: Layout) -> Posts:
    """The claimant's reports of the metrics of a dataset, from its own posts.

    Figures that only a mirror or another outlet passed on are left out: a mirror does not
    confirm a mirror.
    """
    own = _readable(figures, claimant, layout, _own)
    return _posts(own, claimant, layout)


def baselines_of(figures: Figures, claimant: str, layout: Layout) -> Posts:
    """The claimant's reports from whoever passed them on: the days before those of a dataset."""
    return _posts(_readable(figures, claimant, layout, lambda _f, _c: True), claimant, layout)


def _readable(
    figures: Figures, claimant: str, layout: Layout, wanted: Callable[[Figure, str], bool]
) -> dict[str, list[Figure]]:
    metrics = {column.metric for column in layout.columns.values()}
    merged = {code for code, m in vocabulary.metrics().items() if m.merged_into in metrics}
    party = layout.party
    return {
        metric: [f for f in figures(metric, party, claimant) if wanted(f, claimant)]
        for metric in sorted(metrics | merged)
    }


def _own(figure: Figure, claimant: str) -> bool:
    """Whether a figure comes from the claimant's own post, or a page of its side."""
    if figure.via in (None, claimant):
        return True
    known = vocabulary.sources()
    via, source = known.get(figure.via or ""), known.get(claimant)
    official = via is not None and via.kind == "official"
    return bool(official and source and via and via.party == source.party)


def _posts(held: dict[str, list[Figure]], claimant: str, layout: Layout) -> Posts:
    found: dict[tuple[str, tuple[str, ...] | None, date], Posted] = {}
    scopes: dict[str, set[tuple[str, ...] | None]] = {}
    for column in layout.columns.values():
        scopes.setdefault(column.metric, set()).add(column.scope)
    for metric, figures in held.items():
        parties = {f.party for f in figures if f.party} if not layout.party else set()
        party = layout.party or (parties.pop() if len(parties) == 1 else None)
        for scope in scopes.get(metric, {None}):
            if party is None:
                continue
            series = daily_series(
                figures, metric=metric, party=party, claimant=claimant, scope=scope
            )
            for report in series.reports:
                if report.bound is None:
                    posted = Posted(report.value, report.stated_increment)
                    found[metric, scope, report.date] = posted
    return found


def corrections_of(claimant: str | None) -> Correction:
    """The known mistakes of a claimant as the audit asks for them."""

    def known(metric: str, day: date, published: int) -> tuple[int | None, str] | None:
        entry = correction(claimant, metric, day, published) if claimant else None
        return (entry.meant, entry.reason) if entry else None

    return known
