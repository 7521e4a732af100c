"""From a form and what was filled into it to the paper that is printed: the blank form is the one with nothing in it."""

from collections.abc import Iterator

from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.printing import form_parts as parts
from desk_app.printing.blocks import Paper, Text
from desk_app.writing import form as forms
from desk_app.writing.checks import amount_of, day_of
from desk_app.writing.filled import Filled
from desk_app.writing.form import Field, Form
from desk_app.writing.in_words import amount_in_words, capitals, day_in_words, sentence

BLANK_KIND, FILLED_KIND = "form_blank", "form_filled"
_DAY_DOTS = "ngày …… tháng …… năm ……"
_NARROW_DAY_DOTS = "ngày … tháng … năm …"
_DOTS = "…………"
_ON_A4 = "Mẫu này in trên giấy A4: chọn máy in A4 rồi In lại."


def form_paper(form: Form, filled: Filled | None = None) -> Paper:
    """Return the A4 paper of a form, ready to sign; without ``filled`` the blank form.

    The title never names the person: it stands in the print queue and in the journal.
    """
    now = filled or Filled(form=form.key)
    drawn = parts.Form(parts=tuple(_parts(form, now)))
    return Paper(
        kind=FILLED_KIND if now.values else BLANK_KIND,
        code=form.number or form.key,
        title=f"{forms.spoken_title(form)} ({'đã điền' if now.values else 'mẫu trống'})",
        blocks=(drawn, Text(text=_ON_A4, only="slip")),
        page="A4",
        fleeting=bool(now.values),
    )


def shown_text(field: Field, filled: Filled) -> str:
    """Return what is written into a field: a name in capitals, a day as 05/03/1985, an amount with its points."""
    text = filled.text(field.key).strip()
    if field.kind in ("date_words", "amount_words"):
        return text or _spelled(field, filled.text(field.of))
    if field.kind == "name":
        return capitals(text)
    on = day_of(text) if field.kind == "date" else None
    if on is not None:
        return f"ngày {on:%d} tháng {on:%m} năm {on:%Y}" if field.long else spoken_day(on)
    amount = amount_of(text) if field.kind == "amount" else None
    if amount is not None:
        return quantity(amount)
    if field.kind == "choice":
        return next((option.text for option in field.options if option.key == text), "")
    return text


def _spelled(field: Field, source: str) -> str:
    if field.kind == "amount_words":
        amount = amount_of(source)
        return "" if amount is None else sentence(amount_in_words(amount))
    on = day_of(source)
    return "" if on is None else sentence(day_in_words(on))


def _parts(form: Form, filled: Filled) -> Iterator[parts.FormPart]:
    yield parts.FormHead(title=form.title, number=form.number, source=_short_source(form), subtitle=form.subtitle)
    if form.to:
        to = forms.Line(text=f"Kính gửi: {form.to}", align="center")
        yield _line(form, filled, to)
        yield parts.FormLine(runs=(parts.Words(text=" "),), small=True)
    for part in form.body:
        yield from _part(form, filled, part)
    if form.sign:
        yield parts.FormHands(hands=tuple(_hand(form, filled, hand) for hand in form.sign))
    if form.notes:
        yield parts.FormNotes(notes=form.notes)


def _part(form: Form, filled: Filled, part: forms.Part) -> Iterator[parts.FormPart]:
    if isinstance(part, str):
        yield _line(form, filled, forms.Line(text=part))
    elif isinstance(part, forms.Line):
        yield _line(form, filled, part)
    elif isinstance(part, forms.Heading):
        yield parts.FormHeading(text=part.text)
    elif isinstance(part, forms.Grid):
        columns = tuple(parts.FormColumn(title=column.title, width=column.width) for column in part.columns)
        rows = tuple(tuple(_plain(form, filled, cell, dots="") for cell in row) for row in part.rows)
        yield parts.FormTable(columns=columns, rows=rows)
    else:
        field = form.find_field(part.field)
        if field is not None:
            yield from _options(field, filled) if isinstance(part, forms.Options) else _table(field, filled)


def _line(form: Form, filled: Filled, line: forms.Line) -> parts.FormLine:
    return parts.FormLine(
        runs=tuple(_runs(form, filled, line)),
        align=line.align,
        small=line.small,
        indent_mm=line.indent_mm,
        space_before=line.space_before,
    )


def _runs(form: Form, filled: Filled, line: forms.Line) -> Iterator[parts.Run]:
    for key, words in forms.pieces_of(line.text):
        field = form.find_field(key) if key else None
        if field is None:
            yield parts.Words(text=words, bold=line.bold, italic=line.italic)
        elif field.kind == "choice":
            yield from _choices(field, filled)
        elif field.squares:
            yield parts.Squares(count=field.squares, value=filled.text(key))
        else:
            yield _blank(filled, field)


def _blank(filled: Filled, field: Field) -> parts.Run:
    shown = shown_text(field, filled)
    if field.long:
        return parts.Words(text=shown or _DAY_DOTS)
    return parts.Blank(value=shown, least_mm=field.least_mm, lines=field.lines)


def _choices(field: Field, filled: Filled) -> Iterator[parts.Run]:
    chosen = filled.text(field.key)
    for place, option in enumerate(field.options):
        if place:
            yield parts.Words(text="    ")
        yield parts.Tick(ticked=option.key == chosen)
        yield parts.Words(text=f" {option.text}")


def _options(field: Field, filled: Filled) -> Iterator[parts.FormPart]:
    chosen = filled.text(field.key)
    for option in field.options:
        runs = (parts.Tick(ticked=option.key == chosen), parts.Words(text=f" {option.text}"))
        yield parts.FormLine(runs=runs, align="left", indent_mm=6)


def _table(field: Field, filled: Filled) -> Iterator[parts.FormPart]:
    columns = tuple(parts.FormColumn(title=column.title, width=column.width) for column in field.columns)
    rows = [(*row, *("" for _column in columns))[: len(columns)] for row in filled.rows(field.key)]
    cells = [tuple(_cell(column, text) for column, text in zip(field.columns, row, strict=True)) for row in rows]
    empty = ("",) * len(columns)
    yield parts.FormTable(columns=columns, rows=(*cells, *(empty for _row in range(field.rows - len(cells)))))


def _cell(column: forms.Column, text: str) -> str:
    return capitals(text) if column.kind == "name" else text


def _hand(form: Form, filled: Filled, hand: forms.Hand) -> parts.FormHand:
    return parts.FormHand(
        role=hand.role,
        hint=hand.hint,
        name=_plain(form, filled, hand.name, dots=""),
        above=_plain(form, filled, hand.above, dots=_DOTS, narrow=len(form.sign) > 2),
    )


def _plain(form: Form, filled: Filled, text: str, *, dots: str, narrow: bool = False) -> str:
    """Return a line of the signatures; where nothing is known ``dots`` stand, a name is left to the hand."""
    words = []
    for key, piece in forms.pieces_of(text):
        field = form.find_field(key) if key else None
        shown = shown_text(field, filled) if field is not None else piece
        day = _NARROW_DAY_DOTS if narrow else _DAY_DOTS
        words.append(shown or (day if field is not None and field.long else dots))
    return "".join(words)


def _short_source(form: Form) -> str:
    return f"(Ban hành kèm theo {form.source})" if form.number else ""
