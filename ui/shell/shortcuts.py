"""The keys that work on every page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from ui.shell.pages import PageEntry

if TYPE_CHECKING:
    from ui.shell.workspace import Workspace


def bind(workspace: Workspace, entries: Sequence[PageEntry]) -> None:
    """Let the keys of the frame and of every page in ``entries`` work in ``workspace``."""
    grow = workspace.text_size_requested.emit
    for keys, run in (
        ("F1", workspace.show_keys),
        ("F5", workspace.show_written),
        ("Esc", workspace.escape),
        ("Ctrl+L", workspace.lock_requested.emit),
        ("Ctrl+=", lambda: grow(1)),
        ("Ctrl++", lambda: grow(1)),
        ("Ctrl+-", lambda: grow(-1)),
        ("Ctrl+0", lambda: grow(0)),
        ("Ctrl+K", lambda: workspace.choose("find")),
    ):
        QShortcut(QKeySequence(keys), workspace).activated.connect(run)
    for entry in entries:
        if entry.shortcut:
            shortcut = QShortcut(QKeySequence(entry.shortcut), workspace)
            shortcut.activated.connect(lambda key=entry.key: workspace.choose(key))
