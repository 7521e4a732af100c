from pathlib import Path

from tests.cli.command_line import MORNING, Ran, desk


def exchange(home: Path, *arguments: str | Path) -> Ran:
    return desk("exchange", *arguments, "--home", home, "--json", "--now", MORNING)


def test_a_folder_is_chosen_looked_at_and_left(home: Path, tmp_path: Path) -> None:
    shared = tmp_path / "chung"
    shared.mkdir()
    assert exchange(home, "use", shared).only == {"folder": str(shared), "peers": 0, "troubles": []}
    assert exchange(home, "look").only == {"given": 0, "taken": 0, "troubles": []}
    assert [each.is_dir() for each in shared.iterdir()] == [True]
    assert exchange(home, "status").only["folder"] == str(shared)
    shared.rename(tmp_path / "mất")
    gone = exchange(home, "look")
    assert (gone.code, gone.only["error"]) == (6, "exchange.gone")
    assert exchange(home, "off").only["folder"] == ""
    assert (exchange(home, "look").code, exchange(home, "look").only["error"]) == (4, "exchange.none")


def test_a_folder_that_is_not_there_is_refused(home: Path, tmp_path: Path) -> None:
    wrong = exchange(home, "use", tmp_path / "không có")
    assert (wrong.code, wrong.only["error"]) == (2, "input.folder")
