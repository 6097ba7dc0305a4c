"""What the receiving server found out about a letter's sender, and what follows from it."""

from chalicelib.communications.model.addresses import is_within
from portal.values import dataclass

PASS = "pass"  # noqa: S105  # a result of RFC 8601, not a password
FAIL = "fail"


@dataclass(frozen=True)
class Verdicts:
    """Results in the words of RFC 8601, lower case; None where the server said nothing.

    `spf_domain` and `dkim_domains` are the domains that passed, `dmarc_domain` the one that DMARC looked at.
    """

    spf: str | None = None
    dkim: str | None = None
    dmarc: str | None = None
    spam: str | None = None
    virus: str | None = None
    spf_domain: str | None = None
    dkim_domains: tuple[str, ...] = ()
    dmarc_domain: str | None = None

    @property
    def infected(self) -> bool:
        """Whether a virus was found."""
        return self.virus == FAIL

    def authenticates(self, domain: str) -> bool:
        """Whether the letter was sent on behalf of the domain of its From address.

        DMARC decides where the domain has a policy (RFC 7489). Without one, SPF or DKIM must have passed
        for the domain itself, for one above it, or for one below it.
        """
        if not domain or self.dmarc == FAIL:
            return False
        if self.dmarc == PASS:
            return self.dmarc_domain in {None, domain}
        passed = {self.spf_domain} if self.spf == PASS else set()
        return any(_aligned(other, domain) for other in passed | set(self.dkim_domains) if other)


def _aligned(other: str, domain: str) -> bool:
    """Relaxed alignment; a bare top-level domain aligns with nothing."""
    if "." not in other or "." not in domain:
        return False
    return is_within(other, domain) or is_within(domain, other)
