"""The section of one's own things: who I am here, my password, my PIN."""

from desk_app.accounts.commands import set_secret
from desk_app.accounts.rules import ROLE_NAMES
from desk_app.accounts.secret_rules import SecretKind, may_have_pin
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from ui.settings.button_row import button_row
from ui.settings.inputs import secret
from ui.settings.lines import lines
from ui.settings.section import Section
from ui.settings.sheet import Sheet
from ui.shell.page import Context
from ui.widgets.parts import label

_WRONG_OLD = "accounts.wrong_old"


class MePage(Section):
    """Shows the account of the person who works, and changes their secrets on this computer."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Của tôi"), _("Mật khẩu và mã PIN của riêng bạn, trên máy này."))
        actor = context.actor
        until = spoken_day(actor.valid_until) if actor.valid_until else _("không hạn")
        self.password_button = self.action("F6", _("Đổi mật khẩu"), self._on_password, kind="main")
        self.pin_button = self.action("F7", _("Đặt mã PIN"), self._on_pin)
        self.pin_button.setEnabled(may_have_pin(actor))
        self.body.addWidget(button_row((self.password_button, self.pin_button)))
        self.password = self.sheet(
            Sheet(
                [
                    secret("old", _("Mật khẩu đang dùng")),
                    secret("password", _("Mật khẩu mới (từ 8 ký tự)")),
                    secret("again", _("Nhập lại mật khẩu mới")),
                ],
                self._do_password,
                words=_("Đổi mật khẩu"),
            )
        )
        self.pin = self.sheet(
            Sheet(
                [secret("old", _("Mật khẩu đang dùng")), secret("pin", _("Mã PIN mới: 6 chữ số"))],
                self._do_pin,
                words=_("Đặt mã PIN"),
            )
        )
        self.body.addWidget(
            lines(
                (
                    (_("Họ và tên"), actor.name),
                    (_("Chức vụ"), actor.title or "–"),
                    (_("Tên đăng nhập"), actor.login),
                    (_("Vai trò"), ", ".join(_(ROLE_NAMES[role]) for role in actor.roles)),
                    (_("Dùng đến hết"), until),
                )
            )
        )
        note = _("Mã PIN để mở khóa nhanh ở quầy; lãnh đạo và quản trị luôn dùng mật khẩu. Ctrl+L: khóa màn hình.")
        self.body.addWidget(label(note, "small", wrap=True))
        self.body.addStretch(1)

    def arrive(self, about: str) -> None:
        """Stand on the first button."""
        self.password_button.setFocus()

    def on_failed(self, error: DeskError) -> None:
        """Show a wrong present password beside its field."""
        if error.code == _WRONG_OLD:
            error = InvalidInput("old", error.message, error.hint)
        super().on_failed(error)

    def _on_password(self) -> None:
        self.ask(self.password, _("Đổi mật khẩu của bạn"))

    def _on_pin(self) -> None:
        self.ask(self.pin, _("Đặt mã PIN để đăng nhập nhanh"))

    def _do_password(self) -> None:
        if self.password.text("password") != self.password.text("again"):
            self.on_failed(InvalidInput("again", _("Hai lần nhập không giống nhau."), _("Hãy nhập lại.")))
            return
        self._set(
            self.password, SecretKind.PASSWORD, "password", _("Đã đổi mật khẩu; lần sau đăng nhập bằng mật khẩu mới.")
        )

    def _do_pin(self) -> None:
        self._set(self.pin, SecretKind.PIN, "pin", _("Đã đặt mã PIN."))

    def _set(self, sheet: Sheet, kind: SecretKind, name: str, said: str) -> None:
        room, by, id_ = self.context.desk.accounts, self.context.actor.id, self.command_id
        old, new = sheet.text("old"), sheet.text(name)
        self.keep(lambda: set_secret(room, by=by, kind=kind, old=old, new=new, command_id=id_), said)
