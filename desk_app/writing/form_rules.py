"""What a form's file must keep to; each breach is said in words, for whoever writes the file."""

import re
from collections.abc import Iterator

from desk_app.writing.form import Field, Form, Grid, Line, Options, Part, Rows, places_in

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIELD_KEY = re.compile(r"[a-z][a-z0-9_]*")
_SPELLED = {"date_words": "date", "amount_words": "amount"}


def breaches(form: Form) -> tuple[str, ...]:
    """Return what is wrong with a form, in Vietnamese; nothing for a good one."""
    return (*_of_form(form), *(words for field in form.fields for words in _of_field(form, field)))


def _of_form(form: Form) -> Iterator[str]:
    if not _KEY.fullmatch(form.key):
        yield f"key «{form.key}»: chỉ dùng chữ thường không dấu, số và gạch nối."
    if not form.title.strip():
        yield "title: chưa có tên mẫu."
    if form.valid_to is not None and form.valid_to < form.valid_from:
        yield "valid_to: trước valid_from."
    known, seen = {field.key for field in form.fields}, set()
    for field in form.fields:
        if field.key in seen:
            yield f"fields: «{field.key}» có hai lần."
        seen.add(field.key)
    for part in form.body:
        if isinstance(part, Grid) and any(len(row) != len(part.columns) for row in part.rows):
            yield "grid: mỗi hàng phải có đủ số cột."
    for key in sorted(set(_used(form)) - known):
        yield f"Có chỗ điền {{{key}}} mà fields không có mục «{key}»."
    for key in sorted(known - set(_used(form))):
        yield f"Mục «{key}» không đứng ở đâu trong body, to hay sign."


def _of_field(form: Form, field: Field) -> Iterator[str]:
    if not _FIELD_KEY.fullmatch(field.key):
        yield f"fields: key «{field.key}» chỉ dùng chữ thường không dấu, số và gạch dưới."
    if field.kind == "choice" and len(field.options) < 1:
        yield f"«{field.key}»: loại choice cần options."
    if field.kind == "table" and not field.columns:
        yield f"«{field.key}»: loại table cần columns."
    spelled = _SPELLED.get(field.kind)
    if spelled is not None:
        source = form.find_field(field.of)
        if source is None or source.kind != spelled:
            yield f"«{field.key}»: of phải là một mục loại {spelled}."


def _used(form: Form) -> Iterator[str]:
    yield from places_in(form.to)
    for part in form.body:
        yield from _used_by(part)
    for hand in form.sign:
        yield from (*places_in(hand.name), *places_in(hand.above))


def _used_by(part: Part) -> tuple[str, ...]:
    if isinstance(part, str):
        return places_in(part)
    if isinstance(part, Line):
        return places_in(part.text)
    if isinstance(part, Grid):
        return tuple(key for row in part.rows for cell in row for key in places_in(cell))
    return (part.field,) if isinstance(part, Options | Rows) else ()
