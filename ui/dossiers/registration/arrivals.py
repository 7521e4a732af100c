"""How a visit comes to the page: an identity card scanned anywhere, a called ticket, an earlier request for papers."""

from PySide6.QtCore import QObject, Signal

from desk_app.dossiers.identity_card import IdentityCard
from desk_app.dossiers.prefill import Prefill
from desk_app.dossiers.scan import Scanned
from desk_app.kernel.records import changed
from desk_app.kernel.translations import _
from ui.dossiers.registration import beginnings, desk_side, filled
from ui.dossiers.registration.acquaintance import Acquaintance
from ui.dossiers.registration.filling import Filling
from ui.dossiers.registration.known import Request
from ui.shell.page import Context

_SCAN, _TICKET, _SUPPLEMENT, _PREFILL = "scan:", "ticket:", "supplement:", "prefill:"


class Arrivals(QObject):
    """Fills the form from what a visit brings; says ``another`` when somebody else's half-typed form is in the way."""

    another = Signal()

    def __init__(self, filling: Filling, acquaintance: Acquaintance, context: Context) -> None:
        super().__init__(filling)
        self._filling = filling
        self._acquaintance = acquaintance
        self._context = context
        self._waiting: Request | Prefill | None = None

    def go_on(self) -> None:
        """Fill in what waited for the catalogue."""
        if self._waiting is None or self._filling.counter is None:
            return
        waiting, self._waiting = self._waiting, None
        if isinstance(waiting, Request):
            self._acquaintance.fill_from(waiting)
        else:
            self._fill_in(waiting)
        self._acquaintance.look()

    def take(self, about: str) -> bool:
        """Take what the page is opened with; False for a visitor of whom nothing is known yet."""
        desk = self._context.desk
        if about.startswith(_SCAN):
            self.read(about.removeprefix(_SCAN))
        elif about.startswith(_SUPPLEMENT):
            id_ = about.removeprefix(_SUPPLEMENT)
            self._context.jobs.read(lambda: desk_side.request(desk, id_), self._on_known, latest="arrival")
        elif about.startswith(_PREFILL):
            origin = about.removeprefix(_PREFILL)
            self._context.jobs.read(lambda: beginnings.prefill(desk, origin), self._on_known, latest="arrival")
        elif about.startswith(_TICKET):
            self._on_ticket(about.removeprefix(_TICKET))
        else:
            return False
        return True

    def read(self, text: str) -> None:
        """Read a scanned text, whichever field it hit."""
        desk = self._context.desk
        self._context.jobs.read(lambda: desk_side.read_scan(desk, text), self._on_scan, latest="arrival")

    def _on_scan(self, scan: Scanned) -> None:
        if scan.card is None:
            words = " ".join(scan.warnings) or _("Không hiểu mã vừa quét.")
            self._context.messages.say(words, _("Hãy quét lại, hoặc gõ tay."), tone="warning")
            return
        doubts = " ".join(filter(None, (scan.repaired, *scan.warnings)))
        if self._is_for_authorised():
            self._filling.change(filled.with_authorised_card(self._filling.typed, scan.card), "authorised")
            self._say(_("Đã đọc thẻ của người được ủy quyền."), doubts)
            self._filling.view.fields["authorised_paper"].take_focus()
            return
        self._take_card(scan.card)
        self._say(_("Đã đọc thẻ căn cước."), doubts)

    def _take_card(self, card: IdentityCard) -> None:
        if filled.is_another(self._filling.typed, card):
            self.another.emit()
        self._filling.change(filled.with_card(self._filling.typed, card), "id_number")
        self._acquaintance.look()
        view = self._filling.view
        if not card.name_is_sure and not self._filling.typed.name:
            view.fields["name"].take_focus()
        elif self._filling.typed.procedure:
            view.papers.table.setFocus()
        else:
            view.picker.field.take_focus()

    def _is_for_authorised(self) -> bool:
        """Tell whether the keyboard stands where the authorised person is named."""
        view = self._filling.view
        return any(view.fields[name].edit.hasFocus() for name in ("authorised", "authorised_number"))

    def _on_known(self, known: Request | Prefill) -> None:
        typed = self._filling.typed
        if typed.name or typed.id_number:
            self.another.emit()
        self._waiting = known
        self.go_on()

    def _fill_in(self, prefill: Prefill) -> None:
        procedure = self._filling.counter.by_code.get(prefill.procedure) if self._filling.counter else None
        self._filling.change(filled.with_prefill(self._filling.typed, prefill, procedure), "procedure")
        view = self._filling.view
        (view.papers.table if procedure is not None else view.picker.field.edit).setFocus()
        self._context.messages.say(
            _("Đã điền những gì đã biết."), _("Kiểm giấy tờ người dân mang đến: Enter là đủ cả."), tone="good"
        )

    def _on_ticket(self, ticket: str) -> None:
        if self._filling.typed.ticket != ticket:
            typed = self._filling.typed
            if typed.name or typed.id_number or typed.procedure:
                self.another.emit()
            self._filling.change(changed(self._filling.typed, ticket=ticket), "ticket")
        desk = self._context.desk
        self._context.jobs.read(lambda: desk_side.ticket_number(desk, ticket), self._on_ticket_number, latest="ticket")
        self._filling.view.fields["name"].take_focus()

    def _on_ticket_number(self, number: str) -> None:
        self._context.messages.say(
            _("Đang tiếp nhận số {number}.").format(number=number), _("Quét thẻ, hoặc gõ họ tên.")
        )

    def _say(self, words: str, doubts: str) -> None:
        self._context.messages.say(words, doubts, tone="warning" if doubts else "good")
