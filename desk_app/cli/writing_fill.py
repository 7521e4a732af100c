"""``desk writing fill``: one form from values on a line of JSON, from a card, from an earlier dossier."""

import sys
from pathlib import Path

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.writing_files import write_form
from desk_app.dossiers.identity_card import identity_card
from desk_app.dossiers.person import Person
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.records import Record, WireError, from_json
from desk_app.writing.checks import Doubt, doubts_of
from desk_app.writing.commands import print_form
from desk_app.writing.filled import Filled, Known, Value, known_of_card, with_value
from desk_app.writing.form import Form
from desk_app.writing.layout import form_paper
from desk_app.writing.reading import known_of_dossier
from desk_app.writing.shelf import shelf
from desk_app.writing.sitting import begun_form, keep_sitting, sit_down, with_form

_Given = dict[str, str | list[list[str]]]


class DoubtShown(Record):
    """One field to look at again."""

    field: str
    words: str
    missing: bool


class FilledShown(Record):
    """What ``fill`` answers: the sitting (for «record» and for a registration), what stands in the form, what to look at."""

    sitting: str
    form: str
    values: tuple[Value, ...]
    doubts: tuple[DoubtShown, ...]
    file: str = ""
    paper: str = ""


@command("fill", "Điền một mẫu: giá trị ở TỆP (hoặc «-»: đầu vào) là một đối tượng JSON, khóa là mục của mẫu.")
@click.argument("form", metavar="MẪU")
@click.argument("source", metavar="[TỆP]", default="")
@click.option("--card", metavar="MÃ_QUÉT", help="Mã QR của thẻ căn cước.")
@click.option("--dossier", "code", metavar="MÃ_HỒ_SƠ", help="Lấy người nộp của hồ sơ cũ (ghi vào nhật ký tra cứu).")
@click.option("--to", "file", metavar="TỆP", help="Ghi PDF ra tệp này; tệp do người gọi giữ hoặc xóa.")
@click.option("--print", "is_printed", is_flag=True, help="Đưa vào hàng đợi in.")
@click.option("--printer", metavar="TÊN", help="Máy in.")
@asks
def fill(
    asked: Asked,
    form: str,
    source: str,
    card: str | None,
    code: str | None,
    file: str | None,
    is_printed: bool,
    printer: str | None,
) -> None:
    """Fill a form, and print it or write it to a file."""
    given = _given(source)
    with acting(asked) as act:
        found = shelf(act.desk.writing).get(form, act.desk.journal.time.now().date())
        person, known = _person(act, card, code)
        sitting, filled = _sat(act, found, person, known, given)
        path = str(write_form(form_paper(found, filled), file)) if file else ""
        paper = ""
        if is_printed:
            made = print_form(
                act.desk.writing,
                by=act.by,
                sitting=sitting,
                filled=filled,
                command_id=act.new_id(),
                printer=printer,
            )
            paper = made.subject
        doubts = doubts_of(found, filled, act.desk.journal.time.now().date())
    shown = FilledShown(
        sitting=sitting,
        form=form,
        values=filled.values,
        doubts=tuple(DoubtShown(field=each.key, words=each.words, missing=each.missing) for each in doubts),
        file=path,
        paper=paper,
    )
    answer(asked, shown, _words(found, doubts, path, paper))
    if path:
        remark("Tệp có thông tin của người dân: xóa ngay khi dùng xong.")


def _sat(act: Acting, form: Form, person: Person | None, known: tuple[Known, ...], given: _Given) -> tuple[str, Filled]:
    room = act.desk.writing
    sitting = sit_down(room, by=act.by, person=person, known=known)
    filled = Filled(form=form.key)
    for key, value in given.items():
        filled = with_value(filled, _value(form, key, value))
    sitting = with_form(sitting, filled)
    filled = begun_form(room, sitting, form, shelf(room))
    keep_sitting(room, by=act.by, sitting=with_form(sitting, filled))
    return sitting.id, filled


def _person(act: Acting, card: str | None, code: str | None) -> tuple[Person | None, tuple[Known, ...]]:
    if card is not None:
        read = identity_card(card)
        for warning in read.warnings:
            remark(warning)
        return read.person, known_of_card(read)
    if code is not None:
        return known_of_dossier(act.desk.writing, by=act.by, code=code, command_id=act.new_id())
    return None, ()


def _given(source: str) -> _Given:
    if not source:
        return {}
    try:
        raw = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
    except OSError as error:
        raise NotFound("cli.file", f"Không đọc được {source}: {error.strerror}.", "Xem lại tên tệp.") from None
    try:
        return from_json(raw, _Given)
    except WireError as error:
        raise InvalidInput(
            error.field or "values", f"Giá trị không đọc được: {error.reason}", "Ghi {mục: chữ}."
        ) from None


def _value(form: Form, key: str, value: str | list[list[str]]) -> Value:
    if form.find_field(key) is None:
        keys = ", ".join(field.key for field in form.fields)
        raise InvalidInput(key, f"Mẫu «{form.key}» không có mục «{key}».", f"Các mục: {keys}.")
    if isinstance(value, str):
        return Value(key=key, text=value)
    return Value(key=key, rows=tuple(tuple(row) for row in value))


def _words(form: Form, doubts: tuple[Doubt, ...], path: str, paper: str) -> str:
    labels = {field.key: field.label for field in form.fields}
    lines = [f"Đã điền: {form.title}."]
    lines += [f"  {labels[each.key]}: {each.words}" for each in doubts]
    lines += [f"Đã ghi {path}."] if path else []
    lines += ["Đã đưa vào hàng đợi in."] if paper else []
    return "\n".join(lines)
