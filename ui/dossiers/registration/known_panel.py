"""Below the person: the request they come back for, and what they have had at the desk before."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.dossiers.registration.known import EarlierLine
from ui.widgets.parts import grown, label, noticed
from ui.widgets.table import Column, Look, RowsModel, Table

_MOST_ROWS = 4
_COLUMNS: tuple[Column[EarlierLine], ...] = (
    Column(
        title="",
        look=lambda each: Look(words=each.procedure, shape=each.status.shape),
        stretches=True,
    ),
    Column(title="", look=lambda each: Look(words=each.status.words, colour=each.status.colour)),
)


class KnownPanel(QWidget):
    """Shows what is known of the person; it never takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "small", wrap=True)
        self.offer = label("", "", wrap=True)
        self.offer_frame = noticed(self.offer)
        self.list = Table(RowsModel(_COLUMNS), _("Hồ sơ trước của người này"), picks=False)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.horizontalHeader().hide()
        self.list.setProperty("plain", "true")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(5))
        for part in (self.offer_frame, self.words, self.list):
            layout.addWidget(part)
        self.put("", "", ())

    def put(self, words: str, offer: str, earlier: Sequence[EarlierLine]) -> None:
        """Show how often the person was here, the request that waits for them, and their newest dossiers."""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.offer.setText(offer)
        self.offer_frame.setVisible(bool(offer))
        shown = tuple(earlier[:_MOST_ROWS])
        if self.list.rows != shown:
            self.list.put(shown)
            self.list.clearSelection()
        rows = self.list.verticalHeader().defaultSectionSize() * len(shown)
        self.list.setFixedHeight(rows + grown(4))
        self.list.setVisible(bool(shown))
        self.setVisible(bool(words or offer))
