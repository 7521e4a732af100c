"""``desk guidance``: guidance before people come."""

from desk_app.cli.command import Group

family = Group(
    "guidance",
    help="Hướng dẫn trước khi đến: ghi lượt hướng dẫn, tin gửi Zalo, tờ hướng dẫn, hỏi lại, số liệu.",
    members={
        "log": "desk_app.cli.guidance_log:log",
        "list": "desk_app.cli.guidance_log:list_all",
        "withdraw": "desk_app.cli.guidance_log:withdraw",
        "prefill": "desk_app.cli.guidance_log:prefill",
        "follow-up": "desk_app.cli.guidance_log:follow_up",
        "text": "desk_app.cli.guidance_texts:text",
        "leaflet": "desk_app.cli.guidance_texts:leaflet_file",
        "procedures": "desk_app.cli.guidance_procedures:procedures",
        "figures": "desk_app.cli.guidance_figures:show_figures",
    },
)
