"""Ports that nobody listens on."""

import socket


def free_port() -> int:
    """One of this machine's."""
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        port: int = each.getsockname()[1]
        return port
