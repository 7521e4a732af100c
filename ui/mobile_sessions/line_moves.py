"""The moves of the screening list: who is entered, told apart, settled, followed no more; lists from Excel."""

from typing import cast

from PySide6.QtCore import QObject, Signal

from desk_app.dossiers.person import Person
from desk_app.kernel.translations import _
from desk_app.mobile_sessions import screening
from desk_app.mobile_sessions.importing import Judged, take_over
from desk_app.mobile_sessions.line import Line
from desk_app.mobile_sessions.screening_facts import EndReason
from ui.mobile_sessions import desk_side, forms
from ui.mobile_sessions.desk_side import Typed
from ui.mobile_sessions.form import Choice, Form
from ui.mobile_sessions.moves import Moves
from ui.mobile_sessions.state import PersonRow, shown_birth
from ui.shell.page import Context
from ui.widgets.field import Field


class LineMoves(Moves):
    """What is done with lines of the list; says ``judged`` with the verdicts on a list from Excel."""

    judged = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(context, parent)
        self._line = ""
        self._last = ("", "")
        self.person_form = Form(self._do_person, _("Lưu người này"), forms.person_fields())
        dossier = Field("dossier", _("Mã hồ sơ"), placeholder=_("để trống: đã làm ở nơi khác"))
        self.settle_form = Form(self._do_settle, _("Đã có giấy tờ"), [Choice("lack", _("Giấy tờ nào")), dossier])
        self.end_form = Form(self._do_end, _("Thôi theo dõi"), forms.end_parts())
        self.file_form = Form(self._do_judge, _("Xem trước"), forms.file_fields())
        self.edit_form = Form(self._do_edit, _("Lưu thay đổi"), forms.edit_fields())
        self.forms = (self.person_form, self.edit_form, self.settle_form, self.end_form, self.file_form)

    def person(self, known: Person | None = None, area: str = "") -> None:
        """Ask for somebody who lacks papers; ``known`` is what a card told."""
        self.fresh()
        self._line = ""
        # A hamlet head enters one neighbour after another: what is the same for all stands there again.
        texts = {"area": area or self._last[0], "told_by": self._last[1]}
        if known is not None:
            texts |= {"name": known.name, "id_number": known.id_number, "birth_on": known.birth_on}
            texts |= {"address": known.address, "phone": known.phone}
        self.open_form(self.person_form, _("Ghi một người thiếu giấy tờ"), **texts)

    def edit(self, row: PersonRow) -> None:
        """Ask what a line says wrongly; what it says now is looked up."""
        self.fresh()
        desk, by, line = self._context.desk, self._context.actor.id, row.id
        self._context.jobs.read(lambda: desk_side.line_of(desk, by, line), self._on_line, latest="line")

    def settle(self, row: PersonRow) -> None:
        """Ask which paper is there, and by which dossier."""
        self.fresh()
        self._line = row.id
        self.settle_form.choices["lack"].offer(row.lacking)
        self.open_form(self.settle_form, _("{name} đã có giấy tờ nào?").format(name=row.name))

    def end(self, row: PersonRow) -> None:
        """Ask why a line is followed no more; a line that has ended is followed again at once."""
        self.fresh()
        line = self._line = row.id
        if row.ended:
            self.write(
                lambda do: screening.reopen_line(do.desk.mobile_sessions, by=do.by, line=line, command_id=do.id),
                _("Đã theo dõi lại {name}.").format(name=row.name),
            )
            return
        self.open_form(self.end_form, _("Thôi theo dõi {name}?").format(name=row.name))

    def merge(self, row: PersonRow) -> None:
        """Let the earlier line of a pair stand for both."""
        self.fresh()
        line, into = row.id, row.other
        self.write(
            lambda do: screening.merge_lines(do.desk.mobile_sessions, by=do.by, line=line, into=into, command_id=do.id),
            _("Đã gộp thành một dòng; giấy tờ còn thiếu giữ đủ."),
        )

    def keep_apart(self, row: PersonRow) -> None:
        """Record that a pair means two people."""
        self.fresh()
        line, other = row.id, row.other
        self.write(
            lambda do: screening.keep_apart(
                do.desk.mobile_sessions, by=do.by, line=line, other=other, command_id=do.id
            ),
            _("Đã ghi là hai người khác nhau."),
        )

    def file(self) -> None:
        """Ask for a list in Excel."""
        self.fresh()
        self.open_form(self.file_form, _("Nhập danh sách từ Excel: xem trước từng dòng rồi mới ghi"))

    def take(self, judged: Judged) -> None:
        """Take over what a list brings."""
        count = judged.count("taken", "repaired", "added")
        self.write(
            lambda do: take_over(do.desk.mobile_sessions, by=do.by, judged=judged, command_id=do.id),
            _("Đã nhập {count} người vào danh sách rà soát.").format(count=count),
        )

    def _do_person(self) -> None:
        typed = _typed(self.person_form, "lacks", "told_by")
        self._last = (typed.area, typed.told_by)
        self.write(lambda do: desk_side.add_person(do, typed), _("Đã ghi vào danh sách rà soát."))

    def _on_line(self, line: Line) -> None:
        person, found = line.found.person, line.found
        self._line = line.id
        texts = {"name": person.name, "id_number": person.id_number, "address": person.address, "phone": person.phone}
        texts |= {"birth_on": shown_birth(person.birth_on), "area": found.area}
        texts |= {"guardian": found.guardian, "note": found.note}
        self.open_form(self.edit_form, _("Sửa dòng của {name}").format(name=person.name), **texts)

    def _do_edit(self) -> None:
        typed, line = _typed(self.edit_form, "note"), self._line
        self.write(lambda do: desk_side.change_person(do, line, typed), _("Đã sửa dòng này."))

    def _do_settle(self) -> None:
        lack, code, line = self.settle_form.key("lack"), self.settle_form.text("dossier"), self._line
        self.write(lambda do: desk_side.settle(do, line, lack, code), _("Đã ghi giấy tờ này đã có."))

    def _do_end(self) -> None:
        reason, note, line = cast(EndReason, self.end_form.key("reason")), self.end_form.text("note"), self._line
        self.write(
            lambda do: screening.end_line(
                do.desk.mobile_sessions, by=do.by, line=line, reason=reason, note=note, command_id=do.id
            ),
            _("Đã thôi theo dõi; dòng vẫn còn ở mục «Thôi theo dõi»."),
        )

    def _do_judge(self) -> None:
        desk, by, text = self._context.desk, self._context.actor.id, self.file_form.text
        file, area, told_by = text("file"), text("area"), text("told_by")
        self._context.jobs.long(
            lambda progress: desk_side.judge(desk, by, file, area, told_by, progress),
            self._on_judged,
            title=_("Xem trước danh sách"),
            failed=self.on_failed,
        )

    def _on_judged(self, judged: Judged) -> None:
        self.close_forms()
        self.judged.emit(judged)


def _typed(form: Form, *more: str) -> Typed:
    """Return the person that a form describes, with the further fields that this form has."""
    return Typed(
        name=form.text("name"),
        id_number=form.text("id_number"),
        birth=form.text("birth_on"),
        address=form.text("address"),
        phone=form.text("phone"),
        area=form.text("area"),
        guardian=form.text("guardian"),
        **{each: form.text(each) for each in more},
    )
