"""Daily series from reported figures, the loss of a period, and where a figure comes from.

Everything here is a pure function over ``Figure`` rows; what was known at a moment is decided
by which rows are given. The calendar rules, for a daily report in the morning (FACTS of the
field, section 1):

- The report of day D gives the running total from the war's first day to D. Its stated
  increment ``(+N)`` covers the past day, D-1.
- The loss from day A to day B by **loss day** is report(B+1) - report(A): the losses of the
  days A to B themselves.
- By **report day** it is report(B) - report(A-1): what the reports dated A to B added.

Both circulate in public and differ by a day at each end, so every result names the reports
that it rests on. A report that is missing is said to be missing; nothing is interpolated.
Totals are as published: a restatement by the source makes a difference smaller, even negative.
"""

from lossledger.series.forms import increment, loss_json, report_json, trace_json
from lossledger.series.origins import WINDOWS, Difference, Held, Trace, trace
from lossledger.series.periods import (
    CONVENTIONS,
    LOSS_DAY,
    REPORT_DAY,
    PeriodLoss,
    loss,
    means,
    month_loss,
    report_days,
    week_loss,
)
from lossledger.series.reports import (
    Report,
    Series,
    all_series,
    daily_series,
    day_words,
    figures_from,
    merged,
)

__all__ = [
    "CONVENTIONS",
    "LOSS_DAY",
    "REPORT_DAY",
    "WINDOWS",
    "Difference",
    "Held",
    "PeriodLoss",
    "Report",
    "Series",
    "Trace",
    "all_series",
    "daily_series",
    "day_words",
    "figures_from",
    "increment",
    "loss",
    "loss_json",
    "means",
    "merged",
    "month_loss",
    "report_days",
    "report_json",
    "trace",
    "trace_json",
    "week_loss",
]
