import json
from collections.abc import Mapping
from pathlib import Path

from tests.cli.command_line import MORNING, Ran, desk

VISIT = {
    "procedure": "2.000635",
    "applicant": {"name": "Trần Thị Thử", "id_number": "093195004321"},
    "papers": ["Tờ khai cấp bản sao trích lục hộ tịch"],
}
FRIDAY = "2026-11-27T09:00"


def settled(
    home: Path, *visits: Mapping[str, object], now: str = MORNING, more: tuple[str, ...] = (), **env: str
) -> Ran:
    lines = "\n".join(json.dumps(each, ensure_ascii=False) for each in visits)
    return desk("dossiers", "settle", "--home", home, "--json", "--now", now, *more, stdin=lines, **env)


def figures(home: Path, day: str = "2026-11-23") -> Mapping[str, object]:
    ran = desk("dossiers", "on-the-spot", "--from", day, "--to", day, "--home", home, "--json", "--now", MORNING)
    assert ran.code == 0, ran.err
    return ran.only


def test_a_line_is_received_appraised_approved_and_returned_without_a_receipt(home: Path) -> None:
    ran = settled(home, VISIT)
    assert ran.code == 0, ran.err
    assert ran.only["status"] == "handed_over"
    assert ran.only["minutes"] == 0.0
    assert desk("queue", "list", "--home", home, "--json").lines == []
    shown = desk("dossiers", "show", ran.only["code"], "--home", home, "--json", "--now", MORNING).only
    assert [line["words"] for line in shown["history"]][-1].startswith("Trả kết quả cho Trần Thị Thử")


def test_a_result_wanted_by_post_waits_for_its_parcel(home: Path) -> None:
    applicant = {"name": "Trần Thị Thử", "address": "Số 1, ấp Thử"}
    ran = settled(home, {**VISIT, "applicant": applicant, "return_by": "post"})
    assert (ran.code, ran.only["status"]) == (0, "settled")
    waiting = desk("returns", "list", "--waiting", "--home", home, "--json", "--now", MORNING).lines
    assert [(each["code"], each["way"]) for each in waiting] == [(ran.only["code"], "post")]
    assert figures(home)["settled"] == 1


def test_receipt_and_slip_are_printed_when_the_line_asks(home: Path) -> None:
    assert settled(home, {**VISIT, "receipt": True, "slip": True}).code == 0
    assert len(desk("queue", "list", "--home", home, "--json").lines) == 2
    assert figures(home)["receipts"] == 1


def test_a_key_makes_a_repeated_line_harmless(home: Path) -> None:
    visit = {**VISIT, "key": "ngày hội/1"}
    first = settled(home, visit).only
    assert settled(home, visit, now="2026-11-25T10:00").only["code"] == first["code"]
    assert figures(home)["visits"] == 1


def test_a_line_on_friday_counts_as_settled_at_once(home: Path) -> None:
    assert settled(home, VISIT, now=FRIDAY).only["settle_day"] is True
    assert figures(home, "2026-11-27")["settled_at_once"] == 1


def test_a_sitting_from_paper_keeps_the_moments_it_states(home: Path) -> None:
    visit = {
        **VISIT,
        "received_at": "2026-11-23T07:00",
        "paper_number": "12",
        "appraised_at": "2026-11-23T07:10",
        "approved_at": "2026-11-23T07:15",
        "returned_at": "2026-11-23T07:22",
    }
    assert settled(home, visit).only["minutes"] == 22.0
    assert "Giấy viết tay số 12 đã nhập" in settled(home, visit).only["warnings"][-1]
    found = figures(home)["parts"]
    assert isinstance(found, list)
    assert [each["median_minutes"] for each in found] == [10.0, 5.0, 7.0, 22.0]


def test_an_impossible_moment_refuses_the_line_and_writes_nothing(home: Path) -> None:
    visit = {**VISIT, "received_at": "2026-11-23T07:00", "paper_number": "12", "appraised_at": "2026-11-23T06:59"}
    ran = settled(home, visit)
    assert (ran.code, ran.only["field"]) == (2, "appraised_at")
    assert figures(home)["visits"] == 0


def test_an_officer_alone_is_refused_before_the_first_line(home: Path, own_passwords: dict[str, str]) -> None:
    ran = settled(home, VISIT, more=("--as", "officer"), DESK_PASSWORD=own_passwords["officer"])
    assert ran.code == 3
    assert "lãnh đạo" in ran.err
    assert figures(home)["visits"] == 0


def test_a_leader_beside_the_officer_approves(home: Path, own_passwords: dict[str, str]) -> None:
    more = ("--as", "officer", "--approver", "leader")
    passwords = {"DESK_PASSWORD": own_passwords["officer"], "DESK_APPROVER_PASSWORD": own_passwords["leader"]}
    ran = settled(home, VISIT, more=more, **passwords)
    assert ran.code == 0, ran.err
    shown = desk("dossiers", "show", ran.only["code"], "--home", home, "--json", "--now", MORNING).only
    who = {line["words"]: line["who"] for line in shown["history"]}
    assert who["Duyệt tại chỗ."] == "Người Thử Leader"
    assert who["Thẩm định xong tại chỗ."] == "Người Thử Officer"


def test_a_named_approver_must_prove_who_they_are(home: Path) -> None:
    assert settled(home, VISIT, more=("--approver", "leader")).code == 3
    assert settled(home, VISIT, more=("--approver", "leader"), DESK_APPROVER_PASSWORD="sai-mat-khau").code == 3
    assert figures(home)["visits"] == 0


def test_a_procedure_with_a_term_is_settled_with_a_warning(home: Path) -> None:
    ran = settled(home, {**VISIT, "procedure": "1.001193", "papers": ["Tờ khai"]})
    assert ran.code == 0
    assert ran.only["warnings"]


def test_figures_are_said_in_words_and_refuse_a_turned_period(home: Path) -> None:
    settled(home, VISIT)
    ran = desk(
        "dossiers", "on-the-spot", "--from", "2026-11-01", "--to", "2026-11-30", "--home", home, "--now", MORNING
    )
    assert "1 lượt tại chỗ, trả ngay 1" in ran.out
    turned = desk("dossiers", "on-the-spot", "--from", "2026-11-30", "--to", "2026-11-01", "--home", home)
    assert turned.code == 2
