"""The files that the contracts read."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON_FOLDERS = ("desk_app", "ui", "tests")
TEXT_FOLDERS = (*PYTHON_FOLDERS, "resources", "docs", ".ci")
TEXT_ENDINGS = frozenset({".py", ".spec", ".md", ".toml", ".json", ".csv", ".txt", ".po", ".svg", ".ini", ""})


@dataclass(frozen=True)
class Source:
    """One text file; ``path`` is relative to the checkout, with forward slashes."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """Return the Python syntax tree."""
        return ast.parse(self.text, self.path)

    def within(self, *places: str) -> bool:
        """Tell whether the file is one of ``places`` or lies in one of them (those that end in a slash)."""
        return any(self.path.startswith(place) if place.endswith("/") else self.path == place for place in places)


def python_sources(*folders: str) -> Iterator[Source]:
    """Yield our Python files below ``folders``; all of ours without folders."""
    for folder in folders or PYTHON_FOLDERS:
        yield from map(_read, sorted((ROOT / folder).rglob("*.py")))
    if not folders:
        yield from (_read(ROOT / name) for name in ("dev.py", "build.spec"))


def texts() -> Iterator[Source]:
    """Yield every text file of ours: code, documents and data."""
    beside = [file for file in ROOT.iterdir() if file.is_file() and file.name != "uv.lock"]
    below = [file for folder in TEXT_FOLDERS for file in (ROOT / folder).rglob("*") if "__pycache__" not in file.parts]
    for file in sorted((*beside, *below)):
        if file.is_file() and file.suffix in TEXT_ENDINGS:
            yield _read(file)


def _read(file: Path) -> Source:
    return Source(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))
