"""Outreach of the year: what was done, and the figures that reports show."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.guidance.outreach.facts import Kind
from desk_app.guidance.outreach.figures import OutreachFigures
from desk_app.guidance.outreach.item import OutreachItem
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label
from ui.widgets.strip import Strip
from ui.widgets.table import Column, Look, RowsModel, Table

KINDS: tuple[tuple[Kind, str], ...] = (
    ("post", _("Bài đăng")),
    ("views", _("Lượt xem")),
    ("followers", _("Người theo dõi (tổng của trang)")),
    ("broadcast", _("Phát thanh, truyền hình")),
    ("launch", _("Ra quân, phát động (người dự)")),
    ("training", _("Tập huấn (người dự)")),
)
_WORDS = {key: words.partition(" (")[0] for key, words in KINDS}
_COLUMNS: tuple[Column[OutreachItem], ...] = (
    Column(title=_("Ngày"), look=lambda item: Look(words=spoken_day(item.on))),
    Column(title=_("Việc"), look=lambda item: Look(words=_WORDS[item.kind], bold=True)),
    Column(title=_("Số lượng"), look=lambda item: Look(words=quantity(item.count))),
    Column(title=_("Tên"), look=lambda item: Look(words=item.title), stretches=True),
    Column(
        title=_("Minh chứng"),
        look=lambda item: Look(words=item.evidence, colour=COLOURS.soft_ink),
        stretches=True,
        minor=True,
    ),
)


class OutreachView(QWidget):
    """Calls ``add`` and ``withdraw`` when their strips are answered."""

    def __init__(self, add: Callable[[], None], withdraw: Callable[[], None]) -> None:
        super().__init__()
        self._figures = label("", "strong", wrap=True)
        self.table: Table[OutreachItem] = Table(RowsModel(_COLUMNS), _("Việc truyền thông trong năm"))
        self.table.when_empty(
            "speaker",
            _("Năm nay chưa ghi việc truyền thông nào"),
            _("Bài đăng, lượt xem, người theo dõi, phát thanh, ra quân, tập huấn đều vào báo cáo."),
            key="F6",
        )
        fields = [
            Field("count", _("Số lượng"), placeholder="1"),
            Field("on", _("Ngày"), placeholder=_("hôm nay")),
            Field("title", _("Tên việc, tên trang")),
            Field("evidence", _("Minh chứng: ảnh, đường dẫn")),
        ]
        self.adding = Strip(_("Ghi việc truyền thông"), fields, add, words=_("Ghi"), choices=KINDS, box=_("Việc gì"))
        reason = [Field("reason", _("Vì sao bỏ"))]
        self.removing = Strip("", reason, withdraw, words=_("Bỏ dòng này"))
        self.add_button = button(_("Ghi thêm"), self.open_adding, key="F6", kind="main")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(6))
        layout.addWidget(Flow((label(_("Truyền thông năm nay"), "section"), None, self.add_button)))
        layout.addWidget(self._figures)
        layout.addWidget(self.adding)
        layout.addWidget(self.removing)
        layout.addWidget(self.table, 1)
        layout.addWidget(label(_("F6: ghi thêm · Delete: bỏ dòng ghi nhầm."), "small", wrap=True))

    def put(self, items: tuple[OutreachItem, ...], figures: OutreachFigures, *, may_add: bool) -> None:
        """Show the entries and figures."""
        self.add_button.setEnabled(may_add)
        self.table.put(items, keep=lambda item: item.id)
        words = _(
            "{followers} người theo dõi · {views} lượt xem · {posts} bài · {broadcasts} lần phát · "
            "{launches} lễ ra quân, {launch_people} người · {trainings} buổi tập huấn, {training_people} người"
        )
        names = ("followers", "views", "posts", "broadcasts", "launches", "launch_people")
        counted = {name: quantity(getattr(figures, name)) for name in (*names, "trainings", "training_people")}
        self._figures.setText(words.format(**counted))

    def open_adding(self) -> None:
        """Ask what was done."""
        if self.add_button.isEnabled():
            self.removing.put_away()
            self.adding.open()

    def open_removing(self) -> None:
        """Ask why the chosen entry is taken back."""
        item = self.table.current
        if item is not None and self.add_button.isEnabled():
            self.adding.put_away()
            title = _("Bỏ «{what}» ngày {day}").format(what=item.title or _WORDS[item.kind], day=spoken_day(item.on))
            self.removing.open(title)

    def close_strips(self) -> bool:
        """Close what is open; tell whether something was."""
        opened = [strip for strip in (self.adding, self.removing) if strip.isVisible()]
        for strip in opened:
            strip.put_away()
        return bool(opened)
