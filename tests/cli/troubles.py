"""Commands in which something goes wrong that nobody foresaw."""

import signal

from desk_app.cli.acting import open_home
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command


@command("interrupted", "Bị ngắt giữa chừng.")
def interrupted() -> None:
    signal.raise_signal(signal.SIGINT)


@command("broken", "Có lỗi.")
@asks
def broken(asked: Asked) -> None:
    with open_home(asked):
        raise ZeroDivisionError("Nguyễn Văn Mẫu")


@command("unreadable", "Không đọc được tệp.")
def unreadable() -> None:
    raise PermissionError(13, "Permission denied", "giay-hen.pdf")
