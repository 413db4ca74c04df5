"""What mypyc reads otherwise than Python is not written in the reader: docs/reading.md, "Compiled"."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import board.reading

FILES = sorted(Path(board.reading.__file__).parent.rglob("*.py"))


def _memberships(tree: ast.AST) -> Iterator[ast.expr]:
    """What `in` and `not in` look into."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            pairs = zip(node.ops, node.comparators, strict=True)
            yield from (place for operator, place in pairs if isinstance(operator, ast.In | ast.NotIn))


def _names(tree: ast.AST, context: type[ast.expr_context]) -> Iterator[ast.Name]:
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Name))
    return (name for name in found if isinstance(name.ctx, context))


def _asked_late(function: ast.FunctionDef) -> Iterator[ast.GeneratorExp]:
    """Generators kept under a name and asked once a variable they look at is given something else, or while it is."""
    for kept in ast.walk(function):
        match kept:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.GeneratorExp() as generator):
                own = {variable.id for variable in _names(generator, ast.Store)}
                seen = {variable.id for variable in _names(generator, ast.Load)} - own
                changed = [v.lineno for v in _names(function, ast.Store) if v.id in seen and v.lineno > kept.lineno]
                asked = [v.lineno for v in _names(function, ast.Load) if v.id == name]
                if changed and max(asked, default=0) >= min(changed):
                    yield generator


def uncompilable(source: str) -> list[str]:
    """The places (`line: what`) in a module's source."""
    tree = ast.parse(source)
    found = []
    for place in _memberships(tree):
        if isinstance(place, ast.GeneratorExp):
            found.append(f"{place.lineno}: `in` of a generator")
        elif isinstance(place, ast.Tuple) and any(isinstance(item, ast.Starred) for item in place.elts):
            found.append(f"{place.lineno}: `in` of a tuple with a star")
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    late = {place.lineno for function in functions for place in _asked_late(function)}
    return found + [f"{line}: a generator whose variable changes below it" for line in sorted(late)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_nothing_in_the_reader_would_break_when_it_is_compiled(file: Path) -> None:
    assert uncompilable(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a in (b for b in c)", ["1: `in` of a generator"]),
        ("a not in ('', *c)", ["1: `in` of a tuple with a star"]),
        ("def f(a):\n    g = (b for b in a)\n    a = a[next(g):]", ["2: a generator whose variable changes below it"]),
        ("def f(a):\n    g = (b for b in a)\n    return next(g)", []),
        ("a in ('', 'b') or a in [*c]", []),
    ],
)
def test_what_would_break_is_found(source: str, found: list[str]) -> None:
    assert uncompilable(source) == found
