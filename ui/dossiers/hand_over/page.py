"""The page on which results are given out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from ui.dossiers.hand_over import desk_side
from ui.dossiers.hand_over.calls import Calls
from ui.dossiers.hand_over.collector_view import RELATIONS
from ui.dossiers.hand_over.give_view import Doings, GiveView
from ui.dossiers.hand_over.notices import standing
from ui.dossiers.hand_over.state import Answer, Opened, WaitRow, recognised
from ui.dossiers.hand_over.waiting_view import HitsView, WaitingView
from ui.shell.page import Context, Page
from ui.widgets.field import Field
from ui.widgets.parts import grown, scrolled

if TYPE_CHECKING:
    from desk_app.dossiers.facts import Relation
    from desk_app.dossiers.person import Person
    from ui.shell.scanning.thing import ScannedThing

_WAITING, _HITS, _GIVING = range(3)


class HandOverPage(Page):
    """Scan, say who stands there, Enter; then it is ready for the next one. Nobody open: who has not come yet."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.opened: Opened | None = None
        self._edition = 0
        self._command_id = ""
        self._giving: tuple[tuple[str, str], ...] = ()
        self._logged = ""
        self.scan_field = Field(
            "text", _("Quét giấy hẹn hoặc thẻ căn cước – hay gõ mã, tên, số điện thoại"), placeholder="261123-1001"
        )
        self.scan_field.entered.connect(self._on_asked)
        self.scan_field.scanned.connect(self._ask)
        self.waiting = WaitingView()
        self.waiting.opened.connect(self.open)
        self._calls = Calls(context, self.waiting)
        self.hits = HitsView(self.open)
        self.form = GiveView(Doings(give=self.give, give_all=self.give_all, card=self._open_card))
        self._stack = QStackedWidget()
        self._area = scrolled(self.form)
        for part in (self.waiting, self.hits, self._area):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(12))
        layout.setSpacing(grown(10))
        layout.addWidget(self.scan_field)
        layout.addWidget(self._stack, 1)
        self._bind_keys()

    def _bind_keys(self) -> None:
        self.bind("F8", _("Trả kết quả"), self.give)
        self.bind("F7", _("Trả mọi kết quả của người này"), self.give_all)
        self.bind("F6", _("Ghi đã gọi điện cho người ở dòng đang chọn"), self._on_call_asked)
        for relation, words, keys in RELATIONS:
            self.bind(keys, _("Người nhận: {who}").format(who=words), partial(self._pick, relation))
        self.bind("Ctrl+O", _("Mở thẻ hồ sơ"), self._open_card)
        self.bind("Alt+L", _("Lọc theo số ngày chờ"), self.waiting.filter.setFocus)

    def arrive(self, about: str) -> None:
        """Stand ready for a scan, or at the dossier that the page is about."""
        if about:
            self.open(about)
        else:
            self._begin()

    def refresh(self) -> None:
        """See who waits now, and how the open dossier stands."""
        desk, by, opened, edition = self.context.desk, self.context.actor.id, self.opened, self._edition
        self.context.jobs.read(lambda: desk_side.waiting(desk, by), self._on_waiting, latest="waiting")
        if opened is not None and not self._giving:
            id_ = opened.dossier.id
            self.context.jobs.read(
                lambda: desk_side.opened(desk, by, id_, edition), self._on_seen_again, latest="opened"
            )

    def escape(self) -> bool:
        """Put the open dossier, the hits or a strip away."""
        if self._calls.put_away():
            return True
        if self._stack.currentIndex() != _WAITING or self.scan_field.text:
            self._begin()
        else:
            return False
        return True

    def scanned(self, thing: ScannedThing) -> bool:
        """Open a receipt's dossier; take an identity card as the collector's, or look for its owner's results."""
        scan = thing.scan
        if thing.is_ticket or scan.verdict in ("forged", "misread"):
            return False
        if scan.kind == "receipt" and thing.dossier:
            self.open(thing.dossier, scan.edition)
            return True
        if scan.kind != "identity_card" or scan.card is None:
            return False
        if self.opened is not None and standing(self.opened.dossier) == "ready":
            self._take_card(self.opened, scan.card.person)
        else:
            self._ask(scan.card.person.id_number)
        return True

    def open(self, dossier: str, edition: int = 0) -> None:
        """Open one dossier, known by its id; ``edition`` is the scanned receipt's."""
        self._edition = edition
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: desk_side.opened(desk, by, dossier, edition), self._on_opened, latest="opened")

    def give(self) -> None:
        """Hand this one result over."""
        if self.opened is not None:
            self._give(((self.opened.dossier.id, self.opened.dossier.code),))

    def give_all(self) -> None:
        """Hand over every result of this person that waits."""
        if self.opened is not None and self.opened.others:
            self._give(tuple((each.id, each.code) for each in (self.opened.dossier, *self.opened.others)))

    def _begin(self) -> None:
        self.opened, self._giving, self._edition = None, (), 0
        self.scan_field.put("")
        self._stack.setCurrentIndex(_WAITING)
        self.refresh()
        self.scan_field.take_focus()

    def _on_asked(self) -> None:
        if self.scan_field.text.strip():
            self._ask(self.scan_field.text)
        elif self._stack.currentIndex() == _GIVING:
            self.form.begin()
        else:
            self.waiting.table.setFocus()

    def _ask(self, text: str) -> None:
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: desk_side.asked(desk, by, text), self._on_answer, latest="asked")

    def _on_answer(self, answer: Answer) -> None:
        if answer.warning:
            self.context.messages.say(answer.warning, tone="warning")
        if answer.dossier:
            self.open(answer.dossier, answer.edition)
            return
        self.opened = None
        self.hits.put(answer.text, answer.hits)
        self._stack.setCurrentIndex(_HITS)
        if answer.hits:
            self.hits.table.setFocus()

    def _on_opened(self, opened: Opened) -> None:
        self.opened = opened
        self._giving = ()
        self._command_id = self.context.desk.journal.new_id()
        self.scan_field.put("")
        self.form.put(opened)
        self._stack.setCurrentIndex(_GIVING)
        if standing(opened.dossier) == "ready":
            self.form.begin()
            self._reveal()
        else:
            self.scan_field.take_focus()
        if self._logged != opened.dossier.id and self.context.may("access.log"):
            self._logged = opened.dossier.id
            desk, by, id_, was_scanned = self.context.desk, self.context.actor.id, opened.dossier.id, self._edition > 0
            self.context.jobs.write(
                lambda: desk_side.log_opening(desk, by, id_, was_scanned=was_scanned), self._on_logged
            )

    def _on_seen_again(self, opened: Opened) -> None:
        if self.opened is not None and self.opened.dossier.id == opened.dossier.id and not self._giving:
            self.opened = opened
            self.form.update_with(opened)

    def _on_waiting(self, rows: tuple[WaitRow, ...]) -> None:
        self.waiting.put(rows)

    def _on_logged(self, _nothing: None) -> None:
        """Nothing is shown: that looking is logged is said in the guide."""

    def _take_card(self, opened: Opened, person: Person) -> None:
        known = recognised(opened, person)
        self.form.take(known)
        self._reveal()
        self.context.messages.say(known.words, tone="good" if known.relation != "relative" else "warning")

    def _pick(self, relation: Relation) -> None:
        if self.opened is not None and standing(self.opened.dossier) == "ready":
            self.form.pick(relation)
            self._reveal()

    def _reveal(self) -> None:
        """Let what has the focus be seen, also where large text makes the form longer than the window."""
        QTimer.singleShot(0, self, self._scroll_to_focus)

    def _scroll_to_focus(self) -> None:
        focused = self.form.focusWidget()
        if focused is not None and self._stack.currentIndex() == _GIVING:
            self._area.ensureWidgetVisible(focused, 0, grown(20))

    def _give(self, dossiers: tuple[tuple[str, str], ...]) -> None:
        opened = self.opened
        if opened is None or self._giving or standing(opened.dossier) != "ready":
            return
        if opened.must_sign and not self.form.collector.signed.isChecked():
            self.form.collector.signed.setFocus()
            hint = _("Phím cách: đánh dấu đã ký. Chưa ghi gì.")
            self.context.messages.say(_("Thủ tục này phải ký sổ trước khi nhận."), hint, tone="warning")
            return
        self._giving = dossiers
        desk, by, id_ = self.context.desk, self.context.actor.id, self._command_id
        ids, collecting = tuple(each for each, _code in dossiers), self.form.collector.collecting()
        self.context.jobs.write(
            lambda: desk_side.give(desk, by, ids, collecting, id_), self._on_given, failed=self._on_not_given
        )

    def _on_given(self, _written: Written) -> None:
        given, name = self._giving, self.form.collector.collecting().to
        for dossier, code in given:
            self.context.happenings.handed_over.emit(dossier, code)
        if not name and self.opened is not None:
            name = self.opened.dossier.registered.applicant.name
        codes = ", ".join(code.split("-", 1)[1] for _id, code in given)
        self._begin()
        self.context.messages.say(
            _("Đã trả {codes} cho {name}.").format(codes=codes, name=name), _("Sẵn sàng quét giấy tiếp theo.")
        )
        self.context.wrote()

    def _on_not_given(self, error: DeskError) -> None:
        self._giving = ()
        if not (isinstance(error, InvalidInput) and self.form.collector.refuse(error)):
            self.context.messages.report(error)

    def _on_call_asked(self) -> None:
        if self._stack.currentIndex() == _WAITING:
            self._calls.ask()

    def _open_card(self) -> None:
        if self.opened is not None:
            self.context.go("card", self.opened.dossier.id)
