"""Numbers of what stands around a text: menus, side lists and footers are not what it says."""

from bisect import bisect_right
from dataclasses import replace

from lossledger.model import Ignored, Reading, Span

ASIDE = "aside"
"""The kind of the blocks, and the reason why their numbers are left out."""


def without_asides(reading: Reading) -> Reading:
    """The reading with the numbers of asides ignored on purpose; none vanishes."""
    asides = [block.span for block in reading.document.blocks if block.kind == ASIDE]
    if not asides:
        return reading
    places = {claim.span: claim.quote for claim in reading.claims}
    places |= {lost.span: lost.quote for lost in reading.unread}
    left = {span: quote for span, quote in places.items() if _inside(span, asides)}
    if not left:
        return reading
    claims = tuple(claim for claim in reading.claims if claim.span not in left)
    gone = {claim.id for claim in reading.claims} - {claim.id for claim in claims}
    ignored = [*reading.ignored, *(Ignored(span, quote, ASIDE) for span, quote in left.items())]
    return replace(
        reading,
        claims=claims,
        relations=tuple(
            relation
            for relation in reading.relations
            if not gone.intersection((relation.source, *relation.targets))
        ),
        ignored=tuple(sorted(ignored, key=lambda one: one.span)),
        unread=tuple(one for one in reading.unread if one.span not in left),
    )


def _inside(span: Span, asides: list[Span]) -> bool:
    """Whether a span lies in one of these, which follow each other in the text."""
    k = bisect_right(asides, span.start, key=lambda one: one.start) - 1
    return k >= 0 and span.end <= asides[k].end
