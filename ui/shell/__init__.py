"""The frame around the pages: main window, sign-in, jobs, messages, keys."""
