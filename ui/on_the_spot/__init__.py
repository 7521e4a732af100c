"""Settling in one sitting: the stopwatch, the four stamps, who still waits."""
