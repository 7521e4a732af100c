"""The ``desk`` command: every job of the product without a window, for scripts and administrators."""
