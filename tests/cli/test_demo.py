"""The demonstration: an invented office whose last days are filled by the same commands that officers use."""

from pathlib import Path
from random import Random

import pytest

from desk_app.demonstration.demo import demo_home
from desk_app.demonstration.fill import fill
from desk_app.demonstration.people import grown_up
from desk_app.desk import open_desk
from desk_app.dossiers.person import checked, doubts
from desk_app.kernel.errors import Refused
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import FixedTime, day, moment
from desk_app.printing.tables import list_papers
from tests.cli.command_line import desk
from tests.desks import opened

MONDAY = moment("2026-11-23T09:15")
LIVES = {
    "dossier.supplement_requested",
    "dossier.supplement_received",
    "dossier.refused",
    "dossier.withdrawn",
    "dossier.apology_approved",
    "dossier.on_the_spot_begun",
    "dossier.approved",
    "fee.paid",
    "returns.delivered",
}


@pytest.fixture(scope="module")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a demonstration home as ``desk demo`` makes it."""
    folder = tmp_path_factory.mktemp("demo") / "home"
    ran = desk("demo", "--home", folder, "--json", "--now", MONDAY.isoformat())
    assert ran.code == 0, ran.err
    counts = ran.only
    assert counts["dossiers"] > 120
    for what in ("accepted", "in_process", "settled", "handed_over", "overdue", "due_today", "linked", "late_entries"):
        assert counts[what] > 0, what
    assert ran.err.count("Mật khẩu của") == 5
    return folder


def test_every_state_is_there_and_the_data_is_sound(filled_home: Path) -> None:
    for status in ("accepted", "in_process", "settled", "handed_over"):
        assert desk("dossiers", "find", "--status", status, "--home", filled_home, "--json").lines
    assert desk("check", "--deep", "--home", filled_home, "--json").only["ok"] is True


def test_dossiers_live_every_kind_of_life(filled_home: Path) -> None:
    kinds = {each["kind"] for each in desk("journal", "list", "--limit", "5000", "--home", filled_home, "--json").lines}
    assert LIVES - kinds == set()


def test_what_people_were_advised_on_became_dossiers(filled_home: Path) -> None:
    asked = ("--from", "2026-11-01", "--to", "2026-11-23", "--home", filled_home, "--json")
    figures = desk("guidance", "figures", *asked).only
    assert figures["led_to_dossier"] > 3
    assert figures["given"] > figures["led_to_dossier"]


def test_dossiers_lie_spread_over_working_days(filled_home: Path) -> None:
    found = desk("dossiers", "find", "--limit", "1000", "--home", filled_home, "--json").lines
    days = {day(each["received_at"][:10]) for each in found}
    assert len(days) > 35
    assert not any(each.weekday() > 4 for each in days)
    assert max(days) == MONDAY.date()


def test_a_receipt_bears_the_day_on_which_its_dossier_came(filled_home: Path) -> None:
    office = open_desk(Home(filled_home), time=FixedTime(MONDAY))
    db = office.journal.reading()
    for dossier, received_at in db.execute("SELECT id, received_at FROM dossiers").fetchall():
        for paper in list_papers(db, dossier)[:1]:
            assert paper.issued_at.date() >= moment(received_at).date()
            assert (paper.issued_at - moment(received_at)).days < 3
    office.close()


def test_only_the_last_day_s_papers_wait(filled_home: Path) -> None:
    jobs = desk("queue", "list", "--limit", "1000", "--home", filled_home, "--json").lines
    waiting = [job for job in jobs if job["state"] == "waiting"]
    assert waiting
    assert {job["created_at"][:10] for job in waiting} == {"2026-11-23"}
    assert {job["state"] for job in jobs} == {"waiting", "cancelled"}


def test_results_by_post_stand_everywhere_a_parcel_can(filled_home: Path) -> None:
    at_home = ("--home", filled_home, "--json", "--now", MONDAY.isoformat())
    out = desk("returns", "list", *at_home).lines
    assert {"packed", "posted", "at_desk"} <= {each["where"] for each in out}
    assert {each["is_late"] for each in out if each["where"] == "posted"} == {True, False}
    assert any(each["together"] for each in out)
    waiting = [each for each in desk("returns", "list", "--waiting", *at_home).lines if each["way"] == "post"]
    addresses = [each["address"] for each in waiting]
    assert len(addresses) > len(set(addresses)) > 1
    period = ("--from", "2026-10-01", "--to", "2026-11-23")
    figures = desk("returns", "figures", *period, *at_home).only
    assert figures["delivered_post"] > 3
    assert figures["postage"] > 100_000


def test_the_drawers_of_past_days_are_closed(filled_home: Path) -> None:
    at_home = ("--home", filled_home, "--json", "--now", MONDAY.isoformat())
    friday = desk("fees", "day", "--date", "2026-11-20", *at_home).only
    assert friday["cash_days"] == friday["closed_days"] > 0
    assert friday["difference"] == 0


def test_an_existing_rehearsal_is_filled_too_and_every_dossier_is_counted(home: Path) -> None:
    ran = desk("demo", "--days", "7", "--home", home, "--json", "--now", MONDAY.isoformat())
    assert ran.only["dossiers"] > 5
    assert "Mật khẩu" not in ran.err
    found = desk("dossiers", "find", "--limit", "1000", "--home", home, "--json", "--now", MONDAY.isoformat()).lines
    assert ran.only["dossiers"] == len(found)
    assert desk("journal", "verify", "--home", home, "--json").only["ok"] is True


def test_a_filled_home_is_not_filled_again_and_nothing_is_written(filled_home: Path) -> None:
    def entries() -> int:
        return int(desk("journal", "verify", "--home", filled_home, "--json").only["entries"])

    before = entries()
    ran = desk("demo", "--days", "3", "--home", filled_home, "--json", "--now", MONDAY.isoformat())
    assert (ran.code, ran.only["error"]) == (5, "demo.filled")
    assert "thư mục khác" in ran.only["hint"]
    assert entries() == before


def test_equal_seeds_give_equal_offices(tmp_path: Path) -> None:
    def office(folder: Path, seed: int) -> list[tuple[str, ...]]:
        demo = demo_home(folder, time=FixedTime(MONDAY), days=6, seed=seed)
        found = desk("dossiers", "find", "--home", demo.home.folder, "--json", "--now", MONDAY.isoformat()).lines
        return [(each["code"], each["name"], each["status"], each["due_at"]) for each in found]

    first = office(tmp_path / "a", 7)
    assert first == office(tmp_path / "b", 7)
    assert first != office(tmp_path / "c", 8)


def test_those_who_work_there_can_sign_in(tmp_path: Path) -> None:
    demo = demo_home(tmp_path / "home", time=FixedTime(MONDAY), days=1)
    people = [(demo.login, demo.password), *((each.login, each.password) for each in demo.others)]
    for login, password in people:
        ran = desk("dossiers", "find", "--home", demo.home.folder, "--as", login, "--json", DESK_PASSWORD=password)
        assert ran.code == (3 if login == "thao" else 0), ran.err


def test_a_real_home_is_never_filled(real_home: Path) -> None:
    password = "lúa-chín-vàng-đồng"
    ran = desk("demo", "--home", real_home, "--json", DESK_PASSWORD=password)
    assert (ran.code, ran.only["error"]) == (2, "demo.real")
    real = open_desk(Home(real_home), time=FixedTime(MONDAY), password=password)
    with pytest.raises(Refused):
        fill(real)
    real.close()


def test_filling_leaves_the_clock_where_it_was(home: Path) -> None:
    made = opened(home, at=MONDAY)
    fill(made, days=3)
    assert made.time.now() == MONDAY
    made.close()


def test_invented_people_are_plausible_and_nobody() -> None:
    rng = Random(3)
    for _ in range(300):
        person = grown_up(rng, MONDAY.date())
        assert checked(person, field="applicant", today=MONDAY.date()) == person
        assert doubts(person) == ()
        assert person.id_number.startswith("099")


@pytest.mark.parametrize("at", ["2026-11-23T00:00", "2026-11-23T00:03", "2026-11-23T00:41"])
def test_people_wait_also_where_the_day_has_only_begun(at: str, tmp_path: Path) -> None:
    ran = desk("demo", "--home", tmp_path / "home", "--days", "3", "--json", "--now", at)
    assert ran.code == 0, ran.err
    waiting = desk("tickets", "list", "--home", tmp_path / "home", "--json", "--now", at)
    assert waiting.code == 0, waiting.err
    assert len(waiting.lines) == 8
