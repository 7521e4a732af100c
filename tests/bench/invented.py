"""Invented people in the proportions of real name lists: a few family names carry most of the people."""

import random
from dataclasses import dataclass

from desk_app.dossiers.person import Person

_FAMILIES = (
    ("Nguyễn",) * 38
    + ("Trần",) * 11
    + ("Lê",) * 10
    + ("Phạm",) * 7
    + ("Huỳnh",) * 5
    + (
        "Võ",
        "Đặng",
        "Bùi",
        "Đỗ",
        "Hồ",
        "Ngô",
        "Dương",
        "Lý",
        "Trương",
        "Đinh",
        "Mai",
        "Cao",
        "Lâm",
        "Phùng",
        "Quách",
        "Thạch",
        "Danh",
        "Kim",
    )
)
_MIDDLES = (
    "Thị",
    "Văn",
    "Thị Ngọc",
    "Hữu",
    "Minh",
    "Thị Kim",
    "Quốc",
    "Thanh",
    "Đức",
    "Thị Mỹ",
    "Hoàng",
    "Công",
    "Thị Thu",
)
_GIVEN = (
    "An",
    "Bình",
    "Châu",
    "Dung",
    "Đạt",
    "Giang",
    "Hạnh",
    "Hiếu",
    "Hòa",
    "Hương",
    "Khánh",
    "Kiều",
    "Lan",
    "Linh",
    "Lựu",
    "Mẫn",
    "Nga",
    "Ngân",
    "Nhung",
    "Oanh",
    "Phúc",
    "Phượng",
    "Quân",
    "Quyên",
    "Sang",
    "Tâm",
    "Thảo",
    "Thủy",
    "Tiến",
    "Trinh",
    "Tuấn",
    "Tuyền",
    "Uyên",
    "Vân",
    "Vinh",
    "Xuân",
    "Yến",
)


@dataclass(frozen=True)
class Crowd:
    """As many invented people as asked for, the same ones for the same seed."""

    size: int
    seed: int = 1

    def people(self) -> list[Person]:
        """Return the people."""
        chance = random.Random(self.seed)
        return [_person(chance) for _ in range(self.size)]


def _person(chance: random.Random) -> Person:
    name = f"{chance.choice(_FAMILIES)} {chance.choice(_MIDDLES)} {chance.choice(_GIVEN)}"
    return Person(
        name=name,
        id_number=f"093{chance.choice('01')}{chance.randrange(100):02d}{chance.randrange(10**6):06d}",
        birth_on=f"{chance.randrange(1940, 2008)}",
        phone=f"09{chance.randrange(10**8):08d}",
        address=f"Ấp {chance.randrange(1, 9)}, xã Hòa Mẫu",
    )
