"""A Vega-Lite spec as SVG or PNG, drawn without a network.

The library that draws is loaded with the first picture.
"""

import json
from html import escape
from typing import Any

_VERSION = "5.21"  # fixed, so that the same spec gives the same picture


DARK = (
    ("white", "#171d24"), ("#17324d", "#e7ebf0"), ("#5b6570", "#aab4c0"), ("#e3e6ea", "#333d47"),
    ("#aab2ba", "#55606c"), ("#000", "#e7ebf0"), ("#0072B2", "#56B4E9"), ("#c2410c", "#ff8a4c"),
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


def chart_svg(spec: dict[str, Any], *, themed: bool = False) -> str:
    """The spec as an SVG image that carries its description; nothing is fetched.

    ``themed`` adds dark colours for readers whose system asks for them.
    """
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(spec, vl_version=_VERSION, allowed_base_urls=[])
    label = escape(str(spec.get("description", "")))
    drawn = drawn.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)
    end = drawn.index(">") + 1
    return f"{drawn[:end]}<style>{dark_style()}</style>{drawn[end:]}" if themed else drawn


def chart_png(spec: dict[str, Any], scale: float = 2) -> bytes:
    """The spec as a PNG image at ``scale`` times its size; nothing is fetched."""
    import vl_convert

    drawn: bytes = vl_convert.vegalite_to_png(
        spec, vl_version=_VERSION, scale=scale, allowed_base_urls=[]
    )
    return drawn


def chart_json(spec: dict[str, Any]) -> str:
    """The spec itself, for the script that draws it in a browser."""
    return json.dumps(spec, ensure_ascii=False)


def chart_script() -> str:
    """Vega with its embedding as one script, which sets ``vegaEmbed``; it fetches nothing."""
    import vl_convert

    script: str = vl_convert.javascript_bundle(None, vl_version=_VERSION)  # type: ignore[arg-type]
    return script
