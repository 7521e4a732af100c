"""The half-typed forms that wait: always in sight, one key away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from desk_app.kernel.translations import _
from ui.dossiers.registration.half_typed import Aside
from ui.widgets.parts import button, grown, label

_MOST = 3


class AsideStrip(QFrame):
    """Shows forms that were put aside, newest first; says ``chosen`` with the one to go on with."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self._buttons: list[QPushButton] = []
        self._title = label(_("Đang dở:"), "strong")
        self._rest: QLabel = label("", "small")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(grown(10), grown(2), grown(10), grown(2))
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._rest, 1)
        self.put(())

    @property
    def names(self) -> tuple[str, ...]:
        """Return what the buttons say."""
        return tuple(each.text() for each in self._buttons)

    def put(self, asides: Sequence[Aside]) -> None:
        """Show the newest of ``asides`` and how many more there are."""
        for old in self._buttons:
            self._layout.removeWidget(old)
            old.deleteLater()
        self._buttons = [self._button(place, aside) for place, aside in enumerate(asides[:_MOST])]
        for place, each in enumerate(self._buttons):
            self._layout.insertWidget(1 + place, each)
        more = len(asides) - _MOST
        self._rest.setText(_("và {count} biểu khác").format(count=more) if more > 0 else "")
        self.setVisible(bool(asides))

    def _button(self, place: int, aside: Aside) -> QPushButton:
        who = aside.typed.name or aside.typed.card_name or aside.typed.id_number or _("chưa có tên")
        words = f"{who} · {aside.at:%H:%M}"
        return button(words, lambda: self.chosen.emit(aside), key="" if place else "F7", kind="quiet")
