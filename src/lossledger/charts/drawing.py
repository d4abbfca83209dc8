"""A Vega-Lite spec as SVG or PNG, drawn without a network.

The library that draws is loaded with the first picture.
"""

import json
from collections.abc import Callable
from html import escape
from typing import Any

VERSION = "5.21"  # fixed, so that the same spec gives the same picture


DARK = (
    ("white", "#171d24"), ("#17324d", "#e7ebf0"), ("#5b6570", "#aab4c0"), ("#e3e6ea", "#333d47"),
    ("#aab2ba", "#55606c"), ("#000", "#e7ebf0"), ("#0072B2", "#56B4E9"), ("#c2410c", "#ff8a4c"),
    ("#56B4E9", "#F0E442"),
)  # fmt: skip
"""What stands for each colour of a chart where its reader likes it dark."""


def dark_style(inside: str = "") -> str:
    """Rules of a style sheet that give a chart its dark colours, ``inside`` an element."""
    before = f"{inside} " if inside else ""
    rules = [
        f"{before}[{where}='{light}']{{{where}:{dark}}}"
        for light, dark in DARK
        for where in ("fill", "stroke")
    ]
    return f"@media (prefers-color-scheme:dark){{{''.join(rules)}}}"


Draw = Callable[[dict[str, Any]], bytes | None]
"""What draws elsewhere: a request of ``drawing_child`` to its answer, ``None`` when it cannot."""


def chart_svg(spec: dict[str, Any], *, themed: bool = False, draw: Draw | None = None) -> str:
    """The spec as an SVG image that carries its description; nothing is fetched.

    ``themed`` adds dark colours for readers whose system asks for them; ``draw`` is asked
    first, where there is one.
    """
    drawn = _drawn({"form": "svg", "spec": spec}, draw).decode()
    label = escape(str(spec.get("description", "")))
    drawn = drawn.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)
    end = drawn.index(">") + 1
    return f"{drawn[:end]}<style>{dark_style()}</style>{drawn[end:]}" if themed else drawn


def chart_png(spec: dict[str, Any], scale: float = 2, *, draw: Draw | None = None) -> bytes:
    """The spec as a PNG image at ``scale`` times its size; nothing is fetched."""
    return _drawn({"form": "png", "spec": spec, "scale": scale}, draw)


def chart_json(spec: dict[str, Any]) -> str:
    """The spec itself, for the script that draws it in a browser."""
    return json.dumps(spec, ensure_ascii=False)


def chart_script(draw: Draw | None = None) -> str:
    """Vega with its embedding as one script, which sets ``vegaEmbed``; it fetches nothing."""
    return _drawn({"form": "script"}, draw).decode()


def _drawn(asked: dict[str, Any], draw: Draw | None) -> bytes:
    """The answer of whoever draws elsewhere, else drawn here; faults of a spec are raised here."""
    from lossledger.charts import drawing_child

    request = {**asked, "version": VERSION}
    found = draw(request) if draw is not None else None
    return found if found is not None else drawing_child.drawn(request)
