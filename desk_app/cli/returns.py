"""``desk returns``: results brought home and sent by post."""

from desk_app.cli.command import Group

family = Group(
    "returns",
    help="Trả kết quả tại nhà và qua bưu chính: đề nghị, lập chuyến, ghi kết quả từng điểm, số liệu.",
    members={
        "proposals": "desk_app.cli.returns_lists:list_proposals",
        "list": "desk_app.cli.returns_lists:list_all",
        "show": "desk_app.cli.returns_lists:show",
        "plan": "desk_app.cli.returns_rounds:plan",
        "leave": "desk_app.cli.returns_rounds:let_leave",
        "delivered": "desk_app.cli.returns_door:delivered",
        "failed": "desk_app.cli.returns_door:failed",
        "back": "desk_app.cli.returns_door:back",
        "close": "desk_app.cli.returns_rounds:close",
        "print": "desk_app.cli.returns_rounds:print_papers",
        "post": "desk_app.cli.returns_post:post",
        "posted": "desk_app.cli.returns_post:posted",
        "proof": "desk_app.cli.returns_post:proof",
        "figures": "desk_app.cli.returns_figures:show_figures",
    },
)
