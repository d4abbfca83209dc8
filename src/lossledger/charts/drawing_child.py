"""The process that draws for a service: a line of JSON in, a picture out, until the line ends.

It is run by its path, with nothing of this package around it, and told the version of Vega-Lite
that will be asked for. Each request is one line with the
``form`` (svg, png or script), the ``spec``, the ``version`` of Vega-Lite and the ``scale``; each
answer is a line ``yes`` or ``no`` with the number of bytes that follow: the picture, or why not.
"""

import json
import sys
from contextlib import suppress


def drawn(asked: dict) -> bytes:  # type: ignore[type-arg]
    """A spec in the form that is asked for; nothing is fetched."""
    import vl_convert

    version = asked["version"]
    if asked["form"] == "script":
        script: str = vl_convert.javascript_bundle(None, vl_version=version)  # type: ignore[arg-type]
        return script.encode()
    rules = {"vl_version": version, "allowed_base_urls": []}
    if asked["form"] == "png":
        png: bytes = vl_convert.vegalite_to_png(asked["spec"], scale=asked["scale"], **rules)
        return png
    svg: str = vl_convert.vegalite_to_svg(asked["spec"], **rules)
    return svg.encode()


LITTLE = {"data": {"values": []}, "mark": "bar"}
"""A picture of nothing, drawn before anybody asks: the first one takes the longest."""


def answer() -> None:
    """Draw what comes in until nothing comes any more."""
    with suppress(Exception):  # who asks is told
        drawn({"form": "svg", "spec": LITTLE, "version": sys.argv[1]})
    for line in sys.stdin.buffer:
        try:
            told, body = "yes", drawn(json.loads(line))
        except Exception as error:  # whoever asked is told, and the next one gets an answer
            told, body = "no", str(error).encode("utf-8", "replace")
        sys.stdout.buffer.write(f"{told} {len(body)}\n".encode() + body)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    answer()
