"""Which papers a dossier's life makes, by kind; each is made from the dossier alone, so it can be made again at any desk."""

from collections.abc import Callable, Mapping

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.papers.endings import refusal_paper, stop_paper, withdrawal_paper
from desk_app.dossiers.life.papers.letters import apology_paper, payment_paper
from desk_app.dossiers.life.papers.maker import Maker
from desk_app.dossiers.life.papers.officers_paper import last_officers_paper
from desk_app.dossiers.life.papers.on_the_way import control_sheet, transfer_paper
from desk_app.dossiers.life.papers.supplement_slip import supplement_paper
from desk_app.kernel.errors import NotFound
from desk_app.printing.blocks import Paper

LIFE_PAPERS: Mapping[str, Callable[[Dossier, Maker], Paper | None]] = {
    "supplement": supplement_paper,
    "refusal": refusal_paper,
    "apology": apology_paper,
    "withdrawal": withdrawal_paper,
    "stop": stop_paper,
    "payment": payment_paper,
    "officers": last_officers_paper,
    "transfer": transfer_paper,
    "control": control_sheet,
}


def life_paper(kind: str, dossier: Dossier, maker: Maker) -> Paper:
    """Return the newest paper of a kind; raise ``NotFound`` where nothing of the kind happened to the dossier."""
    paper = LIFE_PAPERS[kind](dossier, maker)
    if paper is None:
        raise NotFound(
            "dossiers.no_such_paper", f"Hồ sơ {dossier.code} không có giấy loại này.", "Xem lịch sử trên thẻ hồ sơ."
        )
    return paper
