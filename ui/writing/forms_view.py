"""The shelf of forms: each with its source, its days of validity, and how it looks; files that hold none are named."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.texts import collation_key
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.writing.form import AREA_WORDS, Form, spoken_title
from desk_app.writing.shelf import Shelf
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label
from ui.widgets.sides import Sides
from ui.widgets.table import Column, Look, RowsModel, Table
from ui.writing.preview_view import PreviewView
from ui.writing.state import AREAS

_NARROW = 900


def _sure_look(form: Form) -> Look:
    if form.sure == "text":
        return Look(words=_("đã đối chiếu"), shape="tick", colour=COLOURS.good)
    return Look(words=_("kiểm lại"), shape="question", colour=COLOURS.warning)


_COLUMNS: tuple[Column[Form], ...] = (
    Column(title=_("Mẫu"), look=lambda form: Look(words=spoken_title(form), bold=True), stretches=True),
    Column(title=_("Lĩnh vực"), look=lambda form: Look(words=AREAS[form.area]), minor=True),
    Column(title=_("Căn cứ"), look=lambda form: Look(words=form.source, colour=COLOURS.soft_ink), stretches=True),
    Column(title=_("Có hiệu lực"), look=lambda form: Look(words=_valid_words(form))),
    Column(title=_("Nội dung"), look=_sure_look),
)


class FormsView(QWidget):
    """Every form there is, with a look at the blank one; says ``chosen`` with the form the keyboard stands on."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = Table(RowsModel(_COLUMNS), _("Mẫu đơn, tờ khai"), wrap=True)
        self.table.when_empty("folder", _("Chưa có mẫu nào"), _("Đặt tệp mẫu vào thư mục forms của quầy."))
        self.preview = PreviewView()
        self.detail = label("", "small", wrap=True)
        self.unfit = label("", "warning", wrap=True)
        left = QVBoxLayout()
        left.setSpacing(grown(6))
        for part in (self.table, self.detail, self.unfit):
            left.addWidget(part)
        left.setStretchFactor(self.table, 1)
        words = _("Thêm mẫu: đặt một tệp .json vào thư mục forms của quầy rồi nhấn F5; cách viết ở README của mẫu.")
        left.addWidget(label(words, "small", wrap=True))
        self._sides = Sides(left, self.preview, (3, 2))
        self.setLayout(self._sides)
        self.table.selectionModel().currentRowChanged.connect(lambda *_places: self._on_chosen())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the look under the list where the window is narrow, or its text large."""
        super().resizeEvent(event)
        narrow = event.size().width() < grown(_NARROW)
        self._sides.be_narrow(narrow=narrow)
        self.table.setMinimumHeight(grown(180 if narrow else 80))
        self.preview.setMinimumHeight(grown(420 if narrow else 120))

    def put(self, shelf: Shelf) -> None:
        """Show every form and every file that holds none."""
        forms = sorted(shelf.forms, key=_order)
        self.table.put(forms, keep=lambda form: (form.key, form.valid_from))
        unfit = (_("Tệp {file} không dùng được: {why}").format(file=each.file, why=each.why) for each in shelf.unfit)
        self.unfit.setText("\n".join(unfit))
        self.unfit.setVisible(bool(shelf.unfit))
        self._on_chosen()

    def _on_chosen(self) -> None:
        form = self.table.current
        if form is None:
            self.detail.setText("")
            self.preview.put(())
            return
        procedures = ", ".join(form.procedures) or _("không gắn thủ tục")
        self.detail.setText(_("Thủ tục: {codes}. {check}").format(codes=procedures, check=form.check))
        self.chosen.emit(form)


def _order(form: Form) -> tuple[int, str, int]:
    """Return the place of a form: by area and title, the version in force later first."""
    return list(AREA_WORDS).index(form.area), collation_key(form.title), -form.valid_from.toordinal()


def _valid_words(form: Form) -> str:
    first = _("từ {day}").format(day=spoken_day(form.valid_from))
    if not form.valid_to:
        return first
    last = _("đến {day}").format(day=spoken_day(form.valid_to))
    return f"{first} {last}"
