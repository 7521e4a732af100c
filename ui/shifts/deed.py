"""What can be done on a tab: a key, words, whether it may be done now; the same key may do another thing on another tab."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shifts.work import Work
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown
from ui.widgets.strip import Strip


@dataclass(frozen=True, kw_only=True)
class Deed:
    """One action; ``may`` tells whether it can be done now."""

    key: str
    words: str
    run: Callable[[], None]
    may: Callable[[], bool]
    kind: str = ""


class Tab(QWidget):
    """One tab of the page: its strips, its view, its row of buttons. Says ``changed`` when its actions may differ."""

    changed = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.strips: tuple[Strip, ...] = ()
        self.deeds: tuple[Deed, ...] = ()

    def seek(self) -> None:
        """Ask the desk for what is shown."""

    def take_focus(self) -> None:
        """Put the keyboard where work begins."""

    def narrow(self, is_narrow: bool) -> None:
        """Lay out for a narrow window, or a wide one."""

    def allow(self) -> None:
        """Enable what may be done now."""
        for deed, made in zip(self.deeds, self._buttons, strict=True):
            made.setEnabled(deed.may())

    def press(self, key: str) -> None:
        """Do what a key does here, if it may be done."""
        deed = next((each for each in self.deeds if each.key == key), None)
        if deed is not None and deed.may():
            deed.run()

    def escape(self) -> bool:
        """Close an open strip; tell whether there was one."""
        opened = [strip for strip in self.strips if strip.isVisible()]
        for strip in opened:
            strip.put_away()
        return bool(opened)

    def lay_out(self, view: QWidget, strips: Sequence[Strip], deeds: Sequence[Deed]) -> None:
        """Set strips over the view and its buttons below."""
        self.strips, self.deeds = tuple(strips), tuple(deeds)
        self._buttons = tuple(button(deed.words, deed.run, key=deed.key, kind=deed.kind) for deed in self.deeds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(8))
        for strip in self.strips:
            layout.addWidget(strip)
        layout.addWidget(view, 1)
        if self._buttons:
            layout.addWidget(Flow((*self._buttons, None)))
        self.allow()
