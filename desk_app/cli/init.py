"""``desk init``: makes a data folder."""

import secrets
from collections.abc import Mapping

import click

from desk_app.accounts.people import login_of
from desk_app.cli.answers import answer, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.founding import Founding, found_desk
from desk_app.kernel.errors import Refused
from desk_app.kernel.records import Record, from_plain
from desk_app.office.agency import Agency

_FIRST_LOGIN = "quantri"
_PASSWORD_BYTES = 9


class Made(Record):
    """What ``desk init`` answers."""

    home: str
    desk_id: str
    office_code: str
    login: str


@command("init", "Tạo thư mục dữ liệu cho một quầy.")
@click.option("--office-code", required=True, metavar="MÃ", help="Mã cơ quan trong mã hồ sơ, như 000.16.32.H49.")
@click.option("--office-name", required=True, metavar="TÊN", help="Tên cơ quan, như «Ủy ban nhân dân xã …».")
@click.option("--desk-number", required=True, type=int, metavar="SỐ", help="Số của quầy này trong cơ quan: 1, 2, 3 …")
@click.option("--rehearsal", is_flag=True, help="Để tập dượt: đặt được đồng hồ, khóa dữ liệu để ngay trong thư mục.")
@click.option("--admin", default=_FIRST_LOGIN, metavar="TÊN", help="Quản trị đầu tiên; mặc định là quantri.")
@click.option("--upper-name", default="", metavar="TÊN", help="Tên cơ quan cấp trên.")
@click.option("--place", default="", metavar="ĐỊA_DANH", help="Địa danh đứng trước ngày, tháng trên giấy tờ.")
@click.option("--address", default="", metavar="ĐỊA_CHỈ", help="Địa chỉ cơ quan.")
@click.option("--phone", default="", metavar="SỐ", help="Số điện thoại.")
@click.option("--email", default="", metavar="THƯ", help="Thư điện tử.")
@click.option("--hotline", default="", metavar="SỐ", help="Đường dây nóng in trên giấy hẹn.")
@asks
def init(
    asked: Asked, office_code: str, office_name: str, desk_number: int, rehearsal: bool, admin: str, **contact: str
) -> None:
    """Found a desk in the home asked for."""
    agency = {"code": office_code, "name": office_name, **contact}
    made = made_home(asked, agency, number=desk_number, admin=admin, rehearsal=rehearsal)
    answer(
        asked,
        made,
        f"Đã tạo dữ liệu của quầy {desk_number}, {office_name}, trong {made.home}. Quản trị: «{made.login}».",
    )


def made_home(
    asked: Asked, agency: Mapping[str, str], *, number: int, admin: str, rehearsal: bool, hub: bool = False
) -> Made:
    """Found the home asked for and return what was made; a password that was made up is told on stderr, once."""
    if asked.now_text and not rehearsal:
        raise Refused(
            "cli.now_refused", "Chỉ dữ liệu tập dượt mới đặt được đồng hồ.", "Thêm --rehearsal, hoặc bỏ --now."
        )
    login = login_of(admin).replace(" ", ".")
    password = _password(asked, rehearsal=rehearsal)
    founding = Founding(
        agency=from_plain(dict(agency), Agency),
        desk_number=number,
        login=login,
        name=admin,
        password=password,
        key_password=asked.key_password or password,
        rehearsal=rehearsal,
        hub=hub,
    )
    card = found_desk(asked.home, founding, time=asked.time())
    if not asked.password:
        remark(f"Mật khẩu của «{login}», chỉ hiện một lần này: {password}")
    return Made(home=str(asked.home.folder), desk_id=card.desk_id, office_code=card.office_code, login=login)


def _password(asked: Asked, *, rehearsal: bool) -> str:
    """Return the first administrator's password: the one given; in a rehearsal, a made one where none was."""
    if asked.password:
        return asked.password
    if rehearsal:
        return secrets.token_urlsafe(_PASSWORD_BYTES)
    raise Refused(
        "cli.no_password",
        "Chưa có mật khẩu cho quản trị đầu tiên.",
        "Đặt ở biến DESK_PASSWORD, hoặc gửi vào đầu vào chuẩn cùng --password-stdin.",
    )
