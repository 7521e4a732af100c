"""Invented people, drawn by chance that a seed repeats. Nobody can bear their numbers: no province has the code 099."""

from datetime import date, timedelta
from random import Random

from desk_app.dossiers.person import Person, Sex

HAMLETS = ("Sen Hồng", "Sen Trắng", "Rạch Lá", "Kinh Mới", "Bờ Bao", "Cầu Dừa", "Bình An")
COMMUNE = "xã Hòa Sen"

# A family name stands as often as it is common.
_FAMILIES = (
    *("Nguyễn",) * 12,
    *("Trần",) * 4,
    *("Lê",) * 3,
    *("Phạm",) * 2,
    *("Huỳnh",) * 2,
    *("Phan", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Trương", "Đinh", "Mai", "Thạch", "Châu"),
)
_MALE = ("Văn", "Hữu", "Minh", "Quốc", "Thanh", "Hoàng", "Công", "Đức", "Tấn", "Chí")
_FEMALE = ("Thị", "Thị Ngọc", "Thị Mỹ", "Thị Kim", "Thị Thu", "Ngọc", "Thị Cẩm", "Thị Bích")
_MEN = (
    *("An", "Bình", "Cường", "Dũng", "Đạt", "Hải", "Hiếu", "Hùng", "Khánh", "Lâm", "Long", "Lợi", "Nam", "Nghĩa"),
    *("Phong", "Phước", "Quang", "Sơn", "Tài", "Thắng", "Thịnh", "Tín", "Toàn", "Trung", "Tú", "Vinh"),
)
_WOMEN = (
    *("Anh", "Diễm", "Dung", "Đào", "Hạnh", "Hiền", "Hoa", "Hồng", "Hương", "Lan", "Liên", "Linh", "Loan", "Mai"),
    *("Nga", "Ngân", "Nhung", "Oanh", "Phượng", "Quyên", "Thảo", "Thúy", "Trang", "Tuyết", "Vân", "Yến"),
)
_NO_PROVINCE = "099"
_ADULT_DAYS = 18 * 366


def grown_up(rng: Random, today: date) -> Person:
    """Return an invented adult with number, address and, mostly, a telephone."""
    born = today - timedelta(days=_ADULT_DAYS + rng.randrange(60 * 365))
    sex: Sex = rng.choice(("male", "female"))
    return Person(
        name=f"{rng.choice(_FAMILIES)} {_given(rng, sex)}",
        id_number=_number(rng, sex, born),
        birth_on=born.isoformat(),
        sex=sex,
        address=_address(rng),
        phone=f"0900{rng.randrange(10**6):06d}" if rng.random() < 0.85 else "",
    )


def child_of(rng: Random, parent: Person, today: date) -> Person:
    """Return an invented baby, a few weeks old, with the parent's family name."""
    sex: Sex = rng.choice(("male", "female"))
    family = parent.name.split()[0]
    born = today - timedelta(days=rng.randrange(2, 50))
    return Person(name=f"{family} {_given(rng, sex)}", birth_on=born.isoformat(), sex=sex, address=parent.address)


def relative_of(rng: Random, person: Person) -> str:
    """Return the name of somebody of the same family."""
    return f"{person.name.split()[0]} {_given(rng, rng.choice(('male', 'female')))}"


def _given(rng: Random, sex: str) -> str:
    if sex == "male":
        return f"{rng.choice(_MALE)} {rng.choice(_MEN)}"
    return f"{rng.choice(_FEMALE)} {rng.choice(_WOMEN)}"


def _number(rng: Random, sex: str, born: date) -> str:
    """Return an identity number that agrees with sex and year of birth (Nghị định 137/2015, Điều 13)."""
    century = 2 * (born.year // 100 - 19) + (sex == "female")
    return f"{_NO_PROVINCE}{century}{born.year % 100:02d}{rng.randrange(10**6):06d}"


def _address(rng: Random) -> str:
    return f"Số {rng.randrange(1, 400)}, ấp {rng.choice(HAMLETS)}, {COMMUNE}"
