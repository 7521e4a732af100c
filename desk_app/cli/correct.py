"""``desk dossiers correct``: putting fields of a registration right, with a reason."""

from collections.abc import Iterable

import click

from desk_app.cli.acting import acting
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.moves import dossier_named, show_dossier
from desk_app.dossiers.correction import correct
from desk_app.dossiers.correction_checks import Wanted
from desk_app.dossiers.correction_text import value_of
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.ids import command_id_of


@command("correct", "Sửa nội dung hồ sơ; nội dung cũ vẫn nằm trong lịch sử.")
@click.argument("code", metavar="MÃ_HỒ_SƠ")
@click.option(
    "--set",
    "settings",
    multiple=True,
    required=True,
    metavar="MỤC=GIÁ_TRỊ",
    help="Mục cần sửa, như applicant.phone=0907123456; ghi nhiều lần được.",
)
@click.option("--reason", required=True, metavar="LỜI", help="Vì sao sửa.")
@click.option("--reissue", is_flag=True, help="Lập lại giấy hẹn, thay giấy đã in.")
@click.option("--printer", metavar="TÊN", help="In giấy hẹn ra máy in này; không ghi là máy in mặc định.")
@click.option("--key", default="", metavar="KHÓA", help="Khóa riêng của lần sửa này, để gọi lại không sửa hai lần.")
@asks
def correct_fields(
    asked: Asked, code: str, settings: tuple[str, ...], reason: str, reissue: bool, printer: str | None, key: str
) -> None:
    """Put fields right and answer the dossier as it then stands."""
    wanted = tuple(_wanted(settings))
    with acting(asked) as act:
        dossier = dossier_named(act, code)
        correct(
            act.desk.dossiers,
            by=act.by,
            dossier=dossier,
            wanted=wanted,
            reason=reason,
            reissue=reissue,
            printer=printer,
            command_id=command_id_of(f"correct:{dossier}:{key}") if key else act.new_id(),
        )
        show_dossier(asked, act, dossier)


def _wanted(settings: Iterable[str]) -> Iterable[Wanted]:
    for setting in settings:
        field, equals, text = setting.partition("=")
        if not equals:
            raise InvalidInput("set", f"«{setting[:60]}» thiếu dấu bằng.", "Viết như --set applicant.phone=0907123456.")
        yield Wanted(field=field.strip(), value=value_of(field.strip(), text))
