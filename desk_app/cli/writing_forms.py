"""``desk writing forms`` and ``blank``: which official forms there are, and empty ones to fill in by hand."""

from datetime import date

import click

from desk_app.cli.acting import acting, open_home
from desk_app.cli.answers import answer, answer_each, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.writing_files import write_form
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import day, spoken_day
from desk_app.writing.commands import print_blank
from desk_app.writing.form import AREA_WORDS, Area, Field, Form, Sure
from desk_app.writing.layout import form_paper
from desk_app.writing.shelf import shelf


class FormShown(Record):
    """A form as scripts read it; ``check`` says what is still to be compared with the legal text."""

    key: str
    title: str
    number: str
    area: Area
    source: str
    sure: Sure
    check: str
    valid_from: date
    valid_to: date | None
    procedures: tuple[str, ...]
    fields: tuple[Field, ...]


class Made(Record):
    """What ``blank`` and ``fill`` answer: the file, or the job's paper, empty where there is none."""

    form: str
    file: str = ""
    paper: str = ""
    copies: int = 1


@command("forms", "Liệt kê mẫu đơn, tờ khai đang dùng; «TỪ» để tìm, không cần dấu.")
@click.argument("text", metavar="[TỪ]", default="")
@click.option("--on", "on_text", metavar="NGÀY", help="Mẫu dùng vào ngày này; không ghi là hôm nay.")
@asks
def list_forms(asked: Asked, text: str, on_text: str | None) -> None:
    """List the forms in force, and say which files hold none."""
    with open_home(asked) as desk:
        on = day(on_text, field="on") if on_text else desk.journal.time.now().date()
        found = shelf(desk.writing)
        answer_each(asked, ((_shown(form), _words(form)) for form in found.find(text, on)), nothing="Không có mẫu nào.")
        for unfit in found.unfit:
            remark(f"Tệp {unfit.file} không dùng được: {unfit.why}")


@command("blank", "In mẫu trống, hoặc ghi ra tệp PDF.")
@click.argument("form", metavar="MẪU")
@click.option("--to", "file", metavar="TỆP", help="Ghi ra tệp này thay vì in.")
@click.option("--copies", type=int, default=1, metavar="SỐ", help="Số tờ in.")
@click.option("--printer", metavar="TÊN", help="Máy in.")
@asks
def blank(asked: Asked, form: str, file: str | None, copies: int, printer: str | None) -> None:
    """Print empty forms, or write one to a file."""
    if file is not None:
        with open_home(asked) as desk:
            found = shelf(desk.writing).get(form, desk.journal.time.now().date())
        path = write_form(form_paper(found), file)
        answer(asked, Made(form=form, file=str(path)), f"Đã ghi {path}.")
        return
    with acting(asked) as act:
        made = print_blank(
            act.desk.writing, by=act.by, form=form, copies=copies, command_id=act.new_id(), printer=printer
        )
    answer(asked, Made(form=form, paper=made.subject, copies=copies), f"Đã đưa {copies} tờ vào hàng đợi in.")


def _shown(form: Form) -> FormShown:
    return FormShown(
        key=form.key,
        title=form.title,
        number=form.number,
        area=form.area,
        source=form.source,
        sure=form.sure,
        check=form.check,
        valid_from=form.valid_from,
        valid_to=form.valid_to,
        procedures=form.procedures,
        fields=form.fields,
    )


def _words(form: Form) -> str:
    until = f" đến {spoken_day(form.valid_to)}" if form.valid_to else ""
    doubt = " (kiểm lại)" if form.sure == "memory" else ""
    return (
        f"{form.key}  {form.title}  [{AREA_WORDS[form.area]}]\n"
        f"    {form.source}, từ {spoken_day(form.valid_from)}{until}{doubt}"
    )
