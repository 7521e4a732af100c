"""Saved lists at the page: choosing one, giving one a name, renaming it, deleting it and getting it back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk_app.dossiers.listing import saved
from desk_app.dossiers.listing.saved import Saved
from desk_app.dossiers.listing.shipped import SHIPPED, VIEW
from desk_app.dossiers.listing.wanted import Wanted
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from ui.dossiers.list.words import TITLES, Offered
from ui.shell.page import Context
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.strip import Strip


class Views(QObject):
    """Says ``chosen`` with what a list is asked for by, and ``changed`` when the named ones are others."""

    chosen = Signal(str)
    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._names: tuple[str, ...] = tuple(SHIPPED)
        self._wanted = Wanted()
        self._renamed = ""
        self._gone: Saved | None = None
        self.box = ChoiceBox(_("Danh sách có sẵn"))
        self.box.activated.connect(lambda place: self.choose(place))
        self.strip = Strip(
            _("Đặt tên cho bộ lọc này"), [Field("name", _("Tên bộ lọc"))], self._on_named, words=_("Lưu")
        )
        self.offer(Offered())

    def offer(self, offered: Offered) -> None:
        """Offer the lists that come with the program, then those the person named."""
        current = self.box.currentIndex()
        self._names = (*SHIPPED, *offered.saved)
        self.box.clear()
        for name in self._names:
            self.box.addItem(TITLES.get(name, name))
        self.box.setCurrentIndex(current if current < len(self._names) else -1)

    def show(self, name: str) -> None:
        """Let the list of that name stand; none where a person set the filters otherwise."""
        self.box.setCurrentIndex(self._names.index(name) if name in self._names else -1)

    def choose(self, place: int) -> None:
        """Open the list at ``place`` among those offered."""
        if 0 <= place < len(self._names):
            self.chosen.emit(f"{VIEW}{self._names[place]}")

    def ask_name(self, wanted: Wanted, suggested: str) -> None:
        """Ask under which name the filters are to be kept."""
        self._wanted, self._renamed = wanted, ""
        self._ask(_("Lưu bộ lọc này với tên"), suggested)

    def ask_other_name(self, name: str) -> None:
        """Ask for another name for a list that the person had named."""
        self._renamed = name
        self._ask(_("Đổi tên bộ lọc «{name}»").format(name=name), name)

    def delete(self, name: str) -> None:
        """Delete a named list; ``bring_back`` undoes it."""
        room, account = self._context.desk.dossiers, self._context.actor.id
        self._write(lambda: saved.forget(room, account=account, name=name), self._on_gone)

    def bring_back(self) -> None:
        """Keep the list deleted last again."""
        gone = self._gone
        if gone is None:
            return
        self._gone = None
        room, account = self._context.desk.dossiers, self._context.actor.id
        self._write(lambda: saved.bring_back(room, account=account, saved=gone), self._on_kept)

    def _ask(self, title: str, name: str) -> None:
        self.strip.open(title)
        self.strip.fields["name"].put(name[:60])
        self.strip.fields["name"].edit.selectAll()

    def _on_named(self) -> None:
        room, account, name = self._context.desk.dossiers, self._context.actor.id, self.strip.text("name")
        wanted, old = self._wanted, self._renamed
        if old:
            self._write(lambda: saved.rename(room, account=account, old=old, new=name), self._on_kept)
        else:
            self._write(lambda: saved.save(room, account=account, name=name, wanted=wanted), self._on_kept)

    def _write(self, work: Callable[[], Saved], done: Callable[[Saved], None]) -> None:
        self._context.jobs.write(work, done, failed=self._on_failed)

    def _on_kept(self, kept: Saved) -> None:
        self.strip.put_away()
        self._context.messages.say(_("Đã lưu bộ lọc «{name}».").format(name=kept.name), _("Mở lại bằng Alt+V."))
        self.changed.emit()
        self.chosen.emit(f"{VIEW}{kept.name}")

    def _on_gone(self, gone: Saved) -> None:
        self._gone = gone
        self._context.messages.say(
            _("Đã xóa bộ lọc «{name}».").format(name=gone.name), _("Hồ sơ vẫn nguyên. Ctrl+Z: lấy lại bộ lọc.")
        )
        self.changed.emit()
        self.chosen.emit(gone.query or f"{VIEW}all")

    def _on_failed(self, error: DeskError) -> None:
        if not (isinstance(error, InvalidInput) and self.strip.refuse(error)):
            self.strip.put_away()
            self._context.messages.report(error)
