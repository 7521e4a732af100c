"""What publishing a list of procedures would change, said in Vietnamese before anything is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desk_app.catalogue.book import CatalogueBook
from desk_app.catalogue.fees import spoken_fee
from desk_app.catalogue.procedure import PaperAsked, Procedure, spoken_days, spoken_term
from desk_app.catalogue.steps import Step
from desk_app.kernel.time_source import spoken_day

_TEXTS = {
    "name": "tên",
    "short": "tên tắt",
    "field": "lĩnh vực",
    "version": "phiên bản",
    "legal_basis": "căn cứ pháp lý",
    "note": "ghi chú",
    "register_step": "bước ký sổ",
    "register_reason": "lý do ký sổ",
}
_CUTOFF = {"usual": "theo lệ", "on": "có", "off": "không"}


@dataclass(frozen=True, kw_only=True)
class Change:
    """What would happen to one procedure; ``lines`` say it in Vietnamese, as in ``đổi thời hạn: … → …``."""

    code: str
    name: str
    valid_from: date
    kind: Literal["new", "changed", "unchanged"]
    lines: tuple[str, ...]


def difference(book: CatalogueBook, procedures: Iterable[Procedure]) -> tuple[Change, ...]:
    """Return for each procedure what publishing it would change in ``book``; nothing is written."""
    return tuple(_change(book, procedure) for procedure in procedures)


def _change(book: CatalogueBook, after: Procedure) -> Change:
    lines: tuple[str, ...]
    kind: Literal["new", "changed", "unchanged"]
    same_day = book.find_version(after.code, after.valid_from)
    before = same_day or book.find(after.code, after.valid_from)
    if same_day == after:
        kind, lines = "unchanged", ("không đổi",)
    elif before is None:
        kind, lines = "new", ("mới",)
    else:
        opening = () if same_day else (f"phiên bản mới, áp dụng từ {spoken_day(after.valid_from)}",)
        kind, lines = "changed", (*opening, *_differences(before, after))
    return Change(code=after.code, name=after.name, valid_from=after.valid_from, kind=kind, lines=lines)


def _differences(before: Procedure, after: Procedure) -> Iterator[str]:
    for key, label in _TEXTS.items():
        yield from _changed(label, getattr(before, key), getattr(after, key))
    yield from _changed("ngày hết hiệu lực", _until(before), _until(after))
    yield from _changed("thời hạn", spoken_term(before), spoken_term(after))
    yield from _changed("quy tắc sau 15:00", _CUTOFF[before.cutoff_rule], _CUTOFF[after.cutoff_rule])
    yield from _changed("lệ phí", spoken_fee(before.fee), spoken_fee(after.fee))
    yield from _changed("phải ký sổ", _yes_no(before.signs_register), _yes_no(after.signs_register))
    yield from _changed("số tháng giữ bản chụp", _months(before), _months(after))
    yield from _listed("giấy tờ", {p.name: _paper(p) for p in before.papers}, {p.name: _paper(p) for p in after.papers})
    yield from _listed("bước", {s.id: _step(s) for s in before.steps}, {s.id: _step(s) for s in after.steps})
    yield from _listed("biểu mẫu", dict.fromkeys(before.forms, ""), dict.fromkeys(after.forms, ""))


def _changed(label: str, before: str, after: str) -> Iterator[str]:
    if before != after:
        yield f"đổi {label}: {before or '(trống)'} → {after or '(trống)'}"


def _listed(label: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """Yield what was added, taken away, changed or moved in a list whose items are known by name."""
    for name in after:
        if name not in before:
            yield f"thêm {label} «{name}»"
        elif before[name] != after[name]:
            yield f"đổi {label} «{name}»: {before[name]} → {after[name]}"
    yield from (f"bỏ {label} «{name}»" for name in before if name not in after)
    if [name for name in before if name in after] != [name for name in after if name in before]:
        yield f"đổi thứ tự {label}"


def _paper(paper: PaperAsked) -> str:
    parts = [f"{paper.originals} bản chính, {paper.copies} bản sao", "bắt buộc" if paper.required else "nếu có"]
    parts += [f"khi {paper.condition}"] * bool(paper.condition) + [f"ghi chú: {paper.note}"] * bool(paper.note)
    parts += ["được giữ ảnh"] * paper.keep_image
    return ", ".join(parts)


def _step(step: Step) -> str:
    term = "chưa nêu thời hạn" if step.half_days is None else spoken_days(step.half_days)
    parts = [f"{step.name} ({step.agency}), {term}"]
    parts += [f"sau {', '.join(step.after)}"] * bool(step.after)
    parts += [f"chuyển giao: {step.hands_over}"] * bool(step.hands_over)
    parts += [f"khi {step.condition}"] * bool(step.condition)
    return ", ".join(parts)


def _until(procedure: Procedure) -> str:
    return "" if procedure.valid_to is None else spoken_day(procedure.valid_to)


def _months(procedure: Procedure) -> str:
    return "" if procedure.keep_images_months is None else str(procedure.keep_images_months)


def _yes_no(value: bool) -> str:
    return "có" if value else "không"
