"""Rounds over feeds: what is new is read and kept, what is worth telling becomes a signal."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from lossledger import extract
from lossledger.errors import BadInput, FetchFailed
from lossledger.ledger.book import Ledger
from lossledger.ledger.outbox import Outbox
from lossledger.ledger.versions import Version
from lossledger.model import Claim, Document, Json, Reading
from lossledger.period import kyiv_day
from lossledger.replay import Revision, keep_datasets, usual_kind
from lossledger.sources import Feed, read_dataset
from lossledger.vocabulary.names import source_named
from lossledger.watching.collecting import Collected, collect
from lossledger.watching.courier import Courier, wait_for
from lossledger.watching.memory import Memory
from lossledger.watching.signals import Signal

_LONGEST_WAIT = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Looked:
    """One look at a feed: how many texts and claims are new, what was skipped, what to tell.

    ``failed`` is the reason when the feed could not be read; ``next_at`` when it is asked again.
    ``kept`` are the documents of this look with how they were got, those of listings too.
    ``reading`` is that of a dataset whose version is not the one seen last, ``known`` how many
    of its claims the ledger held already.
    """

    feed: Feed
    texts: int = 0
    claims: int = 0
    skipped: tuple[str, ...] = ()
    failed: str | None = None
    signals: tuple[Signal, ...] = ()
    next_at: datetime | None = None
    kept: tuple[tuple[Document, Json], ...] = field(default=(), repr=False)
    known: int = 0
    reading: Reading | None = field(default=None, repr=False)


@dataclass(slots=True)
class _State:
    feed: Feed
    failures: int = 0
    next_at: datetime | None = None


class Watch:
    """Feeds that are looked at in rounds. ``tool`` is kept in the record of each fetch.

    ``by`` says on whose behalf the cells of datasets are marked. ``on_progress`` is told how
    many cells of a dataset are read, then kept, and how many there are.
    Signals stand in the ``outbox`` before what they speak of is kept. What was told of a feed's
    state (silent, failing) stands there too, so that it is told once, by whatever run.
    """

    def __init__(
        self,
        ledger: Ledger,
        feeds: Iterable[Feed],
        courier: Courier,
        *,
        every: timedelta,
        tool: str,
        outbox: Outbox | None = None,
        by: str = "watch",
        on_progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self._ledger, self._courier, self._every, self._tool = ledger, courier, every, tool
        self._by, self._on_progress = by, on_progress
        self._outbox = outbox
        self._told = outbox.told() if outbox is not None else {}
        self._memory = Memory.of(ledger)
        self._states = [_State(feed) for feed in feeds]

    def round(self) -> Iterator[Looked]:
        """Look once at every feed whose time has come; one that fails does not stop the others."""
        for state in self._states:
            now = self._courier.clock()
            if state.next_at is None or now >= state.next_at:
                yield self._look(state)

    def wait(self) -> float:
        """The seconds until the next feed's time comes."""
        now = self._courier.clock()
        nexts = [state.next_at or now for state in self._states]
        return max(0.0, (min(nexts, default=now) - now).total_seconds())

    def _look(self, state: _State) -> Looked:
        feed = state.feed
        try:
            found = collect(feed, self._courier, self._memory, self._text_of)
            looked = self._keep(feed, found)
        except (FetchFailed, BadInput) as error:
            return self._failed(state, error)
        state.failures = 0
        state.next_at = self._courier.clock() + self._every
        about = (*self._stale(state), *self._moved(state, found.moved))
        self._tell(state, {"failed": None, "moved": found.moved}, about)
        signals = (*looked.signals, *about)
        skipped = tuple(found.skipped)
        return replace(looked, skipped=skipped, signals=signals, next_at=state.next_at)

    def _failed(self, state: _State, error: FetchFailed | BadInput) -> Looked:
        """The next try comes later and later, and never before the server allows it."""
        now, feed = self._courier.clock(), state.feed
        state.failures += 1
        wait = min(self._every * 2 ** min(state.failures - 1, 10), _LONGEST_WAIT)
        if isinstance(error, FetchFailed):
            wait = max(wait, timedelta(seconds=wait_for(error, now) or 0))
        state.next_at = now + wait
        kind = "failed" if isinstance(error, FetchFailed) else "layout"
        about = f"{kind} {now.isoformat()}"
        said = str(error)
        if feed.address not in said:  # a redirect led elsewhere
            said += f"; asked for {feed.address}"
        signal = Signal(kind, now, feed.source, feed.address, said, about=about)
        again = self._told.get(feed.address, {}).get("failed") == kind
        signals = (*(() if again else (signal,)), *self._stale(state))
        self._tell(state, {"failed": kind}, signals)
        return Looked(feed, failed=said, signals=signals, next_at=state.next_at)

    def _tell(
        self, state: _State, now: Mapping[str, str | None], signals: Sequence[Signal]
    ) -> None:
        """Hand over signals about a feed's state, and remember the state that was told."""
        about = self._told.setdefault(state.feed.address, {})
        stale = next((signal.about for signal in signals if signal.kind == "stale"), None)
        new = {**about, **now, **({"stale": stale} if stale else {})}
        kept = {key: value for key, value in new.items() if value is not None}
        if self._outbox is not None:
            self._outbox.put([signal.as_json() for signal in signals])
        if kept != about:
            self._told[state.feed.address] = kept
            if self._outbox is not None:
                self._outbox.remember(self._told)

    def _announce(self, signals: Sequence[Signal]) -> None:
        if self._outbox is not None:
            self._outbox.put([signal.as_json() for signal in signals])

    def _text_of(self, document: str) -> str:
        return self._ledger.document(document).text

    # -- what is kept

    def _keep(self, feed: Feed, found: Collected) -> Looked:
        now = self._courier.clock()
        if feed.kind == "dataset":
            return self._keep_dataset(feed, found, now)
        readings = [_reading(document, _speaker(feed, how)) for document, how in found.texts]
        signals = [s for r in readings for s in self._signals(feed, r, now)]
        some = [*found.texts, *found.listings]
        got = [(document, how | {"tool": self._tool}) for document, how in some]
        hows = {document.id: how for document, how in got}
        readings += (Reading(document) for document, _ in found.listings)
        self._announce(signals)
        added = self._ledger.append(readings, recorded_at=now, got=hows)
        for document, how in got:  # those of texts that were known before
            self._ledger.note_fetch(document.id, how, recorded_at=now)
            self._memory.note(document.id, how, document.published_at)
        if not found.texts:
            self._note_version(feed, found, {}, now)
        texts = len(found.texts)
        return Looked(feed, texts, added.claims, signals=tuple(signals), kept=tuple(got))

    def _keep_dataset(self, feed: Feed, found: Collected, now: datetime) -> Looked:
        """A version is kept with its record when it changes a cell; else only what it is."""
        if not found.texts:
            self._note_version(feed, found, {}, now)
            return Looked(feed)
        document, how = found.texts[0]
        how = how | {"tool": self._tool}
        advance = self._on_progress
        reading = read_dataset(document, feed.source, today=kyiv_day(now), on_progress=advance)
        total = len(reading.claims)
        revision = Revision(usual_kind(feed.source), f"version of {now.isoformat()}", self._by)
        signals = tuple(self._dataset_signals(feed, reading, revision, now))
        self._announce(signals)
        added = keep_datasets(
            self._ledger,
            [(reading, how)],
            revision,
            recorded_at=now,
            dated=False,
            on_progress=(lambda done: advance(done, total)) if advance else None,
        )
        if any(held.id == document.id for held in self._ledger.documents()):  # new, or come back
            self._ledger.note_fetch(document.id, how, recorded_at=now)
            self._memory.note(document.id, how, document.published_at)
        else:
            self._note_version(feed, found, how, now)
        kept = ((document, how),) if added.documents else ()
        looked = Looked(feed, 1, added.claims, signals=signals, kept=kept)
        return replace(looked, known=added.known, reading=reading)

    def _dataset_signals(
        self, feed: Feed, reading: Reading, revision: Revision, now: datetime
    ) -> Iterator[Signal]:
        """What a version of a dataset is worth telling; to be asked before it is kept."""
        new, marks = self._ledger.version_changes(Version(reading), **revision._asdict())
        yield from self._new_report(feed, reading.document, len(new), (), now)
        said = {claim.id: claim for claim in reading.claims}
        for mark in marks:
            if mark.replacement is not None:
                old = self._ledger.claim(mark.claim)
                yield self._restated(feed, old, said[mark.replacement], now)

    def _note_version(self, feed: Feed, found: Collected, how: Json, now: datetime) -> None:
        """What the server says of a version that is not kept, beside the last one that is."""
        last, known = self._memory.last.get(feed.address), self._memory.known.get(feed.address)
        if last is None or found.known is None or (found.known == known and not how):
            return
        headers = [["etag", found.known.etag], ["last-modified", found.known.modified]]
        about = {"feed": feed.address, "headers": [h for h in headers if h[1]]}
        about |= {"tool": self._tool, "checked_at": now.isoformat()} | how
        self._ledger.note_fetch(last, about, recorded_at=now)
        self._memory.note(last, about, None)

    # -- what is told

    def _signals(self, feed: Feed, reading: Reading, now: datetime) -> Iterator[Signal]:
        """What a new text is worth telling; to be asked before it is kept."""
        document = reading.document
        some = tuple(claim.id for claim in reading.claims[:50])
        yield from self._new_report(feed, document, len(reading.claims), some, now)
        if reading.unread:
            lost = ", ".join(u.quote for u in reading.unread[:5])
            what = f"{len(reading.unread)} numbers of {document.origin} could not be placed: {lost}"
            yield Signal("unread", now, feed.source, feed.address, what, document.id)
        last = self._memory.last.get(feed.address) if feed.kind == "page" else None
        before = self._ledger.claims(document=last) if last is not None else []
        for claim in reading.claims:
            cell = _cell(claim)
            same = [one for one in before if _cell(one) == cell] or self._held_in(claim, cell)
            if same and all(one.quantity != claim.quantity for one in same):
                yield self._restated(feed, same[-1], claim, now)

    def _new_report(
        self, feed: Feed, document: Document, count: int, some: tuple[str, ...], now: datetime
    ) -> Iterator[Signal]:
        if count:
            what = f"{_counted(count)} in {(document.title or document.origin)[:200]}"
            yield Signal("report", now, feed.source, feed.address, what, document.id, some)

    def _held_in(self, claim: Claim, cell: tuple[object, ...]) -> list[Claim]:
        """The claims of the same cell, by the same claimant, in their order."""
        day = _day(claim)
        if day is None or claim.claimant is None or claim.stance != "asserted":
            return []
        held = self._ledger.claims(
            metric=claim.metric, party=claim.party, claimant=claim.claimant, since=day, until=day
        )
        return [one for one in held if _cell(one) == cell]

    def _restated(self, feed: Feed, old: Claim, new: Claim, now: datetime) -> Signal:
        """The figure, and which texts of others give its old value as that claimant's."""
        cited = [
            one.document
            for one in self._ledger.claims(
                metric=old.metric, party=old.party, claimant=old.claimant, value=old.quantity.low
            )
            if one.document not in (old.document, new.document) and _cell(one) == _cell(old)
        ]
        origins = dict.fromkeys(self._ledger.document(key).origin for key in cited)
        what = (
            f"{old.claimant}: {old.metric} of {old.party}, {_day(old)}:"
            f" {new.quantity} instead of {old.quantity}"
        )
        pair = (old.id, new.id)
        key = new.document
        return Signal("restated", now, feed.source, feed.address, what, key, pair, tuple(origins))

    def _stale(self, state: _State) -> Iterator[Signal]:
        feed, now = state.feed, self._courier.clock()
        newest = self._memory.newest.get(feed.address)
        if feed.stale_after is None or newest is None:
            return
        about = f"stale since {newest.isoformat()}"
        told = self._told.get(feed.address, {}).get("stale")
        if now - newest > timedelta(hours=feed.stale_after) and about != told:
            what = (
                f"nothing new since {newest:%Y-%m-%d %H:%M} UTC, {feed.stale_after} hours allowed"
            )
            yield Signal("stale", now, feed.source, feed.address, what, about=about)

    def _moved(self, state: _State, to: str | None) -> Iterator[Signal]:
        """A feed that has moved for good is told once for each new address."""
        feed, now = state.feed, self._courier.clock()
        if to is not None and self._told.get(feed.address, {}).get("moved") != to:
            what = f"has moved for good to {to}: change the address in the source's table"
            about = f"moved to {to}"
            yield Signal("moved", now, feed.source, feed.address, what, about=about)


def _counted(figures: int) -> str:
    return "1 figure" if figures == 1 else f"{figures:,} figures"


def _day(claim: Claim) -> date | None:
    """The day by which the ledger files a claim."""
    return claim.report_date or claim.as_of or claim.period.end


def _cell(claim: Claim) -> tuple[object, ...]:
    """What a claim is the value of."""
    period = claim.period
    about = (claim.claimant, claim.party, claim.metric, claim.scope, claim.stance)
    return (*about, period.kind, period.start, period.end, claim.report_date)


def _speaker(feed: Feed, how: Json) -> str | None:
    """Who speaks where a text names nobody: not the channel, in a post that it passes on."""
    first = how.get("forwarded_from")
    return source_named(first) if isinstance(first, str) else feed.source


def _reading(document: Document, source: str | None) -> Reading:
    """The reading of a text; one of no language that is read is kept without claims."""
    if document.language == "und":
        return Reading(document)
    return extract.read(document, source=source)


def run(watch: Watch, sleep: Callable[[float], None]) -> Iterator[Sequence[Looked]]:
    """Rounds without end, with the waits between them; stop by closing the iterator."""
    while True:
        yield tuple(watch.round())
        sleep(max(1.0, watch.wait()))
