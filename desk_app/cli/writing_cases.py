"""``desk writing record``, ``correct``, ``mine``, ``list``: who wrote what for whom."""

from datetime import date

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.period import in_period
from desk_app.cli.writing_shown import CaseShown, line_of, shown_case
from desk_app.dossiers.person import Person
from desk_app.writing.commands import Told, correct_case, organisation_of, write_down
from desk_app.writing.facts import OUTCOME_WORDS, Outcome
from desk_app.writing.form import AREA_WORDS, Area
from desk_app.writing.reading import get_case, list_cases, own_cases_today
from desk_app.writing.sitting import sit_down
from desk_app.writing.tables.queries import Wanted

_outcome = click.Choice(list(OUTCOME_WORDS))
_area = click.Choice(list(AREA_WORDS))


@command("record", "Ghi một lượt viết hộ: của lượt điền mẫu (--sitting), hoặc chỉ hướng dẫn.")
@click.option("--sitting", default="", metavar="LƯỢT", help="Lượt do «writing fill» trả về; không ghi là lượt mới.")
@click.option("--person", default="", metavar="HỌ_TÊN", help="Người được giúp, khi không có --sitting.")
@click.option("--outcome", required=True, type=_outcome, help="Kết quả.")
@click.option("--minutes", type=int, metavar="PHÚT", help="Số phút; không ghi là từ lúc người dân ngồi xuống.")
@click.option("--organisation", metavar="ĐOÀN_THỂ", help="Đoàn thể của người viết; không ghi là như lần trước.")
@click.option("--area", type=_area, help="Lĩnh vực; không ghi là của mẫu đã viết.")
@click.option("--note", default="", metavar="GHI_CHÚ", help="Ghi chú.")
@asks
def record(
    asked: Asked,
    sitting: str,
    person: str,
    outcome: Outcome,
    minutes: int | None,
    organisation: str | None,
    area: Area | None,
    note: str,
) -> None:
    """Enter a case."""
    with acting(asked) as act:
        room = act.desk.writing
        who = Person(name=person) if person else None
        id_ = sitting or sit_down(room, by=act.by, person=who).id
        told = Told(
            outcome=outcome,
            organisation=organisation_of(room, act.by) if organisation is None else organisation,
            area=area,
            minutes=minutes,
            note=note,
        )
        write_down(room, by=act.by, sitting=id_, told=told, command_id=act.new_id())
        shown = _shown(act, id_)
    answer(asked, shown, f"Đã ghi: {line_of(shown)}")


@command("correct", "Sửa một lượt viết hộ, hoặc bỏ (--void).")
@click.argument("case", metavar="LƯỢT")
@click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao.")
@click.option("--outcome", type=_outcome, help="Kết quả đúng.")
@click.option("--minutes", type=int, metavar="PHÚT", help="Số phút đúng.")
@click.option("--void", is_flag=True, help="Bỏ lượt này: ghi nhầm.")
@asks
def correct(asked: Asked, case: str, reason: str, outcome: Outcome | None, minutes: int | None, void: bool) -> None:
    """Put a case right."""
    with acting(asked) as act:
        correct_case(
            act.desk.writing,
            by=act.by,
            case=case,
            reason=reason,
            outcome=outcome,
            minutes=minutes,
            void=void,
            command_id=act.new_id(),
        )
        shown = _shown(act, case)
    answer(asked, shown, f"Đã sửa: {line_of(shown)}")


@command("mine", "Các lượt viết hộ của chính mình hôm nay.")
@asks
def list_mine(asked: Asked) -> None:
    """List what the person who acts wrote down today."""
    with acting(asked) as act:
        found = [shown_case(act.desk, case) for case in own_cases_today(act.desk.writing, by=act.by)]
    answer_each(asked, ((each, line_of(each)) for each in found), nothing="Hôm nay chưa ghi lượt nào.")


@command("list", "Các lượt viết hộ của mọi người trong một thời kỳ.")
@in_period
@click.option("--form", default="", metavar="MẪU", help="Chỉ mẫu này.")
@click.option("--area", default="", type=click.Choice(["", *AREA_WORDS]), help="Chỉ lĩnh vực này.")
@click.option("--outcome", default="", type=click.Choice(["", *OUTCOME_WORDS]), help="Chỉ kết quả này.")
@asks
def list_all(asked: Asked, first_on: date, last_on: date, form: str, area: str, outcome: str) -> None:
    """List the office's cases."""
    wanted = Wanted(first_on=first_on, last_on=last_on, form=form, area=area, outcome=outcome)
    with acting(asked) as act:
        found = [shown_case(act.desk, case) for case in list_cases(act.desk.writing, by=act.by, wanted=wanted)]
    answer_each(asked, ((each, line_of(each)) for each in found), nothing="Không có lượt nào.")


def _shown(act: Acting, case: str) -> CaseShown:
    return shown_case(act.desk, get_case(act.desk.writing, case))
