"""This machine's own network, on which servers that the project starts can be reached by nobody else."""

import socket

HOST = "127.0.0.1"


def free_port() -> int:
    """A port of HOST that nothing listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]
