"""The moves of sessions: places, plans, kit, who is asked and came, opening, ending, papers."""

from typing import cast

from PySide6.QtCore import QObject

from desk_app.journal.write_door import Written
from desk_app.kernel.texts import dong
from desk_app.kernel.translations import _
from desk_app.mobile_sessions import following, planning, running
from desk_app.mobile_sessions.facts import CancelReason, Place, Plan
from desk_app.mobile_sessions.planning import Change
from desk_app.mobile_sessions.printing import PaperKind, print_papers
from ui.mobile_sessions import desk_side, forms, words
from ui.mobile_sessions.form import Choice, Form
from ui.mobile_sessions.moves import Moves
from ui.mobile_sessions.series import series_of
from ui.mobile_sessions.state import Detail, PersonRow
from ui.mobile_sessions.typed import typed_hours, typed_list, typed_staff
from ui.shell.one_write import Doing
from ui.shell.page import Context
from ui.widgets.field import Field
from ui.widgets.typed import typed_day_ahead, typed_dong


class SessionMoves(Moves):
    """What is done with places and sessions."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(context, parent)
        self._session = ""
        self._detail: Detail | None = None
        self.place_form = Form(self._do_place, _("Thêm địa điểm"), forms.place_fields())
        self.plan_form = Form(self._do_plan, _("Lập buổi"), [Choice("place", _("Địa điểm")), *forms.plan_fields()])
        self.change_form = Form(self._do_change, _("Lưu kế hoạch"), forms.change_fields())
        self.cancel_form = Form(self._do_cancel, _("Hủy buổi"), forms.cancel_parts())
        cash = Field("cash", _("Tiền mặt đếm được, đồng"), placeholder=_("để trống: chưa đếm"))
        self.close_form = Form(self._do_close, _("Kết thúc buổi"), [cash, Field("note", _("Ghi chú"))])
        self.papers_form = Form(self._do_papers, _("In"), [Choice("kind", _("Giấy nào"), words.PAPERS)])
        planned = (self.place_form, self.plan_form, self.change_form, self.cancel_form)
        self.forms = (*planned, self.close_form, self.papers_form)

    def place(self) -> None:
        """Ask for a place."""
        self.fresh()
        self.open_form(self.place_form, _("Thêm địa điểm tổ chức"))

    def plan(self, places: tuple[tuple[str, str], ...]) -> None:
        """Ask for a session or a series at one of these places."""
        self.fresh()
        self.plan_form.choices["place"].offer(places)
        self.open_form(self.plan_form, _("Lập buổi lưu động"), hours="7:30-11:00")

    def change(self, detail: Detail) -> None:
        """Ask what is put otherwise in a plan."""
        self._about(detail)
        self.open_form(
            self.change_form,
            _("Sửa kế hoạch: {place}").format(place=detail.title),
            on=detail.day,
            hours=detail.hours,
            staff=detail.staff,
            procedures=detail.procedures,
            kit=detail.things,
            note=detail.note,
        )

    def cancel(self, detail: Detail) -> None:
        """Ask why a session is called off, and whether another day takes its place."""
        self._about(detail)
        title = _("Hủy buổi {day}, {place}?").format(day=detail.day, place=detail.title)
        self.open_form(self.cancel_form, title)

    def close(self, detail: Detail) -> None:
        """Ask for the money in the box."""
        self._about(detail)
        title = _("Kết thúc buổi {day}. Tiền mặt đã thu theo máy: {cash}.")
        self.open_form(self.close_form, title.format(day=detail.day, cash=dong(detail.cash)))

    def papers(self, detail: Detail) -> None:
        """Ask which paper is printed."""
        self._about(detail)
        self.open_form(self.papers_form, _("In giấy tờ của buổi {day}").format(day=detail.day))

    def open_session(self, detail: Detail) -> None:
        """Begin this desk's work at a session."""
        self._about(detail)
        session = detail.id
        self.write(
            lambda do: running.open_session(do.desk.mobile_sessions, by=do.by, session=session, command_id=do.id),
            _("Đã mở buổi; hồ sơ nhận từ lúc này tính cho buổi."),
        )

    def invite(self, detail: Detail) -> None:
        """Ask everybody of the area to a session."""
        self._about(detail)
        session = detail.id
        self.write(
            lambda do: following.invite(do.desk.mobile_sessions, by=do.by, session=session, command_id=do.id),
            _("Đã mời. Ctrl+P: in giấy mời."),
        )

    def carry(self, detail: Detail) -> None:
        """Carry whoever is left over to the next session."""
        self._about(detail)
        session, later = detail.id, detail.later
        self.write(
            lambda do: following.carry_over(
                do.desk.mobile_sessions, by=do.by, session=session, to=later, command_id=do.id
            ),
            _("Đã chuyển những người còn lại sang buổi sau."),
        )

    def came(self, detail: Detail, row: PersonRow) -> None:
        """Record that somebody came, or take that back."""
        self._about(detail)
        session, line, now = detail.id, row.id, not row.came
        said = _("Đã ghi {name} đến.") if now else _("Đã ghi lại: {name} chưa đến.")
        self.write(lambda do: desk_side.came(do, session, line, came=now), said.format(name=row.name))

    def tick(self, detail: Detail, item: str, *, out: bool, ticked: bool) -> None:
        """Tick one thing out or back."""
        self._about(detail)
        session = detail.id
        said = _("Mang đi: {item}.") if out else _("Mang về: {item}.")
        self.write(
            lambda do: desk_side.tick(do, session, item, out=out, ticked=ticked),
            (said if ticked else _("Bỏ dấu: {item}.")).format(item=item),
        )

    def _do_place(self) -> None:
        text = self.place_form.text
        place = Place(
            name=text("name"), area=text("area"), address=text("address"), contact=text("contact"), phone=text("phone")
        )
        self.write(
            lambda do: planning.put_place(do.desk.mobile_sessions, by=do.by, place=place, command_id=do.id),
            _("Đã thêm địa điểm. F6: lập buổi."),
        )

    def _do_plan(self) -> None:
        form, today = self.plan_form, self._context.now().date()

        def plans() -> tuple[Plan, ...]:
            days = series_of(form.text("on"), form.text("until"), today)
            spans = [typed_hours(day, form.text("hours"), field="hours") for day in days]
            staff, codes = typed_staff(form.text("staff")), typed_list(form.text("procedures"))
            return tuple(
                Plan(
                    place=form.key("place"),
                    starts_at=one,
                    ends_at=other,
                    staff=staff,
                    procedures=codes,
                    note=form.text("note"),
                )
                for one, other in spans
            )

        def work(do: Doing) -> Written:
            return planning.plan_sessions(do.desk.mobile_sessions, by=do.by, plans=plans(), command_id=do.id)

        self.write(work, _("Đã lập kế hoạch. F8: mời người còn thiếu giấy tờ."))

    def _do_change(self) -> None:
        form, session, today = self.change_form, self._session, self._context.now().date()

        def work(do: Doing) -> Written:
            on = typed_day_ahead(form.text("on"), today, field="on")
            wanted = Change(
                hours=typed_hours(on, form.text("hours"), field="hours"),
                staff=typed_staff(form.text("staff")),
                procedures=typed_list(form.text("procedures")),
                kit=tuple(part.strip() for part in form.text("kit").split(";") if part.strip()),
                note=form.text("note"),
            )
            room = do.desk.mobile_sessions
            return planning.change_session(room, by=do.by, session=session, change=wanted, command_id=do.id)

        self.write(work, _("Đã sửa kế hoạch."))

    def _do_cancel(self) -> None:
        form, detail, today = self.cancel_form, self._detail, self._context.now().date()
        if detail is None:
            return

        def work(do: Doing) -> Written:
            on = typed_day_ahead(form.text("on"), today, field="on") if form.text("on").strip() else None
            moved = typed_hours(on, detail.hours, field="on") if on is not None else None
            reason, room = cast(CancelReason, form.key("reason")), do.desk.mobile_sessions
            return planning.cancel_session(
                room, by=do.by, session=detail.id, reason=reason, note=form.text("note"), hours=moved, command_id=do.id
            )

        self.write(work, _("Đã hủy buổi."))

    def _do_close(self) -> None:
        form, session = self.close_form, self._session

        def work(do: Doing) -> Written:
            cash = typed_dong(form.text("cash"), field="cash")
            room = do.desk.mobile_sessions
            return running.close_session(
                room, by=do.by, session=session, cash=cash, note=form.text("note"), command_id=do.id
            )

        self.write(work, _("Đã kết thúc buổi. Alt+5: xem đối soát."))

    def _do_papers(self) -> None:
        kind, session = cast(PaperKind, self.papers_form.key("kind")), self._session
        self.write(
            lambda do: print_papers(do.desk.mobile_sessions, by=do.by, session=session, kind=kind, command_id=do.id),
            _("Đã gửi in."),
        )

    def _about(self, detail: Detail) -> None:
        self.fresh()
        self._detail, self._session = detail, detail.id
