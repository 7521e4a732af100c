import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.kernel import fault_log

SECRET = "Đặng Thị Ánh 001088012345"


@pytest.fixture(autouse=True)
def _own_log_only() -> Iterator[None]:
    own = logging.getLogger("desk")
    kept, propagated, level = tuple(own.handlers), own.propagate, own.level
    yield
    for handler in tuple(own.handlers):
        if handler not in kept:
            own.removeHandler(handler)
            handler.close()
    own.propagate = propagated
    own.setLevel(level)


def break_down() -> None:
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        raise ValueError(f"no such citizen: {SECRET}") from error


def logged(tmp_path: Path) -> str:
    fault_log.write_to(tmp_path / "desk.log")
    try:
        break_down()
    except ValueError as error:
        fault_log.fault("tests.register", error)
    return (tmp_path / "desk.log").read_text(encoding="utf-8")


def test_a_fault_is_logged_by_its_kind_and_its_place(tmp_path: Path) -> None:
    line = logged(tmp_path)
    assert line.count("\n") == 1
    assert "tests.register: ValueError at test_fault_log.py:" in line
    assert "break_down < test_fault_log.py:" in line


def test_no_message_of_an_exception_gets_into_the_log(tmp_path: Path) -> None:
    line = logged(tmp_path)
    assert "no such citizen" not in line
    assert not any(part in line for part in SECRET.split())


def test_a_second_home_s_log_takes_over_and_the_first_is_let_go(tmp_path: Path) -> None:
    fault_log.write_to(tmp_path / "first.log")
    first = logging.getLogger("desk").handlers[-1]
    logged(tmp_path)
    assert first not in logging.getLogger("desk").handlers
    assert not (tmp_path / "first.log").exists()


def test_faults_are_not_told_to_other_logs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logged(tmp_path)
    assert "ValueError" not in capsys.readouterr().err


def test_the_log_never_grows_past_four_megabytes(tmp_path: Path) -> None:
    fault_log.write_to(tmp_path / "desk.log")
    for _ in range(600):
        fault_log.fault("x" * 10_000, ValueError())
    sizes = [file.stat().st_size for file in tmp_path.iterdir()]
    assert len(sizes) == 4
    assert max(sizes) <= 1_000_000
