"""The moves of the page: what a key asks for, what the strips answered, one write at a time."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Signal

from desk_app.dossiers.facts import Relation
from desk_app.dossiers.hand_over import Collecting
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.returns.facts import FailReason, Helper, Next
from desk_app.returns.planning import Plan
from ui.returns import desk_side
from ui.returns.asking import Answers, Asking
from ui.returns.state import PostRow, TripRow
from ui.returns.typed import typed_moment
from ui.shell.one_write import Doing, OneWrite
from ui.shell.page import Context
from ui.widgets.strip import Strip
from ui.widgets.typed import typed_day, typed_dong


class ReturnMoves(QObject):
    """Opens a strip for a row, and writes what it answered; says ``written`` when something was."""

    written = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._one = OneWrite(context, self)
        self._stop = ("", "")
        self._dossier = ""
        self._chosen: tuple[str, ...] = ()
        self.asking = Asking(
            Answers(
                plan=self._do_plan,
                leave=self._do_leave,
                deliver=self._do_deliver,
                fail=self._do_fail,
                back=self._do_back,
                pack=self._do_pack,
                pack_household=self._do_pack_household,
                posted=self._do_posted,
                proved=self._do_proved,
                taken_back=self._do_taken_back,
            ),
            self,
        )

    def plan(self, dossiers: tuple[str, ...], hamlet: str) -> None:
        """Ask for a round of these dossiers; who went there last time is looked up."""
        self._chosen = dossiers
        self._one.fresh()
        desk = self._context.desk
        self._context.jobs.read(lambda: desk_side.usual_helper(desk, hamlet), self._on_helper, latest="helper")

    def leave(self, row: TripRow, title: str) -> None:
        """Ask who takes the papers."""
        self._open(self.asking.leave, (row.dossier, row.round), title)

    def deliver(self, row: TripRow) -> None:
        """Ask who took the result at the door."""
        title = _("Đã giao {stop}?").format(stop=row.words.strip())
        self._open(self.asking.deliver, (row.dossier, row.round), title)

    def fail(self, row: TripRow) -> None:
        """Ask why it could not be given."""
        title = _("Không giao được {stop}?").format(stop=row.words.strip())
        self._open(self.asking.fail, (row.dossier, row.round), title)

    def back(self, row: TripRow) -> None:
        """Ask what becomes of a result that came back."""
        ask = _("Mang {stop} về quầy?") if row.has_left else _("Bỏ {stop} khỏi chuyến?")
        self._open(self.asking.back, (row.dossier, row.round), ask.format(stop=row.words.strip()))

    def close(self, row: TripRow) -> None:
        """End the round of a row."""
        self._one.fresh()
        round_ = row.round
        self._write(lambda do: desk_side.close(do, round_), _("Đã kết thúc chuyến."))

    def papers(self, row: TripRow) -> None:
        """Queue the papers of a row's round."""
        self._one.fresh()
        round_ = row.round
        said = _("Đã gửi in danh sách, phiếu ký nhận và thư kèm theo.")
        self._write(lambda do: desk_side.papers(do, round_), said)

    def answer(self, dossier: str, *, accepted: bool) -> None:
        """Answer a proposal."""
        self._one.fresh()
        said = _("Đã đồng ý mang đến nhà.") if accepted else _("Kết quả vẫn trả ở quầy.")
        self._write(lambda do: desk_side.answer(do, dossier, accepted=accepted), said)

    def forward(self, row: PostRow) -> None:
        """Ask for the next step of a parcel: label, number, or proof."""
        packing = self.asking.pack_household if row.mates else self.asking.pack
        strips = {"waiting": packing, "packed": self.asking.posted, "posted": self.asking.proved}
        title = f"{row.code} · {row.name}"
        if row.where == "waiting" and row.mates:
            title = _("{who}: có {count} hồ sơ chờ gửi đến cùng địa chỉ.").format(who=title, count=len(row.mates) + 1)
        self._open(strips[row.where], (row.id, ""), title)
        self._chosen = (row.id, *row.mates)
        if row.where == "waiting":
            packing.fields["address"].put(row.address)

    def take_back(self, row: PostRow) -> None:
        """Ask why a parcel is at the desk again."""
        self._open(
            self.asking.taken_back, (row.id, ""), _("{code} · {name} về lại quầy?").format(code=row.code, name=row.name)
        )

    def _open(self, strip: Strip, stop: tuple[str, str], title: str) -> None:
        self._one.fresh()
        self._stop, self._dossier = stop, stop[0]
        self.asking.open(strip, title)

    def _on_helper(self, found: tuple[str, Helper | None]) -> None:
        hamlet, helper = found
        title = _("Lập chuyến {hamlet}, {count} kết quả").format(hamlet=hamlet, count=len(self._chosen))
        self.asking.open_plan(title, hamlet, helper)

    def _do_plan(self) -> None:
        text, chosen = self.asking.plan.text, self._chosen

        def work(do: Doing) -> Written:
            helper = Helper(name=text("helper"), organisation=text("organisation"), phone=text("phone"))
            return desk_side.plan(do, Plan(going_on=going_on, hamlet=text("hamlet"), helper=helper, dossiers=chosen))

        try:
            going_on = typed_day(text("going_on"), self._context.now().date(), field="going_on")
        except InvalidInput as error:
            self._on_failed(error)
            return
        self._write(work, _("Đã lập chuyến. Ctrl+P: in danh sách, phiếu và thư."))

    def _do_leave(self) -> None:
        round_, carrier = self._stop[1], self.asking.leave.text("carrier")
        self._write(lambda do: desk_side.leave(do, round_, carrier), _("Chuyến đã lên đường."))

    def _do_deliver(self) -> None:
        strip, stop = self.asking.deliver, self._stop
        relation = cast(Relation, strip.choice)
        about = strip.text("about")
        who = Collecting(
            relation=relation,
            to=strip.text("to"),
            kinship=about if relation == "relative" else "",
            paper_shown=about if relation == "authorised" else "",
        )
        try:
            at = typed_moment(strip.text("at"), self._context.now(), field="at")
        except InvalidInput as error:
            self._on_failed(error)
            return
        self._write(lambda do: desk_side.deliver(do, stop, who, at), _("Đã ghi giao tận nhà; hồ sơ đã trả kết quả."))

    def _do_fail(self) -> None:
        strip, stop = self.asking.fail, self._stop
        reason, note = cast(FailReason, strip.choice), strip.text("note")
        try:
            at = typed_moment(strip.text("at"), self._context.now(), field="at")
        except InvalidInput as error:
            self._on_failed(error)
            return
        self._write(lambda do: desk_side.fail(do, stop, reason, note, at), _("Đã ghi không giao được."))

    def _do_back(self) -> None:
        stop, next_, reason = self._stop, cast(Next, self.asking.back.choice), self.asking.back.text("reason")
        self._write(lambda do: desk_side.back(do, stop, next_, reason), _("Đã ghi kết quả ở quầy."))

    def _do_pack(self) -> None:
        self._pack((self._dossier,), self.asking.pack.text("address"))

    def _do_pack_household(self) -> None:
        strip = self.asking.pack_household
        chosen = self._chosen if strip.choice == "together" else (self._dossier,)
        self._pack(chosen, strip.text("address"))

    def _pack(self, dossiers: tuple[str, ...], address: str) -> None:
        self._write(lambda do: desk_side.pack(do, dossiers, address), _("Đã gửi in nhãn."))

    def _do_posted(self) -> None:
        dossier, tracking = self._dossier, self.asking.posted.text("tracking")
        try:
            cost = typed_dong(self.asking.posted.text("cost"), field="cost")
        except InvalidInput as error:
            self._on_failed(error)
            return
        self._write(lambda do: desk_side.posted(do, dossier, tracking, cost), _("Đã ghi gửi bưu chính."))

    def _do_proved(self) -> None:
        strip, dossier = self.asking.proved, self._dossier
        to, proof = strip.text("to"), strip.text("proof")
        try:
            at = typed_moment(strip.text("at"), self._context.now(), field="at")
        except InvalidInput as error:
            self._on_failed(error)
            return
        self._write(
            lambda do: desk_side.proved(do, dossier, to, proof, at), _("Đã ghi báo phát; hồ sơ đã trả kết quả.")
        )

    def _do_taken_back(self) -> None:
        dossier, reason = self._dossier, self.asking.taken_back.text("reason")
        said = _("Đã ghi bưu gửi về quầy; hãy gọi người dân.")
        self._write(lambda do: desk_side.taken_back(do, dossier, reason), said)

    def _write(self, work: Callable[[Doing], Written], said: str) -> None:
        self._one.do(work, lambda _written: self._on_written(said), self._on_failed)

    def _on_written(self, said: str) -> None:
        self.asking.close()
        self._context.messages.say(said)
        self.written.emit()
        self._context.wrote()

    def _on_failed(self, error: DeskError) -> None:
        self.asking.allow_again()
        if not (isinstance(error, InvalidInput) and self.asking.refuse(error)):
            self._context.messages.report(error)
