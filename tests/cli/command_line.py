"""The ``desk`` command as tests call it: in this process for the many, as a process of its own for the few."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from desk_app.cli.command import Group
from desk_app.cli.main import root, run

ROOT = Path(__file__).parents[2]
MORNING = "2026-11-23T08:15"
NO_VARIABLES: Mapping[str, str | None] = dict.fromkeys(("DESK_HOME", "DESK_PASSWORD", "DESK_KEY_PASSWORD", "DESK_NOW"))


@dataclass(frozen=True, kw_only=True)
class Ran:
    """How a command ended: exit code and what stood on its two streams."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Return the standard output as one JSON object a line, and nothing else."""
        found = [json.loads(line) for line in self.out.splitlines()]
        assert all(isinstance(each, dict) for each in found)
        return found

    @property
    def only(self) -> dict[str, Any]:
        """Return the one JSON object on the standard output."""
        assert len(self.lines) == 1, self.out
        return self.lines[0]


def desk(*arguments: str | Path, stdin: str | bytes = "", **variables: str) -> Ran:
    """Run ``desk`` in this process."""
    return ran_in(root, *arguments, stdin=stdin, **variables)


def ran_in(commands: Group, *arguments: str | Path, stdin: str | bytes = "", **variables: str) -> Ran:
    """Run one of ``commands`` in this process."""
    raw = stdin.encode() if isinstance(stdin, str) else stdin
    runner = CliRunner()
    with runner.isolation(input=raw, env={**NO_VARIABLES, **variables}) as (out, err, _):
        code = run([str(each) for each in arguments], commands)
        sys.stdout.flush()
        sys.stderr.flush()
        return Ran(code=code, out=out.getvalue().decode(), err=err.getvalue().decode())


def environment(**variables: str) -> dict[str, str]:
    """Return the environment of a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in NO_VARIABLES}
    return {**kept, "PYTHONPATH": str(ROOT), **variables}


def desk_process(*arguments: str | Path, stdin: bytes = b"", timeout_s: float = 60) -> Ran:
    """Run ``desk`` as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "desk_app.cli.main", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env=environment(),
        timeout=timeout_s,
        check=False,
    )
    return Ran(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())


def line(name: str = "Nguyễn Văn Mẫu", **values: Any) -> str:
    """Return one line of ``desk dossiers register`` with which nothing is wrong."""
    applicant = {"name": name, **values.pop("applicant", {})}
    plain = {"procedure": "1.001193", "applicant": applicant, "papers": ["Tờ khai", "Giấy chứng sinh"], **values}
    return json.dumps(plain, ensure_ascii=False)
