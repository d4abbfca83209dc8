"""A Vega-Lite spec as SVG or PNG, drawn without a network.

The library that draws is loaded with the first picture.
"""

from html import escape
from typing import Any

_VERSION = "5.21"  # fixed, so that the same spec gives the same picture


def chart_svg(spec: dict[str, Any]) -> str:
    """The spec as an SVG image that carries its description; nothing is fetched."""
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(spec, vl_version=_VERSION, allowed_base_urls=[])
    label = escape(str(spec.get("description", "")))
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)


def chart_png(spec: dict[str, Any], scale: float = 2) -> bytes:
    """The spec as a PNG image at ``scale`` times its size; nothing is fetched."""
    import vl_convert

    drawn: bytes = vl_convert.vegalite_to_png(
        spec, vl_version=_VERSION, scale=scale, allowed_base_urls=[]
    )
    return drawn
