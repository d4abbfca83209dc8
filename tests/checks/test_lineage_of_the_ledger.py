"""A source of no table that the figures of the ledger show to follow another one."""

from datetime import UTC, date, datetime, timedelta

from hand_made import WAR, claim, document

from lossledger.desk import Shelf
from lossledger.ledger import open_ledger
from lossledger.model import Reading
from lossledger.period import cumulative, month_of

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
MONTHS = [date(2023, m, 1) for m in range(1, 13)]


def daily() -> Reading:
    """A daily total that grows unevenly, as published by a party to the war."""
    days = [date(2022, 12, 31) + timedelta(days=n) for n in range(420)]
    text = "".join(f"On {day} it was {total(day)}.\n" for day in days)
    held = document(text, None)
    claims = [
        claim(text, str(total(day)), document=held.id, value=total(day), period=cumulative(WAR, day),
              as_of=day, report_date=day, outlet="ua_general_staff")
        for day in days
    ]  # fmt: skip
    return Reading(held, tuple(claims))


def total(day: date) -> int:
    """The running total of a day."""
    n = (day - date(2022, 12, 31)).days
    return 100_000 + 700 * n + 37 * (n * n % 23) + 11 * (n // 30) * n


def monthly(claimant: str, off: int) -> Reading:
    """A third party's figures by month: those of the daily totals, but for one that is its own."""
    text = "".join(f"In month {m.month} it was {loss(m, off)}.\n" for m in MONTHS)
    held = document(text, None)
    claims = [
        claim(text, str(loss(m, off)), document=held.id, value=loss(m, off), period=month_of(m),
              claimant=claimant, outlet=claimant)
        for m in MONTHS
    ]  # fmt: skip
    return Reading(held, tuple(claims))


def loss(month: date, off: int) -> int:
    """The loss of a month by loss day; October is another figure."""
    end = month_of(month).end
    assert end is not None
    right = total(end + timedelta(days=1)) - total(month)
    return right + (off if month.month == 10 else 0)


def shelf(tmp_path) -> Shelf:
    """A ledger with the daily totals and the months of one who follows them."""
    ledger = open_ledger(tmp_path / "lineage.ledger")
    ledger.append([daily(), monthly("nato", 9000)], recorded_at=NOW)
    return Shelf(ledger)


def test_a_source_whose_figures_follow_is_said_to_follow_but_for_its_exceptions(tmp_path):
    held = shelf(tmp_path)
    found = held.descent("nato", "personnel", "RU", date(2023, 5, 31))
    assert found is not None
    assert (found.of, found.evidence.split(":")[0]) == ("ua_general_staff", "By their figures")
    assert held.descent("nato", "personnel", "RU", date(2023, 10, 31)) is None


def test_nobody_follows_by_figures_that_are_not_held_and_no_party_follows(tmp_path):
    held = shelf(tmp_path)
    assert held.descent("un", "personnel", "RU", date(2023, 5, 31)) is None
    assert held.descent("ua_general_staff", "personnel", "RU", date(2023, 5, 31)) is None
