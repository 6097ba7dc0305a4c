"""What the launcher tells the person: each step, with the seconds since the start."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

_STARTED = time.monotonic()


def say(text: str) -> None:
    """One line, stamped with the elapsed seconds."""
    print(f"{time.monotonic() - _STARTED:6.1f} s  {text}", flush=True)


@contextmanager
def step(text: str) -> Iterator[None]:
    """Says what begins, and how long it took."""
    say(f"{text} ...")
    begun = time.monotonic()
    yield
    say(f"{text}: {time.monotonic() - begun:.1f} s")
