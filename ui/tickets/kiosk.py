"""The window on which people take their own number: large keys, nothing else, no way into the program.

It belongs to the main window, not to a page: it goes on while the officer's screen is locked. Numbers are given out in
the name of the officer who opened it.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk_app.kernel.errors import DeskError
from desk_app.kernel.translations import _
from ui.shell.one_write import OneWrite
from ui.shell.page import Context, Page
from ui.tickets import desk_side
from ui.tickets.desk_side import Taken
from ui.tickets.parts.kiosk_key import KioskKey, lettered, scale_of
from ui.tickets.state import Queue
from ui.widgets.colours import COLOURS, drawn
from ui.widgets.parts import label

_LOOK_EVERY_MS = 5_000
_SAID_MS = 6_000


class Kiosk(QWidget):
    """Gives out a number at each tap, prints its slip, and says the number."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("ground")
        self.setWindowTitle(_("Lấy số thứ tự"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._may_close = False
        self._one = OneWrite(context, self)
        self._last = ""
        self.keys: dict[str, KioskKey] = {}
        self._title = label(_("Mời chọn việc cần làm để lấy số"), wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.said = label("", wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grid = QGridLayout()
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self._title)
        self._whole.addLayout(self._grid, 1)
        self._whole.addWidget(self.said)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_SAID_MS)
        self._quiet.timeout.connect(self._say_greeting)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(self.look)
        QShortcut(QKeySequence("Ctrl+Shift+Q"), self).activated.connect(self.put_away)
        self._say_greeting()

    def begin(self) -> None:
        """Fill the screen that is not the officer's, if there are two, and show the keys."""
        parent = self.parentWidget()
        own = parent.screen() if parent is not None else None
        others = [screen for screen in QGuiApplication.screens() if screen is not own]
        if others:
            self.setGeometry(others[0].geometry())
        self.showFullScreen()
        self._look.start()
        self.look()

    def put_away(self) -> None:
        """Close the window: the officer's Ctrl+Shift+Q, nothing else."""
        self._may_close = True
        self._look.stop()
        self.close()

    def look(self) -> None:
        """Read anew how many wait."""
        desk, by = self._context.desk, self._context.actor.id
        self._context.jobs.read(
            lambda: desk_side.queue(desk, by), self._on_seen, failed=self._on_failed, latest="kiosk"
        )

    def take(self, field: str) -> None:
        """Take a number, unless one is being given out."""
        self._one.fresh()
        self._one.do(
            lambda do: desk_side.take(do.desk, do.by, field, "", "kiosk", do.id), self._on_taken, self._on_failed
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a number by the keys 1 to 9; no other key does anything."""
        fields = list(self.keys)
        if event.text().isdigit() and 0 < int(event.text()) <= len(fields):
            self.take(fields[int(event.text()) - 1])
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Refuse every other way to close it, but go with the main window."""
        parent = self.parentWidget()
        if self._may_close or parent is None or not parent.isVisible():
            event.accept()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let letters and keys fill the screen, whatever the officer's own text size."""
        super().resizeEvent(event)
        self._fit()

    def _on_seen(self, queue: Queue) -> None:
        if [key.field for key in queue.keys] != list(self.keys):
            for old in self.keys.values():
                self._grid.removeWidget(old)
                old.deleteLater()
            self.keys = {key.field: KioskKey(key) for key in queue.keys}
            for field, made in self.keys.items():
                made.clicked.connect(lambda _checked=False, field=field: self.take(field))
            self._fit()
        for key in queue.keys:
            self.keys[key.field].put(key)

    def _fit(self) -> None:
        """Set the keys in two columns, the last of an odd number across both; in one where the screen stands upright."""
        scale = scale_of(self.size())
        self._title.setFont(lettered(34 * scale))
        self.said.setFont(lettered(28 * scale))
        self.said.setMinimumHeight(round(86 * scale))
        self._grid.setSpacing(round(14 * scale))
        self._whole.setContentsMargins(*[round(each * scale) for each in (32, 20, 32, 14)])
        columns = 2 if self.width() > self.height() else 1
        last = len(self.keys) - 1
        for place, each in enumerate(self.keys.values()):
            wide = columns == 2 and place == last and place % 2 == 0
            self._grid.addWidget(each, place // columns, place % columns, 1, 2 if wide else 1)
            each.fit(scale)

    def _on_taken(self, taken: Taken) -> None:
        words = _("Số của ông/bà: {number}. Mời nhận phiếu và chờ gọi.").format(number=taken.number)
        self._say(words, COLOURS.accent_deep)
        self._last = taken.number
        desk, ticket = self._context.desk, taken.ticket
        self._context.jobs.printing(lambda: desk_side.print_slip(desk, ticket), self._on_printed)
        self.look()

    def _on_printed(self, came_out: bool) -> None:
        if not came_out:
            words = _("Máy in chưa in được phiếu. Số của ông/bà là {number}, vẫn được gọi như thường.")
            self._say(words.format(number=self._last), COLOURS.warning)

    def _on_failed(self, error: DeskError) -> None:
        self._say(f"{error.message} {error.hint}".strip(), COLOURS.warning)

    def _say(self, words: str, colour: str) -> None:
        self.said.setText(words)
        self.said.setStyleSheet(f"color: {drawn(colour)};")
        self._quiet.start()

    def _say_greeting(self) -> None:
        self.said.setText(_("Người cao tuổi, người khuyết tật, phụ nữ mang thai: mời đến quầy để lấy số ưu tiên."))
        self.said.setStyleSheet(f"color: {drawn(COLOURS.soft_ink)};")


def kiosk_over(page: Page) -> Kiosk:
    """Open the kiosk of the page's window, or return the one that stands open."""
    main = page.window()
    found = main.findChild(Kiosk)
    if found is None:
        found = Kiosk(page.context, main)
    found.begin()
    return found
