"""``desk demo``: fills a rehearsal home with an invented office."""

import click

from desk_app.cli.answers import answer, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.demonstration.demo import demo_home
from desk_app.demonstration.fill import Filled, fill
from desk_app.desk import open_desk
from desk_app.home_card import read_card
from desk_app.kernel.errors import Refused
from desk_app.kernel.time_source import FixedTime


@command("demo", "Đổ dữ liệu mẫu của một cơ quan bịa vào thư mục tập dượt; chưa có thư mục thì tạo.")
@click.option("--days", type=click.IntRange(1, 366), default=60, metavar="SỐ", help="Bao nhiêu ngày trở lại đây.")
@click.option("--seed", type=int, default=1, metavar="SỐ", help="Cùng số này thì ra cùng dữ liệu.")
@asks
def demo(asked: Asked, days: int, seed: int) -> None:
    """Fill the home asked for; make it first when there is none."""
    filled = _filled(asked, days, seed) if asked.home.card.exists() else _made(asked, days, seed)
    words = (
        f"Đã có {filled.dossiers} hồ sơ: {filled.accepted} mới nhận, {filled.in_process} đang xử lý, "
        f"{filled.settled} chờ trả, {filled.handed_over} đã trả; {filled.overdue} quá hạn, "
        f"{filled.due_today} hẹn hôm nay; {filled.papers_waiting} giấy chờ in; "
        f"{filled.ratings} đánh giá, {filled.tickets} số thứ tự."
    )
    answer(asked, filled, words)


def _made(asked: Asked, days: int, seed: int) -> Filled:
    made = demo_home(asked.home.folder, time=asked.time(), days=days, seed=seed)
    for login, password in ((made.login, made.password), *((each.login, each.password) for each in made.others)):
        remark(f"Mật khẩu của «{login}», chỉ hiện một lần này: {password}")
    return made.filled


def _filled(asked: Asked, days: int, seed: int) -> Filled:
    if not read_card(asked.home).rehearsal:
        raise Refused(
            "demo.real",
            "Thư mục này là dữ liệu thật.",
            "Dữ liệu mẫu chỉ đổ vào thư mục tập dượt: «desk init --rehearsal».",
        )
    desk = open_desk(asked.home, time=FixedTime(asked.time().now()), password=asked.key_password)
    try:
        return fill(desk, days=days, seed=seed)
    finally:
        desk.close()
