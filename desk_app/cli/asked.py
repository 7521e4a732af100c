"""What was asked besides the job itself: which home, who acts, which clock, which form the answer takes."""

import os
import sys
from dataclasses import dataclass
from functools import cached_property

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.paths import Home, home
from desk_app.kernel.time_source import FixedTime, SystemTime, TimeSource, moment

PASSWORD_VARIABLE = "DESK_PASSWORD"
KEY_PASSWORD_VARIABLE = "DESK_KEY_PASSWORD"
NOW_VARIABLE = "DESK_NOW"


@dataclass
class Asked:
    """The options that stand before or after any sub-command; filled in while the command line is read."""

    home_named: str | None = None
    as_json: bool = False
    login: str | None = None
    password_on_stdin: bool = False
    now_named: str | None = None

    @property
    def home(self) -> Home:
        """Return the data folder that ``--home`` or ``DESK_HOME`` names, else the platform's own."""
        return home(self.home_named)

    @property
    def now_text(self) -> str:
        """Return the moment that ``--now`` or ``DESK_NOW`` names; empty for the computer's own clock."""
        return self.now_named or os.environ.get(NOW_VARIABLE, "")

    def time(self) -> TimeSource:
        """Return the clock asked for; raise ``InvalidInput`` for a moment that is none."""
        return FixedTime(moment(self.now_text, field="now")) if self.now_text else SystemTime()

    @cached_property
    def password(self) -> str:
        """Return the password of who acts, empty when none was given; the first line of the input is read once."""
        if not self.password_on_stdin:
            return os.environ.get(PASSWORD_VARIABLE, "")
        line = sys.stdin.buffer.readline()
        try:
            return line.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            raise InvalidInput("password", "Mật khẩu trên đầu vào không phải là chữ UTF-8.", "Hãy gửi lại.") from None

    @property
    def key_password(self) -> str:
        """Return the password under which the database key is kept where there is no key store."""
        # Asked for first, so that the line on the input is taken whichever of the two is used.
        password = self.password
        return os.environ.get(KEY_PASSWORD_VARIABLE) or password
