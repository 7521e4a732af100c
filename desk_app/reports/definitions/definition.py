"""What a report is: its name, what it says, and how its tables are made."""

from collections.abc import Callable
from dataclasses import dataclass

from desk_app.reports.asked import Watch
from desk_app.reports.asking import Asking
from desk_app.reports.building import Plan, built, gathered, in_steps
from desk_app.reports.figure import Table

BY_RECEIPT = "Tính hồ sơ theo ngày tiếp nhận; kết quả tính đến lúc lập báo cáo."
BY_RESULT = "Tính hồ sơ theo ngày có kết quả."
COMPARED = "So ngày có kết quả với ngày hẹn trả đang có hiệu lực; thủ tục tính bằng giờ thì so đến phút."


@dataclass(frozen=True, kw_only=True)
class Definition:
    """One report: ``words`` say what it counts, ``permission`` who may see it, ``stem`` begins the names of its files.

    ``goes_by_steps``: one of its tables tells how things went, by weeks, months, quarters or years.
    """

    id: str
    title: str
    words: str
    stem: str
    make: Callable[[Asking, Watch], tuple[Table, ...]]
    permission: str = "reports.read"
    goes_by_steps: bool = False


def each_built(plans: tuple[Plan, ...], ask: Asking, watch: Watch) -> tuple[Table, ...]:
    """Return the tables of ``plans``, telling ``watch`` before each."""
    plans = tuple(in_steps(ask, plan) for plan in plans)
    watch(0, len(plans))
    gathered(ask, plans)
    tables = []
    for done, plan in enumerate(plans):
        watch(done, len(plans))
        tables.append(built(ask, plan))
    watch(len(plans), len(plans))
    return tuple(tables)
