"""The section of the office: name, codes, contacts, and the settings with the day from which they hold."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.office.commands import describe_office, put_setting
from desk_app.office.setting import Setting
from ui.settings.button_row import button_row
from ui.settings.inputs import Choice, Input, Lines
from ui.settings.lines import lines
from ui.settings.office import state
from ui.settings.office.desk_side import office, past_of
from ui.settings.office.state import SettingRow, Shown
from ui.settings.section import Section
from ui.settings.sheet import Sheet
from ui.settings.typed import day_of
from ui.shell.page import Context
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.parts import label
from ui.widgets.table import Column, Look


def _columns() -> tuple[Column[SettingRow], ...]:
    return (
        Column(title=_("Quy định"), look=lambda one: Look(words=_(one.setting.label)), stretches=True),
        Column(title=_("Đang là"), look=lambda one: Look(words=one.words, bold=True)),
        Column(title=_("Từ ngày"), look=lambda one: Look(words=one.since, colour=COLOURS.soft_ink)),
        Column(title=_("Sẽ đổi"), look=lambda one: Look(words=one.next, colour=COLOURS.calm), minor=True),
    )


class OfficePage(Section):
    """Shows who the office is and what it has settled, and changes either."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Cơ quan"), _("Tên, mã và quy định của cơ quan; giấy đã in giữ nguyên."))
        self._shown = Shown(agency=None, rows=())
        self.about: Setting | None = None
        self.table = self.list(_columns(), _("Quy định của cơ quan"))
        self.table.entered.connect(lambda _what: self._on_setting())
        self.agency_button = self.action("F6", _("Sửa thông tin cơ quan"), self._on_agency)
        self.setting_button = self.action("F7", _("Đổi quy định"), self._on_setting, kind="main")
        self.bind("Ctrl+H", _("Lịch sử: ai đã đổi gì"), self._on_past)
        self.body.addWidget(button_row((self.agency_button, self.setting_button)))
        note = _("Có hiệu lực ngay khi lưu. Đổi mã thì mã hồ sơ lập sau đó mang mã mới.")
        self.agency = self.sheet(Sheet(_agency_inputs(), self._do_agency, words=_("Lưu"), note=note))
        values: list[Input] = [
            Field("number", _("Giá trị mới")),
            Choice("choice", _("Giá trị mới")),
            Lines("lines", _("Giá trị mới (Ctrl+Enter: lưu)")),
            Field("valid_from", _("Áp dụng từ ngày"), placeholder="31/12/2026"),
        ]
        self.setting = self.sheet(Sheet(values, self._do_setting, words=_("Lưu")))
        self._facts = QVBoxLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._facts)
        self.body.addWidget(holder)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.past)
        self.body.addWidget(label(_("Enter: đổi quy định ở dòng đang chọn. Ctrl+H: lịch sử."), "small", wrap=True))
        self.agency_button.setEnabled(context.may("office.describe"))
        self.setting_button.setEnabled(context.may("office.put_setting"))

    def arrive(self, about: str) -> None:
        """Stand in the list of settings."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the office again."""
        desk = self.context.desk
        self.context.jobs.read(lambda: office(desk), self._on_read, latest="office")

    def _on_read(self, shown: Shown) -> None:
        if shown.agency != self._shown.agency or not self._facts.count():
            while (item := self._facts.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
            self._facts.addWidget(lines(state.agency_lines(shown.agency)))
        self._shown = shown
        self.table.put(shown.rows, keep=lambda one: one.setting.key)

    def _on_agency(self) -> None:
        self.ask(self.agency, _("Thông tin cơ quan trên giấy tờ"), state.values_of(self._shown.agency))

    def _do_agency(self) -> None:
        room, by, id_ = self.context.desk.office, self.context.actor.id, self.command_id
        agency = state.agency_of({name: each.text for name, each in self.agency.inputs.items()})
        self.keep(
            lambda: describe_office(room, by=by, agency=agency, command_id=id_),
            _("Đã lưu thông tin cơ quan, có hiệu lực ngay."),
        )

    def _on_setting(self) -> None:
        one = self.table.current
        if one is not None and self.setting_button.isEnabled():
            self.about = one.setting
            self.setting.note(state.limits(one.setting))
            choice = self.setting.inputs["choice"]
            assert isinstance(choice, Choice)
            choice.offer(tuple((each, _(each)) for each in one.setting.choices))
            self.setting.ask_only([one.setting.kind, "valid_from"])
            today = spoken_day(self.context.now().date())
            self.ask(self.setting, _(one.setting.label), {one.setting.kind: one.value, "valid_from": today})

    def _do_setting(self) -> None:
        if self.about is None:
            return
        room, by, id_, key = self.context.desk.office, self.context.actor.id, self.command_id, self.about.key
        value = self.setting.text(self.about.kind)
        try:
            first = day_of(self.setting.text("valid_from"), field="valid_from")
        except InvalidInput as error:
            self.on_failed(error)
            return
        self.keep(
            lambda: put_setting(room, by=by, key=key, value=value, valid_from=first, command_id=id_),
            _("Đã lưu, áp dụng từ ngày {day}.").format(day=spoken_day(first)),
        )

    def on_failed(self, error: DeskError) -> None:
        """Show what is wrong with a setting's value beside that value."""
        about = self.about
        if isinstance(error, InvalidInput) and about is not None and error.field == about.key:
            error = InvalidInput(about.kind, error.message, error.hint)
        super().on_failed(error)

    def _on_past(self) -> None:
        desk = self.context.desk
        self.context.jobs.read(lambda: past_of(desk), self.show_past, latest="past")


def _agency_inputs() -> list[Input]:
    return [
        Field("name", _("Tên cơ quan")),
        Field("upper_name", _("Cơ quan cấp trên")),
        Field("code", _("Mã cơ quan trong mã hồ sơ"), placeholder="000.16.32.H49"),
        Field("place", _("Địa danh trước ngày tháng"), placeholder=_("Hòa Mẫu")),
        Field("address", _("Địa chỉ")),
        Field("phone", _("Điện thoại")),
        Field("hotline", _("Đường dây nóng")),
        Field("email", _("Thư điện tử")),
        Field("level_names.upper", _("Cấp trên gọi là"), placeholder=_("thành phố")),
        Field("level_names.own", _("Cấp này gọi là"), placeholder=_("xã")),
        Field("level_names.area", _("Khu dân cư gọi là"), placeholder=_("ấp")),
    ]
