"""The lineage as a graph in text, and in the language of Graphviz."""

from collections.abc import Sequence

from lossledger.lineage.edges import Edge


def as_text(edges: Sequence[Edge]) -> str:
    """One tree for each ancestor: what follows it, with the evidence beneath."""
    children = {edge.child.key for edge in edges}
    parents = dict.fromkeys(edge.parent.key for edge in edges)
    lines: list[str] = []
    shown: set[str] = set()
    for root in [key for key in parents if key not in children] or list(parents):
        lines.append(root)
        _branch(root, edges, "", lines, shown)
    return "\n".join(lines)


def _branch(
    key: str, edges: Sequence[Edge], indent: str, lines: list[str], shown: set[str]
) -> None:
    """What follows a stream; a stream's own followers are drawn once."""
    if key in shown:
        return
    shown.add(key)
    below = [edge for edge in edges if edge.parent.key == key]
    for k, edge in enumerate(below):
        last = k == len(below) - 1
        lines.append(f"{indent}{'└─' if last else '├─'} {edge.child.key}")
        deeper = indent + ("   " if last else "│  ")
        lines.append(f"{deeper}   by {edge.by}: {edge.evidence}")
        if edge.other_definition:
            lines.append(f"{deeper}   other definition: {edge.other_definition}")
        _branch(edge.child.key, edges, deeper, lines, shown)


def as_dot(edges: Sequence[Edge]) -> str:
    """The graph for Graphviz; an arrow leads from the ancestor to what follows it."""
    lines = ["digraph lineage {", "  rankdir=LR;", "  node [shape=box];"]
    for edge in edges:
        style = ", style=dashed" if edge.by == "stated" else ""
        label = (
            "stated" if edge.by == "stated" else f"{edge.by}: {edge.equal}/{edge.compared} equal"
        )
        lines.append(f"  {_quoted(edge.parent.key)} -> {_quoted(edge.child.key)}")
        lines[-1] += f" [label={_quoted(label)}{style}];"
    return "\n".join([*lines, "}"])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
