"""The strips of the page of fees: taking a payment, giving one back, counting the drawer."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from desk_app.fees.closing import Count
from desk_app.fees.commands import Payment
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from ui.fees.moves import FeeMoves
from ui.fees.state import WAYS, Row, closing_words, money_in
from ui.widgets.field import Field
from ui.widgets.strip import Strip

_KINDS = (("returned", _("Trả lại tiền")), ("mistake", _("Ghi sai, không có tiền")))


class FeeStrips(QObject):
    """Holds the strips, one open at a time."""

    def __init__(self, moves: FeeMoves, parent: QObject) -> None:
        super().__init__(parent)
        self._moves = moves
        self._row: Row | None = None
        self._day = date.min
        self._expected = 0
        fields = [Field("amount", _("Số tiền")), Field("payer", _("Người nộp tiền")), Field("reason", _("Lý do"))]
        self.paying = Strip("", fields, self._do_pay, words=_("Thu"), choices=WAYS, box=_("Cách nộp"))
        why = [Field("reason", _("Vì sao"))]
        self.returning = Strip("", why, self._do_return, words=_("Ghi"), choices=_KINDS, box=_("Việc gì"))
        counting = [
            Field("counted", _("Đếm được (cả tiền đầu ngày)")),
            Field("opening", _("Có sẵn đầu ngày")),
            Field("note", _("Giải thích chênh lệch")),
        ]
        self.closing = Strip("", counting, self._do_close, words=_("Chốt ngày"))
        for name in ("counted", "opening"):
            self.closing.fields[name].edited.connect(lambda _text: self._show_difference())
        self.all = (self.paying, self.returning, self.closing)

    def open_payment(self, row: Row, number: str) -> None:
        """Ask how a dossier is paid; the amount due stands there already."""
        self.close()
        self._row = row
        title = _("Thu {code} – {name}, phải nộp {amount} · phiếu {number}")
        self.paying.open(title.format(code=row.code, name=row.name, amount=row.money, number=number))
        self.paying.fields["amount"].put("" if row.amount is None else quantity(row.amount))
        self.paying.fields["payer"].put(row.name)
        self.paying.fields["reason"].hint(_("khi thu khác mức phải nộp"))
        self.paying.fields["amount"].take_focus()
        self.paying.fields["amount"].edit.selectAll()

    def open_return(self, row: Row) -> None:
        """Ask why a payment is given back."""
        self.close()
        self._row = row
        title = _("Trả lại phiếu {number} – {name}, {amount}")
        self.returning.open(title.format(number=row.number, name=row.name, amount=row.money))
        self.returning.fields["reason"].take_focus()

    def open_closing(self, day: date, expected: int) -> None:
        """Ask what was counted; ``expected`` is the cash of the day without any opening float."""
        self.close()
        self._day, self._expected = day, expected
        self.closing.open(closing_words(day, expected, ""))
        self.closing.fields["opening"].hint("0")

    def close(self) -> bool:
        """Close what is open; tell whether there was anything."""
        opened = [strip for strip in self.all if strip.isVisible()]
        for strip in opened:
            strip.put_away()
        return bool(opened)

    def refuse(self, error: InvalidInput) -> bool:
        """Show an error beside its field in the open strip; tell whether that was possible."""
        return any(strip.isVisible() and strip.refuse(error) for strip in self.all)

    def _do_pay(self) -> None:
        row, strip = self._row, self.paying
        amount = self._typed(strip, "amount")
        if row is not None and amount is not None:
            way = next(key for key, _words in WAYS if key == strip.choice)
            payer = strip.text("payer").strip()
            payment = Payment(amount=amount, way=way, payer=payer, reason=strip.text("reason"))
            self._moves.pay(row, payment)

    def _do_return(self) -> None:
        if self._row is not None:
            mistake = self.returning.choice == "mistake"
            self._moves.give_back(self._row, self.returning.text("reason"), mistake=mistake)

    def _do_close(self) -> None:
        counted = self._typed(self.closing, "counted")
        opening = self._typed(self.closing, "opening", empty=0) if counted is not None else None
        if counted is not None and opening is not None:
            self._moves.close(self._day, Count(counted=counted, opening=opening, note=self.closing.text("note")))

    def _typed(self, strip: Strip, name: str, *, empty: int | None = None) -> int | None:
        """Return the đồng in a field, or show below it why they cannot be read."""
        text = strip.text(name)
        if empty is not None and not text.strip():
            return empty
        return self._try(strip, lambda: money_in(text, field=name))

    def _try(self, strip: Strip, read: Callable[[], int]) -> int | None:
        try:
            return read()
        except InvalidInput as error:
            strip.refuse(error)
            return None

    def _show_difference(self) -> None:
        try:
            text = self.closing.text("opening")
            opening = money_in(text, field="opening") if text.strip() else 0
        except InvalidInput:
            opening = 0
        words = closing_words(self._day, self._expected + opening, self.closing.text("counted"))
        self.closing.title.setText(words)
