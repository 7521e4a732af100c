"""``desk surveys``: what citizens say: ratings, slips, surveys, complaints; and how the office marks itself."""

from desk_app.cli.command import Group

campaigns = Group(
    "campaigns",
    help="Đợt khảo sát: lập, in phiếu, nhập phiếu, kết quả, kết thúc.",
    members={
        "list": "desk_app.cli.surveys_campaigns:list_them",
        "plan": "desk_app.cli.surveys_campaigns:plan",
        "print": "desk_app.cli.surveys_campaigns:print_them",
        "enter": "desk_app.cli.surveys_campaigns:enter",
        "results": "desk_app.cli.surveys_campaigns:results",
        "close": "desk_app.cli.surveys_campaigns:close",
    },
)
complaints = Group(
    "complaints",
    help="Phản ánh, kiến nghị: nhận, giao, ghi việc đã làm, trả lời, kết thúc, số liệu.",
    members={
        "list": "desk_app.cli.surveys_complaints:list_them",
        "show": "desk_app.cli.surveys_complaints:show",
        "receive": "desk_app.cli.surveys_complaints:take",
        "assign": "desk_app.cli.surveys_complaint_moves:hand_on",
        "step": "desk_app.cli.surveys_complaint_moves:step",
        "answer": "desk_app.cli.surveys_complaint_moves:reply",
        "close": "desk_app.cli.surveys_complaint_moves:end",
        "figures": "desk_app.cli.surveys_complaints:show_figures",
    },
)
friendly = Group(
    "friendly",
    help="Chính quyền thân thiện: sáu tiêu chí, minh chứng, tự đánh giá, in.",
    members={
        "show": "desk_app.cli.surveys_friendly:show",
        "evidence": "desk_app.cli.surveys_friendly:evidence",
        "assess": "desk_app.cli.surveys_friendly:mark",
        "print": "desk_app.cli.surveys_friendly:print_it",
    },
)
indices = Group(
    "indices",
    help="Chín chỉ số đánh giá giải quyết thủ tục hành chính và xếp loại.",
    members={
        "show": "desk_app.cli.surveys_indices:show",
        "enter": "desk_app.cli.surveys_indices:enter",
    },
)

family = Group(
    "surveys",
    help="Ý kiến người dân: đánh giá, phiếu, khảo sát, phản ánh; tự đánh giá và chỉ số.",
    members={
        "rate": "desk_app.cli.surveys_rate:rate_one",
        "figures": "desk_app.cli.surveys_figures:show_figures",
        "slip": "desk_app.cli.surveys_slips:print_one",
        "type-in": "desk_app.cli.surveys_slips:type_them_in",
        "questions": "desk_app.cli.surveys_questions:show_questions",
        "ask": "desk_app.cli.surveys_questions:put",
        "campaigns": "desk_app.cli.surveys:campaigns",
        "complaints": "desk_app.cli.surveys:complaints",
        "friendly": "desk_app.cli.surveys:friendly",
        "indices": "desk_app.cli.surveys:indices",
    },
)
