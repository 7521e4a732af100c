"""``desk surveys complaints``: complaints and suggestions: the list, one of them, a new one, the figures."""

from datetime import date

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.period import in_order
from desk_app.kernel.errors import NotFound
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import day, spoken_day
from desk_app.surveys.commands import READ
from desk_app.surveys.complaint import Complaint
from desk_app.surveys.complaint_facts import HOW_WORDS, OUTCOME_WORDS, TOPIC_WORDS, How, Topic
from desk_app.surveys.complaint_figures import ComplaintFigures, complaint_figures
from desk_app.surveys.complaints import HANDLE, NewComplaint, complaint_named, list_complaints, receive


class ComplaintShown(Record):
    """A complaint as scripts read it; people by their sign-in names, and who it is about not at all."""

    id: str
    number: str
    topic: Topic
    how: How
    name: str
    text: str
    procedure: str
    dossier: str
    responsible: str
    received_on: date
    due_on: date
    is_late: bool
    steps: tuple[str, ...]
    answer: str
    outcome: str


@command("list", "Xem phản ánh, kiến nghị đang giải quyết; --all: cả đã kết thúc; --late: chỉ quá hạn.")
@click.option("--all", "every", is_flag=True, help="Cả đã kết thúc.")
@click.option("--late", is_flag=True, help="Chỉ quá hạn.")
@asks
def list_them(asked: Asked, *, every: bool, late: bool) -> None:
    """List complaints."""
    with acting(asked) as act:
        act.desk.require(act.by, HANDLE)
        found = [complaint_shown(act, each) for each in list_complaints(act.desk.surveys, act.by, is_open=not every)]
    listed = [each for each in found if each.is_late or not late]
    answer_each(asked, ((each, _line(each)) for each in listed), nothing="Không có phản ánh, kiến nghị nào.")


@command("show", "Xem một phản ánh, kiến nghị.")
@click.argument("number", metavar="SỐ")
@asks
def show(asked: Asked, number: str) -> None:
    """Show one complaint."""
    with acting(asked) as act:
        act.desk.require(act.by, HANDLE)
        shown = complaint_shown(act, complaint_named(act.desk.surveys, act.by, number))
    answer(asked, shown, complaint_words(shown))


@command("receive", "Tiếp nhận phản ánh, kiến nghị, khen ngợi; in phiếu tiếp nhận.")
@click.argument("text", metavar="NỘI_DUNG")
@click.option("--topic", type=click.Choice(list(TOPIC_WORDS)), default="complaint", help="Loại.")
@click.option("--how", type=click.Choice(list(HOW_WORDS)), default="counter", help="Đến bằng cách nào.")
@click.option("--name", default="", metavar="TÊN", help="Người gửi; không ghi là không nêu tên.")
@click.option("--contact", default="", metavar="CHỮ", help="Địa chỉ, điện thoại.")
@click.option("--procedure", default="", metavar="MÃ", help="Về thủ tục nào.")
@click.option("--dossier", default="", metavar="MÃ", help="Về hồ sơ nào.")
@click.option("--officer", default="", metavar="TÊN_ĐN", help="Về cán bộ nào.")
@click.option("--responsible", default="", metavar="TÊN_ĐN", help="Ai giải quyết; không ghi là người nhận.")
@click.option("--due", default="", metavar="NGÀY", help="Hạn trả lời; không ghi là theo quy định.")
@click.option("--no-slip", is_flag=True, help="Không in phiếu tiếp nhận.")
@asks
def take(
    asked: Asked,
    *,
    text: str,
    topic: Topic,
    how: How,
    officer: str,
    responsible: str,
    due: str,
    no_slip: bool,
    **about: str,
) -> None:
    """Take a complaint down."""
    with acting(asked) as act:
        new = NewComplaint(
            text=text,
            topic=topic,
            how=how,
            officer=account_named(act, officer),
            responsible=account_named(act, responsible),
            due_on=day(due, field="due") if due else None,
            **about,
        )
        written = receive(act.desk.surveys, by=act.by, new=new, slip=not no_slip, command_id=act.new_id())
        shown = complaint_shown(act, complaint_named(act.desk.surveys, act.by, written.subject))
    answer(asked, shown, complaint_words(shown))


@command("figures", "Số liệu phản ánh, kiến nghị của một thời kỳ; không nêu tên ai.")
@click.option("--from", "first", required=True, metavar="NGÀY", help="Từ ngày này.")
@click.option("--to", "last", required=True, metavar="NGÀY", help="Đến hết ngày này.")
@asks
def show_figures(asked: Asked, first: str, last: str) -> None:
    """Show the figures of a period."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        first_on, last_on = in_order(day(first, field="from"), day(last, field="to"))
        found = complaint_figures(act.desk.surveys, first_on=first_on, last_on=last_on)
    answer(asked, found, _figure_words(found))


def account_named(act: Acting, login: str) -> str:
    """Return the account of a sign-in name, empty for none; raise ``NotFound`` for one that nobody has."""
    if not login:
        return ""
    account = act.desk.accounts.present_book().find_by_login(login)
    if account is None:
        raise NotFound("accounts.unknown", f"Không có tài khoản «{login}».", "Hãy xem lại tên đăng nhập.")
    return account.id


def complaint_shown(act: Acting, each: Complaint) -> ComplaintShown:
    """Return a complaint as scripts read it."""
    responsible = act.desk.accounts.present_book().find(each.responsible)
    received = each.received
    return ComplaintShown(
        id=each.id,
        number=received.number,
        topic=received.topic,
        how=received.how,
        name=received.name,
        text=received.text,
        procedure=received.procedure,
        dossier=received.dossier,
        responsible=responsible.login if responsible else "",
        received_on=received.received_on,
        due_on=each.due_on,
        is_late=each.is_late(act.desk.journal.time.now().date()),
        steps=tuple(f"{spoken_day(step.done_on)}: {step.text}" for step in each.steps),
        answer=each.answer.text if each.answer else "",
        outcome=each.closed.outcome if each.closed else "",
    )


def complaint_words(each: ComplaintShown) -> str:
    """Return a complaint as people read it."""
    lines = [_line(each), f"  {each.text}", *(f"  – {step}" for step in each.steps)]
    if each.answer:
        lines.append(f"  Trả lời: {each.answer}")
    if each.outcome:
        words = next(words for key, words in OUTCOME_WORDS.items() if key == each.outcome)
        lines.append(f"  Kết luận: {words}")
    return "\n".join(lines)


def _line(each: ComplaintShown) -> str:
    late = ", QUÁ HẠN" if each.is_late else ""
    who = each.name or "không ghi tên"
    return (
        f"{each.number}  {TOPIC_WORDS[each.topic]} ({HOW_WORDS[each.how].lower()}), {who}, "
        f"{each.responsible} trả lời trước {spoken_day(each.due_on)}{late}"
    )


def _figure_words(found: ComplaintFigures) -> str:
    topics: dict[str, str] = dict(TOPIC_WORDS.items())
    parts = [f"{topics[each.key].lower()} {quantity(each.count)}" for each in found.topics]
    return (
        f"{quantity(found.total)} ý kiến ({', '.join(parts) or 'không có'}), {quantity(found.anonymous)} không ghi tên; "
        f"trả lời đúng hạn {quantity(found.answered_in_time)}, quá hạn {quantity(found.late)}, "
        f"đang giải quyết {quantity(found.open)}."
    )
