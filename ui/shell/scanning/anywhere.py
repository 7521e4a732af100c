"""Scan anywhere: both kinds of scanner, one way from what was heard to the page that it belongs to."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desk_app.kernel.translations import _
from desk_app.scanner.profile import ScannerSettings
from desk_app.scanner.serial_port import PortState
from ui.shell.header import Header
from ui.shell.message_bar import Act
from ui.shell.page import Context, Page
from ui.shell.scanning import desk_side
from ui.shell.scanning.routing import Way, way_of
from ui.shell.scanning.serial_bridge import SerialBridge
from ui.shell.scanning.thing import Heard, ScannedThing
from ui.shell.scanning.wedge import Wedge


class ScanAnywhere(QObject):
    """Listens while somebody works: the page in front is asked first, then the thing goes where such things go.

    ``front`` gives the page in front and its key, ``header`` has the search box in which what nobody understood is kept,
    ``is_on`` says whether anybody is signed in and not locked out, ``may_open`` whether this person has a page.
    """

    def __init__(
        self,
        parent: QObject,
        context: Context,
        *,
        front: Callable[[], tuple[Page | None, str]],
        header: Header,
        may_open: Callable[[str], bool],
        is_on: Callable[[], bool],
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._front = front
        self._header = header
        self._left_there = ""
        self._may_open = may_open
        self._is_on = is_on
        self._was_gone = False
        self._stopped = False
        self.wedge = Wedge(self, is_on)
        self.port = SerialBridge(self)
        self.wedge.heard.connect(self.take)
        self.port.heard.connect(self.take)
        self.port.changed.connect(self._on_port)

    def look(self) -> None:
        """Listen to the port that is set up now; asked at the start and whenever something was written."""
        desk = self._context.desk
        self._context.jobs.read(lambda: desk_side.settings_of(desk), self._on_settings, latest="scanner")

    def stop(self) -> None:
        """Listen no more."""
        self._stopped = True
        self.wedge.stop()
        self.port.stop()

    def take(self, heard: Heard) -> None:
        """Make out what was heard, and send it where it belongs."""
        if not self._is_on() or not heard.text.strip():
            return
        desk, may_view = self._context.desk, self._context.may(desk_side.VIEW)
        self._context.jobs.read(lambda: desk_side.made_out(desk, heard, may_view=may_view), self._on_made_out)

    def _on_settings(self, settings: ScannerSettings) -> None:
        if not self._stopped:
            self.port.listen(settings.port)

    def _on_made_out(self, thing: ScannedThing) -> None:
        self._clear_search()
        page, key = self._front()
        # Locked meanwhile: nothing may open behind the sign-in.
        if not self._is_on() or (page is not None and page.scanned(thing)):
            return
        self._go(way_of(thing, front=key, may=self._context.may))

    def _go(self, way: Way) -> None:
        if way.page:
            self._context.go(way.page, way.about)
        if way.search:
            self._left_there = way.search
            self._header.show_text(way.search)
        if way.message:
            act = Act(words=_("Cài đặt máy quét"), key="Ctrl+J", run=self._open_set_up)
            offered = act if way.offers_set_up and self._may_open("settings") else None
            self._context.messages.say(way.message, way.hint, tone=way.tone, act=offered)

    def _clear_search(self) -> None:
        """Take the text of the scan before out of the search box, unless somebody has begun to work with it."""
        if self._left_there and self._header.text == self._left_there:
            self._header.show_text("")
        self._left_there = ""

    def _open_set_up(self) -> None:
        self._context.go("settings", "scanner")

    def _on_port(self, state: PortState) -> None:
        self._context.desk.scanner.watch.state = state
        if state.state == "gone" and not self._was_gone:
            self._was_gone = True
            self._context.messages.say(
                _("Mất kết nối với máy quét ở cổng {port}.").format(port=state.name),
                _("Hãy xem lại dây cắm; cắm lại là tự nối. Máy quét kiểu bàn phím vẫn dùng được."),
                tone="warning",
            )
        elif state.state == "open" and self._was_gone:
            self._was_gone = False
            self._context.messages.say(_("Máy quét ở cổng {port} đã nối lại.").format(port=state.name))
        elif state.state == "off":
            self._was_gone = False
