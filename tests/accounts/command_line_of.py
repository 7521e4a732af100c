"""One line of the table of commands: the command, its room, its permission, and what it is given."""

from collections.abc import Callable, Mapping
from typing import Any

Line = tuple[Callable[..., object], str, str, Mapping[str, Any]]
