"""The card of a data folder: whose it is. No personal data and no key stands on it."""

import os

from desk_app.kernel.errors import Damaged, NotFound
from desk_app.kernel.paths import Home
from desk_app.kernel.records import Record, WireError, canonical, from_json
from desk_app.storage.key_store import KeyPlace


class HomeCard(Record):
    """Which desk this is, in which epoch of its life, and where its key is kept.

    ``epoch`` grows when the folder was restored or copied, so that a clone is told apart. A ``rehearsal`` keeps its key in a file
    and lets its clock be set. ``hub``: it is the upper level's, which reads many offices and registers nothing itself.
    """

    desk_id: str
    epoch: int
    desk_number: int
    office_code: str
    rehearsal: bool
    key: KeyPlace
    hub: bool = False


def read_card(home: Home) -> HomeCard:
    """Return the card of a data folder; raise ``NotFound`` when there is no desk, ``Damaged`` when the card is unreadable."""
    try:
        return from_json(home.card.read_bytes(), HomeCard)
    except FileNotFoundError:
        raise NotFound(
            "desk.no_home",
            f"Thư mục {home.folder} chưa có dữ liệu.",
            "Hãy khởi tạo bằng «desk init», hoặc chọn thư mục khác.",
        ) from None
    except WireError:
        raise Damaged("desk.card", f"Tệp {home.card} bị hỏng.", "Hãy chép lại tệp này từ bản sao lưu.") from None


def write_card(home: Home, card: HomeCard) -> None:
    """Write the card of a data folder, whole and on the disk before this returns."""
    part = home.card.with_name(home.card.name + ".part")
    with part.open("wb") as out:
        out.write(canonical(card) + b"\n")
        out.flush()
        os.fsync(out.fileno())
    part.replace(home.card)
