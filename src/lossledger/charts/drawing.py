"""A Vega-Lite spec as SVG or PNG, drawn without a network.

The library that draws is loaded with the first picture.
"""

import json
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


def chart_json(spec: dict[str, Any]) -> str:
    """The spec itself, for the script that draws it in a browser."""
    return json.dumps(spec, ensure_ascii=False)


def chart_script() -> str:
    """Vega with its embedding as one script, which sets ``vegaEmbed``; it fetches nothing."""
    import vl_convert

    script: str = vl_convert.javascript_bundle(None, vl_version=_VERSION)  # type: ignore[arg-type]
    return script
