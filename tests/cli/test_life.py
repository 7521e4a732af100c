"""The moves of a dossier's life on the command line, and the papers they make."""

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from tests.cli.command_line import MORNING, Ran, desk, line

THREE_DAYS = "1.004194"
ASK = ("--missing", "Giấy chứng sinh", "--missing", "Tờ khai có chữ ký", "--reason", "Thiếu giấy tờ")


@pytest.fixture
def code(home: Path) -> str:
    """Give the code of a dossier of three days, due on Friday 27/11."""
    return registered(home)


def registered(home: Path, procedure: str = THREE_DAYS) -> str:
    made = desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=line(procedure=procedure))
    return str(made.only["code"])


def dossiers(home: Path, move: str, *more: str, now: str = "2026-11-25T09:00", **variables: str) -> Ran:
    return desk("dossiers", move, *more, "--home", home, "--json", "--now", now, **variables)


def test_a_supplement_stops_the_clock_and_restarts_it(home: Path, code: str) -> None:
    asked = dossiers(home, "supplement", code, *ASK).only
    assert asked["status"] == "supplement_requested"
    assert asked["life"]["supplement"]["missing"] == ["Giấy chứng sinh", "Tờ khai có chữ ký"]
    assert asked["life"]["waiting_since"] == "2026-11-25T09:00:00+07:00"
    done = dossiers(home, "supplied", code, "--paper", "Giấy chứng sinh=1+2", now="2026-11-30T10:00").only
    assert (done["status"], done["due_at"]) == ("in_process", "2026-12-03T17:00:00+07:00")
    assert (done["life"]["supplement"]["mode"], done["life"]["waiting_since"]) == ("restart", None)
    assert done["papers"][-1] == {"name": "Giấy chứng sinh", "originals": 1, "copies": 2}
    assert done["receipt_edition"] == 2
    again = dossiers(home, "supplement", code, *ASK, now="2026-11-30T11:00")
    assert (again.code, again.only["error"]) == (2, "dossiers.supplement_twice")


def test_the_same_key_asks_once(home: Path, code: str) -> None:
    for _ in range(2):
        assert dossiers(home, "supplement", code, *ASK, "--key", "a1").code == 0
    jobs = desk("queue", "list", "--home", home, "--json").lines
    assert [job["title"] for job in jobs].count("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ") == 1


def test_the_same_key_finishes_one_step_and_not_the_next_agencys_too(home: Path) -> None:
    linked = registered(home, "2.000986")
    for _ in range(2):
        shown = dossiers(home, "step", linked, "--done", "--key", "a1").only
        assert [leg["done_at"] is not None for leg in shown["legs"]] == [True, False, False, False]
    other = dossiers(home, "step", linked, "--done", "--key", "a2").only
    assert [leg["done_at"] is not None for leg in other["legs"]] == [True, True, False, False]
    without = dossiers(home, "step", linked, "--done").only
    assert [leg["done_at"] is not None for leg in without["legs"]] == [True, True, True, False]


def test_the_same_key_answers_a_repeated_move_with_its_first_outcome(home: Path, code: str) -> None:
    moves = (("result", code, "--number", "15"), ("note", code, "Đã gọi"), ("hand-over", code, "--slip"))
    for move, *more in moves:
        first = dossiers(home, move, *more, "--key", "a1").only
        assert dossiers(home, move, *more, "--key", "a1", now="2026-11-25T10:00").only == first
    assert dossiers(home, "hand-over", code, "--key", "a2").code == 2
    jobs = desk("queue", "list", "--home", home, "--json").lines
    assert len(jobs) == 2


def test_a_dossier_is_refused_withdrawn_or_stopped(home: Path) -> None:
    first, second, third = (registered(home) for _ in range(3))
    assert dossiers(home, "refuse", first, "--reason", "Sai nơi nộp").only["status"] == "not_accepted"
    assert dossiers(home, "withdraw", second, "--returned", "Tất cả").only["status"] == "withdrawn"
    without = dossiers(home, "stop", third, "--reason", "Không bổ sung")
    assert (without.code, without.only["field"]) == (2, "basis")
    assert dossiers(home, "stop", third, "--reason", "Không bổ sung", "--basis", "Điều 19").only["status"] == "stopped"


def test_an_apology_is_listed_proposed_and_approved(home: Path, code: str, own_passwords: dict[str, str]) -> None:
    (due,) = dossiers(home, "apologise", "--list", now="2026-11-26T09:00").lines
    assert (due["code"], due["proposed"], due["late_notice"]) == (code, False, False)
    officer = {"DESK_PASSWORD": own_passwords["officer"]}
    proposing = ("apologise", code, "--propose", "--due", "2026-12-02", "--reason", "Xác minh", "--as", "officer")
    proposed = dossiers(home, *proposing, now="2026-11-26T09:00", **officer).only
    assert proposed["life"]["proposal"]["due_at"] == "2026-12-02T17:00:00+07:00"
    assert proposed["due_at"] == "2026-11-27T17:00:00+07:00"
    assert dossiers(home, "apologise", code, "--as", "officer", now="2026-11-26T10:00", **officer).code == 3
    leader = {"DESK_PASSWORD": own_passwords["leader"]}
    said = dossiers(home, "apologise", code, "--as", "leader", now="2026-11-26T10:00", **leader).only
    assert said["due_at"] == "2026-12-02T17:00:00+07:00"
    assert (said["life"]["apology"]["number"], said["life"]["apology"]["late_notice"]) == ("01/PXL", False)
    assert dossiers(home, "apologise", "--list", now="2026-11-26T11:00").lines == []


def test_a_payment_is_asked_for_and_recorded(home: Path, code: str) -> None:
    asking = ("ask-payment", code, "--amount", "20000", "--for", "Lệ phí", "--until", "2026-12-15")
    assert dossiers(home, *asking).only["status"] == "payment_requested"
    paid = dossiers(home, "paid", code, "--receipt", "BL 0012", now="2026-11-26T09:00").only
    assert (paid["status"], paid["due_at"]) == ("in_process", "2026-12-01T11:30:00+07:00")
    assert paid["life"]["payment"]["receipt_number"] == "BL 0012"


def test_the_folder_goes_from_agency_to_agency(home: Path) -> None:
    code = registered(home, "2.000986")
    first = dossiers(home, "pass-on", code, "--taken-by", "Lê Thị Thử").only["legs"][0]
    assert (first["received_at"], first["mark"]) == ("2026-11-25T09:00:00+07:00", "")
    done = dossiers(home, "step", code, "--done", now="2026-11-25T15:00").only["legs"][0]
    assert done["mark"] == "early"
    waits = dossiers(home, "pass-on", code, "--to", "Công an")
    assert (waits.code, waits.only["error"]) == (2, "dossiers.leg_must_wait")


def test_dossiers_go_to_a_colleague_and_to_a_substitute(home: Path, code: str) -> None:
    assert dossiers(home, "reassign", code, "--to", "officer", "--reason", "Nghỉ ốm").only["holder"] == (
        "Người Thử Officer"
    )
    preview = dossiers(home, "substitute", "--absent", "officer", "--dry-run").lines
    assert [each["code"] for each in preview] == [code]
    going = ("--to", "leader", "--until", "2026-12-04", "--reason", "Nghỉ ốm")
    assert [each["code"] for each in dossiers(home, "substitute", "--absent", "officer", *going).lines] == [code]
    assert dossiers(home, "show", code).only["holder"] == "Người Thử Leader"
    assert len(dossiers(home, "substitute", "--absent", "officer", "--back").lines) == 1
    assert dossiers(home, "show", code).only["holder"] == "Người Thử Officer"
    assert dossiers(home, "substitute", "--absent", "nobody", "--dry-run").code == 4


def test_a_substitute_who_is_not_named_is_asked_for_by_the_option(home: Path) -> None:
    for given, missing in (
        ((), "--to và --until"),
        (("--to", "leader"), "--until"),
        (("--until", "2026-12-01"), "--to"),
    ):
        ran = dossiers(home, "substitute", "--absent", "officer", *given)
        assert (ran.code, ran.only["error"], ran.only["message"]) == (2, "cli.usage", f"Chưa ghi {missing}.")


def test_every_paper_of_a_life_goes_to_a_file(home: Path, code: str, tmp_path: Path) -> None:
    dossiers(home, "supplement", code, *ASK)
    dossiers(home, "supplied", code, now="2026-11-25T10:00")
    dossiers(home, "ask-payment", code, "--amount", "1", "--for", "x", "--until", "2026-12-15", now="2026-11-25T11:00")
    dossiers(home, "paid", code, "--receipt", "1", now="2026-11-25T13:00")
    dossiers(home, "pass-on", code, now="2026-11-25T14:00")
    dossiers(home, "reassign", code, "--to", "leader", "--reason", "x", now="2026-11-25T14:10")
    dossiers(home, "apologise", code, "--due", "2026-12-08", "--reason", "x", now="2026-11-25T14:20")
    dossiers(home, "stop", code, "--reason", "x", "--basis", "y", now="2026-11-25T14:30")
    for kind in ("receipt", "supplement", "payment", "transfer", "officers", "apology", "stop", "control"):
        for suffix in ("png", "pdf", "bin"):
            ran = desk("paper", kind, code, "--to", tmp_path / f"{kind}.{suffix}", "--home", home, "--json")
            assert (ran.code, ran.only["kind"], ran.only["code"]) == (0, kind, code), ran.err
    absent = desk("paper", "refusal", code, "--to", tmp_path / "x.pdf", "--home", home, "--json")
    assert (absent.code, absent.only["error"]) == (4, "dossiers.no_such_paper")


def test_the_receipt_asked_for_after_an_apology_bears_the_new_date(home: Path, code: str, tmp_path: Path) -> None:
    file = tmp_path / "slip.png"
    desk("paper", "receipt", code, "--to", file, "--home", home, "--json")
    before = file.read_bytes()
    dossiers(home, "apologise", code, "--due", "2026-12-08", "--reason", "Xác minh")
    desk("paper", "receipt", code, "--to", file, "--home", home, "--json")
    assert file.read_bytes() != before
    with Image.open(file) as picture:
        scanned = zxingcpp.read_barcodes(picture.convert("L"))
    assert [each.text.startswith(code) for each in scanned] == [True]


def test_the_control_sheet_is_queued(home: Path, code: str) -> None:
    assert dossiers(home, "control-sheet", code).only["status"] == "accepted"
    titles = [job["title"] for job in desk("queue", "list", "--home", home, "--json").lines]
    assert "Phiếu kiểm soát quá trình giải quyết hồ sơ" in titles


def test_a_day_off_cannot_be_promised(home: Path, code: str) -> None:
    ran = dossiers(home, "apologise", code, "--due", "2026-12-05", "--reason", "Xác minh")
    assert (ran.code, ran.only["field"]) == (2, "due_at")
    assert "07/12/2026" in ran.only["hint"]
