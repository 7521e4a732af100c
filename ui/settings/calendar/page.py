"""The section of the calendar: a year at a glance, next year's notice."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from desk_app.kernel.translations import _
from ui.settings.button_row import button_row
from ui.settings.calendar.desk_side import Read, calendar, read_file, take_over, write_year
from ui.settings.calendar.state import DayShown, YearShown, day_words, year_words
from ui.settings.calendar.year_view import YearView
from ui.settings.file_input import FileInput
from ui.settings.sheet import Sheet
from ui.settings.taking_over import FileTaken, TakingOver
from ui.shell.page import Context
from ui.widgets.parts import label, row

_FIRST, _LAST = 1991, 2199
_FILES = "CSV (*.csv)"


class CalendarPage(TakingOver[Read]):
    """Shows a year and takes over a year's notice, after showing what it would change."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context, _("Lịch làm việc"), _("Ngày nghỉ, ngày làm bù. Cách tính: mục «Tính thời hạn»."), _file()
        )
        self._year = context.now().year
        self.year_title = label("", "large")
        self.year_notice = label("", "soft", wrap=True)
        self.day = label("", "strong", wrap=True)
        self.view = YearView()
        self.view.moved.connect(self._on_moved)
        back = self.action("Ctrl+Left", _("Năm trước"), lambda: self._turn(-1))
        on = self.action("Ctrl+Right", _("Năm sau"), lambda: self._turn(1))
        self.import_button = self.action("F6", _("Nhập lịch nghỉ từ tệp"), self.ask_for_file, kind="main")
        self.import_button.setEnabled(context.may("calendar.import"))
        self.export_button = self.action("F8", _("Ghi năm này ra tệp"), self._on_export)
        self.body.addWidget(button_row((back, on, self.import_button, self.export_button)))
        self.lay_out_file()
        place = FileInput("file", _("Ghi vào tệp"), _FILES, save_as="lich-nghi.csv")
        note = _("Năm chưa có thông báo thì tệp có sẵn ngày lễ theo luật: thêm Tết, ghi văn bản rồi nhập lại bằng F6.")
        self.export = self.sheet(Sheet([place], self._do_export, words=_("Ghi ra"), note=note))
        self.start = self.view
        head = row(self.year_title, self.year_notice)
        head.setStretch(1, 1)
        inside = QVBoxLayout(self.main)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(head)
        inside.addWidget(self.view)
        inside.addWidget(self.day)
        legend = _(
            "Ô nền đỏ: ngày nghỉ lễ. Vòng xanh: ngày làm bù. Chữ nhạt: thứ bảy, chủ nhật. Mũi tên: xem từng ngày."
        )
        inside.addWidget(label(legend, "small", wrap=True))
        inside.addStretch(1)
        self.body.addWidget(self.main, 1)

    def arrive(self, about: str) -> None:
        """Stand in the year."""
        self.refresh()
        self.view.setFocus()

    def refresh(self) -> None:
        """Read the year again."""
        desk, year = self.context.desk, self._year
        self.context.jobs.read(lambda: calendar(desk, year), self._on_read, latest="calendar")

    def follow(self, read: Read) -> None:
        """Turn to the first year that is taken over."""
        self._year = read.years[0].year

    def _turn(self, years: int) -> None:
        self._year = max(_FIRST, min(_LAST, self._year + years))
        self.refresh()

    def _on_read(self, shown: YearShown) -> None:
        today = self.context.now().date()
        stood = self.view.on if self.view.on != date.min else today
        self.year_title.setText(_("Năm {year}").format(year=shown.year))
        self.year_notice.setText(year_words(shown))
        self.view.put(shown, stood)

    def _on_moved(self, day: DayShown) -> None:
        self.day.setText(day_words(day))

    def _on_export(self) -> None:
        self.show_main()
        self.ask(self.export, _("Ghi lịch năm {year} ra tệp để sửa bằng Excel").format(year=self._year))

    def _do_export(self) -> None:
        desk, year, file = self.context.desk, self._year, self.export.text("file")
        self.context.jobs.write(lambda: write_year(desk, year, file), self._on_exported, failed=self.on_failed)

    def _on_exported(self, name: str) -> None:
        self.export.put_away()
        self.context.messages.say(_("Đã ghi tệp {name}.").format(name=name))


def _file() -> FileTaken[Read]:
    return FileTaken(
        ask=_("Nhập lịch nghỉ từ tệp"),
        field=_("Tệp lịch nghỉ (CSV UTF-8)"),
        pattern=_FILES,
        note=_("Cột: date,kind,name,makes_up_for,notice. Chưa ghi gì trước khi bạn xem và đồng ý."),
        columns=(_("Ngày, hồ sơ"), _("Đang là"), _("Sẽ là")),
        looking=_("Xem trước lịch nghỉ"),
        said=_("Đã nhập lịch; hồ sơ nhận từ bây giờ tính theo lịch mới."),
        read=read_file,
        take=lambda desk, by, read, _id: take_over(desk, by, read.years),
    )
