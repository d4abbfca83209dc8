"""What the front doors ask for: the rooms joined, so that command line and pages answer alike.

Reads, checks and briefs go through here. Nothing is printed, no clock is asked: moments come in
as arguments.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from itertools import groupby, pairwise

from lossledger import vocabulary
from lossledger.brief import series_of_claimant
from lossledger.changes import Difference, Version, difference
from lossledger.checked import CheckedStory
from lossledger.checks import Descent, Known, check, date_of_story
from lossledger.compare import Line, sheet
from lossledger.desk.descent import by_figures, edges_of
from lossledger.documents import (
    MAX_BYTES,
    Fetched,
    fetch,
    open_answer,
    open_with_evidence,
    require_figures,
    require_language,
)
from lossledger.errors import NotFound
from lossledger.ledger.answers import SUPERSEDING, Coverage
from lossledger.ledger.book import Ledger
from lossledger.lineage import Ancestry, Edge, edges
from lossledger.model import Claim, Document, Figure, Json, Reading
from lossledger.period import DAY, KYIV, kyiv_day
from lossledger.provenance import prov_json
from lossledger.series import (
    CONVENTIONS,
    PeriodLoss,
    Report,
    Series,
    Trace,
    all_series,
    daily_series,
    loss,
    merged,
    month_loss,
    trace,
    week_loss,
)
from lossledger.sources import correction, definition, following

EMPTY_LEDGER = "import a series first: lossledger pull daily-mirror"


def end_of_day(day: date) -> datetime:
    """The last second of a day in Kyiv: whatever was out on that day counts as known."""
    return datetime.combine(day, time(23, 59, 59), KYIV)


def open_texts(
    path: str,
    *,
    now: datetime,
    stdin: bytes | None = None,
    published: datetime | None = None,
    report_date: date | None = None,
    allow_local: bool = False,
    timeout: float = 30.0,
    on_skip: Callable[[str], None] = lambda words: None,
    keep_whole: bool = False,
    get: Callable[[str], Fetched] | None = None,
) -> list[tuple[Document, Json | None]]:
    """The texts of a file, of standard input (``-``) or of an address, with how they were got.

    An address is fetched once, within limits of size and time, or by ``get``. A text in an
    e-mail, an export of chats or an archive comes with where it was in it; ``on_skip`` is told
    the parts that cannot be read. A text from elsewhere has ``None``. ``keep_whole`` adds a whole
    answer that holds several texts, for evidence. Raises ``BadInput`` or ``FetchFailed``.
    """
    if not is_address(path):
        return open_with_evidence(
            path,
            stdin=stdin,
            retrieved_at=now,
            published_at=published,
            report_date=report_date,
            on_skip=on_skip,
            keep_whole=keep_whole,
        )
    answer = (
        get(path)
        if get is not None
        else fetch(
            path, retrieved_at=now, max_bytes=MAX_BYTES, timeout=timeout, allow_local=allow_local
        )
    )
    held = open_answer(
        answer,
        published_at=published,
        report_date=report_date,
        on_skip=on_skip,
        keep_whole=keep_whole,
    )
    return list(held)


def is_address(path: str) -> bool:
    """Whether a path is an address to be fetched."""
    return path.lower().startswith(("https://", "http://"))


def read_document(
    document: Document, *, source: str | None = None, one_of_many: bool = False
) -> Reading:
    """The reading of a text; ``BadInput`` when it has no figure or no language that is read.

    ``one_of_many`` is for a post in a file of posts: one without a figure is read as such.
    """
    if not one_of_many:
        require_figures(document)
    require_language(document)
    return _read(document, source)


def _read(document: Document, source: str | None) -> Reading:
    """The reader is loaded with the first text: most questions to a ledger need none."""
    from lossledger.extract import read

    return read(document, source=source)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A ledger with the series that were asked of it, so that the next story costs less.

    A shelf knows what the ledger held when the series was first asked for; take a new one
    after an append.
    """

    ledger: Ledger
    _figures: dict[tuple[str, str], tuple[Figure, ...]] = field(default_factory=dict, repr=False)
    _series: dict[tuple[str, str, date | None], tuple[Series, ...]] = field(
        default_factory=dict, repr=False
    )
    _about: dict[tuple[str, str], tuple[datetime | None, frozenset[str]]] = field(
        default_factory=dict, repr=False
    )
    _edges: dict[tuple[str, str, str], tuple[Edge, ...]] = field(default_factory=dict, repr=False)

    def known(self, moment: datetime | None, without: str) -> Known:
        """The series to judge by: of reports dated up to a moment, each with the value that the
        ledger held for it then, or learned later if it held none. ``None`` is all of them.

        The figures of the document ``without`` are left out: a text does not confirm itself.
        """
        return Known(lambda metric, party: self._give(metric, party, moment, without))

    def descent(self, source: str, metric: str, party: str, day: date) -> Descent | None:
        """Whose figures a source's own on a day follow: by its table, else by the lineage of its
        figures in the ledger, of which a point that does not fit is its own."""
        told = following(source, metric, party, day)
        known = vocabulary.sources().get(source)
        if told is not None or known is None or known.party is not None:
            return told
        key = (source, metric, party)
        if key not in self._edges:
            self._edges[key] = edges_of(self.ledger, *key)
        return by_figures(self._edges[key], day)

    def _give(
        self, metric: str, party: str, moment: datetime | None, without: str
    ) -> tuple[Series, ...]:
        figures = self._all(metric, party)
        day = kyiv_day(moment) if moment is not None else None
        first, documents = self._about[metric, party]
        held_then = moment is not None and first is not None and first <= moment
        if held_then or without in documents:
            chosen = self._as_known(metric, party, moment) if moment else figures
            return _of_party(f for f in chosen if f.document != without)
        key = (metric, party, day)
        if key not in self._series:
            whole = self._series.get((metric, party, None))
            if whole is None:
                whole = self._series[metric, party, None] = _of_party(figures)
            self._series[key] = whole if day is None else _up_to(whole, day)
        return self._series[key]

    def _all(self, metric: str, party: str) -> tuple[Figure, ...]:
        key = (metric, party)
        if key not in self._figures:
            figures = tuple(self.ledger.figures(metric, party))
            self._figures[key] = figures
            first = min((f.recorded_at for f in figures), default=None)
            self._about[key] = (first, frozenset(f.document for f in figures))
        return self._figures[key]

    def _as_known(self, metric: str, party: str, moment: datetime) -> Iterator[Figure]:
        """Each cell as the ledger had it at a moment; cells it learned of later as they are."""
        then = self.ledger.figures(metric, party, as_of=moment)
        cells = {_cell(figure) for figure in then}
        later = (f for f in self._all(metric, party) if _cell(f) not in cells)
        day = kyiv_day(moment)
        for figure in (*then, *later):
            if figure.report_date is None or figure.report_date <= day:
                yield figure


def _of_party(figures: Iterable[Figure]) -> tuple[Series, ...]:
    return tuple(all_series(figures))


def _up_to(whole: Iterable[Series], day: date) -> tuple[Series, ...]:
    """The series cut after a day's reports."""
    cut = (
        replace(
            one,
            reports=one.between(None, day),
            unattached=tuple(
                f for f in one.unattached if not f.report_date or f.report_date <= day
            ),
        )
        for one in whole
    )
    return tuple(one for one in cut if one.reports or one.unattached)


def _cell(figure: Figure) -> tuple[object, ...]:
    """What a figure is the value of: two figures of one cell are versions of each other."""
    return (figure.claimant, figure.via, figure.scope, figure.kind, figure.report_date)


def check_story(
    shelf: Shelf,
    document: Document,
    *,
    now: datetime,
    as_of: datetime | None = None,
    source: str | None = None,
) -> CheckedStory:
    """Every claim of a story judged by what was known on the story's day, or at ``as_of``.

    Reports dated up to the story's day count, each with the value that the ledger held for it
    on that day; a report that the ledger learned of only later counts with the value it has
    now. A story without a date gets the day that most of its figures belong to, marked as
    guessed. With ``as_of`` nothing counts that the ledger learned of after that moment, unless
    it knew nothing at all by then. The story's own claims never confirm themselves. Raises
    ``BadInput`` for what cannot be read and ``NotFound`` for a ledger without a figure.
    """
    if as_of is not None and shelf.ledger.head(as_of=as_of) is not None:
        shelf = Shelf(shelf.ledger.then(as_of))
    if not shelf.ledger.metrics():
        what = "there is no figure in the ledger to check by"
        raise NotFound(shelf.ledger.where, what, EMPTY_LEDGER)
    reading = read_document(document, source=source)
    day, day_from = _day_of(reading)
    if day is None:
        day = date_of_story(reading, shelf.known(None, document.id))
        day_from = "guessed" if day is not None else None
    if day is not None and document.report_date is None and document.published_at is None:
        # read again: "on February 15" and "a week earlier" have their days only from this one
        dated = replace(document, published_at=end_of_day(day), published_from=day_from)
        reading = _read(dated, source)
    moment = as_of or (end_of_day(day) if day is not None else now)
    known = shelf.known(moment, document.id)
    findings = check(
        reading,
        known,
        definitions=definition,
        descents=shelf.descent,
        corrections=correction,
    )
    return CheckedStory(reading, findings, moment, day, day_from)


def _day_of(reading: Reading) -> tuple[date | None, str | None]:
    """The day of a story: given, from its metadata, or the report's own that it carries."""
    document = reading.document
    if document.report_date is not None:
        return document.report_date, "given"
    if document.published_at is not None:
        return kyiv_day(document.published_at), document.published_from
    dates = Counter(claim.report_date for claim in reading.claims if claim.report_date)
    most = dates.most_common(1)
    return (most[0][0], "text") if most else (None, None)


def series_for(
    ledger: Ledger,
    metric: str,
    *,
    party: str | None = None,
    claimant: str | None = None,
    via: str | None = None,
    scope: tuple[str, ...] | None = None,
    as_of: datetime | None = None,
) -> Series:
    """The daily series of a metric; the party and claimant with most reports where not given.

    Raises ``NotFound`` naming what the ledger holds when there is no such series.
    """
    require_metric(metric)
    figures = ledger.figures(metric, party, claimant, as_of=as_of)
    if party is None or claimant is None:
        found = [s for s in all_series(figures, via=via) if s.scope == scope]
        if not found:
            raise _no_series(ledger, metric, as_of)
        best = max(found, key=len)
        party, claimant = best.party, best.claimant
    series = daily_series(
        figures, metric=metric, party=party, claimant=claimant, via=via, scope=scope
    )
    if not len(series) and not series.unattached:
        raise _no_series(ledger, metric, as_of)
    return _with_merged_parts(ledger, series, via, as_of)


def _with_merged_parts(
    ledger: Ledger, series: Series, via: str | None, as_of: datetime | None
) -> Series:
    """A category with those added that its source reported apart until it merged them."""
    for code, metric in vocabulary.metrics().items():
        if metric.merged_into == series.metric:
            figures = ledger.figures(code, series.party, series.claimant, as_of=as_of)
            part = daily_series(
                figures,
                metric=code,
                party=series.party,
                claimant=series.claimant,
                via=via,
                scope=series.scope,
            )
            series = merged(series, part)
    return series


def losses_of(
    series: Series,
    *,
    month: date | None = None,
    until: date | None = None,
    week: date | None = None,
    start: date | None = None,
    end: date | None = None,
) -> tuple[tuple[PeriodLoss, ...], tuple[NotFound, ...]]:
    """The loss of a month, a week or a span of days by both conventions, and what is missing.

    Raises the first ``NotFound`` when neither convention has its reports.
    """
    found: list[PeriodLoss] = []
    missing: list[NotFound] = []
    for convention in CONVENTIONS:
        try:
            if month is not None:
                found.append(month_loss(series, month, convention, until=until))
            elif week is not None:
                found.append(week_loss(series, week, convention))
            elif start is not None and end is not None:
                found.append(loss(series, start, end, convention))
        except NotFound as error:
            missing.append(error)
    if missing and not found:
        raise missing[0]
    return tuple(found), tuple(missing)


def trace_of(
    ledger: Ledger,
    value: int,
    *,
    metric: str | None = None,
    party: str | None = None,
    claimant: str | None = None,
    as_of: datetime | None = None,
    within_days: int = 366,
    limit: int = 20,
) -> tuple[Trace, tuple[Claim, ...]]:
    """Where a figure comes from, and the claims of it that stand in no series."""
    if metric is not None:
        require_metric(metric)
    series: list[Series] = []
    for one in [metric] if metric else ledger.metrics(as_of=as_of):
        series += all_series(ledger.figures(one, party, claimant, as_of=as_of))
    found = trace(series, value, within_days=within_days, limit=limit)
    held = {one.claim for one in (*found.reports, *found.increments)}
    claims = ledger.claims(value=value, metric=metric, party=party, claimant=claimant, as_of=as_of)
    return found, tuple(claim for claim in claims if claim.id not in held)


def sheet_of(
    ledger: Ledger,
    metric: str,
    *,
    on: date | None = None,
    every: bool = False,
    as_of: datetime | None = None,
) -> tuple[Line, ...]:
    """What everyone says of one metric on one sheet; see ``compare.sheet``."""
    require_metric(metric)
    claims = ledger.claims(metric=metric, as_of=as_of)
    ancestry = Ancestry(edges(claims))
    return sheet(claims, ancestry=ancestry, definitions=definition, on=on, every=every)


def lineage_of(
    ledger: Ledger,
    *,
    metric: str | None = None,
    party: str | None = None,
    stated: bool = True,
    as_of: datetime | None = None,
) -> tuple[Edge, ...]:
    """Which figures follow which; ``stated`` adds who only relays whom, as stated."""
    claims = ledger.claims(metric=metric, party=party, as_of=as_of)
    return tuple(edge for edge in edges(claims) if stated or edge.by != "stated")


def require_metric(metric: str) -> None:
    """Raise ``NotFound`` with the nearest codes for a metric that no table has."""
    known = vocabulary.metrics()
    if metric not in known:
        from difflib import get_close_matches

        near = get_close_matches(metric, known, n=3, cutoff=0.5)
        offer = f"did you mean {', '.join(near)}?" if near else f"known: {', '.join(known)}"
        raise NotFound(f"metric {metric}", "no metric has this code", offer)


def _no_series(ledger: Ledger, metric: str, as_of: datetime | None) -> NotFound:
    held = sorted({row.metric for row in ledger.coverage(as_of=as_of) if row.first})
    offer = f"it holds: {', '.join(held)}" if held else EMPTY_LEDGER
    return NotFound(ledger.where, f"no daily series of {metric} in the ledger", offer)


def reported_series(
    ledger: Ledger,
    *,
    claimant: str | None = None,
    party: str | None = None,
    as_of: datetime | None = None,
    last_days: int | None = None,
    until: date | None = None,
    coverage: Sequence[Coverage] | None = None,
) -> Mapping[str, Series]:
    """The daily series of one claimant on one party by metric, in the order of the table.

    Claimant and party are those with most figures where they are not given. With ``last_days``
    only the reports of so many days up to the last one, or up to ``until``, are in them, which
    costs much less; so does ``coverage``, for whoever has asked the ledger for it at this
    moment already.
    Raises ``NotFound`` when the ledger holds no report.
    """
    held = list(ledger.coverage(as_of=as_of) if coverage is None else coverage)
    claimant, party = _main_reporter(held, claimant, party)
    held = [row for row in held if (row.claimant, row.party) == (claimant, party)]
    last = until or max((row.last for row in held if row.last), default=None)
    since = last - last_days * DAY if last_days is not None and last is not None else None
    series: list[Series] = []
    for metric in sorted({row.metric for row in held if row.first}):
        figures = ledger.figures(metric, party, claimant, as_of=as_of, since=since, until=until)
        series += all_series(figures)
    chosen = series_of_claimant(series, claimant, party)
    if not any(len(s) for s in chosen.values()):
        raise NotFound(ledger.where, f"no report of {claimant} in the ledger", EMPTY_LEDGER)
    return {metric: s for metric, s in chosen.items() if len(s)}


def reports_of_day(
    series: Mapping[str, Series], day: date | None = None
) -> tuple[date, tuple[tuple[Series, Report], ...]]:
    """Every report of a day (the last one where none is given), each with its series."""
    chosen = day or max(one.days[-1] for one in series.values())
    found = tuple((one, r) for one in series.values() if (r := one.at(chosen)) is not None)
    if not found:
        near = [r.date for one in series.values() for r in one.nearest(chosen) if r]
        words = ", ".join(d.isoformat() for d in sorted(set(near), key=lambda d: abs(d - chosen)))
        raise NotFound(f"reports of {chosen}", "the ledger holds none", f"nearest: {words[:22]}")
    return chosen, found


def provenance(ledger: Ledger, claim: Claim) -> Json:
    """Where a claim comes from, as PROV-JSON."""
    moment = ledger.recorded([claim.id])[claim.id]
    document = ledger.document(claim.document)
    return prov_json(claim, document, ledger.fetches(claim.document), moment)


def _main_reporter(
    rows: Iterable[Coverage], claimant: str | None, party: str | None
) -> tuple[str, str]:
    """The claimant and party with most dated figures among those that fit."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        fits = claimant in (None, row.claimant) and party in (None, row.party)
        if fits and row.claimant and row.party and row.first:
            counts[row.claimant, row.party] += row.claims
    if not counts:
        who = f" of {claimant}" if claimant else ""
        raise NotFound("reports", f"the ledger holds no reports{who}", EMPTY_LEDGER)
    return counts.most_common(1)[0][0]


_DATASETS = ("application/json", "text/csv")
"""Types of datasets, of which no page is one."""


def changes_of(
    ledger: Ledger, address: str, *, as_of: datetime | None = None
) -> tuple[int, tuple[Difference, ...]]:
    """How many versions of a page or post are held, and each against the one before it.

    A text is a version of ``address`` when it was got from there, was redirected from there, or
    has it as its own address in a feed. One that comes back is a version again. Raises
    ``NotFound`` when there is none.
    """
    moments: dict[str, list[datetime]] = defaultdict(list)
    inside: str | None = None
    for key, how, moment in ledger.fetch_records():
        if as_of is None or moment <= as_of:
            if address in _addresses(how):
                moments[key].append(moment)
            if how.get("feed") == address and how.get("link"):
                inside = str(how["link"])
    texts = (h for h in ledger.documents(as_of=as_of) if h.characters)  # no whole answers
    held = {h.id: h for h in texts if h.origin == address or h.id in moments}
    if not held and inside is not None:
        what = "is a list of texts, each of which has its own versions"
        raise NotFound(address, what, f"give the address of one of them, such as {inside}")
    if not held:
        what = "no text in the ledger was got from there"
        raise NotFound(address, what, f"read it first: lossledger read {address}")
    got = sorted((m, key) for key, h in held.items() for m in {h.recorded_at, *moments[key]})
    times = [next(same) for _, same in groupby(got, key=lambda one: one[1])]
    if all(held[key].media_type in _DATASETS for _, key in times):
        versions = _of_dataset(ledger, times, as_of)
    else:
        versions = [
            Version(key, moment, tuple(ledger.claims(document=key, as_of=as_of)))
            for moment, key in times
        ]
    return len(versions), tuple(difference(a, b) for a, b in pairwise(versions))


def _of_dataset(
    ledger: Ledger, times: Sequence[tuple[datetime, str]], as_of: datetime | None
) -> list[Version]:
    """The versions of a dataset, each with all that it said: a version is kept by its changes."""
    said = {key: ledger.claims(document=key, as_of=as_of) for key in dict(times[::-1]).values()}
    marks = ledger.marks(as_of=as_of)
    versions = []
    for number, (moment, key) in enumerate(times):
        out = dict[str, bool]()
        for mark in marks:
            known = mark.recorded_at is not None and mark.recorded_at <= moment
            if known and mark.kind in (*SUPERSEDING, "reinstated"):
                out[mark.claim] = mark.kind != "reinstated"
        kept = dict.fromkeys(one for _, one in times[: number + 1])
        claims = (c for one in kept for c in said[one] if not out.get(c.id, False))
        versions.append(Version(key, moment, tuple(claims)))
    return versions


def _addresses(how: Json) -> tuple[object, ...]:
    """The addresses that a fetched text had; of an entry of a feed only its own."""
    own = (how.get("link"), how.get("final_url"), *(how.get("redirects") or ()))
    if "feed" not in how or how.get("entry") == how["feed"] or "feed_headers" in how:
        return (*own, how.get("url"))
    return (how.get("link"),)
