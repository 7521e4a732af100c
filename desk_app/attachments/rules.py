"""Which papers' images may be kept, and which of them are sensitive (Luật 91/2025, NĐ 356/2025)."""

from dataclasses import dataclass

from desk_app.catalogue.procedure import PaperAsked, Procedure
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.texts import folded, lowered

MOST_MB = "attachment_most_mb"
"""The setting: the largest file that may be attached, in MB."""

KEEP_MONTHS = "attachment_months"
"""The setting: months after the hand-over for which images are kept, where the procedure says nothing."""

# How papers that prove who somebody is are called, without marks.
_IDENTITY = ("can cuoc", "cccd", "chung minh nhan dan", "cmnd", "tuy than", "ho chieu")
# And those that tell of somebody's health: sensitive as well, but procedures are decided by them.
_HEALTH = ("benh an", "khuyet tat", "y khoa", "kham benh", "hiv")

IDENTITY_REASON = (
    "Ảnh giấy tờ tùy thân là dữ liệu nhạy cảm: chỉ được giữ khi thủ tục cần; thủ tục này chỉ cần xem bản gốc."
)


@dataclass(frozen=True, kw_only=True)
class PaperChoice:
    """A paper that the procedure asks for: whether its image may be kept, with the reason if not, and whether it is sensitive."""

    name: str
    sensitive: bool
    reason: str = ""

    @property
    def allowed(self) -> bool:
        """Tell whether an image of it may be kept."""
        return not self.reason


def paper_choices(procedure: Procedure) -> tuple[PaperChoice, ...]:
    """Return the papers of a procedure in its order."""
    return tuple(_choice(paper) for paper in procedure.papers)


def get_choice(procedure: Procedure, paper: str) -> PaperChoice:
    """Return the paper of that name; raise ``InvalidInput`` for one not asked for, ``Refused`` for one not to be kept."""
    choices = paper_choices(procedure)
    found = next((each for each in choices if lowered(each.name) == lowered(paper)), None)
    if found is None:
        allowed = "; ".join(each.name for each in choices if each.allowed)
        raise InvalidInput(
            "paper",
            f"Thủ tục «{procedure.name}» không yêu cầu giấy «{paper}».",
            f"Chỉ giữ bản chụp của: {allowed}." if allowed else "Không giữ bản chụp nào cho thủ tục này.",
        )
    if not found.allowed:
        raise Refused(
            "attachments.identity_paper",
            f"Không giữ bản chụp «{found.name}».",
            f"{found.reason} Hãy đánh dấu «xuất trình» và trả lại người dân.",
        )
    return found


def months_kept(procedure: Procedure, office_months: int) -> int:
    """Return for how many months after the hand-over images of this procedure are kept."""
    return office_months if procedure.keep_images_months is None else procedure.keep_images_months


def _choice(paper: PaperAsked) -> PaperChoice:
    proves_identity = _names_any(paper, _IDENTITY)
    refused = proves_identity and not paper.keep_image
    sensitive = proves_identity or _names_any(paper, _HEALTH)
    return PaperChoice(name=paper.name, sensitive=sensitive, reason=IDENTITY_REASON if refused else "")


def _names_any(paper: PaperAsked, kinds: tuple[str, ...]) -> bool:
    words = f" {folded(paper.name)} "
    return any(f" {each} " in words for each in kinds)
