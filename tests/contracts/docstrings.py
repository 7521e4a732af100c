"""What a public docstring must not be: missing, or the name said again."""

import ast
import re
from collections.abc import Iterator

from tests.contracts.sources import Source

FILLERS = frozenset(
    {"a", "an", "all", "and", "as", "by", "for", "from", "get", "give", "in", "into", "is", "it", "its", "make", "new"}
    | {"of", "on", "one", "or", "return", "set", "tell", "the", "thi", "to", "whether", "with"}
)
MIGRATION = re.compile(r"m\d{3}_")
PARTS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def poor_docstrings(source: Source) -> Iterator[str]:
    """Yield public classes and functions without a docstring, or with one that only repeats the name."""
    for owner, node in _public(source.tree, ""):
        said = ast.get_docstring(node)
        if said is None:
            yield f"{source.path}:{node.lineno} {node.name} has no docstring"
        elif _stems(said.partition("\n\n")[0]) - FILLERS <= _stems(f"{owner} {node.name}") | FILLERS:
            yield f"{source.path}:{node.lineno} {node.name}: «{said}» repeats the name"


def _public(parent: ast.AST, owner: str) -> Iterator[tuple[str, Named]]:
    for node in ast.iter_child_nodes(parent):
        if isinstance(node, Named) and not node.name.startswith("_") and not MIGRATION.match(node.name):
            yield owner, node
            if isinstance(node, ast.ClassDef):
                yield from _public(node, node.name)


def _stems(words: str) -> set[str]:
    return {part.lower().rstrip("s") for part in PARTS.findall(words)}
