"""The section of printers: adding, trying, removing, and which paper goes to which."""

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from desk_app.printing.commands import configure_printer, remove_printer
from desk_app.printing.outcome import Outcome
from desk_app.printing.printer_settings import Printer
from desk_app.printing.uses import USES
from ui.settings.button_row import button_row
from ui.settings.inputs import Choice
from ui.settings.printers import state
from ui.settings.printers.desk_side import choose, past_of, printers, tried
from ui.settings.printers.printer_sheet import PrinterSheet
from ui.settings.printers.state import PrinterRow, Shown
from ui.settings.section import Section
from ui.settings.sheet import Sheet
from ui.shell.page import Context
from ui.widgets.parts import label
from ui.widgets.table import Column, Look


def _columns() -> tuple[Column[PrinterRow], ...]:
    return (
        Column(title=_("Máy in"), look=lambda one: Look(words=one.printer.name, bold=True)),
        Column(title=_("Loại"), look=lambda one: Look(words=one.kind), minor=True),
        Column(title=_("Ở đâu"), look=lambda one: Look(words=one.where), minor=True),
        Column(title=_("Khổ"), look=lambda one: Look(words=one.paper), minor=True),
        Column(title=_("Tự in giấy nào"), look=lambda one: Look(words=one.uses or "–"), stretches=True),
        Column(
            title=_("Lần in gần nhất"),
            look=lambda one: Look(words=one.last, shape=one.shape, colour=one.colour),
            minor=True,
        ),
    )


class PrintersPage(Section):
    """Shows this desk's printers, and what may be done with the one in hand."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Máy in"), _("Máy in của máy này; lưu xong là dùng được ngay."))
        self._shown = Shown(rows=(), chosen=())
        self.about = ""
        self.table = self.list(_columns(), _("Máy in"))
        self.table.when_empty("print", _("Quầy chưa có máy in."), _("Giấy vẫn chờ trong hàng đợi."), key="F6")
        self.table.selectionModel().currentRowChanged.connect(lambda *_what: self._allow())
        self.table.entered.connect(lambda _what: self._on_change())
        self.add_button = self.action("F6", _("Thêm máy in"), self._on_add, kind="main")
        self.change_button = self.action("Ctrl+E", _("Sửa"), self._on_change)
        self.try_button = self.action("F7", _("In thử"), self._on_try)
        self.uses_button = self.action("Ctrl+D", _("Máy nào in giấy nào"), self._on_uses)
        self.remove_button = self.action("F8", _("Bỏ máy in"), self._on_remove)
        self.bind("Ctrl+H", _("Lịch sử của máy in này"), self._on_past)
        self._lay_out()
        self._allow()

    def _lay_out(self) -> None:
        buttons = (self.add_button, self.change_button, self.try_button, self.uses_button, self.remove_button)
        self.body.addWidget(button_row(buttons))
        self.printer = PrinterSheet(self.context, self._do_configure)
        self.sheet(self.printer)
        self.uses = self.sheet(
            Sheet([Choice(use, _(words)) for use, words in USES.items()], self._do_uses, words=_("Lưu"))
        )
        self.remove = self.sheet(Sheet([], self._do_remove, words=_("Bỏ máy in")))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.past)
        note = _(
            "Có nhiều máy in thì chọn máy nào tự in giấy nào (Ctrl+D); giấy không có máy sẽ chờ trong hàng đợi in."
        )
        self.body.addWidget(label(note, "small", wrap=True))

    def arrive(self, about: str) -> None:
        """Stand in the list."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the printers again."""
        desk = self.context.desk
        self.context.jobs.read(lambda: printers(desk), self._on_read, latest="printers")

    def _on_read(self, shown: Shown) -> None:
        self._shown = shown
        self.table.put(shown.rows, keep=lambda one: one.printer.name)
        self._allow()

    def _allow(self) -> None:
        one, may = self.table.current is not None, self.context.may
        sets_up = may("printers.configure")
        self.add_button.setEnabled(sets_up)
        self.change_button.setEnabled(one and sets_up)
        self.try_button.setEnabled(one and may("jobs.retry"))
        self.uses_button.setEnabled(bool(self._shown.rows) and sets_up)
        self.remove_button.setEnabled(one and sets_up)

    def _on_add(self) -> None:
        self.ask(self.printer, _("Thêm máy in"), state.values_of(Printer(name="", kind="network")))

    def _on_change(self) -> None:
        one = self.table.current
        if one is not None and self.change_button.isEnabled():
            title = _("Sửa máy in «{name}»; đổi tên thì thành máy in mới").format(name=one.printer.name)
            self.ask(self.printer, title, state.values_of(one.printer))

    def _do_configure(self) -> None:
        room, by, id_ = self.context.desk.printing, self.context.actor.id, self.command_id
        try:
            made = state.printer_of({name: each.text for name, each in self.printer.inputs.items()})
        except InvalidInput as error:
            self.on_failed(error)
            return
        self.keep(
            lambda: configure_printer(room, by=by, printer=made, command_id=id_),
            _("Đã ghi máy in «{name}». F7: in thử.").format(name=made.name),
        )

    def _on_uses(self) -> None:
        options = state.use_options(tuple(one.printer.name for one in self._shown.rows))
        for each in self.uses.inputs.values():
            if isinstance(each, Choice):
                each.offer(options)
        self.ask(self.uses, _("Giấy nào tự in ra máy nào?"), dict(self._shown.chosen))

    def _do_uses(self) -> None:
        desk, by = self.context.desk, self.context.actor.id
        wanted = [(use, self.uses.text(use)) for use in USES]
        self.keep(lambda: choose(desk, by, wanted), _("Đã lưu: áp dụng cho giấy lập từ bây giờ."))

    def _on_remove(self) -> None:
        one = self.table.current
        if one is not None:
            self.about = one.printer.name
            title = _("Bỏ máy in «{name}»? Giấy đang chờ vẫn ở trong hàng đợi in.").format(name=self.about)
            self.ask(self.remove, title)

    def _do_remove(self) -> None:
        room, by, id_, about = self.context.desk.printing, self.context.actor.id, self.command_id, self.about
        self.keep(
            lambda: remove_printer(room, by=by, name=about, command_id=id_),
            _("Đã bỏ máy in «{name}».").format(name=about),
        )

    def _on_try(self) -> None:
        one = self.table.current
        if one is None:
            return
        desk, by, self.about = self.context.desk, self.context.actor.id, one.printer.name
        name = self.about
        self.try_button.setEnabled(False)
        self.context.messages.say(_("Đang in thử trên «{name}»…").format(name=name), tone="plain")
        self.context.jobs.printing(lambda: tried(desk, by, name), self._on_tried, failed=self.on_failed)

    def _on_tried(self, outcome: Outcome) -> None:
        message, hint, tone = state.tried_words(self.about, outcome)
        self.context.messages.say(message, hint, tone=tone)
        self._allow()

    def _on_past(self) -> None:
        one = self.table.current
        if one is not None:
            desk, about = self.context.desk, one.printer.name
            self.context.jobs.read(lambda: past_of(desk, about), self.show_past, latest="past")
