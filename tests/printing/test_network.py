import socket
import sys
import threading
import time
from contextlib import ExitStack, suppress
from dataclasses import replace

import pytest

from desk_app.kernel.records import changed
from desk_app.printing import status_bytes
from desk_app.printing.escpos_bytes import receipt_bytes
from desk_app.printing.network import Patience, send_to_network
from desk_app.printing.outcome import Outcome
from desk_app.printing.status_bytes import Replies
from tests.printing.fake_printer import MODES, Mode, fake_printer
from tests.printing.raster_decoder import sheets
from tests.printing.samples import receipt

HURRIED = Patience(connect_s=1, status_s=0.25, stall_s=0.5, answer_s=0.5, hang_up_s=0.3, slowest_bytes_per_s=1_000_000)
PATIENT = Patience(connect_s=2, status_s=5, stall_s=5, answer_s=10, hang_up_s=1, slowest_bytes_per_s=1_000_000)
NEVER_ANSWER: tuple[Mode, ...] = (
    "silent",
    "black-hole",
    "no-answer",
    "echo",
    "stalls",
    "resets-mid-job",
    "late-status",
)
JOB = receipt_bytes(changed(receipt(), copies=()), 576, profile="TM-T20II")
HUGE_JOB = b"\x1b@" + b"\x1dv0\x00\x48\x00\x00\x01" + bytes(0x48 * 256) + JOB * 100


def sent(mode: Mode, job: bytes = JOB) -> tuple[Outcome, list[bytes]]:
    patience = HURRIED if mode in NEVER_ANSWER else PATIENT
    with fake_printer(mode) as printer:
        outcome = send_to_network("127.0.0.1", printer.port, job, patience)
        if outcome.state == "confirmed":
            # The printer writes its job down when the connection ends.
            deadline = time.monotonic() + 5
            while not printer.jobs() and time.monotonic() < deadline:
                time.sleep(0.01)
    return outcome, printer.jobs()


def test_a_printer_that_consumed_the_job_confirms_it_byte_for_byte() -> None:
    outcome, jobs = sent("normal")

    assert outcome == Outcome(state="confirmed", bytes_sent=len(JOB))
    assert jobs == [JOB]
    assert len(sheets(jobs[0])) == 1


def test_a_roll_near_its_end_prints_and_says_so() -> None:
    outcome, jobs = sent("near-end")

    assert (outcome.state, outcome.reason, jobs) == ("confirmed", status_bytes.NEAR_END, [JOB])


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        ("no-paper", status_bytes.NO_PAPER),
        ("cover-open", status_bytes.COVER_OPEN),
        ("refused", status_bytes.OFF),
        ("closes-at-once", status_bytes.BUSY),
    ],
)
def test_a_printer_that_cannot_print_gets_nothing_and_says_why(mode: Mode, reason: str) -> None:
    outcome, jobs = sent(mode)

    assert (outcome.state, outcome.reason, outcome.bytes_sent) == ("offline", reason, 0)
    assert jobs == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a full queue of callers wait unanswered")
def test_a_printer_that_does_not_even_accept_is_offline_within_the_time_to_connect() -> None:
    with ExitStack() as open_lines:
        server = open_lines.enter_context(socket.socket())
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        for _ in range(2):
            caller = open_lines.enter_context(socket.socket())
            caller.setblocking(False)
            with suppress(BlockingIOError):
                caller.connect(server.getsockname())
        began = time.monotonic()
        outcome = send_to_network("127.0.0.1", server.getsockname()[1], JOB, Patience(connect_s=0.5))

    assert (outcome.state, outcome.reason) == ("offline", status_bytes.OFF)
    assert time.monotonic() - began < 2


def test_somebody_who_echoes_what_is_sent_is_no_printer() -> None:
    outcome, _ = sent("echo")

    assert (outcome.state, outcome.reason, outcome.bytes_sent) == ("failed", status_bytes.NO_PRINTER, 0)


@pytest.mark.parametrize("mode", ["silent", "black-hole", "no-answer", "paper-runs-out"])
def test_what_was_handed_over_but_not_answered_is_unconfirmed(mode: Mode) -> None:
    outcome, _ = sent(mode)

    assert outcome.state == "unconfirmed"
    assert "iểm tra giấy" in outcome.reason


@pytest.mark.parametrize("mode", ["black-hole", "stalls"])
def test_a_printer_that_takes_no_more_is_left_in_the_middle_of_the_job(mode: Mode) -> None:
    outcome, _ = sent(mode, HUGE_JOB)

    assert outcome.state == "unconfirmed"
    assert 0 < outcome.bytes_sent < len(HUGE_JOB)


def test_a_connection_reset_in_the_middle_is_unconfirmed_and_tells_how_much_had_gone() -> None:
    outcome, jobs = sent("resets-mid-job", HUGE_JOB)

    assert outcome.state == "unconfirmed"
    assert 0 < outcome.bytes_sent < len(HUGE_JOB)
    assert len(jobs[0]) < len(HUGE_JOB)


def test_a_slow_printer_gets_the_whole_job() -> None:
    outcome, jobs = sent("slow")

    assert outcome.state == "confirmed"
    assert jobs == [JOB]


def test_a_status_that_comes_too_late_is_not_taken_for_the_last_answer() -> None:
    hurried = replace(HURRIED, answer_s=10)
    with fake_printer("late-status") as printer:
        outcome = send_to_network("127.0.0.1", printer.port, JOB, hurried)
    jobs = printer.jobs()

    assert outcome.state == "confirmed"
    assert jobs == [JOB]


def test_a_status_that_comes_unasked_is_not_taken_for_any_answer() -> None:
    outcome, jobs = sent("unsolicited")

    assert outcome.state == "confirmed"
    assert jobs == [JOB]


def test_a_printer_that_sends_status_but_never_the_last_answer_is_not_believed() -> None:
    with fake_printer("unsolicited", answer_s=3) as printer:
        outcome = send_to_network("127.0.0.1", printer.port, JOB[:2000], HURRIED)

    assert outcome.state == "unconfirmed"


def test_an_empty_connection_leaves_the_printer_ready_for_the_next_job() -> None:
    with fake_printer("normal") as printer:
        outcomes = [send_to_network("127.0.0.1", printer.port, JOB, PATIENT) for _ in range(3)]

    assert [outcome.state for outcome in outcomes] == ["confirmed"] * 3
    assert printer.jobs() == [JOB] * 3


def test_no_mode_ends_confirmed_unless_the_printer_had_the_whole_job() -> None:
    for mode in MODES:
        if mode == "slow":
            continue
        outcome, jobs = sent(mode)
        assert outcome.state != "confirmed" or jobs == [JOB], mode


def test_no_thread_is_left_behind() -> None:
    before = threading.active_count()
    sent("normal")

    assert threading.active_count() == before


@pytest.mark.parametrize("split", range(1, 8))
def test_a_status_that_comes_in_pieces_is_read_like_one_that_comes_whole(split: int) -> None:
    raw = b"\x10\x00\x00\x0f" + b"\x12" + b"\x11\x13" + b"\x00"
    whole, parts = Replies(), Replies()

    assert whole.sorted(raw) == [*parts.sorted(raw[:split]), *parts.sorted(raw[split:])]
    assert [reply.kind for reply in Replies().sorted(raw)] == ["live", "end"]


def test_a_byte_whose_sensor_bits_disagree_is_no_last_answer() -> None:
    assert Replies().sorted(b"\x01") == []
