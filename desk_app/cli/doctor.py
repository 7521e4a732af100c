"""``desk doctor``: what a help desk asks first."""

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.doctor.examine import Examined, examine, unopened
from desk_app.kernel.errors import Damaged

_MARKS = {"good": "tốt  ", "warning": "LƯU Ý", "bad": "GẤP  "}


@command("doctor", "Khám máy: dữ liệu, sao lưu, ổ đĩa, máy in, đồng hồ … Không có thông tin cá nhân, gửi đi được.")
@click.option("--full", is_flag=True, help="Đọc hết sổ nhật ký, dựng thử mọi bảng; việc ghi phải chờ trong lúc ấy.")
@asks
def doctor(asked: Asked, full: bool) -> int:
    """Say how this desk stands; 8 when stored data are damaged."""
    result = _examined(asked, full=full)
    lines = [f"{_MARKS[row.state]}  {row.words}" + (f"\n       {row.hint}" if row.hint else "") for row in result.rows]
    answer(asked, result, "\n".join(lines))
    return Damaged.exit_code if result.damaged else 0


def _examined(asked: Asked, *, full: bool) -> Examined:
    try:
        with acting(asked) as act:
            return examine(act.desk, by=act.by, full=full)
    except Damaged as error:
        # Whoever cannot open the data cannot sign in either; that they do not open is all that is told.
        return unopened(error)
