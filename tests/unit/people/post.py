"""The post in memory."""

from portal.letters import Letter, RefusedError


class MemoryPost:
    """A post that keeps what it was given; `fails` is raised at the next letter, after it went."""

    def __init__(self) -> None:
        self.sent: list[Letter] = []
        self.refuses = False
        self.fails: Exception | None = None

    def send(self, letter: Letter) -> str:
        if self.refuses:
            raise RefusedError("No such address.")
        self.sent.append(letter)
        if self.fails:
            failure, self.fails = self.fails, None
            raise failure
        return f"ses-{len(self.sent)}"
