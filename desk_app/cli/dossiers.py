"""``desk dossiers``: the family of commands about dossiers."""

from desk_app.cli.command import Group

family = Group(
    "dossiers",
    help="Hồ sơ: tiếp nhận, tìm, xem, chuyển bước, trả kết quả.",
    members={
        "register": "desk_app.cli.register:register_lines",
        "find": "desk_app.cli.find:find",
        "show": "desk_app.cli.moves:show",
        "step": "desk_app.cli.moves:step",
        "result": "desk_app.cli.moves:result",
        "hand-over": "desk_app.cli.moves:hand_over_result",
        "note": "desk_app.cli.moves:note",
    },
)
