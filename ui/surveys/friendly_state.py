"""What the tab of the friendly government shows, decided without a widget."""

from dataclasses import dataclass

from desk_app.kernel.translations import _
from desk_app.surveys import friendly
from desk_app.surveys.friendly import Assessment, CriterionShown
from desk_app.surveys.friendly_facts import Mark
from ui.widgets.colours import COLOURS
from ui.widgets.table import Column, Look

_SHAPES: dict[Mark | None, tuple[str, str]] = {
    "good": ("done", COLOURS.good),
    "met": ("tick", COLOURS.calm),
    "unmet": ("warning", COLOURS.danger),
    None: ("ring", COLOURS.soft_ink),
}


@dataclass(frozen=True, kw_only=True)
class CriterionRow:
    """One criterion, its evidence line by line, its mark."""

    key: str
    title: str
    evidence: str
    mark: Mark | None
    words: str


def criterion_rows(found: Assessment) -> tuple[CriterionRow, ...]:
    """Return the six as rows."""
    return tuple(_row(place, each) for place, each in enumerate(found.criteria, start=1))


def _row(place: int, each: CriterionShown) -> CriterionRow:
    proofs = each.state.evidence if each.state is not None else ()
    lines = [f"– {proof.text}{f' ({proof.source})' if proof.source else ''}" for proof in proofs]
    return CriterionRow(
        key=each.criterion.key,
        title=f"{place}. {each.criterion.title}",
        evidence="\n".join(lines) or _("chưa có; ví dụ: {hint}").format(hint=each.criterion.hint),
        mark=each.state.mark if each.state is not None else None,
        words=each.state.words if each.state is not None else "",
    )


def _mark_look(row: CriterionRow) -> Look:
    shape, colour = _SHAPES[row.mark]
    words = _(friendly.MARK_WORDS[row.mark]) if row.mark is not None else _("chưa chấm")
    return Look(words=f"{words}. {row.words}" if row.words else words, shape=shape, colour=colour)


COLUMNS: tuple[Column[CriterionRow], ...] = (
    Column(title=_("Tiêu chí"), look=lambda row: Look(words=row.title, bold=True), stretches=True),
    Column(title=_("Minh chứng"), look=lambda row: Look(words=row.evidence, colour=COLOURS.ink), stretches=True),
    Column(title=_("Tự đánh giá"), look=_mark_look),
)
