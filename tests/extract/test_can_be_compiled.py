"""The reader's sources keep to what mypyc compiles (docs/decisions/0011)."""

import ast
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[2] / "src" / "lossledger"
COMPILED = sorted([*(SOURCES / "extract").glob("*.py"), *(SOURCES / "vocabulary").glob("*.py")])


def starred(tree: ast.AST) -> list[int]:
    """The lines on which a display with a star stands on the right of ``in``."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        for right in node.comparators
        if isinstance(right, ast.Tuple | ast.List | ast.Set)
        and any(isinstance(one, ast.Starred) for one in right.elts)
    ]


@pytest.mark.parametrize("path", COMPILED, ids=lambda path: path.stem)
def test_no_display_with_a_star_stands_on_the_right_of_in(path: Path) -> None:
    assert starred(ast.parse(path.read_text("utf-8"))) == []


def test_such_a_display_is_found() -> None:
    assert starred(ast.parse("x in (1, *more)\nx in {1}")) == [1]
