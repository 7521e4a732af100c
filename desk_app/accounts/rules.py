"""Who may do what: roles, the one table of permissions, and the accounts that carry roles.

Reception, approval and administration are kept apart (Luật 91/2025 asks for roles): the administrator manages people
and data but registers nothing, and a volunteer of the writing table cannot look through other people's dossiers.
Somebody who does two jobs has two roles.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from desk_app.kernel.records import Record

MACHINE = "desk"
"""Who acts when the desk itself writes: while it is being founded, and never afterwards."""


class Role(StrEnum):
    """A kind of work at the desk; the value is what the journal keeps."""

    OFFICER = "officer"
    LEADER = "leader"
    VOLUNTEER = "volunteer"
    ADMINISTRATOR = "administrator"


ROLE_NAMES: Mapping[Role, str] = {
    Role.OFFICER: "cán bộ một cửa",
    Role.LEADER: "lãnh đạo",
    Role.VOLUNTEER: "người viết hộ",
    Role.ADMINISTRATOR: "quản trị",
}


class Permission(NamedTuple):
    """One permission: its dotted name, what it lets a person do, in words that follow «có quyền», and who has it."""

    name: str
    words: str
    roles: tuple[Role, ...]


_EVERYBODY = tuple(Role)
_OFFICER = (Role.OFFICER,)
_COUNTER = (Role.OFFICER, Role.LEADER)
_ADMINISTRATOR = (Role.ADMINISTRATOR,)
_PRINTING = (Role.OFFICER, Role.ADMINISTRATOR)
_REVIEW = (Role.LEADER, Role.ADMINISTRATOR)
_STAFF = (Role.OFFICER, Role.LEADER, Role.ADMINISTRATOR)

PERMISSION_TABLE: tuple[Permission, ...] = (
    Permission("office.describe", "khai thông tin cơ quan", _ADMINISTRATOR),
    Permission("office.put_setting", "đổi quy định của cơ quan", _ADMINISTRATOR),
    Permission("office.put_wording", "đổi câu chữ trên giấy tờ", _ADMINISTRATOR),
    Permission("accounts.add", "thêm tài khoản", _ADMINISTRATOR),
    Permission("accounts.change", "sửa tài khoản", _ADMINISTRATOR),
    Permission("accounts.end", "ngừng tài khoản", _ADMINISTRATOR),
    Permission("accounts.reset_password", "đặt lại mật khẩu cho người khác", _ADMINISTRATOR),
    Permission("accounts.set_own_password", "đổi mật khẩu của mình", _EVERYBODY),
    Permission("accounts.sign_in", "đăng nhập", _EVERYBODY),
    Permission("access.log", "ghi nhật ký tra cứu", _COUNTER),
    Permission("access.read", "xem nhật ký tra cứu", _REVIEW),
    Permission("calendar.import", "nhập lịch làm việc", _ADMINISTRATOR),
    Permission("working_time.put_reading", "đổi cách tính thời hạn", _ADMINISTRATOR),
    Permission("catalogue.publish", "công bố thủ tục", _ADMINISTRATOR),
    Permission("printers.configure", "cài đặt máy in", _ADMINISTRATOR),
    Permission("papers.copy", "in bản sao giấy tờ", _OFFICER),
    Permission("jobs.cancel", "hủy lệnh in", _PRINTING),
    Permission("jobs.retry", "cho in lại", _PRINTING),
    Permission("dossiers.register", "tiếp nhận hồ sơ", _OFFICER),
    Permission("dossiers.send_back", "lập phiếu yêu cầu bổ sung khi tiếp nhận", _OFFICER),
    Permission("dossiers.find", "tìm hồ sơ", _COUNTER),
    Permission("dossiers.view", "xem hồ sơ", _COUNTER),
    Permission("dossiers.export", "xuất danh sách có số định danh đầy đủ", (Role.LEADER,)),
    Permission("dossiers.step", "chuyển bước hồ sơ", _COUNTER),
    Permission("dossiers.issue_result", "ghi kết quả giải quyết", _COUNTER),
    Permission("dossiers.hand_over", "trả kết quả", _OFFICER),
    Permission("dossiers.settle", "giải quyết hồ sơ tại chỗ", _OFFICER),
    Permission("dossiers.approve_on_the_spot", "duyệt hồ sơ giải quyết tại chỗ", _COUNTER),
    Permission("dossiers.note", "ghi chú vào hồ sơ", _COUNTER),
    Permission("dossiers.correct", "sửa nội dung hồ sơ", _COUNTER),
    Permission("dossiers.correct_closed", "sửa hồ sơ đã kết thúc", (Role.LEADER,)),
    Permission("dossiers.move_due", "đổi ngày hẹn trả", (Role.LEADER,)),
    Permission("dossiers.settle_finding", "giải quyết điểm mâu thuẫn của hồ sơ", (Role.LEADER,)),
    Permission("dossiers.supplement", "yêu cầu bổ sung và nhận bổ sung hồ sơ", _COUNTER),
    Permission("dossiers.supplement_again", "cho yêu cầu bổ sung lần nữa", (Role.LEADER,)),
    Permission("dossiers.refuse", "từ chối giải quyết hồ sơ", _COUNTER),
    Permission("dossiers.refuse_late", "từ chối hồ sơ đã quá hạn", (Role.LEADER,)),
    Permission("dossiers.propose_apology", "đề nghị xin lỗi và hẹn lại", _COUNTER),
    Permission("dossiers.approve_apology", "duyệt xin lỗi và hẹn lại", (Role.LEADER,)),
    Permission("dossiers.withdraw", "ghi người dân rút hồ sơ", _COUNTER),
    Permission("dossiers.stop", "dừng giải quyết hồ sơ", _COUNTER),
    Permission("dossiers.payment", "yêu cầu và ghi nhận nghĩa vụ tài chính", _COUNTER),
    Permission("dossiers.reassign", "chuyển người phụ trách hồ sơ", _COUNTER),
    Permission("dossiers.substitute", "giao hồ sơ của người vắng cho người làm thay", (Role.LEADER,)),
    Permission("dossiers.pass_on", "chuyển hồ sơ cho cơ quan khác", _COUNTER),
    Permission("dossiers.book", "lập sổ theo dõi hồ sơ", _COUNTER),
    Permission("fees.take", "thu và trả lại phí, lệ phí", _OFFICER),
    Permission("fees.read", "xem việc thu phí, lệ phí", _COUNTER),
    Permission("fees.close_day", "chốt tiền trong ngày", _OFFICER),
    Permission("tickets.take", "lấy số thứ tự", (Role.OFFICER, Role.VOLUNTEER)),
    Permission("tickets.call", "gọi số", _OFFICER),
    Permission("tickets.read", "xem hàng chờ", (Role.OFFICER, Role.LEADER, Role.VOLUNTEER)),
    Permission("returns.plan", "lập chuyến trả tận nhà, gửi bưu chính", _OFFICER),
    Permission("returns.read", "xem việc trả tận nhà, bưu chính", _COUNTER),
    Permission("sessions.plan", "lập kế hoạch buổi lưu động", _COUNTER),
    Permission("sessions.run", "làm việc ở buổi lưu động, theo dõi người thiếu giấy tờ", _OFFICER),
    Permission("sessions.read", "xem buổi lưu động và danh sách rà soát", _COUNTER),
    Permission("sessions.screen", "ghi người thiếu giấy tờ vào danh sách", (Role.OFFICER, Role.LEADER, Role.VOLUNTEER)),
    Permission("surveys.rate", "ghi đánh giá của người dân", (Role.OFFICER, Role.VOLUNTEER)),
    Permission("surveys.read", "xem số liệu đánh giá", _COUNTER),
    Permission("surveys.plan", "lập đợt khảo sát, đổi câu hỏi", _COUNTER),
    Permission("surveys.receive", "tiếp nhận phản ánh, kiến nghị", _COUNTER),
    Permission("surveys.handle", "giải quyết phản ánh, kiến nghị", _COUNTER),
    Permission("surveys.lead", "xem và giao mọi phản ánh, kiến nghị", (Role.LEADER,)),
    Permission("surveys.assess", "tự đánh giá, nhập chỉ số", _COUNTER),
    Permission("signage.read", "xem khẩu hiệu và lịch chiếu", _EVERYBODY),
    Permission(
        "signage.manage", "sửa khẩu hiệu, xuất tệp màn hình LED", (Role.OFFICER, Role.LEADER, Role.ADMINISTRATOR)
    ),
    Permission("signage.log", "ghi nhật ký chiếu khẩu hiệu", _EVERYBODY),
    Permission("shifts.keep", "khai tổ chức, người trực, điểm trực, báo vắng", _COUNTER),
    Permission("shifts.plan", "xếp và ban hành lịch trực", (Role.LEADER,)),
    Permission("shifts.note", "đổi ca, báo vắng, tìm người thay, điểm danh", _COUNTER),
    Permission("shifts.read", "xem lịch trực", _COUNTER),
    Permission("shifts.read_own", "xem ca trực của mình", (Role.OFFICER, Role.LEADER, Role.VOLUNTEER)),
    Permission("shifts.print", "in lịch trực, phiếu trực, thư cảm ơn", _COUNTER),
    Permission("writing.write", "viết đơn, tờ khai giúp người dân", (Role.OFFICER, Role.LEADER, Role.VOLUNTEER)),
    Permission("writing.read", "xem việc viết hộ của mọi người", _COUNTER),
    Permission("writing.correct", "sửa lượt viết hộ của người khác", _COUNTER),
    Permission("badges.issue", "cấp, thu hồi thẻ đăng nhập", _ADMINISTRATOR),
    Permission("attachments.add", "thêm, gỡ bản chụp giấy tờ", _OFFICER),
    Permission("attachments.read", "xem bản chụp giấy tờ", _COUNTER),
    Permission("attachments.purge", "hủy bản chụp giấy tờ hết hạn giữ", _REVIEW),
    Permission("guidance.log", "ghi lượt hướng dẫn", _OFFICER),
    Permission("guidance.read", "xem sổ hướng dẫn", _COUNTER),
    Permission("guidance.put_procedures", "lập danh sách thủ tục hướng dẫn", _REVIEW),
    Permission("appointments.book", "đặt, dời, hủy lịch hẹn", _OFFICER),
    Permission("appointments.read", "xem lịch hẹn", _COUNTER),
    Permission("appointments.put_line", "lập lịch nhận hẹn", _REVIEW),
    Permission("outreach.record", "ghi việc truyền thông", _COUNTER),
    Permission("outreach.read", "xem việc truyền thông", _COUNTER),
    Permission("reports.read", "xem báo cáo", _COUNTER),
    Permission("reports.freeze", "chốt báo cáo đã gửi", _COUNTER),
    Permission("reference.hand_down", "gửi dữ liệu tham chiếu xuống các máy", _ADMINISTRATOR),
    Permission("reference.take", "nhận dữ liệu tham chiếu của tuyến trên", _ADMINISTRATOR),
    Permission("away.prepare", "chuẩn bị máy mang đi", (Role.OFFICER, Role.ADMINISTRATOR)),
    Permission("away.bring_home", "nhận tệp của máy mang đi", (Role.OFFICER, Role.ADMINISTRATOR)),
    Permission("hub.publish", "chép số liệu ra PostgreSQL và tệp phân tích", _ADMINISTRATOR),
    Permission("findings.read", "xem mâu thuẫn giữa các máy", _COUNTER),
    Permission("findings.close", "khép điểm mâu thuẫn giữa các máy", (Role.LEADER,)),
    Permission("journal.read", "đọc sổ nhật ký", _REVIEW),
    Permission("journal.verify", "kiểm tra sổ nhật ký", _REVIEW),
    Permission("journal.refold", "dựng lại dữ liệu từ sổ nhật ký", _ADMINISTRATOR),
    Permission("sync.exchange", "gửi, nhận gói dữ liệu", (Role.OFFICER, Role.LEADER, Role.ADMINISTRATOR)),
    Permission("sync.keys", "ghi danh máy, đổi và thu hồi khóa", _ADMINISTRATOR),
    Permission("sync.read", "xem việc gửi nhận", (Role.OFFICER, Role.LEADER, Role.ADMINISTRATOR)),
    Permission("upkeep.check", "kiểm tra dữ liệu", _ADMINISTRATOR),
    Permission("upkeep.look", "xem máy và các bản sao lưu có ổn không", _STAFF),
    Permission("upkeep.back_up", "sao lưu dữ liệu, diễn tập khôi phục", _STAFF),
    Permission("upkeep.put_place", "chọn nơi sao lưu hằng ngày", _ADMINISTRATOR),
    Permission("upkeep.restore", "khôi phục dữ liệu, mở đời sổ mới", _ADMINISTRATOR),
)

PERMISSIONS: Mapping[Role, frozenset[str]] = {
    role: frozenset(each.name for each in PERMISSION_TABLE if role in each.roles) for role in Role
}
"""What each role may do: the table above, turned round for the question that is asked at every write."""


class Account(Record):
    """A person as the desk knows them.

    ``valid_until`` is the last day on which the account works; None means until somebody ends it. ``ended_on`` is the
    day somebody did: for good, so that an account in the history always means the same person.
    """

    id: str
    login: str
    name: str
    title: str
    roles: tuple[Role, ...]
    valid_until: date | None
    added_on: date
    ended_on: date | None = None
    ended_reason: str = ""


def is_active(account: Account, on: date) -> bool:
    """Tell whether the account works on that day: not ended, not past its last day."""
    return account.ended_on is None and (account.valid_until is None or on <= account.valid_until)


def allows(account: Account, permission: str, on: date) -> bool:
    """Tell whether one of the account's roles carries ``permission`` on that day; an unknown permission is nobody's."""
    return is_active(account, on) and any(permission in PERMISSIONS[role] for role in account.roles)


def is_lasting_administrator(account: Account) -> bool:
    """Tell whether the account can administer without an end: one such must remain, or nobody could let people in."""
    return account.ended_on is None and account.valid_until is None and Role.ADMINISTRATOR in account.roles


def words_of(permission: str) -> str:
    """Return what ``permission`` lets a person do, in Vietnamese."""
    return next((each.words for each in PERMISSION_TABLE if each.name == permission), f"«{permission}»")


def holders_of(permission: str) -> str:
    """Return which roles have ``permission``, in Vietnamese, as in ``cán bộ một cửa hoặc lãnh đạo``."""
    roles = next((each.roles for each in PERMISSION_TABLE if each.name == permission), _ADMINISTRATOR)
    return " hoặc ".join(ROLE_NAMES[role] for role in roles)
