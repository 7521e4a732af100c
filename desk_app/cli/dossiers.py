"""``desk dossiers``: the family of commands about dossiers."""

from desk_app.cli.command import Group

family = Group(
    "dossiers",
    help="Hồ sơ: tiếp nhận, tìm, xem, chuyển bước, trả kết quả.",
    members={
        "register": "desk_app.cli.register:register_lines",
        "send-back": "desk_app.cli.sent_back:send_back_lines",
        "settle": "desk_app.cli.settle:settle_lines",
        "on-the-spot": "desk_app.cli.on_the_spot:show_on_the_spot",
        "find": "desk_app.cli.find:find",
        "list": "desk_app.cli.lists:list_dossiers",
        "show": "desk_app.cli.moves:show",
        "book": "desk_app.cli.book:book",
        "step": "desk_app.cli.moves:step",
        "result": "desk_app.cli.moves:result",
        "hand-over": "desk_app.cli.moves:hand_over_result",
        "note": "desk_app.cli.moves:note",
        "supplement": "desk_app.cli.life:supplement_asked",
        "supplied": "desk_app.cli.life:supplied",
        "refuse": "desk_app.cli.life:refuse",
        "apologise": "desk_app.cli.life_people:apologise",
        "withdraw": "desk_app.cli.life:withdraw",
        "stop": "desk_app.cli.life:stop_dossier",
        "ask-payment": "desk_app.cli.life:ask_payment",
        "paid": "desk_app.cli.life:paid",
        "pass-on": "desk_app.cli.life_people:pass_on",
        "control-sheet": "desk_app.cli.life_people:control_sheet",
        "reassign": "desk_app.cli.life_people:reassign",
        "substitute": "desk_app.cli.life_people:substitute",
        "correct": "desk_app.cli.correct:correct_fields",
        "resolve": "desk_app.cli.moves:resolve",
        "uncollected": "desk_app.cli.uncollected:uncollected",
    },
)
