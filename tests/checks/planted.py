"""Stories put together from real figures, clean or with one planted error of a known cause."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hand_made import WAR, claim, document

from lossledger.checks import Known
from lossledger.model import Reading
from lossledger.period import DAY, Period, cumulative, month_of, one_day
from lossledger.quantity import Quantity
from lossledger.series import Series

TOTALS = ("personnel", "tanks", "afv", "artillery", "uav", "vehicles", "mlrs", "aircraft")


@dataclass(frozen=True)
class Figure:
    """What one sentence of a story says."""

    metric: str
    quantity: Quantity
    period: Period
    more: tuple[tuple[str, object], ...] = ()
    planted: bool = False


def series(known: Known, metric: str) -> Series:
    """The widest series of a metric."""
    return max(known.series(metric, "RU"), key=len)


def clean(known: Known, day: date) -> list[Figure]:
    """Totals, figures of the past day, last month's loss, a bound and a rounding: all right."""
    found = []
    for metric in TOTALS:
        report = series(known, metric).at(day)
        assert report is not None
        found.append(exact(metric, report.value, cumulative(WAR, day)))
        found.append(exact(metric, report.change or 0, one_day(day - DAY)))
    month = last_month(day)
    for metric in ("personnel", "tanks"):
        found.append(exact(metric, month_loss(known, metric, month), month))
    total = series(known, "personnel").at(day).value
    over = Quantity(total // 10000 * 10000, None, strict=True)
    found.append(Figure("personnel", over, cumulative(WAR, day)))
    near = Quantity.exactly(round(total, -3), "about")
    found.append(Figure("personnel", near, cumulative(WAR, day)))
    return found


def exact(metric: str, value: int, period: Period, planted: bool = False, **more) -> Figure:
    """A figure said without a hedge."""
    return Figure(metric, Quantity.exactly(value), period, tuple(more.items()), planted)


def last_month(day: date) -> Period:
    """The calendar month before the one of a day."""
    return month_of(day.replace(day=1) - DAY)


def month_loss(known: Known, metric: str, month: Period, late: int = 0, shift: int = 0) -> int:
    """report(1st after) - report(1st), or from a baseline some days late, or all of it shifted."""
    one = series(known, metric)
    last = one.at(month.end + (1 + shift) * DAY)
    return last.value - one.at(month.start + (late + shift) * DAY).value


def reading(figures: list[Figure], day: date) -> Reading:
    """The figures as a story published on a day; each has a sentence of its own."""
    text = "".join(f"Figure {chr(65 + i % 26)} came to {i + 1000000} here.\n" for i in range(60))
    claims = []
    for i, figure in enumerate(figures):
        said = {"metric": figure.metric, "quantity": figure.quantity, "period": figure.period}
        claims.append(claim(text, str(i + 1000000), **{**said, **dict(figure.more)}))
    return Reading(document(text, day), tuple(claims))


Plant = Callable[[Known, date, random.Random], Figure | None]


def total(known: Known, metric: str, day: date) -> int:
    """The running total of a day's report."""
    return series(known, metric).at(day).value


def change(known: Known, metric: str, day: date) -> int:
    """The figure for the day before a report."""
    return series(known, metric).at(day).change or 0


def baseline_day_slip(known: Known, day: date, _: random.Random) -> Figure:
    first = day.replace(day=1) if day.day > 2 else last_month(day).start
    return exact("personnel", total(known, "personnel", first + DAY), cumulative(WAR, first), True)


def slipped_month(known: Known, day: date, _: random.Random) -> Figure:
    month = last_month(day)
    return exact("artillery", month_loss(known, "artillery", month, late=1), month, True)


def stale_figure(known: Known, day: date, dice: random.Random) -> Figure | None:
    metric = dice.choice(("personnel", "tanks", "vehicles", "uav"))
    old = total(known, metric, day - DAY)
    if old == total(known, metric, day):
        return None
    return exact(metric, old, cumulative(WAR, day), True)


def stale_day(known: Known, day: date, _: random.Random) -> Figure | None:
    old, new = change(known, "personnel", day - DAY), change(known, "personnel", day)
    if abs(old - new) < 0.05 * new:
        return None
    return exact("personnel", old, one_day(day - DAY), True)


def wrong_date(known: Known, day: date, _: random.Random) -> Figure | None:
    said = day - 9 * DAY
    if said.day == 1:
        return None
    return exact(
        "personnel", total(known, "personnel", said + 2 * DAY), cumulative(WAR, said), True
    )


def cumulative_as_daily(known: Known, day: date, dice: random.Random) -> Figure:
    metric = dice.choice(("tanks", "artillery", "vehicles", "mlrs"))
    return exact(metric, total(known, metric, day), one_day(day - DAY), True)


def tenfold(known: Known, day: date, dice: random.Random) -> Figure | None:
    value = change(known, "personnel", day)
    if dice.random() < 0.5:
        return exact("personnel", value * 10, one_day(day - DAY), True)
    return exact("personnel", total(known, "personnel", day) // 10, cumulative(WAR, day), True)


def swapped_digits(known: Known, day: date, dice: random.Random) -> Figure | None:
    metric = dice.choice(("personnel", "tanks", "artillery", "uav", "vehicles"))
    digits = list(str(total(known, metric, day)))
    places = [i for i in range(1, len(digits) - 1) if digits[i] != digits[i + 1]]
    if not places:
        return None
    i = dice.choice(places)
    digits[i], digits[i + 1] = digits[i + 1], digits[i]
    return exact(metric, int("".join(digits)), cumulative(WAR, day), True)


def dropped_digit(known: Known, day: date, dice: random.Random) -> Figure | None:
    metric = dice.choice(("tanks", "artillery", "uav", "vehicles"))
    text = str(total(known, metric, day))
    i = dice.randrange(1, len(text) - 1)
    if int(text) == 10 * int(text[:i] + text[i + 1 :]):
        return None
    return exact(metric, int(text[:i] + text[i + 1 :]), cumulative(WAR, day), True)


def changed_digit(known: Known, day: date, dice: random.Random) -> Figure | None:
    metric = dice.choice(("personnel", "artillery", "vehicles"))
    text = str(total(known, metric, day))
    i = dice.randrange(0, 2)
    other = dice.choice([d for d in "123456789" if d != text[i]])
    return exact(metric, int(text[:i] + other + text[i + 1 :]), cumulative(WAR, day), True)


def category_merge(known: Known, day: date, dice: random.Random) -> Figure | None:
    if dice.random() < 0.5:
        both = total(known, "tanks", day) + total(known, "afv", day)
        return exact("tanks", both, cumulative(WAR, day), True)
    both = change(known, "artillery", day) + change(known, "mlrs", day)
    if min(change(known, "artillery", day), change(known, "mlrs", day)) < 1:
        return None
    both = total(known, "artillery", day) + total(known, "mlrs", day)
    return exact("artillery", both, cumulative(WAR, day), True)


def side_swap(known: Known, day: date, _: random.Random) -> Figure:
    value = total(known, "personnel", day)
    return exact("personnel", value, cumulative(WAR, day), True, party="UA")


def definition_shift(known: Known, day: date, dice: random.Random) -> Figure:
    if dice.random() < 0.5:
        value = total(known, "personnel", day)
        return exact("personnel", value, cumulative(WAR, day), True, scope=("killed",))
    value = change(known, "personnel", day)
    return exact("personnel", value, one_day(day - DAY), True, scope=("killed",))


def relay_as_source(known: Known, day: date, _: random.Random) -> Figure:
    value = total(known, "personnel", day)
    own = {"claimant": "uk_mod", "basis": "own_estimate"}
    return exact("personnel", value, cumulative(WAR, day), True, **own)


PLANTS: tuple[tuple[str, str, Plant], ...] = (
    ("baseline_day_slip", "contradicted", baseline_day_slip),
    ("baseline_day_slip", "reproduced_other_baseline", slipped_month),
    ("stale_figure", "contradicted", stale_figure),
    ("stale_figure", "contradicted", stale_day),
    ("wrong_date", "contradicted", wrong_date),
    ("cumulative_as_daily", "contradicted", cumulative_as_daily),
    ("tenfold", "contradicted", tenfold),
    ("digit_typo", "contradicted", swapped_digits),
    ("digit_typo", "contradicted", dropped_digit),
    ("digit_typo", "contradicted", changed_digit),
    ("category_merge", "contradicted", category_merge),
    ("side_swap", "contradicted", side_swap),
    ("definition_shift", "definition_mismatch", definition_shift),
    ("relay_as_source", "contradicted", relay_as_source),
)


def days(dice: random.Random, count: int) -> Iterator[date]:
    """Random days of four years of reports."""
    first, last = date(2022, 6, 1), date(2026, 7, 31)
    for _ in range(count):
        yield first + timedelta(days=dice.randrange((last - first).days))
