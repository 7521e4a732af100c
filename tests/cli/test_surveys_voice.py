"""``desk surveys``: slips, surveys, complaints, criteria and indices, as scripts use them."""

from pathlib import Path

import pytest

from tests.cli.command_line import MORNING, Ran, desk, line
from tests.cli.test_surveys import DAYS, surveys

PLAN = (
    *("campaigns", "plan", "Khảo sát quý 4", "--question", "Thái độ", "--question", "Thời gian"),
    *("--from", "2026-11-01", "--to", "2026-12-31", "--target", "100"),
)


@pytest.fixture
def code(home: Path) -> str:
    """Give the code of a dossier that was handed over."""
    taken = desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=line())
    code = str(taken.only["code"])
    for move in (("step", code, "--done"), ("hand-over", code)):
        assert desk("dossiers", *move, "--home", home, "--json", "--now", "2026-11-23T09:00").code == 0
    return code


def typed(home: Path, text: str, *arguments: str) -> Ran:
    now = ("--now", "2026-11-23T10:00")
    return desk("surveys", "type-in", "-", *arguments, "--home", home, "--json", *now, stdin=text)


def test_a_slip_is_printed_and_its_paper_names_nobody(home: Path, code: str) -> None:
    assert surveys(home, "slip", code).only == {"papers": 1}
    jobs = desk("queue", "list", "--home", home, "--json").lines
    assert "Phiếu đánh giá" in str(jobs)
    assert surveys(home, "slip", "000.16.32.H49-261123-9999").code == 4


def test_a_pile_of_papers_is_typed_in_line_by_line(home: Path) -> None:
    assert typed(home, "1\n1\n2\n\n3\n").only == {"slips": 4, "numbered": 0}
    found = surveys(home, "figures", *DAYS).only
    assert (found["total"], found["satisfied"]["count"], found["good"]["count"]) == (4, 3, 2)


@pytest.mark.parametrize(("text", "field"), [("9\n", "slips.1"), ("1\nx\n", "slips.2"), ("1 12\n", "slips.1")])
def test_a_line_that_makes_no_sense_is_named_and_nothing_is_taken(home: Path, text: str, field: str) -> None:
    ran = typed(home, text)
    assert (ran.code, ran.only["field"]) == (2, field)
    assert surveys(home, "figures", *DAYS).only["total"] == 0


def test_the_question_is_the_offices_own_from_a_day_on(home: Path) -> None:
    asked = ("--choice", "very_satisfied=Tốt", "--choice", "satisfied=Đạt", "--choice", "dissatisfied=Chưa đạt")
    assert surveys(home, "ask", "hand_over", "Phục vụ thế nào?", *asked, "--from", "2026-12-01").code == 0
    today = surveys(home, "questions").lines
    later = surveys(home, "questions", "--on", "2026-12-01").lines
    assert today[0]["text"] != later[0]["text"] == "Phục vụ thế nào?"
    assert [each["words"] for each in later[0]["choices"]] == ["Tốt", "Đạt", "Chưa đạt"]
    for wrong in ("weather=x", "satisfied=Một"):
        assert surveys(home, "ask", "visit", "X?", "--choice", wrong).code == 2


def test_a_survey_from_its_plan_to_its_results(home: Path) -> None:
    short = str(surveys(home, *PLAN).only["campaign"]["id"])[-6:]
    assert surveys(home, "campaigns", "print", short, "--count", "2").only["campaign"]["printed"] == 2
    entered = desk(
        "surveys", "campaigns", "enter", short, "-", "--home", home, "--json", "--now", MORNING, stdin="1 1 2\n2 3 0\n"
    ).only
    assert (entered["forms"], entered["satisfied"], entered["good"]["count"]) == (
        2,
        {"count": 2, "of": 3, "tenths": 667},
        1,
    )
    again = desk("surveys", "campaigns", "enter", short, "-", "--home", home, "--json", stdin="1 1 1\n")
    assert (again.code, again.only["error"]) == (5, "surveys.form_known")
    assert surveys(home, "campaigns", "close", short).only["campaign"]["closed_on"] == "2026-11-23"
    assert len(surveys(home, "campaigns", "list").lines) == 1
    words = desk("surveys", "campaigns", "results", short, "--home", home).out
    assert "đạt yêu cầu 66,7 %, trong đó tốt 33,3 %" in words


def test_a_complaint_from_receipt_to_its_end(home: Path) -> None:
    took = surveys(home, "complaints", "receive", "Chờ lâu", "--how", "hotline").only
    number = str(took["number"])
    assert (took["due_on"], took["is_late"], took["name"]) == ("2026-12-08", False, "")
    assert surveys(home, "complaints", "close", number, "--outcome", "right").code == 2
    surveys(home, "complaints", "step", number, "Đã hỏi cán bộ trực")
    assert surveys(home, "complaints", "answer", number, "Xin lỗi ông bà").only["answer"] == "Xin lỗi ông bà"
    assert surveys(home, "complaints", "close", number, "--outcome", "right").only["outcome"] == "right"
    assert surveys(home, "complaints", "list").lines == []
    assert len(surveys(home, "complaints", "list", "--all").lines) == 1
    figures = surveys(home, "complaints", "figures", *DAYS).only
    assert (figures["total"], figures["answered_in_time"], figures["anonymous"]) == (1, 1, 1)
    shown = desk("surveys", "complaints", "show", number, "--home", home).out
    assert "Kết luận: Đúng" in shown
    assert surveys(home, "complaints", "show", "YK-000000-000").code == 4


def test_late_complaints_are_listed_apart(home: Path) -> None:
    surveys(home, "complaints", "receive", "Chờ lâu", "--no-slip")
    later = {"DESK_NOW": "2027-01-10T08:00"}
    assert surveys(home, "complaints", "list", "--late").lines == []
    late = desk("surveys", "complaints", "list", "--late", "--home", home, "--json", **later).lines
    assert [each["is_late"] for each in late] == [True]


def test_only_a_leader_gives_a_complaint_to_somebody_else(home: Path, own_passwords: dict[str, str]) -> None:
    password = {"DESK_PASSWORD": own_passwords["officer"]}
    number = str(surveys(home, "complaints", "receive", "Chờ lâu", "--as", "officer", **password).only["number"])
    moved = ("complaints", "assign", number, "--responsible", "leader", "--as")
    assert surveys(home, *moved, "officer", **password).code == 3
    leading = {"DESK_PASSWORD": own_passwords["leader"]}
    assert surveys(home, *moved, "leader", **leading).only["responsible"] == "leader"


def test_the_friendly_government_is_assessed_with_evidence(home: Path) -> None:
    assert surveys(home, "friendly", "assess", "2026-Q4", "smile", "good").code == 2
    surveys(home, "friendly", "evidence", "2026-Q4", "smile", "Tập huấn", "--source", "KH 45")
    shown = surveys(home, "friendly", "assess", "2026-Q4", "smile", "good").only
    assert [each["state"] is not None for each in shown["criteria"]] == [False, False, True, False, False, False]
    assert surveys(home, "friendly", "print", "2026-Q4").code == 0
    assert "3. Thực hiện nụ cười công sở" in desk("surveys", "friendly", "show", "2026-Q4", "--home", home).out
    assert surveys(home, "friendly", "show", "2026-13").code == 2


def test_the_nine_indices_tell_what_is_missing(home: Path, code: str) -> None:
    year = ("--from", "2026-01-01", "--to", "2026-12-31")
    surveys(home, "rate", "--dossier", code, "--level", "very_satisfied")
    shown = surveys(home, "indices", "show", *year).only
    assert [each["index"]["number"] for each in shown["scored"]] == list(range(1, 10))
    assert (shown["known"], shown["band"]) == (6, "")
    entered = surveys(
        home, "indices", "enter", "published", *year, "--count", "40", "--of", "40", "--evidence", "Biên bản"
    ).only
    assert entered["known"] == 7
    assert surveys(
        home, "indices", "enter", "in_time", *year, "--count", "1", "--of", "1", "--evidence", "x"
    ).code == 2  # fmt: skip
    assert surveys(home, "indices", "show", "--from", "2026-12-01", "--to", "2026-01-01").code == 2
    assert "mới có 7/9 chỉ số" in desk("surveys", "indices", "show", *year, "--home", home).out
