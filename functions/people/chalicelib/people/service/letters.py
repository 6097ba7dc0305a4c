"""Sending the letters by which people come to their passwords."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from chalicelib.people.model import LinkKind, LinkState, PasswordLink, Person, to_token, wording
from chalicelib.people.model.provider import ProviderRules
from chalicelib.people.model.words import Wording, wording_by_provider
from chalicelib.people.service.ports import Links, Post, Store
from portal.clock import Clock
from portal.errors import UnavailableError
from portal.letters import Letter, RefusedError

ABANDONED_AFTER = timedelta(minutes=1)
"""Longer than the function that sends may run: a letter that was begun earlier and has no end never went."""

Secrets = Callable[[], str]


@dataclass(frozen=True)
class Letters:
    """Letters with a link, each sent at least once; a second one goes only if the first is not known to have gone.

    By `rules` a password may open nothing to some: they are told of the company's own provider instead.
    """

    store: Store
    links: Links
    post: Post
    clock: Clock
    secrets: Secrets
    mail_domain: str
    portal_url: str
    rules: ProviderRules | None = None

    def send(self, link_id: str) -> None:
        """Sends the letter of a link that was asked for, unless that has been done.

        Raises:
            UnavailableError: it is being sent at this moment.
        """
        link = self.links.link(link_id)
        if link is None or link.state.final:
            return
        person = self._addressee(link)
        if person is None:
            self._end(link, LinkState.SKIPPED, reason="Nobody can sign in with this address.")
            return
        secret = self.secrets()
        sending = link.being_sent(person, secret, self.clock())
        if not self.links.claim(sending, self.clock() - ABANDONED_AFTER):
            raise UnavailableError("This letter is being sent by somebody else.")
        self._send(sending, self._letter(sending, person, secret))

    def _addressee(self, link: PasswordLink) -> Person | None:
        person = self.store.person_by_email(link.email)
        needed = person and (link.kind is LinkKind.RESET or person.invited)
        return person if person and person.active and needed else None

    def _send(self, link: PasswordLink, letter: Letter) -> None:
        try:
            provider_id = self.post.send(letter)
        except RefusedError as error:
            self._end(link, LinkState.REFUSED, reason=str(error))
        else:
            self._end(link, LinkState.SENT, provider_id=provider_id)

    def _end(
        self,
        link: PasswordLink,
        state: LinkState,
        *,
        provider_id: str | None = None,
        reason: str | None = None,
    ) -> None:
        self.links.finish(link.ended(state, self.clock(), provider_id=provider_id, reason=reason))

    def _letter(self, link: PasswordLink, person: Person, secret: str) -> Letter:
        address, words = self._way_in(link, person, secret)
        return Letter(
            message_id=f"<password-{link.id}@{self.mail_domain}>",
            to=person.email,
            subject=words.subject,
            text=words.text(person.name, person.email, address),
            html=words.html(person.name, person.email, address),
        )

    def _way_in(self, link: PasswordLink, person: Person, secret: str) -> tuple[str, Wording]:
        if self.rules and not self.rules.lets_by_password(person):
            words = wording_by_provider(person.language, self.rules.label)
            return f"{self.portal_url}/sign-in", words
        # In the fragment, which no server is sent and no log keeps.
        address = f"{self.portal_url}/password#token={to_token(link, secret)}"
        return address, wording(person.language, link.kind)
