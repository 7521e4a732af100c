"""The section of absences: the dossiers of somebody who is away go to a substitute, and come back."""

from desk_app.dossiers.life.officers import SUBSTITUTE, Hands, give_back, list_hands, substitute
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from ui.settings.button_row import button_row
from ui.settings.inputs import Choice
from ui.settings.section import Section
from ui.settings.sheet import Sheet
from ui.settings.typed import day_of
from ui.shell.page import Context
from ui.widgets.field import Field
from ui.widgets.parts import label
from ui.widgets.table import Column, Look


def _columns() -> tuple[Column[Hands], ...]:
    return (
        Column(title=_("Họ và tên"), look=lambda one: Look(words=one.account.name, bold=True), stretches=True),
        Column(title=_("Chức vụ"), look=lambda one: Look(words=one.account.title), minor=True),
        Column(title=_("Hồ sơ đang phụ trách"), look=lambda one: Look(words=quantity(one.held))),
        Column(
            title=_("Người khác đang làm thay"), look=lambda one: Look(words=quantity(one.lent) if one.lent else "")
        ),
    )


class AbsencesPage(Section):
    """Shows who has how many dossiers in hand, and gives those of somebody absent to a colleague until a day."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Người vắng"), _("Hồ sơ của người vắng chuyển cho người làm thay, rồi trả lại."))
        self._about = ""
        self.table = self.list(_columns(), _("Người làm hồ sơ"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_what: self._allow())
        self.table.entered.connect(lambda _what: self._on_give())
        self.give_button = self.action("F6", _("Giao người làm thay"), self._on_give, kind="main")
        self.back_button = self.action("F7", _("Trả lại hồ sơ"), self._on_back)
        self.body.addWidget(button_row((self.give_button, self.back_button)))
        self.give = self.sheet(
            Sheet(
                [
                    Choice("to", _("Người làm thay")),
                    Field("until", _("Đến hết ngày")),
                    Field("reason", _("Lý do vắng")),
                ],
                self._do_give,
                words=_("Giao tất cả"),
                note=_("In một danh sách để hai bên ký. Hết hạn thì nhấn F7 để trả lại."),
            )
        )
        self.body.addWidget(self.table, 1)
        self.body.addWidget(
            label(_("Muốn chuyển một hồ sơ thì mở thẻ hồ sơ. Ở đây chuyển mọi hồ sơ đang mở."), "small", wrap=True)
        )
        self._allow()

    def arrive(self, about: str) -> None:
        """Stand in the list."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Count again who has what in hand."""
        room, by = self.context.desk.dossiers, self.context.actor.id
        self.context.jobs.read(lambda: list_hands(room, by=by), self._on_read, latest="hands")

    def _on_read(self, rows: tuple[Hands, ...]) -> None:
        self.table.put(rows, keep=lambda one: one.account.id)
        self._allow()

    def _allow(self) -> None:
        one, may = self.table.current, self.context.may(SUBSTITUTE)
        self.give_button.setEnabled(may and one is not None and one.held > 0)
        self.back_button.setEnabled(may and one is not None and one.lent > 0)

    def _on_give(self) -> None:
        one = self.table.current
        if one is None or not self.give_button.isEnabled():
            return
        self._about = one.account.id
        others = [(each.account.id, each.account.name) for each in self.table.rows if each is not one]
        to = self.give.inputs["to"]
        assert isinstance(to, Choice)
        to.offer(others)
        title = _("Giao {count} hồ sơ của {name} cho ai?").format(count=quantity(one.held), name=one.account.name)
        self.ask(self.give, title)

    def _do_give(self) -> None:
        room, by, id_, absent = self.context.desk.dossiers, self.context.actor.id, self.command_id, self._about
        to, reason = self.give.text("to"), self.give.text("reason")
        try:
            until = day_of(self.give.text("until"), field="until")
        except InvalidInput as error:
            self.on_failed(error)
            return
        self.keep(
            lambda: substitute(room, by=by, absent=absent, to=to, until=until, reason=reason, command_id=id_),
            _("Đã giao; danh sách để ký đang in."),
        )

    def _on_back(self) -> None:
        one = self.table.current
        if one is not None:
            room, by, absent = self.context.desk.dossiers, self.context.actor.id, one.account.id
            id_ = self.context.desk.journal.new_id()
            self.keep(
                lambda: give_back(room, by=by, absent=absent, command_id=id_),
                _("Đã trả lại hồ sơ cho {name}; danh sách để ký đang in.").format(name=one.account.name),
            )
