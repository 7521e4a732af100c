"""The journal, its verification and the check of the data on the command line."""

from pathlib import Path

from desk_app.kernel.paths import Home
from desk_app.storage.engine import open_database
from desk_app.storage.key_store import kept_key
from tests.cli.command_line import MORNING, desk, line


def tampered(home: Path, statement: str) -> None:
    """Change the stored data behind the program's back."""
    key = kept_key(place="file", file=Home(home).key, name="")
    db = open_database(Home(home).database, key)
    db.execute("DROP TRIGGER entries_no_update")
    db.execute(statement)
    db.close()


def test_entries_are_listed_newest_first(home: Path) -> None:
    code = desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=line()).only["code"]
    newest, *_ = entries = desk("journal", "list", "--limit", "5", "--home", home, "--json").lines
    assert len(entries) == 5
    assert newest["kind"] == "paper.issued"
    assert [int(each["name"].split("/")[2]) for each in entries] == sorted(
        (int(each["name"].split("/")[2]) for each in entries), reverse=True
    )
    of_dossier = desk("journal", "list", "--subject", code, "--home", home, "--json").only
    assert of_dossier["kind"] == "dossier.registered"
    assert of_dossier["body"]["applicant"]["name"] == "Nguyễn Văn Mẫu"
    assert desk("journal", "list", "--subject", of_dossier["subject"], "--home", home, "--json").only == of_dossier


def test_a_sound_journal_is_verified(home: Path) -> None:
    verdict = desk("journal", "verify", "--home", home, "--json")
    assert verdict.code == 0
    assert verdict.only["ok"] is True
    assert verdict.only["breaks"] == []
    assert verdict.only["entries"] > 0


def test_a_changed_entry_is_named_and_damage_is_8(home: Path) -> None:
    desk("dossiers", "register", "--home", home, "--json", stdin=line())
    body = "CAST(replace(CAST(body AS TEXT), 'Mẫu', 'Máu') AS BLOB)"
    tampered(home, f"UPDATE entries SET body = {body} WHERE kind = 'dossier.registered'")
    verdict = desk("journal", "verify", "--home", home, "--json")
    assert verdict.code == 8
    assert verdict.only["ok"] is False
    assert len(verdict.only["breaks"]) == 1
    checked = desk("check", "--home", home, "--json")
    assert checked.code == 8
    assert [each["kind"] for each in checked.only["findings"] if each["kind"] == "chain"] == ["chain"]


def test_a_table_that_strayed_is_found_by_a_deep_check_and_folded_again(home: Path) -> None:
    desk("dossiers", "register", "--home", home, "--json", stdin=line())
    tampered(home, "UPDATE dossiers SET name = 'Ai đó khác'")
    assert desk("check", "--home", home, "--json").code == 0
    for _ in range(2):
        deep = desk("check", "--deep", "--home", home, "--json")
        assert deep.code == 8
        assert "Bảng «dossiers» lệch với sổ nhật ký." in [each["words"] for each in deep.only["findings"]]
    assert desk("journal", "refold", "--home", home, "--json").only == {"repaired": ["dossiers"]}
    assert desk("check", "--deep", "--home", home, "--json").code == 0
    assert desk("dossiers", "find", "nguyen van mau", "--home", home, "--json").only["name"] == "Nguyễn Văn Mẫu"


def test_a_broken_database_is_damage(home: Path) -> None:
    database = Home(home).database
    database.write_bytes(bytes(len(database.read_bytes())))
    ran = desk("check", "--home", home, "--json")
    assert ran.code == 8
    assert "Traceback" not in ran.err


def test_a_missing_calendar_is_pointed_out_in_time(home: Path) -> None:
    for now, missing in (("2026-11-23T08:00", ["2027"]), ("2026-12-31T08:00", ["2027"])):
        findings = desk("check", "--home", home, "--json", "--now", now).only["findings"]
        assert [year for year in missing if any(year in each["words"] for each in findings)] == missing


def test_people_read_that_all_is_well(home: Path) -> None:
    assert "nguyên vẹn" in desk("check", "--home", home).out
    assert "nguyên vẹn" in desk("journal", "verify", "--home", home).out
    assert "vốn khớp" in desk("journal", "refold", "--home", home).out
