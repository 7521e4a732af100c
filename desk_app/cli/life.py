"""``desk dossiers supplement`` and its neighbours: waiting for the citizen, and endings without a result."""

import click

from desk_app.cli.acting import acting
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.life_options import (
    basis_option,
    code_argument,
    command_id,
    paper_of,
    printed,
    reason_option,
    returned_option,
)
from desk_app.cli.moves import dossier_named, show_dossier
from desk_app.dossiers.facts import PaperHandedIn
from desk_app.dossiers.life import obligation, refusal, stop, supplement, withdrawal
from desk_app.kernel.time_source import day


@command("supplement", "Yêu cầu bổ sung hồ sơ, một lần và đầy đủ; đồng hồ dừng.")
@code_argument
@click.option("--missing", multiple=True, required=True, metavar="GIẤY_TỜ", help="Còn thiếu gì; ghi nhiều lần được.")
@reason_option
@click.option("--advice", default="", metavar="LỜI", help="Hướng dẫn cho người dân.")
@click.option("--again", default="", metavar="LỜI", help="Lãnh đạo cho yêu cầu lần nữa, vì sao.")
@printed
@asks
def supplement_asked(
    asked: Asked, code: str, missing: tuple[str, ...], reason: str, printer: str | None, key: str, **texts: str
) -> None:
    """Ask for what is missing and answer the dossier."""
    why = reason or "Thành phần hồ sơ chưa đầy đủ theo quy định của thủ tục."
    with acting(asked) as act:
        dossier = dossier_named(act, code)
        supplement.request_supplement(
            act.desk.dossiers,
            by=act.by,
            dossier=dossier,
            missing=missing,
            reason=why,
            printer=printer,
            command_id=command_id(act, "supplement", dossier, key),
            **texts,
        )
        show_dossier(asked, act, dossier)


@command("supplied", "Ghi hồ sơ đã bổ sung xong; lập giấy hẹn mới.")
@code_argument
@click.option("--paper", "papers", multiple=True, metavar="TÊN[=CHÍNH+SAO]", help="Đã nộp gì; không ghi là đủ.")
@click.option("--note", default="", metavar="GHI_CHÚ", help="Ghi chú kèm theo.")
@printed
@asks
def supplied(asked: Asked, code: str, papers: tuple[str, ...], note: str, printer: str | None, key: str) -> None:
    """Record that the dossier is complete and answer it."""
    given = (paper_of(text, "paper") for text in papers)
    handed_in = tuple(PaperHandedIn(name=name, originals=first, copies=more) for name, first, more in given)
    with acting(asked) as act:
        dossier = dossier_named(act, code)
        supplement.complete(
            act.desk.dossiers,
            by=act.by,
            dossier=dossier,
            papers=handed_in,
            note=note,
            printer=printer,
            command_id=command_id(act, "supplied", dossier, key),
        )
        show_dossier(asked, act, dossier)


@command("refuse", "Từ chối giải quyết hồ sơ, có lý do.")
@code_argument
@reason_option
@basis_option
@click.option("--apology", default="", metavar="LỜI", help="Lời xin lỗi khi hồ sơ đã quá hạn.")
@returned_option
@printed
@asks
def refuse(asked: Asked, code: str, printer: str | None, key: str, **texts: str) -> None:
    """Turn the dossier down and answer it."""
    with acting(asked) as act:
        dossier = dossier_named(act, code)
        id_ = command_id(act, "refuse", dossier, key)
        refusal.turn_down(act.desk.dossiers, by=act.by, dossier=dossier, printer=printer, command_id=id_, **texts)
        show_dossier(asked, act, dossier)


@command("withdraw", "Ghi người dân rút hồ sơ.")
@code_argument
@reason_option
@returned_option
@printed
@asks
def withdraw(asked: Asked, code: str, printer: str | None, key: str, **texts: str) -> None:
    """Record the withdrawal and answer the dossier."""
    with acting(asked) as act:
        dossier = dossier_named(act, code)
        id_ = command_id(act, "withdraw", dossier, key)
        withdrawal.withdraw(act.desk.dossiers, by=act.by, dossier=dossier, printer=printer, command_id=id_, **texts)
        show_dossier(asked, act, dossier)


@command("stop", "Dừng giải quyết hồ sơ, có lý do và căn cứ.")
@code_argument
@reason_option
@basis_option
@returned_option
@printed
@asks
def stop_dossier(asked: Asked, code: str, printer: str | None, key: str, **texts: str) -> None:
    """Stop the dossier and answer it."""
    with acting(asked) as act:
        dossier = dossier_named(act, code)
        id_ = command_id(act, "stop", dossier, key)
        stop.stop(act.desk.dossiers, by=act.by, dossier=dossier, printer=printer, command_id=id_, **texts)
        show_dossier(asked, act, dossier)


@command("ask-payment", "Yêu cầu thực hiện nghĩa vụ tài chính; đồng hồ dừng.")
@code_argument
@click.option("--amount", required=True, type=int, metavar="ĐỒNG", help="Số tiền phải nộp.")
@click.option("--for", "purpose", required=True, metavar="LỜI", help="Nộp cho việc gì.")
@click.option("--until", required=True, metavar="NGÀY", help="Hạn nộp.")
@printed
@asks
def ask_payment(asked: Asked, code: str, amount: int, purpose: str, until: str, printer: str | None, key: str) -> None:
    """Ask for the payment and answer the dossier."""
    last = day(until, field="until")
    with acting(asked) as act:
        dossier = dossier_named(act, code)
        obligation.ask_payment(
            act.desk.dossiers,
            by=act.by,
            dossier=dossier,
            amount=amount,
            purpose=purpose,
            until=last,
            printer=printer,
            command_id=command_id(act, "ask-payment", dossier, key),
        )
        show_dossier(asked, act, dossier)


@command("paid", "Ghi đã thực hiện nghĩa vụ tài chính; lập giấy hẹn mới.")
@code_argument
@click.option("--receipt", "number", required=True, metavar="SỐ", help="Số biên lai.")
@printed
@asks
def paid(asked: Asked, code: str, number: str, printer: str | None, key: str) -> None:
    """Record the payment and answer the dossier."""
    with acting(asked) as act:
        dossier = dossier_named(act, code)
        id_ = command_id(act, "paid", dossier, key)
        room = act.desk.dossiers
        obligation.pay(room, by=act.by, dossier=dossier, receipt_number=number, printer=printer, command_id=id_)
        show_dossier(asked, act, dossier)
