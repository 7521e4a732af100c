"""``desk fees``: taking money for dossiers, giving it back, who has not paid, the cash of a day."""

from datetime import date
from pathlib import Path
from typing import Any, Literal

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, answer_each, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.cli.fees_words import Paid, Returned, day_words
from desk_app.cli.files import require_folder, write_file
from desk_app.cli.moves import dossier_named
from desk_app.cli.period import in_order
from desk_app.fees.closing import CLOSE_DAY, Count, close_day
from desk_app.fees.commands import TAKE, Payment, give_back, pay
from desk_app.fees.day import WAY_WORDS, DayReport, report
from desk_app.fees.due import Unpaid, list_unpaid
from desk_app.fees.facts import FeePaid, FeeReturned, Way
from desk_app.fees.papers import day_paper
from desk_app.fees.printing import READ
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.ids import command_id_of
from desk_app.kernel.records import from_json
from desk_app.kernel.texts import dong
from desk_app.kernel.time_source import day as day_of
from desk_app.kernel.time_source import spoken_day

family = Group(
    "fees",
    help="Phí, lệ phí: thu, trả lại, ai chưa nộp, báo cáo và chốt tiền trong ngày.",
    members={
        "pay": "desk_app.cli.fees:pay_one",
        "return": "desk_app.cli.fees:return_one",
        "unpaid": "desk_app.cli.fees:show_unpaid",
        "day": "desk_app.cli.fees:show_day",
        "close": "desk_app.cli.fees:close",
    },
)
_code = click.argument("code", metavar="MÃ_HỒ_SƠ")
_date = click.option("--date", "on", default="", metavar="NGÀY", help="Ngày nào; không ghi là hôm nay.")


@command("pay", "Thu tiền của một hồ sơ.")
@_code
@click.option("--amount", type=int, metavar="ĐỒNG", help="Số tiền; không ghi là mức phải thu.")
@click.option("--way", type=click.Choice(["cash", "transfer"]), default="cash", help="Tiền mặt hay chuyển khoản.")
@click.option("--payer", default="", metavar="TÊN", help="Người nộp tiền; không ghi là người nộp hồ sơ.")
@click.option("--reason", default="", metavar="LỜI", help="Lý do, khi thu khác mức phải thu.")
@click.option("--slip", is_flag=True, help="In phiếu thu.")
@click.option("--key", default="", metavar="KHÓA", help="Làm lại với cùng khóa thì không thu hai lần.")
@asks
def pay_one(asked: Asked, code: str, slip: bool, key: str, amount: int | None, way: Way, **texts: str) -> None:
    """Take the money for one dossier."""
    payment = Payment(amount=amount, way=way, **texts)
    with acting(asked) as act:
        act.desk.require(act.by, TAKE)
        dossier, id_ = dossier_named(act, code), command_id_of(f"fee:{key}") if key else act.new_id()
        written = pay(act.desk.fees, by=act.by, dossier=dossier, payment=payment, slip_wanted=slip, command_id=id_)
        fact = from_json(written.entries[0].body, FeePaid)
    shown = Paid.of(fact)
    later = "" if fact.day == fact.paid_at.date() else f", tính vào ngày {spoken_day(fact.day)}"
    answer(asked, shown, f"Đã thu {dong(fact.amount)} ({WAY_WORDS[fact.way].lower()}), phiếu {fact.number}{later}.")


@command("return", "Trả lại tiền đã thu, hoặc ghi là đã thu sai; sau đó thu lại được.")
@_code
@click.option("--reason", default="", metavar="LỜI", help="Vì sao.")
@click.option("--mistake", is_flag=True, help="Không có tiền trả lại: phiếu đã ghi sai.")
@click.option("--number", default="", metavar="SỐ_PHIẾU", help="Phiếu nào, khi hai máy đã cùng thu.")
@asks
def return_one(asked: Asked, code: str, reason: str, mistake: bool, number: str) -> None:
    """Give one payment back."""
    with acting(asked) as act:
        act.desk.require(act.by, TAKE)
        dossier, room = dossier_named(act, code), act.desk.fees
        written = give_back(
            room,
            by=act.by,
            dossier=dossier,
            reason=reason,
            number=number,
            mistake=mistake,
            command_id=act.new_id(),
        )
        fact = from_json(written.entries[0].body, FeeReturned)
    done = "Đã ghi phiếu sai" if mistake else "Đã trả lại"
    answer(asked, Returned.of(fact), f"{done}: {fact.number}, {dong(fact.amount)}.")


@command("unpaid", "Hồ sơ phải nộp tiền mà chưa nộp, nhận trong những ngày nào.")
@click.option("--from", "first", default="", metavar="NGÀY", help="Từ ngày này; không ghi là hôm nay.")
@click.option("--to", "last", default="", metavar="NGÀY", help="Đến hết ngày này; không ghi là hôm nay.")
@asks
def show_unpaid(asked: Asked, first: str, last: str) -> None:
    """List who has not paid yet."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        today = act.desk.journal.time.now().date()
        begins_on = day_of(first, field="from") if first else today
        first_on, last_on = in_order(begins_on, day_of(last, field="to") if last else max(today, begins_on))
        found = list_unpaid(act.desk.fees, first_on=first_on, last_on=last_on)
    answer_each(asked, ((each, _words(each)) for each in found), nothing="Không ai còn nợ tiền.")


@command("day", "Báo cáo thu tiền của một ngày: theo lĩnh vực, theo cách nộp; ghi ra tệp .pdf, .png hoặc .xlsx.")
@_date
@click.option("--officer", default="", metavar="TÊN", help="Chỉ của người có tên đăng nhập này; không ghi là cả quầy.")
@click.option("--to", "file", type=click.Path(path_type=Path), metavar="TỆP", help="Ghi ra tệp này.")
@click.option("--page", type=click.Choice(["A4", "A5"]), default="A5", help="Khổ giấy của tệp .pdf.")
@asks
def show_day(asked: Asked, on: str, officer: str, file: Path | None, page: Literal["A4", "A5"]) -> None:
    """Show the cash of a day, or write it to a file."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = report(act.desk.fees, day=_day(act, on), officer=_account(act, officer))
        if file is not None:
            _write(act, found, file, page)
            remark(f"Đã ghi báo cáo vào {file}.")
    answer(asked, found, day_words(found))


@command("close", "Chốt tiền trong ngày của người thực hiện: đếm tiền, so với sổ.")
@click.option("--counted", type=int, required=True, metavar="ĐỒNG", help="Tiền mặt đếm được trong ngăn.")
@click.option("--opening", type=int, default=0, metavar="ĐỒNG", help="Trong đó, tiền có sẵn đầu ngày.")
@click.option("--note", default="", metavar="LỜI", help="Giải thích, khi có chênh lệch.")
@_date
@asks
def close(asked: Asked, on: str, **counted: Any) -> None:
    """Close a cash day."""
    with acting(asked) as act:
        act.desk.require(act.by, CLOSE_DAY)
        day, room = _day(act, on), act.desk.fees
        close_day(room, by=act.by, day=day, count=Count(**counted), command_id=act.new_id())
        found = report(room, day=day, officer=act.by)
    answer(asked, found, day_words(found))


def _day(act: Acting, text: str) -> date:
    return day_of(text) if text else act.desk.journal.time.now().date()


def _account(act: Acting, login: str) -> str:
    if not login:
        return ""
    account = act.desk.accounts.present_book().find_by_login(login)
    if account is None:
        raise NotFound("accounts.unknown", f"Không có tài khoản «{login}».", "Hãy xem lại tên đăng nhập.")
    return account.id


def _write(act: Acting, found: DayReport, file: Path, page: Literal["A4", "A5"]) -> None:
    """Write the report; each medium's library takes its time to load, so only the one that is needed is."""
    agency = act.desk.office.present_book().get_agency()
    match file.suffix.lower():
        case ".pdf":
            from desk_app.printing.pdf import paper_pdf

            write_file(file, paper_pdf(day_paper(found, agency, page=page)))
        case ".png":
            from desk_app.printing.preview import picture_png
            from desk_app.printing.slip import DOTS_80_MM, slip_picture

            write_file(file, picture_png(slip_picture(day_paper(found, agency), DOTS_80_MM, "")))
        case ".xlsx":
            from desk_app.fees.sheet import write_day

            require_folder(file.parent)
            write_day(found, file.resolve())
        case other:
            raise InvalidInput("to", f"Không ghi được báo cáo dạng «{other}».", "Dùng tệp .pdf, .png hoặc .xlsx.")


def _words(line: Unpaid) -> str:
    return f"{line.code}  {line.name}  {dong(line.due)}  {line.procedure}"
