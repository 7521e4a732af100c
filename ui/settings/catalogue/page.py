"""The section of the catalogue: procedures with everything that is known of them; files in and out."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.settings.button_row import button_row
from ui.settings.catalogue import state
from ui.settings.catalogue.desk_side import Read, procedures, read_file, take_over, write_file
from ui.settings.catalogue.state import ProcedureRow
from ui.settings.file_input import FileInput
from ui.settings.inputs import Choice
from ui.settings.lines import lines
from ui.settings.sheet import Sheet
from ui.settings.taking_over import FileTaken, TakingOver
from ui.shell.page import Context
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.parts import grown, label, row, scrolled
from ui.widgets.sides import Sides
from ui.widgets.table import Column, Look

_DETAILS_WIDTH, _WIDE = 372, 880
_ANY_WIDTH = 16_777_215
_FILES = "Excel, JSON (*.xlsx *.json)"


def _columns() -> tuple[Column[ProcedureRow], ...]:
    def ink(one: ProcedureRow) -> str:
        return COLOURS.ink if one.in_force else COLOURS.faint_ink

    return (
        Column(title=_("Mã"), look=lambda one: Look(words=one.procedure.code, colour=ink(one))),
        Column(
            title=_("Thủ tục"),
            look=lambda one: Look(words=one.procedure.name, bold=one.in_force, colour=ink(one)),
            stretches=True,
        ),
        Column(title=_("Từ ngày"), look=lambda one: Look(words=one.since, colour=COLOURS.soft_ink), minor=True),
    )


class CataloguePage(TakingOver[Read]):
    """Lists the procedures; a file's procedures are taken over only after a look at what they change."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context, _("Thủ tục"), _("Danh mục thủ tục của cơ quan; hồ sơ cũ giữ phiên bản ngày nhận."), _file()
        )
        self._rows: tuple[ProcedureRow, ...] = ()
        self.import_button = self.action("F6", _("Nhập từ tệp"), self.ask_for_file, kind="main")
        self.import_button.setEnabled(context.may("catalogue.publish"))
        self.export_button = self.action("F8", _("Ghi ra tệp Excel"), self._on_export)
        self.bind("Ctrl+T", _("Lọc danh mục"), lambda: self.search.take_focus())
        self.search = Field("search", _("Lọc theo mã, tên, lĩnh vực (Ctrl+T)"), placeholder=_("khai sinh"))
        self.search.edited.connect(lambda _what: self._filter())
        self.search.entered.connect(self._on_entered)
        self.count = label("", "soft")
        self.table = self.list(_columns(), _("Thủ tục"))
        self.table.when_empty(
            "find", _("Không có thủ tục nào."), _("Gõ ít chữ hơn, hoặc nhập danh mục từ tệp."), key="F6"
        )
        self.table.selectionModel().currentRowChanged.connect(lambda *_what: self._show_details())
        self.start = self.table
        self._lay_out()

    def _lay_out(self) -> None:
        self.body.addWidget(button_row((self.import_button, self.export_button)))
        self.lay_out_file()
        what = Choice("what", _("Ghi gì"), (("current", _("Danh mục đang có hiệu lực")), ("empty", _("Mẫu trống"))))
        place = FileInput("file", _("Ghi vào tệp"), _FILES, save_as="danh-muc.xlsx")
        self.export = self.sheet(Sheet([what, place], self._do_export, words=_("Ghi ra")))
        self._details = scrolled(QWidget())
        self._sides = Sides(self.table, self._details, (1, 0))
        inside = QVBoxLayout(self.main)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(row(self.search, self.count))
        inside.addLayout(self._sides, 1)
        self.body.addWidget(self.main, 1)

    def arrive(self, about: str) -> None:
        """Stand in the list."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the catalogue again."""
        desk = self.context.desk
        self.context.jobs.read(lambda: procedures(desk), self._on_read, latest="procedures")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is known of a procedure beside the list, or below it where there is no room."""
        super().resizeEvent(event)
        wide = event.size().width() >= grown(_WIDE)
        self._sides.be_narrow(narrow=not wide)
        self._details.setMinimumHeight(0 if wide else grown(260))
        self._details.setMinimumWidth(grown(_DETAILS_WIDTH) if wide else 0)
        self._details.setMaximumWidth(grown(_DETAILS_WIDTH) if wide else _ANY_WIDTH)

    def _on_entered(self) -> None:
        self.table.setFocus()

    def _on_read(self, rows: tuple[ProcedureRow, ...]) -> None:
        self._rows = rows
        self._filter()

    def _filter(self) -> None:
        shown = state.found(self._rows, self.search.text)
        self.table.put(shown, keep=lambda one: one.procedure.code)
        self.count.setText(_("{count} thủ tục").format(count=len(shown)))
        self._show_details()

    def _show_details(self) -> None:
        one = self.table.current
        made = lines(one.lines, one.procedure.name) if one is not None else QWidget()
        self._details.setWidget(made)

    def _on_export(self) -> None:
        self.show_main()
        self.ask(self.export, _("Ghi danh mục ra tệp để sửa bằng Excel"))

    def _do_export(self) -> None:
        desk, file, empty = self.context.desk, self.export.text("file"), self.export.text("what") == "empty"
        self.context.jobs.write(lambda: write_file(desk, file, empty=empty), self._on_exported, failed=self.on_failed)

    def _on_exported(self, name: str) -> None:
        self.export.put_away()
        self.context.messages.say(_("Đã ghi tệp {name}.").format(name=name))


def _file() -> FileTaken[Read]:
    return FileTaken(
        ask=_("Nhập danh mục từ tệp"),
        field=_("Tệp danh mục (.xlsx hoặc .json)"),
        pattern=_FILES,
        note=_("Xem trước rồi mới ghi. Mẫu để điền: F8, chọn «Mẫu trống»."),
        columns=(_("Thủ tục"), _("Việc"), _("Thay đổi")),
        looking=_("Xem trước danh mục"),
        said=_("Đã nhập danh mục; hồ sơ nhận từ bây giờ theo bản mới."),
        read=read_file,
        take=lambda desk, by, read, id_: take_over(desk, by, read.procedures, id_),
    )
