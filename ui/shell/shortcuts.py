"""Keys that work wherever the focus is within a widget."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind(widget: QWidget, keys: Iterable[tuple[str, Callable[[], object]]]) -> None:
    """Let each key, as in ``Ctrl+L``, do its work anywhere in ``widget``."""
    for key, work in keys:
        QShortcut(QKeySequence(key), widget).activated.connect(work)
