"""The page on which a dossier is received, appraised, approved and returned in one sitting."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desk_app.dossiers.numbering import tail
from desk_app.dossiers.on_the_spot_visit import Stage
from desk_app.kernel.translations import _
from ui.on_the_spot import desk_side
from ui.on_the_spot.moves import Handed, SittingMoves
from ui.on_the_spot.offering import Offering
from ui.on_the_spot.overview_view import OverviewView
from ui.on_the_spot.sitting_view import Doings, SittingView
from ui.on_the_spot.state import STAGE_KEYS, STAGE_WORDS, Overview, Sitting, span
from ui.shell.page import Context, Page
from ui.widgets.parts import grown, scrolled

if TYPE_CHECKING:
    from ui.shell.scanning.thing import ScannedThing

ABOUT_DOSSIER = "dossier:"


class OnTheSpotPage(Page):
    """One sitting at a time with its stopwatch; nobody open: who waits, and what of today may be settled now.

    What it is about: nothing, or ``dossier:<id>``. Every stamp is an entry, so an interrupted sitting stands in the list.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.sitting: Sitting | None = None
        self.overview = OverviewView()
        self.overview.opened.connect(self.open)
        self.overview.chosen.connect(self.open)
        self.view = SittingView(
            Doings(
                next_stage=self.go_on,
                by_another=self._by_another,
                receipt=self._on_receipt,
                leave=self._on_leave,
                card=self._open_card,
            )
        )
        self.moves = SittingMoves(context, self)
        self.moves.done.connect(self._on_done)
        self._logged = ""
        self.offering = Offering(context, self)
        self.offering.begun.connect(self.open)
        self.offering.refused.connect(self._show_lists)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(self.overview))
        self._area = scrolled(self.view)
        self._stack.addWidget(self._area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(12))
        layout.setSpacing(grown(10))
        for strip in (*self.moves.strips, self.offering.strip):
            layout.addWidget(strip)
        layout.addWidget(self._stack, 1)
        self._bind_keys()

    def arrive(self, about: str) -> None:
        """Stand at the dossier that the page is about, or at the sitting that was open, or at the lists."""
        dossier = about.removeprefix(ABOUT_DOSSIER)
        if dossier:
            self.open(dossier)
        elif self.sitting is not None:
            self.open(self.sitting.dossier.id)
        else:
            self._show_lists()

    def refresh(self) -> None:
        """See who waits, and how the open sitting stands."""
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: desk_side.overview(desk, by), self._on_overview, latest="on_the_spot")
        if self.sitting is not None:
            id_ = self.sitting.dossier.id
            self.context.jobs.read(lambda: desk_side.sitting(desk, by, id_), self._on_seen_again, latest="sitting")

    def tick(self, now: datetime) -> None:
        """Let the stopwatches run."""
        if self.sitting is not None:
            self.view.tick(now)
        else:
            self.overview.tick(now)

    def escape(self) -> bool:
        """Put a strip away, or go back to the lists; the sitting stays open there."""
        if self.moves.close():
            self.view.begin()
            return True
        if self.offering.close():
            return True
        if self.sitting is None:
            return False
        self._show_lists()
        return True

    def scanned(self, thing: ScannedThing) -> bool:
        """Open a scanned receipt's dossier here; anything else goes where it usually goes."""
        if thing.scan.kind != "receipt" or not thing.dossier or thing.scan.verdict in ("forged", "misread"):
            return False
        self.open(thing.dossier)
        return True

    def open(self, dossier: str) -> None:
        """Open one dossier's sitting, known by the dossier's id."""
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: desk_side.sitting(desk, by, dossier), self._on_opened, latest="opened")

    def go_on(self) -> None:
        """Set the stamp that comes next."""
        stage = self._next_stage
        if stage is not None:
            self.sign(stage)

    def sign(self, stage: Stage) -> None:
        """Set one stamp; out of turn the reason is said."""
        if self.sitting is None:
            return
        if stage == "returned" and self._register_unsigned():
            self.view.signed.setFocus()
            hint = _("Phím cách: đánh dấu đã ký. Chưa ghi gì.")
            self.context.messages.say(_("Thủ tục này phải ký sổ trước khi nhận."), hint, tone="warning")
            return
        self.moves.sign(stage, self._handed())

    @property
    def _next_stage(self) -> Stage | None:
        visit = self.sitting.visit if self.sitting is not None else None
        return visit.next_stage if visit is not None else None

    def _bind_keys(self) -> None:
        for stage, keys in STAGE_KEYS.items():
            words = _("Đóng dấu thời gian: {stage}").format(stage=STAGE_WORDS[stage].lower())
            self.bind(keys, words, partial(self.sign, stage))
        self.bind("Ctrl+I", _("Người khác ký bước này"), self._by_another)
        self.bind("Ctrl+B", _("Chuyển sang giải quyết bình thường"), self._on_leave)
        self.bind("Ctrl+R", _("In giấy hẹn khi người dân muốn"), self._on_receipt)
        self.bind("Ctrl+S", _("In giấy ký nhận khi trả"), self.view.slip.toggle)
        self.bind("Ctrl+O", _("Mở thẻ hồ sơ"), self._open_card)

    def _handed(self) -> Handed:
        view = self.view
        return Handed(number=view.number.text, signed_register=view.signed.isChecked(), slip=view.slip.isChecked())

    def _register_unsigned(self) -> bool:
        sitting = self.sitting
        return (
            sitting is not None
            and self._next_stage == "returned"
            and sitting.must_sign
            and not self.view.signed.isChecked()
        )

    def _by_another(self) -> None:
        stage = self._next_stage
        if stage == "returned" and self._register_unsigned():
            self.sign(stage)
        elif stage is not None:
            self.moves.sign_as_another(stage, self._handed())

    def _on_receipt(self) -> None:
        if self._next_stage is not None:
            self.moves.print_receipt()

    def _on_leave(self) -> None:
        if self._next_stage is not None:
            self.moves.ask_leave()

    def _show_lists(self) -> None:
        self.sitting = None
        self.moves.about(None)
        self._stack.setCurrentIndex(0)
        self.refresh()
        self.overview.begin()

    def _on_overview(self, overview: Overview) -> None:
        had_rows = bool(self.overview.waiting.rows or self.overview.candidates.rows)
        self.overview.put(overview, self.context.now())
        if self.sitting is None and not had_rows and not self.offering.strip.isVisible():
            self.overview.begin()

    def _on_opened(self, sitting: Sitting) -> None:
        visit = sitting.visit
        if visit is None:
            self.offering.offer(sitting)
            return
        if visit.standing != "open":
            self._show_lists()
            self.context.messages.say(
                _("Hồ sơ {code} không còn chờ tại chỗ.").format(code=sitting.dossier.code),
                _("Xem lịch sử trên thẻ hồ sơ."),
                tone="warning",
            )
            return
        self._lay(sitting)
        own = sitting.dossier.officer == self.context.actor.id
        if not own and self._logged != sitting.dossier.id and self.context.may("access.log"):
            self._logged = sitting.dossier.id
            desk, by, id_ = self.context.desk, self.context.actor.id, sitting.dossier.id
            self.context.jobs.write(lambda: desk_side.log_opening(desk, by, id_), self._on_logged)

    def _lay(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.moves.about(sitting)
        self.view.put(sitting, self.context.now())
        self._stack.setCurrentIndex(1)
        self.view.begin()
        # With large text the button may lie below the edge; it has its place only after the layout has run.
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.view.do_button, 0, grown(12)))

    def _on_seen_again(self, sitting: Sitting) -> None:
        """Show what another window or desk did meanwhile; an open strip and what is typed stay."""
        if self.sitting is None or sitting.dossier.id != self.sitting.dossier.id:
            return
        if sitting.visit is not None and sitting.visit.standing == "open":
            moved_on = sitting.visit != self.sitting.visit
            self.sitting = sitting
            self.view.put(sitting, self.context.now())
            if moved_on:
                self.moves.about(sitting)
                self.view.begin()
        else:
            self._show_lists()

    def _on_logged(self, _nothing: None) -> None:
        """Nothing is shown: that looking is logged is said in the guide."""

    def _on_done(self, what: str) -> None:
        """Go on to the next stamp; after the last one, and after falling back, to the lists."""
        sitting = self.sitting
        if sitting is None or sitting.visit is None:
            return
        if what == "returned":
            code, dossier = sitting.dossier.code, sitting.dossier
            self.context.happenings.handed_over.emit(dossier.id, code)
            took = span(sitting.visit.received.at, self.context.now())
            self._show_lists()
            self.context.messages.say(
                _("Đã trả {code} cho {name}, hết {time}.").format(
                    code=tail(code), name=dossier.registered.applicant.name, time=took
                ),
                _("F2: người tiếp theo."),
            )
        elif what == "approved" and sitting.dossier.registered.return_by != "counter":
            self._show_lists()
            words = _("{code} đã duyệt, người dân về được: kết quả chờ mang đến nhà hoặc gửi bưu chính.")
            self.context.messages.say(
                words.format(code=tail(sitting.dossier.code)), _("Ctrl+F12: trả tận nhà và bưu chính.")
            )
        elif what == "left":
            self._show_lists()
        else:
            self.open(sitting.dossier.id)
        self.context.wrote()

    def _open_card(self) -> None:
        if self.sitting is not None:
            self.context.go("card", self.sitting.dossier.id)
