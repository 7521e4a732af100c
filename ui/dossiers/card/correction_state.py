"""What is typed to put a dossier right: which fields differ, and how «cũ → mới» is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from desk_app.dossiers.correction import MOVE_DUE, Correction
from desk_app.dossiers.correction_checks import Wanted
from desk_app.dossiers.correction_fields import LABELS, spoken, value_in
from desk_app.dossiers.correction_text import shown_text, value_of
from desk_app.dossiers.facts import PaperHandedIn, Registered
from desk_app.kernel.texts import one_line
from desk_app.kernel.translations import _
from desk_app.working_time.marks import is_late

# What the receipt does not show: correcting it alone asks for no new receipt.
_NOT_ON_RECEIPT = frozenset(
    f"{who}.{part}" for who in ("applicant", "subject", "authorised") for part in ("id_number", "birth_on", "sex")
) | {"note"}


@dataclass(frozen=True, kw_only=True)
class ChangeRow:
    """One line of the preview."""

    label: str
    old: str
    new: str


def texts_of(registered: Registered, fields: Iterable[str]) -> Mapping[str, str]:
    """Return what stands in each field of the form before anybody typed."""
    return {field: shown_text(field, value_in(registered, field)) for field in fields}


def wanted_of(
    registered: Registered, texts: Mapping[str, str], papers: tuple[PaperHandedIn, ...]
) -> tuple[Wanted, ...]:
    """Return the fields that were really changed; raise ``InvalidInput`` for a text that is no such value."""
    before = texts_of(registered, texts)
    wanted = [
        Wanted(field=field, value=value_of(field, text))
        for field, text in texts.items()
        if one_line(text) != one_line(before[field])
    ]
    if papers != registered.papers:
        wanted.append(Wanted(field="papers", value=papers))
    return tuple(wanted)


def rows_of(correction: Correction, names: Mapping[str, str]) -> tuple[ChangeRow, ...]:
    """Return what would change, old and new; ``names`` gives the procedures' names by code."""
    return tuple(
        ChangeRow(
            label=_(LABELS[change.field]),
            old=_named(change.field, spoken(change.field, change.old), names),
            new=_named(change.field, spoken(change.field, change.new), names),
        )
        for change in correction.changes
    )


def wants_receipt(correction: Correction) -> bool:
    """Tell whether the citizen's receipt says otherwise once this is put right."""
    return any(change.field not in _NOT_ON_RECEIPT for change in correction.changes)


def counted_words(correction: Correction, before: Registered, now: datetime) -> str:
    """Return what a later date is counted as; empty for anything else."""
    if not correction.reappoints:
        return ""
    words = [_("Ngày muộn hơn này tính là lần hẹn lại; chỉ được hẹn lại một lần.")]
    if is_late(before.due_at, now):
        words.append(_("Hẹn cũ đã lỡ: vẫn tính quá hạn."))
    return " ".join(words)


def lacking(needs: Iterable[str], allowed: Mapping[str, bool]) -> str:
    """Return why this person may not save it, empty when they may."""
    missing = [need for need in needs if not allowed.get(need, False)]
    if not missing:
        return ""
    if missing == [MOVE_DUE]:
        return _("Ngày hẹn chỉ lãnh đạo mới đổi được.")
    return _("Hồ sơ đã kết thúc: chỉ lãnh đạo mới sửa được.")


def _named(field: str, words: str, names: Mapping[str, str]) -> str:
    if field == "procedure":
        return names.get(words, words)
    # Only what is chosen from a list is translated: «Nam» may be somebody's name.
    return _(words) if field.rpartition(".")[2] in ("sex", "return_by") else words
