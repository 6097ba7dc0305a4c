"""What can keep the portal from running, said in one line that tells what to do."""


class LocalError(Exception):
    """Its text is all that the person sees."""


class PortBusyError(LocalError):
    """Another program listens on a port of ours."""

    def __init__(self, name: str, port: int) -> None:
        super().__init__(
            f"Port {port} is busy. Stop the program that listens on it, or choose another: {name}={port + 1000} make run"
        )


class EmulatorError(LocalError):
    """The emulator did not start, or died."""


class DeployError(LocalError):
    """A stack could not be deployed."""
