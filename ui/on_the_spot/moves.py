"""What is done at a sitting: each stamp, the receipt, falling back; one command id for each, strips instead of dialogs."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from desk_app.dossiers.on_the_spot_visit import Stage
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from ui.on_the_spot import desk_side
from ui.on_the_spot.desk_side import Signing
from ui.on_the_spot.state import STAGE_WORDS, Sitting
from ui.shell.page import Context
from ui.widgets.field import Field
from ui.widgets.strip import Strip


@dataclass(frozen=True, kw_only=True)
class Handed:
    """What the page reads off its fields when a stamp is set."""

    number: str = ""
    signed_register: bool = False
    slip: bool = False


class SittingMoves(QObject):
    """Writes what happens at one sitting; says ``done`` with the stage whose stamp was set, empty for anything else."""

    done = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._sitting: Sitting | None = None
        self._command_id = ""
        self._under_way = False
        self._stage: Stage = "appraised"
        self._handed = Handed()
        self._last_login = ""
        self._what = ""
        self._said = ""
        secret = Field("secret", _("Mật khẩu hoặc PIN"))
        secret.edit.setEchoMode(QLineEdit.EchoMode.Password)
        why = Field("reason", _("Vì sao chưa trả ngay được"), placeholder=_("ví dụ: phải xác minh, mất mạng"))
        self.proof = Strip("", [secret], self._do_proof, words=_("Ký"), choices=(("", ""),), box=_("Ai ký"))
        self.leave = Strip(
            _("Chuyển sang giải quyết bình thường: in giấy hẹn, không phải nhập lại."),
            [why],
            self._do_leave,
            words=_("Chuyển"),
        )

    @property
    def strips(self) -> tuple[Strip, ...]:
        """Return every strip, to be laid out."""
        return (self.proof, self.leave)

    def about(self, sitting: Sitting | None) -> None:
        """Work at this sitting from now on; each time it is read anew, the next move is a new command."""
        if self._sitting is None or sitting is None or sitting.dossier.id != self._sitting.dossier.id:
            self.close()
        self._sitting = sitting
        self._under_way = False
        self._command_id = self._context.desk.journal.new_id()

    def sign(self, stage: Stage, handed: Handed) -> None:
        """Set a stamp as whoever is signed in; where that is not enough, let another prove themselves."""
        visit = self._sitting.visit if self._sitting is not None else None
        if self._sitting is None or visit is None or self._under_way:
            return
        if visit.next_stage == stage and stage not in self._sitting.mine:
            self.sign_as_another(stage, handed)
            return
        # Out of turn the desk refuses with the reason; nothing is asked for before that.
        self._stage = stage
        self._write_signing(self._signing(stage, handed))

    def sign_as_another(self, stage: Stage, handed: Handed) -> None:
        """Ask who sets the stamp, and for their secret."""
        if self._sitting is None or self._under_way:
            return
        people = self._sitting.signers[stage]
        if not people:
            self._context.messages.say(
                _("Trên máy này chưa có tài khoản nào được ký bước này."),
                _("Nhờ quản trị thêm tài khoản lãnh đạo. Chưa ghi gì."),
                tone="warning",
            )
            return
        self.leave.hide()
        self._stage, self._handed = stage, handed
        first = sorted(people, key=lambda each: each.login != self._last_login)
        self.proof.offer([(each.login, each.name) for each in first])
        self.proof.open(_("{stage}: người ký nhập mật khẩu hoặc PIN của mình.").format(stage=STAGE_WORDS[stage]))
        if len(first) == 1 or self._last_login:
            self.proof.fields["secret"].take_focus()

    def ask_leave(self) -> None:
        """Ask why the result cannot be given now."""
        if self._sitting is not None and not self._under_way:
            self.proof.hide()
            self.leave.open()

    def print_receipt(self) -> None:
        """Print the receipt that the citizen wants."""
        if self._sitting is None:
            return
        desk, by, id_, command = self._context.desk, self._context.actor.id, self._dossier, self._command_id
        self._write(lambda: desk_side.receipt_asked(desk, by, id_, command), "", _("Giấy hẹn đang in."))

    def close(self) -> bool:
        """Close the open strip; tell whether there was one."""
        strip = next((each for each in self.strips if each.isVisible()), None)
        if strip is not None:
            strip.put_away()
        return strip is not None

    @property
    def _dossier(self) -> str:
        return self._sitting.dossier.id if self._sitting is not None else ""

    def _signing(self, stage: Stage, handed: Handed) -> Signing:
        return Signing(
            dossier=self._dossier,
            stage=stage,
            by=self._context.actor.id,
            command_id=self._command_id,
            number=handed.number,
            signed_register=handed.signed_register,
            slip=handed.slip,
        )

    def _do_proof(self) -> None:
        login, secret = self.proof.choice, self.proof.text("secret")
        if not secret:
            self.proof.refuse(InvalidInput("secret", _("Chưa nhập mật khẩu hoặc PIN.")))
            return
        self._last_login = login
        signing = self._signing(self._stage, self._handed)
        self._write_signing(replace(signing, login=login, secret=secret))

    def _do_leave(self) -> None:
        desk, by, id_, command = self._context.desk, self._context.actor.id, self._dossier, self._command_id
        reason = self.leave.text("reason")
        said = _("Đã chuyển sang giải quyết bình thường; giấy hẹn đang in.")
        self._write(lambda: desk_side.left(desk, by, id_, reason, command), "left", said)

    def _write_signing(self, signing: Signing) -> None:
        desk = self._context.desk
        self._write(lambda: desk_side.signed(desk, signing), signing.stage, "")

    def _write(self, work: Callable[[], Written], what: str, said: str) -> None:
        if self._under_way:
            return
        self._under_way, self._what, self._said = True, what, said
        self._context.jobs.write(work, self._on_written, failed=self._on_failed)

    def _on_written(self, _written: Written) -> None:
        self.close()
        if self._said:
            self._context.messages.say(self._said)
        self.done.emit(self._what)

    def _on_failed(self, error: DeskError) -> None:
        self._under_way = False
        strip = next((each for each in self.strips if each.isVisible()), None)
        if strip is not None and isinstance(error, InvalidInput) and strip.refuse(error):
            return
        if strip is not None:
            strip.do_button.setEnabled(True)
        if strip is self.proof:
            strip.fields["secret"].put("")
            strip.fields["secret"].take_focus()
        self._context.messages.report(error)
