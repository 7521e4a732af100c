"""The section of people: adding, changing, ending, new passwords."""

from desk_app.accounts.badges import revoke_badges_of
from desk_app.accounts.commands import add_account, change_account, end_account, forgive_tries, reset_secret
from desk_app.accounts.secret_rules import may_have_pin
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from desk_app.writing.badges import print_badge
from ui.settings.button_row import button_row
from ui.settings.inputs import Input, Ticks, secret
from ui.settings.people import state
from ui.settings.people.desk_side import past_of, people
from ui.settings.people.state import PersonRow
from ui.settings.section import Section
from ui.settings.sheet import Sheet
from ui.settings.typed import day_or_none
from ui.shell.page import Context
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.parts import label
from ui.widgets.table import Column, Look


def _columns() -> tuple[Column[PersonRow], ...]:
    return (
        Column(title=_("Trạng thái"), look=lambda one: Look(words=one.standing, shape=one.shape, colour=one.colour)),
        Column(title=_("Tên đăng nhập"), look=lambda one: Look(words=one.account.login, bold=True)),
        Column(title=_("Họ và tên"), look=lambda one: Look(words=one.name)),
        Column(title=_("Vai trò"), look=lambda one: Look(words=one.roles), stretches=True),
        Column(title=_("Dùng đến hết"), look=lambda one: Look(words=one.until), minor=True),
        Column(
            title=_("Đăng nhập gần nhất"),
            look=lambda one: Look(words=one.signed_in, colour=COLOURS.soft_ink),
            minor=True,
        ),
    )


class PeoplePage(Section):
    """Shows everybody who has or had an account, and what may be done with the one in hand."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Người dùng"), _("Ai được làm gì trong chương trình, đến khi nào."))
        self._until_typed = False
        self.table = self.list(_columns(), _("Người dùng"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_what: self._allow())
        self.table.entered.connect(lambda _what: self._on_change())
        self.add_button = self.action("F6", _("Thêm người"), self._on_add, kind="main")
        self.change_button = self.action("Ctrl+E", _("Sửa"), self._on_change)
        self.reset_button = self.action("F7", _("Đặt lại mật khẩu"), self._on_reset)
        self.unlock_button = self.action("Ctrl+U", _("Mở khóa"), self._on_unlock)
        self.end_button = self.action("F8", _("Ngừng"), self._on_end)
        self.badge_button = self.action("Ctrl+B", _("Cấp thẻ"), self._on_badge)
        self.revoke_button = self.action("Ctrl+Shift+B", _("Thu hồi thẻ"), self._on_revoke)
        self.bind("Ctrl+H", _("Lịch sử của người này"), self._on_past)
        buttons = (self.add_button, self.change_button, self.reset_button, self.unlock_button, self.end_button)
        badges = (self.badge_button, self.revoke_button)
        self.body.addWidget(button_row((*buttons, *badges)))
        self.add = self.sheet(self._add_sheet())
        self.change = self.sheet(Sheet(_person_inputs(), self._do_change, words=_("Lưu thay đổi")))
        self.reset = self.sheet(
            Sheet([secret("password", _("Mật khẩu mới, người này phải đổi"))], self._do_reset, words=_("Đặt lại"))
        )
        self.end = self.sheet(Sheet([Field("reason", _("Lý do ngừng"))], self._do_end, words=_("Ngừng tài khoản")))
        self.badge = self.sheet(self._badge_sheet())
        self.revoke = self.sheet(Sheet([Field("reason", _("Vì sao thu hồi"))], self._do_revoke, words=_("Thu hồi thẻ")))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.past)
        self.body.addWidget(
            label(_("Enter: sửa. Ctrl+H: ai đã sửa gì. Tài khoản đã ngừng vẫn còn trong sổ."), "small", wrap=True)
        )
        self._allow()

    def arrive(self, about: str) -> None:
        """Stand in the list."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the people again."""
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: people(desk, by), self._on_read, latest="people")

    def _add_sheet(self) -> Sheet:
        inputs = [*_person_inputs(), secret("password", _("Mật khẩu đầu tiên (từ 8 ký tự)"))]
        note = _("Người này phải đổi mật khẩu ở lần đăng nhập đầu tiên.")
        made = Sheet(inputs, self._do_add, words=_("Thêm"), note=note)
        roles, until = made.inputs["roles"], made.inputs["valid_until"]
        assert isinstance(roles, Ticks)
        assert isinstance(until, Field)
        roles.changed.connect(self._offer_until)
        until.edited.connect(self._on_until_typed)
        return made

    def _badge_sheet(self) -> Sheet:
        return Sheet(
            [
                Field("organisation", _("Đoàn thể ghi trên thẻ")),
                Field("expires_on", _("Thẻ dùng đến hết ngày"), placeholder=_("hết hạn tài khoản")),
            ],
            self._do_badge,
            words=_("In thẻ"),
            note=_("Mã trên thẻ chỉ có trên giấy, máy không giữ. Mất thẻ thì thu hồi rồi cấp thẻ mới."),
        )

    def _on_read(self, rows: tuple[PersonRow, ...]) -> None:
        self.table.put(rows, keep=lambda one: one.account.id)
        self._allow()

    def _allow(self) -> None:
        one, may = self.table.current, self.context.may
        other = one is not None and one.may_change and one.account.id != self.context.actor.id
        self.add_button.setEnabled(may("accounts.add"))
        self.change_button.setEnabled(one is not None and one.may_change and may("accounts.change"))
        self.reset_button.setEnabled(other and may("accounts.reset_password"))
        self.unlock_button.setEnabled(other and one is not None and one.waits and may("accounts.reset_password"))
        self.end_button.setEnabled(other and may("accounts.end"))
        holder = one is not None and one.may_change and may_have_pin(one.account) and may("badges.issue")
        self.badge_button.setEnabled(holder)
        self.revoke_button.setEnabled(holder)

    def _on_until_typed(self, _text: str) -> None:
        self._until_typed = True

    def _offer_until(self) -> None:
        """Fill in the usual last day while nobody typed one."""
        if not self._until_typed:
            today = self.context.now().date()
            self.add.inputs["valid_until"].put(state.usual_until(self.add.text("roles"), today))

    def _on_add(self) -> None:
        self._until_typed = False
        self.ask(self.add, _("Thêm người dùng"), {"roles": "officer"})

    def _do_add(self) -> None:
        room, by, id_ = self.context.desk.accounts, self.context.actor.id, self.command_id
        try:
            person = state.added(*(self.add.text(name) for name in _PERSON))
        except InvalidInput as error:
            self.on_failed(error)
            return
        password = self.add.text("password")
        self.keep(
            lambda: add_account(room, by=by, person=person, password=password, command_id=id_),
            _("Đã thêm {name}. Người này đổi mật khẩu ở lần đăng nhập đầu.").format(name=person.name),
        )

    def _on_change(self) -> None:
        one = self.table.current
        if one is not None and self.change_button.isEnabled():
            self.ask(
                self.change, _("Sửa tài khoản «{login}»").format(login=one.account.login), state.values_of(one.account)
            )
            self._about = one.account

    def _do_change(self) -> None:
        room, by, id_, about = self.context.desk.accounts, self.context.actor.id, self.command_id, self._about.id
        try:
            change = state.changed(*(self.change.text(name) for name in _PERSON))
        except InvalidInput as error:
            self.on_failed(error)
            return
        self.keep(
            lambda: change_account(room, by=by, account_id=about, change=change, command_id=id_),
            _("Đã sửa tài khoản «{login}», có hiệu lực ngay.").format(login=self._about.login),
        )

    def _on_reset(self) -> None:
        one = self.table.current
        if one is not None:
            self._about = one.account
            self.ask(self.reset, _("Đặt lại mật khẩu của {name}?").format(name=one.account.name))

    def _do_reset(self) -> None:
        room, by, id_, about = self.context.desk.accounts, self.context.actor.id, self.command_id, self._about.id
        password = self.reset.text("password")
        self.keep(
            lambda: reset_secret(room, by=by, account_id=about, password=password, command_id=id_),
            _("Đã đặt lại mật khẩu của {name}; mã PIN cũ không dùng được nữa.").format(name=self._about.name),
        )

    def _on_unlock(self) -> None:
        one = self.table.current
        if one is not None:
            room, by, about = self.context.desk.accounts, self.context.actor.id, one.account.id
            id_ = self.context.desk.journal.new_id()
            self.keep(
                lambda: forgive_tries(room, by=by, account_id=about, command_id=id_),
                _("Đã mở khóa: {name} đăng nhập lại được ngay.").format(name=one.account.name),
            )

    def _on_end(self) -> None:
        one = self.table.current
        if one is not None:
            self._about = one.account
            self.ask(self.end, _("Ngừng tài khoản của {name}? Không mở lại được.").format(name=one.account.name))

    def _do_end(self) -> None:
        room, by, id_, about = self.context.desk.accounts, self.context.actor.id, self.command_id, self._about.id
        reason = self.end.text("reason")
        self.keep(
            lambda: end_account(room, by=by, account_id=about, reason=reason, command_id=id_),
            _("Đã ngừng tài khoản «{login}» từ bây giờ.").format(login=self._about.login),
        )

    def _on_badge(self) -> None:
        one = self.table.current
        if one is not None and self.badge_button.isEnabled():
            self._about = one.account
            title = _("Cấp thẻ đăng nhập cho {name}").format(name=one.account.name)
            self.ask(self.badge, title, {"organisation": one.account.title})

    def _do_badge(self) -> None:
        room, by, id_, about = self.context.desk.writing, self.context.actor.id, self.command_id, self._about.id
        organisation = self.badge.text("organisation")
        try:
            last = day_or_none(self.badge.text("expires_on"), field="expires_on")
        except InvalidInput as error:
            self.on_failed(error)
            return
        self.keep(
            lambda: print_badge(room, by=by, account=about, expires_on=last, organisation=organisation, command_id=id_),
            _("Đã gửi in thẻ của {name}. Quét thẻ ở màn hình đăng nhập là vào.").format(name=self._about.name),
        )

    def _on_revoke(self) -> None:
        one = self.table.current
        if one is not None and self.revoke_button.isEnabled():
            self._about = one.account
            self.ask(self.revoke, _("Thu hồi mọi thẻ của {name}?").format(name=one.account.name))

    def _do_revoke(self) -> None:
        room, by, id_, about = self.context.desk.accounts, self.context.actor.id, self.command_id, self._about.id
        reason = self.revoke.text("reason")
        self.keep(
            lambda: revoke_badges_of(room, by=by, account=about, reason=reason, command_id=id_),
            _("Đã thu hồi thẻ của {name}, có hiệu lực ngay.").format(name=self._about.name),
        )

    def _on_past(self) -> None:
        one = self.table.current
        if one is not None:
            desk, about = self.context.desk, one.account.id
            self.context.jobs.read(lambda: past_of(desk, about), self.show_past, latest="past")


_PERSON = ("login", "name", "title", "roles", "valid_until")


def _person_inputs() -> list[Input]:
    return [
        Field("login", _("Tên đăng nhập"), placeholder=_("lan.tran")),
        Field("name", _("Họ và tên")),
        Field("title", _("Chức vụ")),
        Ticks("roles", _("Vai trò"), state.role_options()),
        Field("valid_until", _("Dùng đến hết ngày (để trống: không hạn)"), placeholder="31/12/2026"),
    ]
