"""The way in: opens the desk, asks who comes, lets them in, and stands guard at the lock."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from desk_app.kernel.errors import DeskError
from desk_app.kernel.translations import _
from ui.shell import opening, shortcuts
from ui.shell.jobs import Jobs
from ui.shell.opened import Opened, SignedIn
from ui.shell.people_choice import Person
from ui.shell.progress import Progress
from ui.shell.sign_in import Answer, Asked, SignInPage

_NEEDS_PASSWORD, _NO_HOME = "storage.wrong_password", "desk.no_home"
_KEY_GONE, _NO_KEY_STORE = ("storage.key_missing", "storage.key_damaged"), "storage.password_needed"
OpenPack = Callable[[str, str, Progress], Opened]
"""Makes the data folder of a laptop from a file and its passphrase, and opens it; a person may stop it half-way."""

Recover = Callable[[str, str], Opened]
"""Gives the data its key back with what stands on the recovery paper, under a new password where one is needed, and opens it."""

RestoreCopy = Callable[[Answer, Progress], Opened]
"""Makes the data folder from a copy as an administrator of the lost computer asks, and opens it; a person may stop it half-way."""


class Entrance(QObject):
    """Leads the sign-in page; says ``opened`` with the open desk and ``let_in`` with who proved themselves."""

    opened = Signal(object)
    let_in = Signal(object)

    def __init__(
        self,
        page: SignInPage,
        jobs: Jobs,
        open_home: Callable[[str], Opened],
        open_pack: OpenPack | None = None,
        recover: Recover | None = None,
        restore: RestoreCopy | None = None,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._jobs = jobs
        self._open_home = open_home
        self._open_pack = open_pack
        self._recover = recover
        self._restore = restore
        self._no_home: DeskError | None = None
        self._opened: Opened | None = None
        self._first: SignedIn | None = None
        self._secret = ""
        self._badge = ("", "")
        page.painted.connect(self.begin)
        page.answered.connect(self._on_answered)
        page.other_way.connect(self._on_other_way)
        shortcuts.bind(page, [("Esc", self._stop_pack)])

    def begin(self, password: str = "") -> None:
        """Open the desk by a job."""
        self._jobs.write(lambda: self._open_home(password), self._on_opened, failed=self._on_not_opened)

    def ask_who(self, title: str = "", *, login: str = "", people: Sequence[Person] = (), left: str = "") -> None:
        """Ask for name and secret, with ``login`` filled in; ``left`` names who left the window half-way."""
        self._badge = ("", "")
        hint = self._opened.hint if self._opened else ""
        if left:
            hint = _("{name} đang làm dở: phần đang nhập vẫn được giữ nguyên, chỉ người ấy thấy lại.").format(name=left)
        self._page.ask(Asked.SECRET, title=title, hint=hint, people=people)
        self._page.prefill(login)

    def _on_opened(self, opened: Opened) -> None:
        self._opened = opened
        self._page.name_office(opened.office_name)
        self.opened.emit(opened)
        self.ask_who(login=opened.login)

    def _on_not_opened(self, error: DeskError) -> None:
        if error.code == _NEEDS_PASSWORD:
            again = self._page.asked is Asked.DATA_PASSWORD
            self._page.ask(Asked.DATA_PASSWORD, title=_("Mở dữ liệu"))
            if again:
                self._page.refuse(error.message, error.hint)
        elif error.code == _NO_HOME and self._open_pack is not None:
            self._no_home = error
            here = _("Máy mang đi: chọn tệp gói do quầy chuẩn bị, gõ mật khẩu gói. Gói mở thành dữ liệu của máy này.")
            without = _("Không có gói: {trouble}").format(trouble=f"{error.message} {error.hint}")
            self._page.ask(Asked.PACK, title=_("Máy này chưa có dữ liệu"), hint=f"{here}\n\n{without}")
        elif error.code in _KEY_GONE and self._recover is not None:
            self._ask_paper(Asked.RECOVERY, f"{error.message} {error.hint}")
        else:
            self._page.refuse(error.message, error.hint)

    def _on_other_way(self) -> None:
        """Turn from a pack to a copy, from the forgotten password of the data to the recovery paper, or back."""
        if self._page.asked is Asked.PACK and self._restore is not None:
            here = _("Chọn bản sao lưu trên thẻ nhớ. Quản trị của máy cũ đăng nhập để khôi phục.")
            safe = _("Bản sao chỉ được đọc. Máy mở đời sổ mới; việc làm sau lúc sao lưu thì nhập lại từ gói đã gửi.")
            self._page.ask(Asked.RESTORE, title=_("Khôi phục từ bản sao lưu"), hint=f"{here}\n\n{safe}")
        elif self._page.asked is Asked.RESTORE and self._no_home is not None:
            self._on_not_opened(self._no_home)
        elif self._page.asked is Asked.DATA_PASSWORD and self._recover is not None:
            self._ask_paper(Asked.RECOVERY_PASSWORD, _("Quên mật khẩu mở dữ liệu thì đặt mật khẩu mới."))
        else:
            self._page.ask(Asked.DATA_PASSWORD, title=_("Mở dữ liệu"))

    def _ask_paper(self, asked: Asked, why: str) -> None:
        safe = _("Dữ liệu vẫn nguyên. Lấy tờ khóa dự phòng trong két, gõ 14 nhóm hoặc quét mã QR.")
        self._page.ask(asked, title=_("Mở bằng khóa dự phòng"), hint=f"{why}\n\n{safe}")

    def _begin_by_paper(self, answer: Answer) -> None:
        recover = self._recover
        if answer.fresh != answer.again:
            self._page.refuse(_("Hai lần nhập không giống nhau."), _("Hãy nhập lại."))
        elif recover is not None:
            self._jobs.write(
                lambda: recover(answer.paper, answer.fresh), self._on_opened, failed=self._on_not_recovered
            )

    def _on_not_recovered(self, error: DeskError) -> None:
        if error.code == _NO_KEY_STORE and self._page.asked is Asked.RECOVERY:
            self._ask_paper(Asked.RECOVERY_PASSWORD, error.message)
        else:
            self._page.refuse(error.message, error.hint)

    def _on_answered(self, answer: Answer) -> None:
        self._page.wait()
        if answer.asked is Asked.DATA_PASSWORD:
            self.begin(answer.data)
        elif answer.asked is Asked.PACK:
            self._begin_from(answer)
        elif answer.asked is Asked.RESTORE:
            self._begin_restored(answer)
        elif answer.asked in (Asked.RECOVERY, Asked.RECOVERY_PASSWORD):
            self._begin_by_paper(answer)
        elif self._opened is None:
            return
        elif answer.asked is Asked.NEW_PASSWORD:
            self._change_password(answer)
        else:
            desk, self._secret = self._opened.desk, answer.secret
            holder, token = self._badge
            badge = token if holder == answer.login else ""
            self._jobs.write(
                lambda: opening.sign(desk, answer.login, answer.secret, badge),
                self._on_signed_in,
                failed=self._on_refused,
            )

    def _begin_from(self, answer: Answer) -> None:
        open_pack = self._open_pack
        if open_pack is not None:
            self._jobs.long(
                lambda progress: open_pack(answer.pack, answer.passphrase, progress),
                self._on_opened,
                title=_("Mở gói mang đi"),
                failed=self._on_refused,
            )

    def _begin_restored(self, answer: Answer) -> None:
        restore = self._restore
        if restore is not None:
            self._jobs.long(
                lambda progress: restore(answer, progress),
                self._on_opened,
                title=_("Khôi phục từ bản sao lưu"),
                failed=self._on_refused,
            )

    def _stop_pack(self) -> None:
        """Stop the opening of a pack or a copy; what somebody left under way behind the lock is no passer-by's business."""
        if self._page.asked in (Asked.PACK, Asked.RESTORE):
            self._jobs.stop_long()

    def _change_password(self, answer: Answer) -> None:
        if answer.fresh != answer.again:
            self._page.refuse(_("Hai lần nhập không giống nhau."), _("Hãy nhập lại."))
            return
        if self._opened is not None and self._first is not None:
            desk, account, old = self._opened.desk, self._first.account, self._secret
            self._jobs.write(
                lambda: opening.change_password(desk, account, old, answer.fresh),
                self._on_signed_in,
                failed=self._on_refused,
            )

    def _on_signed_in(self, signed_in: SignedIn) -> None:
        if signed_in.badge:
            self._ask_pin(signed_in)
            return
        if signed_in.must_change:
            self._first = signed_in
            hint = _("Mật khẩu này do người khác đặt. Hãy đặt mật khẩu của riêng mình trước khi làm việc.")
            self._page.ask(Asked.NEW_PASSWORD, title=_("Đặt mật khẩu của mình"), hint=hint)
            return
        self._first, self._secret, self._badge = None, "", ("", "")
        self._page.ask(Asked.SECRET)
        self.let_in.emit(signed_in)

    def _ask_pin(self, signed_in: SignedIn) -> None:
        """Ask for the PIN that goes with a badge; it counts for its holder's name alone."""
        login = signed_in.account.login
        self._badge = (login, signed_in.badge)
        hint = _("Đã nhận thẻ của {name}. Nhập mã PIN để vào làm việc.").format(name=signed_in.account.name)
        self._page.ask(Asked.SECRET, title=_("Nhập mã PIN"), hint=hint)
        self._page.prefill(login)

    def _on_refused(self, error: DeskError) -> None:
        self._page.refuse(error.message, error.hint)
