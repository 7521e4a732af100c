"""The page of a dossier's images: what is kept, adding by file, looking inside the window, taking out, removing."""

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.dossiers.attachments import desk_side
from ui.dossiers.attachments.adding import Adding, file_in
from ui.dossiers.attachments.moves import Moves
from ui.dossiers.attachments.state import Row, Seen, allowed, head, rows_of
from ui.dossiers.attachments.table import columns
from ui.dossiers.attachments.viewer import Picture, Viewer, decoded
from ui.shell.page import Context, Page
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label, row, scrolled
from ui.widgets.table import RowsModel, Table

ADD = "attachments.add"
_LEAST_HEIGHT = 185


class AttachmentsPage(Page):
    """Shows the images of one dossier's papers; ``about`` is the dossier's id."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._dossier = ""
        self._chosen: Row | None = None
        self.seen: Seen | None = None
        self._head = label("", "soft", wrap=True)
        self._make_table()
        self.add_button = button(_("Thêm bản chụp"), self._on_add, key="F6", kind="main")
        self.open_button = button(_("Xem"), self._on_open, key="Enter")
        self.out_button = button(_("Lưu ra tệp"), self._on_out, key="F7")
        self.remove_button = button(_("Gỡ"), self._on_remove, key="F8")
        self.moves = Moves(context, self)
        self.adding = Adding(context, self)
        self.adding.closed.connect(self.table.setFocus)
        self.viewer = Viewer()
        self.viewer.closed.connect(self._on_viewer_closed)
        self._stack = QStackedWidget()
        self.setAcceptDrops(True)
        self._lay_out()
        self._bind_keys()
        self._allow()

    def _make_table(self) -> None:
        self.table = Table(RowsModel(columns()), _("Bản chụp giấy tờ"), wrap=True)
        # What stands there while the list is empty needs this much; the page scrolls where the window has less.
        self.table.setMinimumHeight(grown(_LEAST_HEIGHT))
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._allow())
        self.table.entered.connect(lambda _place: self._on_open())
        self.table.when_empty(
            "folder",
            _("Hồ sơ này chưa có bản chụp nào."),
            _("Chỉ chụp giấy tờ thủ tục cần giữ. Kéo thả tệp vào đây cũng được."),
            key="F6",
        )

    def _bind_keys(self) -> None:
        self.bind("F6", _("Thêm bản chụp từ tệp"), self._on_add)
        self.bind("F7", _("Lưu bản chụp ra tệp"), self._on_out)
        self.bind("F8", _("Gỡ hẳn bản chụp, ghi lý do"), self._on_remove)
        self.bind("Ctrl+V", _("Thêm tệp có đường dẫn vừa chép"), self._on_paste)
        self.bind("Alt+C", _("Chọn tệp trên máy"), self._on_pick)
        self.key_map.append(("+ - 0 R", _("Ảnh to hơn, nhỏ hơn, vừa khổ, xoay")))

    def _lay_out(self) -> None:
        listed = QWidget()
        inner = QVBoxLayout(listed)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(grown(8))
        inner.addWidget(Flow((self.add_button, self.open_button, self.out_button, self.remove_button, None)))
        for strip in (self.adding.form, *self.moves.strips):
            inner.addWidget(strip)
        inner.addWidget(self.table, 1)
        help_words = _("Bản chụp được mã hóa, chỉ ở máy này, hủy hẳn khi hết hạn giữ; ai mở đều được ghi lại.")
        inner.addWidget(label(help_words, "small", wrap=True))
        self._stack.addWidget(scrolled(listed))
        self._stack.addWidget(self.viewer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(12))
        layout.setSpacing(grown(8))
        top = row(label(_("Bản chụp giấy tờ"), "title"), self._head)
        top.setStretchFactor(self._head, 1)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)

    @property
    def is_viewing(self) -> bool:
        """Tell whether a picture is in front of the list."""
        return self._stack.currentWidget() is self.viewer

    def arrive(self, about: str) -> None:
        """Show a dossier's images, with the keyboard in the list."""
        if about and about != self._dossier:
            self._dossier, self.seen, self._chosen = about, None, None
            self._head.clear()
            self.table.put(())
            self.escape()
        self.refresh()
        if not self.is_viewing:
            self.table.setFocus()

    def refresh(self) -> None:
        """Read the list again."""
        if self._dossier:
            desk, by, dossier = self.context.desk, self.context.actor.id, self._dossier
            self.context.jobs.read(lambda: desk_side.seen(desk, by, dossier), self._on_seen, latest="seen")

    def escape(self) -> bool:
        """Close the picture, or an open strip."""
        if self.is_viewing:
            self.viewer.close_picture()
            return True
        return self.adding.close() or self.moves.close()

    def leave(self) -> None:
        """Forget the picture: whoever unlocks the window next may be somebody else."""
        self._chosen = None
        if self.is_viewing:
            self.viewer.close_picture()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file from this computer."""
        if self.add_button.isEnabled() and file_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask which paper the dropped file is."""
        event.acceptProposedAction()
        self._open_form(file_in(event.mimeData()))

    def _on_seen(self, seen: Seen) -> None:
        self.seen = seen
        self._head.setText(head(seen))
        self.table.put(rows_of(seen), keep=lambda each: each.id)
        self._allow()

    def _allow(self) -> None:
        current, may_add = self.table.current, self.context.may(ADD)
        here = current is not None and current.may_open
        can_add = may_add and self.seen is not None and bool(allowed(self.seen))
        self.add_button.setEnabled(can_add)
        self.add_button.setToolTip(
            "" if can_add else _("Thủ tục này không cần giữ bản chụp nào, hoặc bạn chỉ được xem.")
        )
        self.open_button.setEnabled(here and current is not None and current.is_picture)
        self.out_button.setEnabled(here)
        self.remove_button.setEnabled(here and may_add)

    def _on_add(self) -> None:
        if not self.adding.form.isVisible():
            self._open_form("")

    def _on_paste(self) -> None:
        path = file_in(QGuiApplication.clipboard().mimeData())
        if path and not self.is_viewing:
            self._open_form(path)

    def _on_pick(self) -> None:
        self._on_add()
        if self.adding.form.isVisible():
            self.adding.form.pick()

    def _open_form(self, path: str) -> None:
        if self.seen is None or not self.add_button.isEnabled():
            return
        if self.adding.form.isVisible():
            self.adding.form.put_path(path)
            return
        self.escape()
        self.adding.open(self.seen, path)

    def _on_open(self) -> None:
        current = self.table.current
        if current is None or not current.may_open:
            return
        if not current.is_picture:
            words = _("PDF không xem được trong cửa sổ này.")
            self.context.messages.say(words, _("F7: lưu ra tệp rồi mở bằng chương trình đọc PDF."), tone="plain")
            return
        self._chosen = current
        desk, by, wanted = self.context.desk, self.context.actor.id, current.id
        self.context.jobs.long(
            lambda progress: Picture(id=wanted, image=decoded(desk_side.content(desk, by, wanted, progress.say))),
            self._on_picture,
            title=_("Mở bản chụp «{paper}»").format(paper=current.paper),
        )

    def _on_picture(self, picture: Picture) -> None:
        # Whoever went on meanwhile, to another image or another page, is not shown this one under its name.
        if self._chosen is None or self._chosen.id != picture.id or not self.isVisible():
            return
        self._stack.setCurrentWidget(self.viewer)
        mark = _("Nhạy cảm") if self._chosen.sensitive else ""
        self.viewer.put(
            " · ".join(part for part in (self._chosen.paper, self._chosen.added, mark) if part), picture.image
        )

    def _on_viewer_closed(self) -> None:
        self._chosen = None
        self._stack.setCurrentIndex(0)
        self.table.setFocus()

    def _on_out(self) -> None:
        if (current := self._with(self.out_button)) is not None:
            self.moves.open_out(current)

    def _on_remove(self) -> None:
        if (current := self._with(self.remove_button)) is not None:
            self.moves.open_removal(current)

    def _with(self, asked: QPushButton) -> Row | None:
        """Return the row in hand where the button's move may be done with it, every open strip put away."""
        current = self.table.current
        if self.is_viewing or current is None or not asked.isEnabled():
            return None
        self.escape()
        return current
