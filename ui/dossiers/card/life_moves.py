"""The strips that ask what a move of a dossier's life needs, and a button for each move on offer."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QSizePolicy

from desk_app.dossiers.life.facts import SupplementRequested
from desk_app.kernel.time_source import VIETNAM
from desk_app.kernel.translations import _
from ui.dossiers.card.life_actions import KEYS, LifeAction, life_actions, life_words
from ui.dossiers.card.life_typed import carried_out
from ui.dossiers.card.moves import CardMoves
from ui.dossiers.card.state import Seen
from ui.shell.page import Context
from ui.widgets.field import Field
from ui.widgets.parts import button
from ui.widgets.strip import Strip


class LifeMoves:
    """Holds the strips and buttons of a dossier's life on one card."""

    def __init__(self, context: Context, moves: CardMoves) -> None:
        self._context = context
        self._moves = moves
        self._seen: Seen | None = None
        self._offered: dict[str, LifeAction] = {}
        self.strips = {name: self._strip(name) for name in KEYS}
        words = life_words()
        self.buttons: dict[str, QPushButton] = {
            name: button(words[name], partial(self.begin, name), key=keys) for name, keys in KEYS.items()
        }

    def offer(self, seen: Seen | None) -> None:
        """Show a button for each move that is allowed now, and no other."""
        self._seen = seen
        actions = life_actions(seen.dossier, self._context.may) if seen is not None else ()
        self._offered = {action.name: action for action in actions}
        for name, made in self.buttons.items():
            made.setVisible(name in self._offered)

    def press(self, keys: str) -> None:
        """Begin the move on offer that has this key; say so when there is none."""
        name = next((each.name for each in self._offered.values() if each.keys == keys), None)
        if name is not None:
            self.begin(name)
        elif self._seen is not None:
            self._context.messages.say(_("Hồ sơ đang ở trạng thái không làm được việc này."), tone="plain")

    def begin(self, name: str) -> None:
        """Open the strip of a move."""
        seen = self._seen
        if seen is None or name not in self._offered:
            return
        strip = self.strips[name]
        if name == "reassign":
            strip.offer(tuple(each for each in seen.colleagues if each[0] != seen.dossier.holder))
        if name == "supplement":
            strip.fields["again"].setVisible(seen.dossier.story.last(SupplementRequested) is not None)
        self._moves.show(strip)
        for field, text in _filled_in(name, seen).items():
            strip.fields[field].put(text)

    def _strip(self, name: str) -> Strip:
        titles, choices = _titles(), name == "reassign"
        made = Strip(
            titles[name],
            [Field(field, title, placeholder=example) for field, title, example in _fields()[name]],
            partial(self._do, name),
            words=_doing()[name],
            choices=(("", ""),) if choices else (),
            box=_("Giao cho ai") if choices else "",
        )
        # The card below rolls away: what is being typed is never squeezed.
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return made

    def _do(self, name: str) -> None:
        strip, desk, by = self.strips[name], self._context.desk, self._context.actor.id
        typed = {field: strip.text(field) for field in strip.fields} | {"to": strip.choice}
        dossier, id_ = self._moves.dossier, self._moves.command_id
        self._moves.write(lambda: carried_out(desk, by, dossier, name, typed, id_), _saids()[name])


def _filled_in(name: str, seen: Seen) -> dict[str, str]:
    """Return what a strip shows before anybody types: what is usual, or was proposed."""
    if name == "supplement":
        return {"reason": _("Thành phần hồ sơ chưa đầy đủ theo quy định.")}
    if name == "supplied":
        asked = seen.dossier.story.last(SupplementRequested)
        return {"papers": "; ".join(asked.fact.missing) if asked is not None else ""}
    proposal = seen.dossier.story.open_proposal
    if name in ("apologise", "propose") and proposal is not None:
        due = f"{proposal.fact.due_at.astimezone(VIETNAM):%H:%M %d/%m/%Y}"
        return {"reason": proposal.fact.reason, "due_at": due}
    return {}


def _doing() -> dict[str, str]:
    return {
        "supplement": _("Yêu cầu bổ sung"),
        "supplied": _("Nhận bổ sung"),
        "pass_on": _("Giao hồ sơ"),
        "apologise": _("Xin lỗi, hẹn lại"),
        "propose": _("Đề nghị xin lỗi"),
        "ask_payment": _("Yêu cầu nộp tiền"),
        "paid": _("Ghi đã nộp"),
        "reassign": _("Giao"),
        "withdraw": _("Ghi rút hồ sơ"),
        "refuse": _("Từ chối"),
        "stop": _("Dừng giải quyết"),
        "control": _("In phiếu"),
    }


def _titles() -> dict[str, str]:
    return {
        "supplement": _("Yêu cầu bổ sung: chỉ một lần, đầy đủ; đồng hồ dừng đến khi bổ sung xong"),
        "supplied": _("Người dân đã bổ sung đủ: tính lại ngày hẹn, in giấy hẹn mới"),
        "pass_on": _("Giao hồ sơ cho cơ quan đến lượt, in phiếu giao nhận"),
        "apologise": _("Xin lỗi và hẹn lại ngày trả: chỉ một lần"),
        "propose": _("Đề nghị lãnh đạo xin lỗi và hẹn lại ngày trả"),
        "ask_payment": _("Yêu cầu thực hiện nghĩa vụ tài chính; đồng hồ dừng đến khi nộp"),
        "paid": _("Người dân đã nộp tiền: tính tiếp ngày hẹn, in giấy hẹn mới"),
        "reassign": _("Giao hồ sơ cho người khác phụ trách"),
        "withdraw": _("Người dân rút hồ sơ: hồ sơ kết thúc, in phiếu để ký"),
        "refuse": _("Từ chối giải quyết: hồ sơ kết thúc, in phiếu từ chối"),
        "stop": _("Dừng giải quyết: hồ sơ kết thúc, in thông báo"),
        "control": _("In phiếu kiểm soát quá trình giải quyết hồ sơ đến lúc này"),
    }


def _fields() -> dict[str, tuple[tuple[str, str, str], ...]]:
    reason = ("reason", _("Lý do"), "")
    due = ("due_at", _("Hẹn lại ngày"), _("ví dụ: 02/12/2026"))
    basis = ("basis", _("Căn cứ"), _("ví dụ: Điều 19 Nghị định 61/2018"))
    note = ("note", _("Ghi chú (nếu cần)"), "")
    return {
        "supplement": (
            ("missing", _("Còn thiếu gì (cách nhau bằng dấu ;)"), _("ví dụ: Giấy chứng sinh; Tờ khai")),
            reason,
            ("again", _("Vì sao yêu cầu lần nữa"), _("chỉ khi đã yêu cầu một lần")),
        ),
        "supplied": (("papers", _("Đã nộp (cách nhau bằng dấu ;)"), ""), note),
        "pass_on": (("taken_by", _("Ai nhận (nếu biết)"), ""), note),
        "apologise": (due, reason),
        "propose": (due, reason),
        "ask_payment": (
            ("amount", _("Số tiền, đồng"), _("ví dụ: 20.000")),
            ("purpose", _("Nộp cho việc gì"), ""),
            ("until", _("Chậm nhất ngày"), _("ví dụ: 15/12/2026")),
        ),
        "paid": (("receipt_number", _("Số biên lai"), ""),),
        "reassign": (reason,),
        "withdraw": (
            ("reason", _("Lý do (nếu người dân nói)"), ""),
            ("returned", _("Giấy tờ trả lại"), _("để trống: trả đủ giấy đã nhận")),
        ),
        "refuse": (reason, basis, ("apology", _("Lời xin lỗi"), _("bắt buộc khi đã quá hạn"))),
        "stop": (reason, basis),
        "control": (),
    }


def _saids() -> dict[str, str]:
    return {
        "supplement": _("Đã yêu cầu bổ sung; phiếu đang in."),
        "supplied": _("Đã nhận bổ sung; giấy hẹn mới đang in."),
        "pass_on": _("Đã ghi giao hồ sơ; phiếu giao nhận đang in."),
        "apologise": _("Đã xin lỗi và hẹn lại; phiếu đang in."),
        "propose": _("Đã gửi đề nghị; chờ lãnh đạo duyệt."),
        "ask_payment": _("Đã yêu cầu nộp tiền; thông báo đang in."),
        "paid": _("Đã ghi nộp tiền; giấy hẹn mới đang in."),
        "reassign": _("Đã giao hồ sơ; phiếu bàn giao đang in."),
        "withdraw": _("Đã ghi rút hồ sơ; phiếu đang in."),
        "refuse": _("Đã từ chối; phiếu đang in."),
        "stop": _("Đã dừng giải quyết; thông báo đang in."),
        "control": _("Phiếu kiểm soát đang in."),
    }
