"""The house rules, held over the syntax tree: who may import whom, and the monopolies."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "src" / "lossledger"
FILES = sorted(ROOT.rglob("*.py"))

FLOOR = {"errors": set(), "quantity": set(), "period": set()}
FLOOR["model"] = {"errors", "quantity", "period"}
FLOOR["vocabulary"] = {"errors", "quantity", "period", "model"}
NOUNS = {*FLOOR, "__init__"}

# Workshops: what each may import beside the floor. A row more needs a dated decision.
WORKSHOPS: dict[str, set[str]] = {
    "documents": set(),
    "extract": {"places"},
    "places": set(),
    "sources": {"extract"},
    "ledger": set(),
    "series": set(),
    "lineage": {"series"},
    "checks": {"series", "lineage"},
    "audit": {"sources"},
    "auditing": {"documents", "extract", "sources", "series", "audit"},
    "estimates": {"series", "lineage"},
    "compare": {"series", "lineage"},
    "charts": {"series"},
    "brief": {"series", "lineage", "charts"},
    "claimreview": {"series"},
    "checked": {"checks"},
    "export": {"series"},
    "replay": {"documents", "sources", "ledger"},
    "watching": {"documents", "extract", "sources", "ledger", "replay"},
    "changes": set(),
    "provenance": set(),
    "review": set(),
}
FRONT_DOORS = {"cli", "web", "__main__"}


def room(path: Path) -> str:
    inside = path.relative_to(ROOT)
    return inside.parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported, in full; those for type checkers only left out."""
    hidden = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in hidden:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(tree: ast.AST) -> set[str]:
    """The rooms of this package that a file imports."""
    rooms = {p.name.removesuffix(".py") for p in ROOT.iterdir()}
    found = {name.split(".")[1] for name in imports(tree) if name.startswith("lossledger.")}
    return found & rooms


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_imports_only_what_the_house_allows(path):
    here = room(path)
    if here in FRONT_DOORS or here == "__init__":
        return
    used = ours(tree_of(path)) - {here}
    if here == "desk":
        assert not used & FRONT_DOORS, f"{here} is behind the front doors"
        return
    allowed = FLOOR[here] if here in FLOOR else set(FLOOR) | WORKSHOPS.get(here, set())
    assert used <= allowed, f"{here} may not import {sorted(used - allowed)}"


def test_front_doors_do_not_import_each_other():
    for path in FILES:
        here = room(path)
        if here in FRONT_DOORS - {"__main__"}:
            others = ours(tree_of(path)) & FRONT_DOORS - {here}
            if path.name == "serving.py" and here == "cli":
                others -= {"web"}  # `lossledger serve` opens the other door, lazily
            assert not others, f"{path.relative_to(ROOT)} imports {others}"


def users_of(*modules: str) -> set[str]:
    """The rooms that import one of these outside modules."""
    found = set()
    for path in FILES:
        for name in imports(tree_of(path)):
            if any(name == m or name.startswith(f"{m}.") for m in modules):
                found.add(room(path))
    return found


def test_sql_is_spoken_in_the_ledger_only():
    assert users_of("sqlalchemy", "sqlite3", "psycopg", "apsw") <= {"ledger"}


def test_sockets_are_opened_in_documents_and_web_only():
    allowed = {"documents", "web"}
    assert users_of("socket", "ssl", "httpx", "httpcore", "urllib.request") <= allowed


def test_only_the_vocabulary_and_the_sources_read_tables():
    assert users_of("tomllib") <= {"vocabulary", "sources", "audit", "places"}


def calls(tree: ast.AST, *names: str) -> list[int]:
    """The lines on which one of these is called, by its last name or dotted."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in names
    ]


def test_only_the_command_line_prints_and_exits():
    for path in FILES:
        if room(path) not in ("cli", "__main__"):
            lines = calls(tree_of(path), "print", "sys.exit", "exit", "click.echo")
            assert not lines, f"{path.relative_to(ROOT)}: lines {lines}"


def test_only_the_front_doors_ask_the_clock():
    clocks = ("datetime.now", "datetime.utcnow", "date.today", "time.time", "datetime.today")
    for path in FILES:
        if room(path) not in FRONT_DOORS:
            lines = calls(tree_of(path), *clocks)
            assert not lines, f"{path.relative_to(ROOT)}: lines {lines}"


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "core", "manager", "base"])
def test_no_room_has_a_name_that_says_nothing(name):
    assert not [p for p in FILES if name in (p.stem, p.parent.name)]


def test_no_file_is_longer_than_a_subject():
    """A file that passes about 500 lines becomes a folder."""
    long = {
        str(p.relative_to(ROOT)): n for p in FILES if (n := len(p.read_text().split("\n"))) > 600
    }
    assert not long


def test_no_code_names_a_country():
    """Parties, and so another war, are rows of tables: `parties.toml`, `sources/`."""
    from lossledger.vocabulary import wars

    parties = {party for war in wars() for party in war.parties}
    for path in FILES:
        for node in ast.walk(tree_of(path)):
            named = isinstance(node, ast.Constant) and node.value in parties
            assert not named, f"{path.relative_to(ROOT)}, line {getattr(node, 'lineno', 0)}"


def test_a_reading_asks_the_war_of_its_text_who_fights_whom():
    """A party may fight several wars: only `Sentence.war` knows which one is told of."""
    for path in (path for path in FILES if "extract" in path.parts):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ImportFrom) and node.module == "lossledger.vocabulary":
                asked = {alias.name for alias in node.names}
                assert not asked & {"opponent", "opponents", "war_start", "war_starts"}, path


def test_every_workshop_stands_in_the_table_of_import_rules():
    rooms = {room(path) for path in FILES} - set(FLOOR) - FRONT_DOORS - {"__init__", "desk"}
    assert rooms <= set(WORKSHOPS)


def test_no_two_test_files_share_a_name():
    """pytest puts each folder of tests on the path: a second module of a name would be lost."""
    names = [path.name for path in Path(__file__).parents[1].rglob("*.py")]
    twice = {name for name in names if names.count(name) > 1} - {"conftest.py"}
    assert not twice
