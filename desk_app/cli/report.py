"""``desk report``: figures of a period, as answers and as files; copies frozen as they were sent up."""

from desk_app.cli.command import Group

family = Group(
    "report",
    help="Báo cáo: số liệu theo mô hình, đơn vị, thời kỳ; ra JSON, CSV, Excel, Word, PDF; chốt và so lại.",
    members={
        "models": "desk_app.cli.report_make:models",
        "06": "desk_app.cli.report_make:form_06",
        "book": "desk_app.cli.report_book:books",
        "timeliness": "desk_app.cli.report_make:timeliness",
        "guided": "desk_app.cli.report_make:guided",
        "on-the-spot": "desk_app.cli.report_make:on_the_spot",
        "returns": "desk_app.cli.report_make:returns",
        "shifts": "desk_app.cli.report_make:shifts",
        "sessions": "desk_app.cli.report_make:sessions",
        "cash": "desk_app.cli.report_make:cash",
        "ratings": "desk_app.cli.report_make:ratings",
        "numbers": "desk_app.cli.report_make:numbers",
        "access": "desk_app.cli.report_make:access",
        "open": "desk_app.cli.report_open:open_rows",
        "words": "desk_app.cli.report_words:show_words",
        "freeze": "desk_app.cli.report_frozen:freeze_report",
        "frozen": "desk_app.cli.report_frozen:show_frozen",
        "compare": "desk_app.cli.report_frozen:compare_frozen",
    },
)
