"""The text rules, each a function from a file to the places that break it, as ``path:line what``."""

import ast
import re
import sys
import unicodedata
from collections.abc import Iterator

from tests.contracts.sources import Source

LONGEST_FILE, LONGEST_FUNCTION = 300, 40
DRAWERS = frozenset({"utils", "util", "misc", "helpers", "helper", "common"})
MAY_CATCH_ALL = (
    "ui/shell/jobs.py",
    "ui/shell/crash.py",
    "desk_app/printing/worker.py",
    "desk_app/cli/main.py",
)
MAY_PRINT = ("desk_app/cli/", "ui/rehearsal/", "ui/rehearsal.py")
SPEAKS_SQL = re.compile(r"^desk_app/((storage|journal)/|\w+/(\w+/)?(tables\.py$|tables/))")
SQL = re.compile(
    r"\b(SELECT\s.+?\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM"
    r"|(CREATE|DROP|ALTER)\s+((TEMP|TEMPORARY|UNIQUE|VIRTUAL)\s+)?(TABLE|INDEX|VIEW|TRIGGER)|PRAGMA\s+\w+|BEGIN\s+IMMEDIATE)\b",
    re.IGNORECASE | re.DOTALL,
)
# Written apart, so that this file does not break its own rule.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
WORKPLACE = re.compile(
    r"/wo" r"rk/|\bsession" r" #?\d|\bissue" r" #?\d|\bthe C" r"EO\b|\bthe brief" r" says\b", re.IGNORECASE
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def too_long(source: Source) -> Iterator[str]:
    """Yield files of more than 300 lines."""
    lines = source.text.count("\n")
    if lines > LONGEST_FILE:
        yield f"{source.path}:{lines} a file of {lines} lines"


def long_functions(source: Source) -> Iterator[str]:
    """Yield functions of more than 40 lines."""
    for node in ast.walk(source.tree):
        if isinstance(node, Function) and (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION:
            yield f"{source.path}:{node.lineno} {node.name} has {lines} lines"


def drawers(source: Source) -> Iterator[str]:
    """Yield modules and folders named for nothing in particular."""
    for name in DRAWERS.intersection(source.path.removesuffix(".py").split("/")):
        yield f"{source.path}:1 «{name}» does not say what is in it"


def decomposed_letters(source: Source) -> Iterator[str]:
    """Yield lines whose letters and marks stand apart (not NFC): they look alike and are found by nobody."""
    for number, line in enumerate(source.text.splitlines(), 1):
        if not unicodedata.is_normalized("NFC", line):
            yield f"{source.path}:{number} not NFC"


def strangers_to_sql(source: Source) -> Iterator[str]:
    """Yield SQL outside storage, journal and the rooms' tables."""
    if SPEAKS_SQL.match(source.path):
        return
    prose = {id(statement.value) for statement in ast.walk(source.tree) if isinstance(statement, ast.Expr)}
    strings = (node for node in ast.walk(source.tree) if id(node) not in prose and SQL.search(_words_of(node)))
    for line in sorted({getattr(node, "lineno", 0) for node in strings}):
        yield f"{source.path}:{line} SQL"


def _words_of(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_words_of(part) or "x" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def blind_excepts(source: Source) -> Iterator[str]:
    """Yield handlers that swallow whatever comes, outside the four places where a bug must not end the day."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.ExceptHandler) or source.within(*MAY_CATCH_ALL):
            continue
        caught = {each.id for each in ast.walk(node.type or node) if isinstance(each, ast.Name)}
        passes_on = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
        if (node.type is None or caught & {"Exception", "BaseException"}) and not passes_on:
            yield f"{source.path}:{node.lineno} catches everything"


def orphans(source: Source) -> Iterator[str]:
    """Yield each helper of a page that has no parent: it would outlive the page, and touch what is gone."""
    if source.within("ui/shell/"):
        return
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.ClassDef) or "QObject" not in map(ast.unparse, node.bases):
            continue
        if "super().__init__()" in ast.unparse(node):
            yield f"{source.path}:{node.lineno} {node.name}"


def prints(source: Source) -> Iterator[str]:
    """Yield prints outside the programs that talk to a terminal."""
    if source.within(*MAY_PRINT):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            yield f"{source.path}:{node.lineno} print"


def unfinished(source: Source) -> Iterator[str]:
    """Yield marks of work left over, and words that belong to a workplace and not to the product."""
    for number, line in enumerate(source.text.splitlines(), 1):
        if found := UNFINISHED.search(line) or WORKPLACE.search(line):
            yield f"{source.path}:{number} «{found[0]}»"


def hidden_words(source: Source) -> Iterator[str]:
    """Yield literal texts in ``_(…)`` inside an f-string: what collects them for translation does not see those."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.JoinedStr):
            for part in ast.walk(node):
                if (
                    isinstance(part, ast.Call)
                    and ast.unparse(part.func) == "_"
                    and isinstance(part.args[0], ast.Constant)
                ):
                    yield f"{source.path}:{part.lineno}: _(…) inside an f-string"


def impure_rules(source: Source) -> Iterator[str]:
    """Yield imports of rules.py and facts.py beyond the standard library, the kernel and lower rules and facts."""
    if not source.path.endswith(("/rules.py", "/facts.py")):
        return
    for node in ast.walk(source.tree):
        for name in _imported(node):
            if not _is_pure(name):
                yield f"{source.path}:{getattr(node, 'lineno', 0)} imports {name}"


def _imported(node: ast.AST) -> tuple[str, ...]:
    if isinstance(node, ast.Import):
        return tuple(alias.name for alias in node.names)
    return (node.module or "",) if isinstance(node, ast.ImportFrom) else ()


def _is_pure(module: str) -> bool:
    top, *below = module.split(".")
    if top != "desk_app":
        # msgspec is the language of records, as the kernel speaks it.
        return top == "msgspec" or top in sys.stdlib_module_names - {"sqlite3", "socket", "subprocess", "tempfile"}
    doors = {"tables", "commands", "room", "papers", "storage", "store", "write_door"}
    return not doors.intersection(below)
