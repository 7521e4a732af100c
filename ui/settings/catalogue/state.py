"""What the catalogue section shows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.catalogue.book import CatalogueBook
from desk_app.catalogue.difference import Change
from desk_app.catalogue.fees import spoken_fee
from desk_app.catalogue.file_read import Problem
from desk_app.catalogue.procedure import PaperAsked, Procedure, spoken_days, spoken_term
from desk_app.kernel.texts import folded, quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.working_time.reading import Reading
from ui.settings.preview import Preview, PreviewRow


@dataclass(frozen=True, kw_only=True)
class ProcedureRow:
    """One procedure as a row: the version in force today, else its newest; ``found_by`` is what a search looks in."""

    procedure: Procedure
    term: str
    fee: str
    since: str
    in_force: bool
    lines: tuple[tuple[str, str], ...]
    found_by: str


def rows_of(book: CatalogueBook, today: date, reading: Reading) -> tuple[ProcedureRow, ...]:
    """Return every procedure as a row, in the Vietnamese order of names; terms are told as ``reading`` has them."""
    return tuple(_row(book, code, versions, today, reading) for code, versions in book.versions.items())


def found(rows: Sequence[ProcedureRow], text: str) -> tuple[ProcedureRow, ...]:
    """Return the rows that hold every word of ``text``, marks or none."""
    words = folded(text).split()
    return tuple(row for row in rows if all(word in row.found_by for word in words))


def preview_of(changes: Sequence[Change], problems: Sequence[Problem]) -> Preview:
    """Return what taking a catalogue file over would change."""
    kinds = Counter(change.kind for change in changes)
    rows = [
        PreviewRow(
            what=each.place, before=_("không nhập được"), after=f"{each.message} {each.hint}".strip(), wrong=True
        )
        for each in problems
    ]
    rows += [
        PreviewRow(
            what=each.code,
            before=_("mới") if each.kind == "new" else _("đổi"),
            after=_("{name} (từ {day}). {lines}").format(
                name=each.name,
                day=spoken_day(each.valid_from),
                lines="; ".join(each.lines) if each.kind != "new" else "",
            ),
        )
        for each in changes
        if each.kind != "unchanged"
    ]
    summary = _("{new} thủ tục mới, {changed} thủ tục đổi, {same} không đổi, {wrong} chỗ sai bị bỏ qua.")
    return Preview(
        summary=summary.format(
            new=quantity(kinds["new"]),
            changed=quantity(kinds["changed"]),
            same=quantity(kinds["unchanged"]),
            wrong=quantity(len(problems)),
        ),
        rows=tuple(rows),
        may_take=bool(kinds["new"] + kinds["changed"]),
    )


def _row(
    book: CatalogueBook, code: str, versions: tuple[Procedure, ...], today: date, reading: Reading
) -> ProcedureRow:
    present = book.find(code, today)
    shown = present or versions[-1]
    return ProcedureRow(
        procedure=shown,
        term=spoken_term(shown, reading),
        fee=spoken_fee(shown.fee),
        since=spoken_day(shown.valid_from),
        in_force=present is not None,
        lines=_lines(shown, versions, reading),
        found_by=folded(f"{shown.code} {shown.name} {shown.short} {shown.field}"),
    )


def _lines(shown: Procedure, versions: tuple[Procedure, ...], reading: Reading) -> tuple[tuple[str, str], ...]:
    until = _(" đến {day}").format(day=spoken_day(shown.valid_to)) if shown.valid_to else ""
    blocked = [way.reason for way in shown.return_ways() if way.reason]
    steps = [
        f"{step.agency}: {step.name}" + (f" ({spoken_days(step.half_days)})" if step.half_days is not None else "")
        for step in shown.steps
    ]
    return (
        (_("Mã"), shown.code),
        (_("Lĩnh vực"), shown.field),
        (_("Có hiệu lực"), f"{spoken_day(shown.valid_from)}{until}"),
        (_("Thời hạn"), spoken_term(shown, reading)),
        (_("Phí, lệ phí"), spoken_fee(shown.fee)),
        (_("Giấy tờ"), "\n".join(f"– {_paper(paper)}" for paper in shown.papers) or _("chưa nêu")),
        (_("Các bước"), "\n".join(f"– {step}" for step in steps)),
        (_("Cách trả"), blocked[0] if blocked else _("tại quầy, tại nhà, qua bưu chính")),
        (_("Căn cứ"), shown.legal_basis or _("chưa nêu")),
        (_("Các phiên bản"), ", ".join(_("từ {day}").format(day=spoken_day(each.valid_from)) for each in versions)),
    )


def _paper(paper: PaperAsked) -> str:
    parts = [
        _("{count} bản chính").format(count=paper.originals) if paper.originals else "",
        _("{count} bản sao").format(count=paper.copies) if paper.copies else "",
        "" if paper.originals or paper.copies else _("xuất trình"),
        "" if paper.required else _("nếu có"),
    ]
    return f"{paper.name} ({', '.join(part for part in parts if part)})"
