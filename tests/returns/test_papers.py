"""What is printed for a round and a parcel, and what must never stand on it."""

from desk_app.dossiers.mark import scanned_receipt
from desk_app.dossiers.person import Person
from desk_app.office.tables import RECEIPT_KEY, get_secret
from desk_app.printing.blocks import Paper, QrCode, Signatures, Table, paper_json
from desk_app.printing.tables.jobs import find_original, list_jobs
from desk_app.returns.post import prepare_parcel
from desk_app.returns.printing import print_round
from tests.desks import RehearsalDesk
from tests.returns.going import LINKED, act, dossier_now, planned, ready

CHILD = Person(name="Nguyễn Thị Bé Thử", birth_on="2026-11-01")


def papers(desk: RehearsalDesk) -> dict[str, Paper]:
    """Return every paper that waits to be printed, by its kind; of several the last."""
    db = desk.journal.reading()
    found = [find_original(db, job.paper_id) for job in list_jobs(db)]
    return {paper.kind: paper for paper in found if paper is not None}


def test_the_route_list_names_whom_where_and_what_but_no_identity_number(desk: RehearsalDesk) -> None:
    dossier = ready(desk, procedure=LINKED, subject=CHILD)
    act(desk, print_round, round_=planned(desk, dossier))
    text = paper_json(papers(desk)["return_list"]).decode()
    code = dossier_now(desk, dossier).code.partition("-")[2]
    for part in ("Nguyễn Văn Mẫu", "Ấp 2, xã Hòa Mẫu", "0907123456", code, "Thư chúc mừng", "Ký nhận", "Hội Phụ nữ"):
        assert part in text
    for kind in ("return_list", "return_slip", "return_letter"):
        assert "093195004321" not in paper_json(papers(desk)[kind]).decode()
    assert CHILD.name not in text
    assert CHILD.name not in paper_json(papers(desk)["return_slip"]).decode()


def test_the_letter_bears_the_childs_name_and_goes_only_with_a_birth(desk: RehearsalDesk) -> None:
    act(desk, print_round, round_=planned(desk, ready(desk)))
    assert "return_letter" not in papers(desk)
    act(desk, print_round, round_=planned(desk, ready(desk, procedure=LINKED, subject=CHILD)))
    assert CHILD.name in paper_json(papers(desk)["return_letter"]).decode()


def test_a_slip_is_proved_genuine_by_its_code(desk: RehearsalDesk) -> None:
    dossier = ready(desk)
    act(desk, print_round, round_=planned(desk, dossier))
    blocks = papers(desk)["return_slip"].blocks
    codes = [each.payload for each in blocks if isinstance(each, QrCode)]
    codes += [each.middle.payload for each in blocks if isinstance(each, Signatures) and each.middle is not None]
    assert len(codes) == 2
    for text in codes:
        found = scanned_receipt(text, get_secret(desk.journal.reading(), RECEIPT_KEY))
        assert (found.code, found.verdict) == (dossier_now(desk, dossier).code, "genuine")


def test_a_label_bears_sender_and_receiver(desk: RehearsalDesk) -> None:
    act(desk, prepare_parcel, dossiers=(ready(desk, return_by="post", return_to="12 Trần Hưng Đạo, Cần Thơ"),))
    text = paper_json(papers(desk)["return_label"]).decode()
    for part in ("Ủy ban nhân dân xã Hòa Mẫu", "Nguyễn Văn Mẫu", "12 Trần Hưng Đạo, Cần Thơ", "0907123456"):
        assert part in text
    assert "093195004321" not in text


def test_a_list_on_a_slip_says_in_one_cell_whom_to_visit(desk: RehearsalDesk) -> None:
    act(desk, print_round, round_=planned(desk, ready(desk)))
    table = next(block for block in papers(desk)["return_list"].blocks if isinstance(block, Table))
    titles = [column.title for column in table.columns if column.only != "page"]
    assert titles == ["Trả cho", "Mang theo"]
    whom = table.rows[0][[column.title for column in table.columns].index("Trả cho")]
    assert whom.startswith("1. Nguyễn Văn Mẫu\nẤp 2, xã Hòa Mẫu\n0907123456\n")
