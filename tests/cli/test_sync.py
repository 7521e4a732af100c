"""Sending and taking by file on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import MORNING, Ran, desk, line
from tests.desks import rehearsal_desk
from tests.small_disks import lock_disk, small_disk_at


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    with rehearsal_desk(tmp_path / "hub", desk_number=0):
        return tmp_path / "hub"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def sync(home: Path, *arguments: str | Path, stdin: str = "") -> Ran:
    return desk("sync", *arguments, "--home", home, "--json", "--now", MORNING, stdin=stdin)


def only(home: Path, *arguments: str | Path, stdin: str = "") -> dict[str, Any]:
    ran = sync(home, *arguments, stdin=stdin)
    assert ran.code == 0, ran.err
    return ran.only


def enrolled(home: Path, hub: Path, stick: Path) -> None:
    asked = only(home, "request", "--to", stick, "--name", "Quầy nhà văn hóa")
    granted = only(hub, "grant", asked["file"], "--to", stick, "--fingerprint", asked["fingerprint"])
    given = only(home, "accept", granted["file"])
    accepted = only(home, "accept", granted["file"], "--fingerprint", given["fingerprint"])
    assert (given["accepted"], accepted["accepted"]) == (False, True)


def registered(home: Path, name: str = "Nguyễn Văn Mẫu") -> None:
    assert desk("dossiers", "register", "--home", home, "--now", MORNING, stdin=line(name)).code == 0


def test_from_enrolment_to_acknowledgement_by_commands_alone(home: Path, hub: Path, stick: Path) -> None:
    enrolled(home, hub, stick)
    registered(home)
    made = only(home, "export", "--to", stick)
    assert made["verified"] is True
    assert made["kinds"]["dossier.registered"] == 1
    shown = only(hub, "show", made["file"])
    assert shown["kinds"] == made["kinds"]
    seen = only(hub, "import", made["file"], "--dry-run")
    assert (seen["dry_run"], seen["verdict"], seen["new_dossiers"], seen["new_findings"]) == (True, "taken", 1, 0)
    taken = only(hub, "import", made["file"])
    first, last = made["desks"][0]["first"], made["desks"][0]["last"]
    assert taken["verdicts"] == [{"desk": shown["desk"], "epoch": 1, "first": first, "last": last, "verdict": "taken"}]
    assert only(hub, "import", made["file"])["verdict"] == "known"
    answered = only(hub, "acknowledge", shown["desk"], "--to", stick)
    told = only(home, "import", answered["file"])
    assert (told["number"], told["own_seq"], told["waiting"]) == (1, last, 0)
    again = sync(home, "export", "--to", stick)
    assert (again.code, again.only["error"]) == (2, "sync.nothing_new")
    status = only(home, "status")
    assert (status["peers"][0]["waiting"], status["days_since_acknowledged"], status["warn"]) == (0, 0, False)


def test_a_rejected_bundle_is_seven_and_the_others_are_taken_all_the_same(home: Path, hub: Path, stick: Path) -> None:
    enrolled(home, hub, stick)
    registered(home)
    made = Path(only(home, "export", "--to", stick)["file"])
    broken = stick / "hỏng.tar"
    raw = bytearray(made.read_bytes())
    raw[600] ^= 1
    broken.write_bytes(raw)
    ran = sync(hub, "import", broken, made)
    assert ran.code == 7
    assert ran.lines[0]["error"] == "sync.cover_changed"
    assert ran.lines[0]["key"] == str(broken)
    assert ran.lines[1]["verdict"] == "taken"
    assert "chữ ký" in ran.err
    assert sync(hub, "show", broken).code == 7
    assert only(hub, "status")["alarms"][0]["kind"] == "sync.cover_changed"


def test_wrong_groups_are_refused_and_without_groups_a_file_is_only_shown(home: Path, hub: Path, stick: Path) -> None:
    asked = only(home, "request", "--to", stick)
    shown = only(hub, "grant", asked["file"])
    assert (shown["granted"], shown["fingerprint"]) == (False, asked["fingerprint"])
    wrong = sync(hub, "grant", asked["file"], "--to", stick, "--fingerprint", "lúa-0001")
    assert (wrong.code, wrong.only["error"]) == (2, "sync.fingerprint")
    assert only(hub, "status")["peers"] == []


def test_a_desk_is_taken_out(home: Path, hub: Path, stick: Path) -> None:
    enrolled(home, hub, stick)
    registered(home)
    made = only(home, "export", "--to", stick)
    own = only(home, "keys", "show")["desk"]
    assert only(hub, "revoke", own, "--reason", "mất máy")["desk"] == own
    ran = sync(hub, "import", made["file"])
    assert (ran.code, ran.only["error"]) == (7, "sync.revoked_key")
    assert sync(hub, "revoke", "khong-co", "--reason", "thử").code == 4


def test_keys_are_shown_and_rotated(home: Path) -> None:
    first = only(home, "keys", "show")
    assert first["allowed_signers"] == f"{first['desk']} {first['sign']}"
    second = only(home, "keys", "rotate")
    assert (first["generation"], second["generation"]) == (1, 2)
    assert first["sign"] != second["sign"]


def test_the_recovery_key_goes_to_paper_and_is_checked_from_it(home: Path, tmp_path: Path, pdf_text: "Any") -> None:
    paper = tmp_path / "khoa.pdf"
    made = only(home, "recovery", "make", "--to", paper)
    assert made["named"] is True
    words = pdf_text(paper)
    groups = [each for each in words.split() if each[-5:-4] == "-" and each[-4:].isdigit()]
    assert only(home, "recovery", "check", stdin=" ".join(groups[:14]))["fingerprint"] == made["fingerprint"]
    wrong = sync(home, "recovery", "check", stdin="lúa-0001")
    assert (wrong.code, wrong.only["field"]) == (2, "words")
    assert sync(home, "recovery", "make", "--to", paper).code == 5
    here = sync(home, "recovery", "restore", stdin=" ".join(groups[:14]))
    assert (here.code, here.only["error"]) == (2, "sync.keys_here")


def test_data_whose_key_is_lost_open_again_with_the_paper_and_a_file_from_the_hub(
    home: Path, hub: Path, stick: Path, tmp_path: Path, pdf_text: "Any"
) -> None:
    enrolled(home, hub, stick)
    paper = tmp_path / "khoa.pdf"
    only(home, "recovery", "make", "--to", paper)
    words = " ".join(each for each in pdf_text(paper).split() if each[-5:-4] == "-" and each[-4:].isdigit())
    words = " ".join(words.split()[:14])
    assert only(home, "recovery", "check", stdin=words)["opens"] is True
    own = only(home, "keys", "show")["desk"]
    only(hub, "import", only(home, "export", "--to", stick)["file"])
    for name in ("desk.key", "desk.recovery"):
        (home / name).unlink()
    assert sync(home, "status").code == 8
    assert sync(home, "recovery", "use", stdin=words).code == 4
    only(hub, "recovery", "file", own, "--to", stick)
    assert only(home, "recovery", "use", "--file", stick / "desk.recovery", stdin=words)["desk"] == own
    shown = only(home, "status")
    assert [each["kind"] for each in shown["alarms"]] == ["recovery"]
    assert only(hub, "recovery", "receipts", own, stdin=words)["keys"] == 2


@pytest.fixture
def pdf_text() -> "Any":
    import shutil
    import subprocess

    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")

    def text(file: Path) -> str:
        return subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout

    return text


def test_the_evening_prints_a_slip(home: Path, hub: Path, stick: Path) -> None:
    enrolled(home, hub, stick)
    made = only(home, "export", "--to", stick, "--slip")
    assert made["slip"].startswith("sync-bundle:")
    queued = desk("queue", "list", "--home", home, "--json").lines
    assert "Phiếu gửi dữ liệu cuối ngày" in json.dumps(queued, ensure_ascii=False)
    mixed = sync(home, "export", "--to", stick, "--slip", "--whole")
    assert (mixed.code, mixed.only["error"]) == (2, "input.slip")


def test_people_read_what_happened_in_vietnamese(home: Path, hub: Path, stick: Path) -> None:
    def words(at: Path, *arguments: str | Path) -> str:
        return desk("sync", *arguments, "--home", at, "--now", MORNING).out

    assert "Chưa ghi danh" in words(home, "status")
    enrolled(home, hub, stick)
    registered(home)
    said = words(home, "export", "--to", stick)
    assert "Rút thẻ nhớ được rồi" in said
    file = next(stick.glob("goi-*.tar"))
    assert "Gói bút toán" in words(hub, "show", file)
    assert "Nếu nhận gói của Quầy nhà văn hóa" in words(hub, "import", file, "--dry-run")
    assert "Hồ sơ mới: 1" in words(hub, "import", file)
    assert "bút toán chờ báo nhận" in words(home, "status")
    own = only(home, "keys", "show")["desk"]
    words(hub, "acknowledge", own, "--to", stick)
    acknowledgement = next(stick.glob("bao-nhan-*"))
    assert "Báo nhận số 1" in words(home, "import", acknowledgement)
    assert "đã có từ trước" in words(home, "import", acknowledgement)
    again = sync(home, "import", acknowledgement)
    assert (again.code, again.only["verdict"]) == (0, "known")


def hub_import(hub: Path, *arguments: str | Path) -> Ran:
    return desk("hub", "import", *arguments, "--home", hub, "--json", "--now", MORNING)


def test_an_inbox_is_answered_in_its_own_folder_and_every_file_says_where(home: Path, hub: Path, stick: Path) -> None:
    enrolled(home, hub, stick)
    registered(home)
    made = Path(only(home, "export", "--to", stick)["file"])
    assert hub_import(hub, stick, "--dry-run").code == 0
    assert list(stick.glob("bao-nhan-*")) == []
    ran = hub_import(hub, stick)
    assert ran.code == 0, ran.err
    (told,) = [each for each in ran.lines if each["file"] == made.name]
    (written,) = stick.glob("bao-nhan-*")
    assert told["answer"] == str(written)
    assert only(home, "import", written)["waiting"] == 0


def test_answers_go_where_they_are_wanted_and_nothing_is_taken_without_that_place(
    home: Path, hub: Path, stick: Path, tmp_path: Path
) -> None:
    enrolled(home, hub, stick)
    registered(home)
    made = Path(only(home, "export", "--to", stick)["file"])
    refused = hub_import(hub, stick, "--answers", tmp_path / "chưa cắm")
    assert (refused.code, refused.only["message"]) == (6, f"Không thấy «{tmp_path / 'chưa cắm'}».")
    (tmp_path / "trả lời").mkdir()
    lines = hub_import(hub, stick, "--answers", tmp_path / "trả lời").lines
    (told,) = [each for each in lines if each["file"] == made.name]
    assert told["imported"]["taken"] > 0
    assert Path(told["answer"]).parent == tmp_path / "trả lời"
    assert list(stick.glob("bao-nhan-*")) == []


def test_an_inbox_that_cannot_be_written_to_is_taken_without_answers(home: Path, hub: Path, tmp_path: Path) -> None:
    with small_disk_at(tmp_path / "locked", megabytes=4) as stick:
        enrolled(home, hub, stick)
        only(home, "export", "--to", stick)
        lock_disk(stick)
        ran = hub_import(hub, stick)
        assert ran.code == 0, ran.err
        assert "--answers" in ran.err
        assert {each["answer"] for each in ran.lines} == {""}


def test_no_file_and_a_missing_file(home: Path, tmp_path: Path) -> None:
    assert sync(home, "import").only["error"] == "input.files"
    missing = sync(home, "import", tmp_path / "khong-co.tar")
    assert (missing.code, missing.only["error"]) == (6, "sync.no_place")
    assert sync(home, "import", "--parked").code == 0


def test_the_hub_makes_reports_under_its_own_name_too(hub: Path) -> None:
    period = ("--from", "2026-11-01", "--to", "2026-11-30", "--home", hub, "--json", "--now", MORNING)
    mine, plain = desk("hub", "report", "06", *period), desk("report", "06", *period)
    assert (mine.code, mine.only["definition"]) == (0, "06")
    assert mine.only["tables"] == plain.only["tables"]


def test_an_alarm_about_a_file_nobody_is_known_to_have_written_names_no_desk(
    home: Path, hub: Path, stick: Path
) -> None:
    enrolled(home, hub, stick)
    made = Path(only(home, "export", "--to", stick)["file"])
    bytes_ = bytearray(made.read_bytes())
    bytes_[len(bytes_) // 2] ^= 1
    (stick / "hong.tar").write_bytes(bytes_)
    assert sync(hub, "import", stick / "hong.tar").code == 7
    found = desk("check", "--home", hub, "--json", "--now", MORNING).only["findings"]
    alarms = [each["words"] for each in found if each["kind"] == "alarm"]
    assert len(alarms) == 1
    assert "hong.tar" in alarms[0]
    assert not alarms[0].endswith("()")


def test_a_desk_that_replaces_a_lost_one_gets_its_dossiers_back_with_the_grant(
    home: Path, hub: Path, stick: Path, tmp_path: Path
) -> None:
    enrolled(home, hub, stick)
    registered(home)
    only(hub, "import", only(home, "export", "--to", stick)["file"])
    lost = only(home, "keys", "show")["desk"]
    with rehearsal_desk(tmp_path / "new", desk_number=3):
        new = tmp_path / "new"
    asked = only(new, "request", "--to", stick)
    how = (asked["file"], "--to", stick, "--fingerprint", asked["fingerprint"], "--replaces", lost[:30])
    granted = only(hub, "grant", *how)
    assert granted["history"] > 0
    given = only(new, "accept", granted["file"])
    assert given["replaces"] == lost
    accepted = only(new, "accept", granted["file"], "--fingerprint", given["fingerprint"])
    assert accepted["history"] > 0
    assert len(desk("find", "mẫu", "--home", new, "--json", "--now", MORNING).lines) == 1
    again = only(hub, "history", asked["desk"], "--to", stick)
    assert only(new, "import", again["file"])["taken"] == 0
