"""What a procedure costs. A fee that nobody stated is unknown: it is never taken for free."""

from typing import Literal, TypeAlias

from desk_app.kernel.records import Record
from desk_app.kernel.texts import dong

PerWhat = Literal["dossier", "copy"]


class NotStated(Record, tag_field="kind", tag="not_stated"):
    """The publishing decision, as entered here, says nothing about a fee."""


class Free(Record, tag_field="kind", tag="free"):
    """Nothing is paid, or nothing as long as ``condition`` holds; what is paid otherwise is then not stated."""

    condition: str = ""


class Fixed(Record, tag_field="kind", tag="fixed"):
    """``amount`` đồng for each dossier or each copy."""

    amount: int
    per: PerWhat = "dossier"


class PerPage(Record, tag_field="kind", tag="per_page"):
    """``amount`` đồng a page, ``reduced_amount`` from ``reduced_from_page`` on, at most ``at_most`` for one copy."""

    amount: int
    reduced_amount: int
    reduced_from_page: int
    at_most: int


Fee: TypeAlias = NotStated | Free | Fixed | PerPage

_PER = {"dossier": "hồ sơ", "copy": "bản"}


def amount(fee: Fee, *, pages: int = 1, copies: int = 1, condition_met: bool = False) -> int | None:
    """Return the đồng to pay for ``copies`` copies of ``pages`` pages each, or None when the fee is not stated.

    A fee waived under a condition is 0 only when ``condition_met`` says that somebody found the condition fulfilled.
    """
    match fee:
        case NotStated():
            return None
        case Free(condition=condition):
            return 0 if condition_met or not condition else None
        case Fixed(amount=each, per=per):
            return each * (copies if per == "copy" else 1)
        case PerPage():
            return copies * _one_copy(fee, pages)


def spoken_fee(fee: Fee) -> str:
    """Return the fee as the office says it, as in ``8.000 đ/bản``."""
    match fee:
        case NotStated():
            return "chưa nêu"
        case Free(condition=condition):
            return f"miễn ({condition})" if condition else "miễn"
        case Fixed(amount=each, per=per):
            return f"{dong(each)}/{_PER[per]}"
        case PerPage():
            return (
                f"{dong(fee.amount)}/trang, từ trang thứ {fee.reduced_from_page} {dong(fee.reduced_amount)}/trang, "
                f"tối đa {dong(fee.at_most)}/bản"
            )


def _one_copy(fee: PerPage, pages: int) -> int:
    full = min(pages, fee.reduced_from_page - 1)
    return min(full * fee.amount + (pages - full) * fee.reduced_amount, fee.at_most)
