"""Who has dossiers in hand, whose date needs an apology, and what papers and history say of it all."""

from datetime import date

import pytest

from desk_app.accounts.commands import add_account
from desk_app.accounts.facts import AccountAdded
from desk_app.accounts.rules import Role
from desk_app.dossiers.correction_paper import replaced_words
from desk_app.dossiers.history import history_lines
from desk_app.dossiers.life.apology import due_apologies
from desk_app.dossiers.life.officers import give_back, in_hand, lent, substitute
from desk_app.dossiers.life.papers.maker import Maker
from desk_app.dossiers.life.papers.on_the_way import control_sheet
from desk_app.dossiers.life.withdrawal import withdraw
from desk_app.dossiers.mark import receipt_text
from desk_app.dossiers.scan import scanned
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.office.tables import RECEIPT_KEY, get_secret
from desk_app.office.wordings import shipped_words
from desk_app.printing.blocks import Highlight, Table, Text
from desk_app.printing.tables import list_jobs, list_papers
from desk_app.printing.tables.jobs import find_original
from tests.desks import AGENCY, PASSWORD, RehearsalDesk
from tests.dossiers.living import LINKED, at, led, now, papers, received

FRIDAY = date(2026, 12, 4)


@pytest.fixture
def colleague(desk: RehearsalDesk) -> str:
    person = AccountAdded(login="dongnghiep", name="Lê Thị Ví Dụ", roles=(Role.OFFICER,))
    command_id = desk.journal.new_id()
    add_account(desk.accounts, by=desk.admin, person=person, password=PASSWORD, command_id=command_id)
    found = desk.accounts.present_book().find_by_login("dongnghiep")
    assert found is not None
    return found.id


def stand_in(desk: RehearsalDesk, to: str, until: date = FRIDAY, dossiers: tuple[str, ...] | None = None) -> None:
    substitute(
        desk.dossiers,
        by=desk.accounts_by_role["leader"],
        absent=desk.accounts_by_role["officer"],
        to=to,
        until=until,
        reason="Nghỉ ốm",
        dossiers=dossiers,
        command_id=desk.journal.new_id(),
    )


def test_what_an_absent_officer_has_in_hand_goes_to_the_substitute_and_back(
    desk: RehearsalDesk, colleague: str
) -> None:
    officer, leader = desk.accounts_by_role["officer"], desk.accounts_by_role["leader"]
    mine = [received(desk) for _ in range(3)]
    over = received(desk)
    led(desk, over, "withdraw", "2026-11-23T09:00")
    assert [row.id for row in in_hand(desk.dossiers, officer)] == mine
    stand_in(desk, colleague)
    assert {now(desk, each).holder for each in mine} == {colleague}
    assert in_hand(desk.dossiers, officer) == ()
    assert [row.id for row in lent(desk.dossiers, officer)] == mine
    led(desk, mine[0], "step", "2026-11-25T09:00")
    led(desk, mine[0], "hand_over", "2026-11-25T09:30")
    give_back(desk.dossiers, by=leader, absent=officer, command_id=desk.journal.new_id())
    assert {now(desk, each).holder for each in mine[1:]} == {officer}
    assert lent(desk.dossiers, officer) == ()
    with pytest.raises(Refused):
        give_back(desk.dossiers, by=leader, absent=officer, command_id=desk.journal.new_id())
    assert desk.journal.refold() == ()


def test_only_some_of_them_may_go_and_one_list_is_printed(desk: RehearsalDesk, colleague: str) -> None:
    mine = [received(desk) for _ in range(3)]
    before = len(list_jobs(desk.journal.reading()))
    stand_in(desk, colleague, dossiers=(mine[1], mine[2]))
    assert [now(desk, each).holder == colleague for each in mine] == [False, True, True]
    assert len(list_jobs(desk.journal.reading())) == before + 1
    assert papers(desk, mine[1])[-1] == "officers"


def test_a_substitute_is_another_person_who_works_on_dossiers_for_days_to_come(
    desk: RehearsalDesk, colleague: str
) -> None:
    received(desk)
    for to, until in (
        (desk.accounts_by_role["officer"], FRIDAY),
        (desk.accounts_by_role["volunteer"], FRIDAY),
        (colleague, date(2026, 11, 20)),
    ):
        with pytest.raises(InvalidInput):
            stand_in(desk, to, until)


def test_dossiers_about_to_miss_their_date_are_listed_the_day_before(desk: RehearsalDesk) -> None:
    near, waits, said = (received(desk) for _ in range(3))
    far = received(desk, LINKED)
    led(desk, waits, "supplement", "2026-11-25T09:00", missing=["Giấy"], reason="Thiếu")
    led(desk, said, "apologise", "2026-11-25T09:00", "leader", reason="Xác minh", due="2026-12-02T17:00")
    room = desk.dossiers
    assert due_apologies(room, at("2026-11-25T10:00")) == ()
    (one,) = due_apologies(room, at("2026-11-26T10:00"))
    assert (one.id, one.proposed, one.late_notice) == (near, False, False)
    led(desk, near, "propose", "2026-11-26T11:00", reason="Xác minh", due="2026-12-02T17:00")
    (one,) = due_apologies(room, at("2026-11-27T10:00"))
    assert (one.proposed, one.late_notice) == (True, True)
    assert far in {each.id for each in due_apologies(room, at("2026-12-07T10:00"))}


def test_the_new_receipt_shows_the_new_date_and_why_and_the_old_one_says_it_was_replaced(desk: RehearsalDesk) -> None:
    dossier = received(desk)
    led(desk, dossier, "supplement", "2026-11-25T09:00", missing=["Giấy chứng sinh"], reason="Thiếu")
    led(desk, dossier, "supplied", "2026-11-30T10:00")
    db = desk.journal.reading()
    newest = find_original(db, list_papers(db, dossier)[-1].id)
    assert newest is not None
    said = " ".join(block.text for block in newest.blocks if isinstance(block, Text))
    assert "THAY GIẤY HẸN IN LÚC 08:15 NGÀY 23/11/2026" in said
    assert "Hồ sơ hoàn thiện lúc 10:00 ngày 30/11/2026, thời hạn tính lại từ đầu" in said
    assert next(b.value for b in newest.blocks if isinstance(b, Highlight)) == "17 giờ 00, ngày 03/12/2026"
    old = scanned(receipt_text(now(desk, dossier).code, get_secret(db, RECEIPT_KEY)), get_secret(db, RECEIPT_KEY))
    assert "đã được thay" in replaced_words(now(desk, dossier), old.edition)


def test_the_control_sheet_has_a_row_for_every_hand_over(desk: RehearsalDesk) -> None:
    dossier = received(desk, LINKED)
    led(desk, dossier, "pass_on", "2026-11-23T15:30", taken_by="Lê Thị Thử", note="Đủ bản chính")
    led(desk, dossier, "step", "2026-11-26T10:00")
    words = shipped_words()
    maker = Maker(agency=AGENCY, officer="Lê Văn Mẫu", words=words, names={}, now=desk.time.now())
    sheet = control_sheet(now(desk, dossier), maker)
    (table,) = (block for block in sheet.blocks if isinstance(block, Table))
    assert [row[4] for row in table.rows] == ["đúng hạn", "chưa xong", "chưa xong", "chưa xong"]
    assert table.rows[0][1:4] == ("15:30\u00a023/11", "11:30\u00a026/11", "10:00\u00a026/11")
    assert "Người Thử Officer giao Lê Thị Thử" in table.rows[0][5]
    assert "Đủ bản chính" in table.rows[0][5]


def test_the_history_tells_every_move_in_words(desk: RehearsalDesk) -> None:
    dossier = received(desk)
    led(desk, dossier, "pass_on", "2026-11-23T15:30", taken_by="Lê Thị Thử")
    led(desk, dossier, "supplement", "2026-11-25T09:00", missing=["Giấy chứng sinh"], reason="Thiếu")
    led(desk, dossier, "supplied", "2026-11-26T09:00")
    led(desk, dossier, "ask_payment", "2026-11-26T10:00", amount=15000, purpose="Lệ phí", until="2026-12-15")
    led(desk, dossier, "paid", "2026-11-26T10:30", receipt="BL 01")
    led(desk, dossier, "propose", "2026-11-27T09:00", reason="Xác minh", due="2026-12-09T17:00")
    led(desk, dossier, "apologise", "2026-11-27T10:00", "leader")
    led(desk, dossier, "reassign", "2026-11-27T11:00", to="leader", reason="Nghỉ ốm")
    led(desk, dossier, "stop", "2026-11-30T11:00", reason="Không còn căn cứ", basis="Điều 19")
    lines = history_lines(desk.dossiers, dossier)
    words = " ".join(line.words for line in lines)
    for said in (
        "giao hồ sơ cho Công an cấp xã, Lê Thị Thử nhận",
        "Yêu cầu bổ sung: Giấy chứng sinh",
        "thời hạn tính lại từ đầu",
        "Yêu cầu nộp 15.000 đ (Lệ phí), chậm nhất 15/12/2026",
        "biên lai BL 01",
        "Đề nghị xin lỗi, hẹn lại 17:00 ngày 09/12/2026",
        "Xin lỗi số 01/PXL",
        "giao hồ sơ cho Người Thử Leader",
        "Dừng giải quyết. Lý do: Không còn căn cứ. Căn cứ: Điều 19",
    ):
        assert said in words
    assert [line.at for line in lines] == sorted(line.at for line in lines)


def test_the_same_command_twice_moves_and_prints_once(desk: RehearsalDesk) -> None:
    dossier = received(desk)
    written = led(desk, dossier, "withdraw", "2026-11-25T09:00")
    again = withdraw(
        desk.dossiers,
        by=desk.accounts_by_role["officer"],
        dossier=dossier,
        command_id=written.entries[0].command_id,
    )
    assert again.repeated
    assert papers(desk, dossier) == ["receipt", "withdrawal"]
