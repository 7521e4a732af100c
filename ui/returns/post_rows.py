"""Results that wait for the post, and parcels, as rows."""

from collections.abc import Iterable, Sequence

from desk_app.dossiers.numbering import tail
from desk_app.kernel.translations import _
from desk_app.returns.reading import same_household
from desk_app.returns.seen import Going, Outstanding
from desk_app.returns.way import Where
from ui.returns.state import Mark, PostRow, person_detail
from ui.widgets.colours import COLOURS


def post_rows(going: Sequence[Going], out: Iterable[Outstanding]) -> tuple[PostRow, ...]:
    """Return what waits for the post, and each parcel that is made up or with it."""
    waiting = tuple(_waiting_row(each, same_household(each, going)) for each in going if each.way == "post")
    parcels: dict[tuple[str, Where], list[Outstanding]] = {}
    for each in out:
        if each.where in (Where.PACKED, Where.POSTED) and each.parcel is not None:
            parcels.setdefault((each.parcel.id, each.where), []).append(each)
    return (*waiting, *(_parcel_row(together) for together in parcels.values()))


def _waiting_row(each: Going, mates: Sequence[Going]) -> PostRow:
    words = _("Chờ gửi, chung {count}").format(count=len(mates) + 1) if mates else _("Chờ gửi")
    return PostRow(
        id=each.dossier.id,
        code=tail(each.dossier.code),
        name=each.dossier.registered.applicant.name,
        where="waiting",
        mark=(words, "clock", COLOURS.calm),
        detail=person_detail(each.address, each.dossier.registered.applicant.phone, ()),
        address=each.address,
        mates=tuple(mate.dossier.id for mate in mates),
    )


def _parcel_row(together: Sequence[Outstanding]) -> PostRow:
    each, *mates = together
    parcel = each.parcel
    if each.where is Where.PACKED or parcel is None:
        mark: Mark = (_("Đã in nhãn, chưa gửi"), "ring", COLOURS.warning)
    elif each.is_late:
        mark = (_("Quá {days} ngày chưa báo phát").format(days=each.days), "late", COLOURS.danger)
    else:
        mark = (_("Đã gửi {days} ngày").format(days=each.days), "half", COLOURS.accent)
    address = parcel.address if parcel is not None else ""
    tracking = _("số hiệu {number}").format(number=parcel.tracking) if parcel is not None and parcel.tracking else ""
    codes = ", ".join(tail(mate.dossier.code) for mate in mates)
    along = _("cùng {codes}").format(codes=codes) if codes else ""
    parts = (tracking, along, address, each.dossier.registered.applicant.phone)
    name, count = each.dossier.registered.applicant.name, len(together)
    return PostRow(
        id=each.dossier.id,
        code=tail(each.dossier.code),
        name=_("{name} · {count} hồ sơ").format(name=name, count=count) if mates else name,
        where=str(each.where),
        mark=mark,
        detail=" · ".join(part for part in parts if part),
        address=address,
        mates=tuple(mate.dossier.id for mate in mates),
    )
