"""The way in: opens the desk, asks who comes, lets them in, and stands guard at the lock."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from desk_app.kernel.errors import DeskError
from desk_app.kernel.translations import _
from ui.shell import opening
from ui.shell.jobs import Jobs
from ui.shell.opened import Opened, SignedIn
from ui.shell.people_choice import Person
from ui.shell.sign_in import Answer, Asked, SignInPage

_NEEDS_PASSWORD, _NO_HOME = "storage.wrong_password", "desk.no_home"
OpenPack = Callable[[str, str], Opened]
"""Makes the data folder of a laptop from a file and its passphrase, and opens it."""


class Entrance(QObject):
    """Leads the sign-in page; says ``opened`` with the open desk and ``let_in`` with who proved themselves."""

    opened = Signal(object)
    let_in = Signal(object)

    def __init__(
        self, page: SignInPage, jobs: Jobs, open_home: Callable[[str], Opened], open_pack: OpenPack | None = None
    ) -> None:
        super().__init__(page)
        self._page = page
        self._jobs = jobs
        self._open_home = open_home
        self._open_pack = open_pack
        self._opened: Opened | None = None
        self._first: SignedIn | None = None
        self._secret = ""
        self._badge = ("", "")
        page.painted.connect(self.begin)
        page.answered.connect(self._on_answered)

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
            here = _("Máy mang đi: chọn tệp gói do quầy chuẩn bị, gõ mật khẩu gói. Gói mở thành dữ liệu của máy này.")
            without = _("Không có gói: {trouble}").format(trouble=f"{error.message} {error.hint}")
            self._page.ask(Asked.PACK, title=_("Máy này chưa có dữ liệu"), hint=f"{here}\n\n{without}")
        else:
            self._page.refuse(error.message, error.hint)

    def _on_answered(self, answer: Answer) -> None:
        self._page.wait()
        if answer.asked is Asked.DATA_PASSWORD:
            self.begin(answer.data)
        elif answer.asked is Asked.PACK:
            self._begin_from(answer)
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
            self._jobs.write(
                lambda: open_pack(answer.pack, answer.passphrase), self._on_opened, failed=self._on_refused
            )

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
