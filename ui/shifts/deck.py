"""Tabs one behind the other; unlike Qt's stack it is only as high as the one in front."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Deck(QWidget):
    """Shows one of several widgets."""

    def __init__(self, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._cards = tuple(cards)
        self._place = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for card in self._cards:
            layout.addWidget(card)
        self.show_card(0)

    @property
    def place(self) -> int:
        """Return which one is in front."""
        return self._place

    def show_card(self, place: int) -> None:
        """Bring one to the front."""
        self._place = place
        for number, card in enumerate(self._cards):
            card.setVisible(number == place)
