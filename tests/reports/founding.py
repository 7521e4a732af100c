"""What the founding reports tell, as journals: six communes and wards of a city in 2020, and a commune of a district."""

from datetime import timedelta

from desk_app.surveys.rules import Level
from tests.reports.units import CARD, LINKED, ORDINARY, UnitJournal, day, days

LAI_HIEU, HIEP_THANH, HIEP_LOI, NGA_BAY, DAI_THANH, TAN_THANH = (
    "UBND phường Lái Hiếu",
    "UBND phường Hiệp Thành",
    "UBND phường Hiệp Lợi",
    "UBND phường Ngã Bảy",
    "UBND xã Đại Thành",
    "UBND xã Tân Thành",
)
CITY = (LAI_HIEU, HIEP_THANH, HIEP_LOI, NGA_BAY, DAI_THANH, TAN_THANH)
HOA_MY = "UBND xã Hòa Mỹ"
ON_TIME = {LAI_HIEU: 79, HIEP_THANH: 40, HIEP_LOI: 75, NGA_BAY: 55, DAI_THANH: 16, TAN_THANH: 13}
WRITTEN = {LAI_HIEU: 178, HIEP_THANH: 80, HIEP_LOI: 204, NGA_BAY: 15, DAI_THANH: 188, TAN_THANH: 62}
RATED = {HIEP_LOI: (64, 33, 3), NGA_BAY: (28, 68, 4)}
ORGANISATIONS = ("Đoàn Thanh niên", "Hội Cựu chiến binh", "Hội Nông dân", "Hội Phụ nữ")
_CODES = {name: f"000.{10 + place}.30.H30" for place, name in enumerate(CITY)}


def city() -> list[UnitJournal]:
    """Return the journals of the six communes and wards, from January 2020 to January 2021."""
    units = {name: UnitJournal(_CODES[name], name, at=day("2020-01-01")) for name in CITY}
    for name, unit in units.items():
        _linked(unit, name)
        for at in days("2020-01-03", "2020-12-25", WRITTEN[name]):
            unit.written_for(at)
    _hotline(units[HIEP_THANH])
    for name, counts in RATED.items():
        for level, count in zip((Level.VERY_SATISFIED, Level.SATISFIED, Level.NEUTRAL), counts, strict=True):
            for at in days("2020-03-02", "2020-12-20", count):
                units[name].rated(at, level)
    for place, at in enumerate(days("2020-06-05", "2021-01-29", 35)):
        units[HIEP_LOI].session(at)
        for turn in range(37 if place < 25 else 36):
            units[HIEP_LOI].dossier(at + timedelta(minutes=turn), channel="mobile")
    for at in days("2020-08-03", "2021-01-29", 100):
        units[DAI_THANH].sitting(at)
    return list(units.values())


def commune() -> list[UnitJournal]:
    """Return the journal of the commune with its four organisations, from September to October 2020."""
    unit = UnitJournal("000.20.33.H30", HOA_MY, at=day("2020-08-27"))
    for place, at in enumerate(days("2020-09-04", "2020-10-09", 107)):
        unit.written_for(at, organisation=ORGANISATIONS[place % 4])
    for at in days("2020-09-04", "2020-10-09", 84):
        unit.sitting(at, settle_day=True)
    for at in days("2020-09-01", "2020-10-05", 58):
        unit.brought_home(at, CARD)
    for at in days("2020-09-02", "2020-10-06", 7):
        unit.brought_home(at, ORDINARY)
    unit.outreach(day("2020-08-27"), "launch", 54, "Lễ ra mắt mô hình")
    return [unit]


def _linked(unit: UnitJournal, name: str) -> None:
    """Write the linked dossiers; at Lái Hiếu 36 of 2020 and 4 of January 2021 belong to «3 hơn»."""
    if name != LAI_HIEU:
        # Those of Hiệp Thành come before August: from then on its 845 dossiers of the hotline model are counted.
        for place, at in enumerate(days("2020-01-06", "2020-07-20", ON_TIME[name])):
            unit.dossier(at, LINKED, result_days=10 if place % 2 else 4)
        return
    for at in days("2020-01-06", "2020-07-20", 43):
        unit.dossier(at, LINKED, result_days=10)
    for at in days("2020-08-03", "2021-01-18", 40):
        unit.dossier(at, LINKED, result_days=10, return_by="home")


def _hotline(unit: UnitJournal) -> None:
    for place, at in enumerate(days("2020-08-03", "2021-01-29", 845)):
        unit.dossier(at, result_days=3 if place < 587 else 10)
    for place, at in enumerate(days("2020-08-03", "2021-01-29", 190)):
        # Twenty people asked twice.
        unit.guided(at + timedelta(minutes=1), f"0907{place % 170:06d}", "hotline" if place % 3 else "zalo")
    unit.outreach(day("2020-09-18"), "broadcast", 1, "Thời sự 19h45")
    unit.outreach(day("2020-10-01"), "post", 3, "Bài viết về mô hình")
    unit.outreach(day("2021-01-20"), "views", 250, "Bài viết về mô hình")
    unit.outreach(day("2020-10-01"), "followers", 120, "Trang Zalo của phường")
    unit.outreach(day("2021-01-25"), "followers", 185, "Trang Zalo của phường")
