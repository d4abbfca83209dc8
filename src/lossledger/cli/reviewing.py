"""``lossledger review``: a person walks the doubtful claims; every decision is a new row."""

import sys
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

import click

from lossledger.cli import output
from lossledger.cli.options import (
    as_of_option,
    json_option,
    ledger_option,
    now,
    options,
    quiet_option,
    reading,
    writing,
)
from lossledger.errors import LossledgerError

if TYPE_CHECKING:
    from lossledger.ledger.book import Ledger
    from lossledger.model import Claim

CHOICES = {"a": "accept", "c": "correct", "r": "reject", "s": "skip", "q": "quit"}
ROOM = 300
"""So many characters of the sentence are shown on each side of the number."""

EXAMPLES = """\b
Examples:
  lossledger review --by "A. Editor"           ask about each doubtful claim
  lossledger review --limit 10                 ten of them
  lossledger review --json                     list them, one a line
  lossledger review --json --as-of 2024-02-22  those that were in doubt then
  lossledger mark CLAIM --kind decided ...     decide on one without the questions
"""


@click.command("review", epilog=EXAMPLES)
@options(
    click.option(
        "--by", metavar="NAME", envvar="LOSSLEDGER_BY", help="Who decides. [env: LOSSLEDGER_BY]"
    ),
    click.option("--limit", type=click.IntRange(1), help="At most so many claims."),
    as_of_option,
    ledger_option,
    json_option,
    quiet_option,
)
def review_command(
    by: str | None,
    limit: int | None,
    as_of: datetime | None,
    where: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Walk the doubtful claims: accept, correct, reject or skip each of them.

    Doubtful are claims of low confidence that nobody has decided on. A decision is a new row
    with a name, a reason and a time: accept keeps the judgement beside the claim, reject takes
    the claim out of series as misread, correct puts a new claim in its place. Nothing is
    overwritten, and a claim that was decided on does not come again. Press q to stop; what was
    decided so far is kept. With --as-of the claims that were in doubt at that moment are listed.
    """
    if as_of is not None and not as_json:
        raise click.UsageError("--as-of lists what was in doubt then: give --json with it")
    with reading(where, as_of) as ledger:
        waiting = ledger.doubtful(limit=limit)
    if as_json:
        for claim in waiting:
            output.json_line(claim.as_json())
        return
    if not waiting:
        output.say("no claim is in doubt", quiet=quiet)
        return
    if not _at_terminal():
        raise click.UsageError(
            f"{len(waiting):,} claims are in doubt, and review asks about each at a terminal"
            " (list them with --json, decide with lossledger mark)"
        )
    with writing(where) as ledger:
        _walk(ledger, waiting, by or click.prompt("Your name"), quiet)


def _at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _walk(ledger: "Ledger", waiting: "list[Claim]", by: str, quiet: bool) -> None:
    done: Counter[str] = Counter()
    for n, claim in enumerate(waiting, 1):
        output.line(f"\n[{n} of {len(waiting)}]")
        _show(ledger, claim)
        choice = _asked()
        if choice == "quit":
            break
        try:
            done[_decided(ledger, claim, choice, by)] += 1
        except LossledgerError as error:
            output.line(f"not done: {error}")
            done["skip"] += 1
    told = ", ".join(f"{word} {done[word]}" for word in ("accept", "correct", "reject", "skip"))
    output.say(f"{told}; {len(ledger.doubtful()):,} still in doubt", quiet=quiet)


def _asked() -> str:
    while True:
        answer = click.prompt("accept, correct, reject, skip, quit", default="s", show_default=True)
        word = str(answer).strip().lower()
        if word[:1] in CHOICES and CHOICES[word[:1]].startswith(word):
            return CHOICES[word[:1]]
        output.line("write a, c, r, s or q")


def _show(ledger: "Ledger", claim: "Claim") -> None:
    """The sentence with the number marked, and what was read."""
    document = ledger.document(claim.document)
    output.line(f"{document.outlet or document.origin}: {document.title or claim.document[:12]}")
    output.line(f"  {_marked(document.text, claim)}")
    whole = document.text[claim.span.start : claim.span.end] == claim.quote
    if not whole:
        output.line("  (the text of this document is not kept here: the place cannot be shown)")
    scope = " and ".join(claim.scope) if claim.scope else "not stated"
    places = ", ".join(place.name for place in claim.places)
    rows = {
        "claimant": claim.claimant or "none",
        "party": claim.party or "none",
        "metric": f"{claim.metric} (scope {scope})",
        "value": str(claim.quantity),
        "period": f"{claim.period.kind}: {claim.period}",
        "stance": claim.stance,
        "places": places or "-",
        "rules": ", ".join(claim.rules),
    }
    for name, value in rows.items():
        output.line(f"    {name:9} {value}")


def _marked(text: str, claim: "Claim") -> str:
    """The sentence around a figure, with the figure between brackets."""
    start, end = claim.span.start, claim.span.end
    first = text.rfind(claim.sentence, 0, end + len(claim.sentence))
    if not first <= start or text[start:end] != claim.quote or first < 0:
        return claim.sentence
    last = first + len(claim.sentence)
    before = text[max(first, start - ROOM) : start]
    behind = text[end : min(last, end + ROOM)]
    figure = click.style(f"[{claim.quote}]", bold=True, reverse=True)
    return " ".join(f"{before}{figure}{behind}".split())


def _decided(ledger: "Ledger", claim: "Claim", choice: str, by: str) -> str:
    """Keep a decision on a claim as new rows; the word for what was done."""
    from lossledger.ledger import Mark

    if choice == "accept":
        mark = Mark("decided", claim.id, _reason("accepted", "read as written"), by)
        ledger.mark(mark, recorded_at=now())
    elif choice == "reject":
        mark = Mark("misread", claim.id, _reason("rejected"), by)
        ledger.mark(mark, recorded_at=now())
    elif choice == "correct":
        _correct(ledger, claim, by)
    return choice


def _reason(done: str, default: str | None = None) -> str:
    return f"{done}: {click.prompt('why', default=default)}"


def _correct(ledger: "Ledger", claim: "Claim", by: str) -> None:
    """Append the claim as the person reads it, and a mark that puts it in the old one's place."""
    from lossledger.ledger import Mark
    from lossledger.model import Reading
    from lossledger.review import FIELDS, changes_of, corrected

    output.line(f"    fields: {', '.join(FIELDS)}; several parted by a semicolon")
    new = corrected(claim, changes_of(click.prompt("FIELD=VALUE")))
    mark = Mark("misread", claim.id, _reason("corrected"), by, replacement=new.id)
    reading = Reading(ledger.document(claim.document), (new,))
    ledger.append([reading], recorded_at=now(), marks=[mark])
