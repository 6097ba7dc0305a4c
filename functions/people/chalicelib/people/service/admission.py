"""Who comes in on the provider's word."""

from dataclasses import replace

from chalicelib.people.events import PersonChanged
from chalicelib.people.model import Person, SecurityKind
from chalicelib.people.model import provider as refusals
from chalicelib.people.model.provider import Identity, ProviderLink, ProviderRules
from chalicelib.people.service.books import SecurityBook
from chalicelib.people.service.noting import Noting
from chalicelib.people.service.ports import Store
from chalicelib.people.service.vouching import Identities
from portal.clock import Clock
from portal.errors import ConflictError
from portal.ids import Ids
from portal.principals import Actor
from portal.texts import require_line
from portal.values import dataclass

_LONGEST_NAME = 200


@dataclass(frozen=True)
class Admission:
    """By the link of before, else by the address; whoever is unknown as the deployment says."""

    store: Store
    identities: Identities
    security: SecurityBook
    noting: Noting
    clock: Clock
    ids: Ids

    def person(self, identity: Identity, rules: ProviderRules) -> Person:
        """Whose session may be opened.

        Raises:
            ProviderRefusedError: nobody's, for the reason that it tells.
        """
        require_address(identity, rules)
        person = self._known(identity) or self._newcomer(identity, rules)
        if not person.active:
            raise refusals.closed()
        self._require_no_code(person, rules)
        return self._come(person, identity)

    def link(self, person: Person, identity: Identity) -> None:
        """From now on the person signs in by this identity.

        Raises:
            ProviderRefusedError: the identity is somebody else's.
        """
        before = self.identities.link_of(person.id)
        link = ProviderLink(person.id, identity.key, identity.email, self.clock())
        try:
            self.identities.save(link, before)
        except ConflictError as error:
            raise refusals.linked_elsewhere() from error
        actor = Actor.of(person.to_principal())
        self.noting.note(person.id, SecurityKind.PROVIDER_LINKED, actor, identity.email)

    def _known(self, identity: Identity) -> Person | None:
        person_id = self.identities.person_id_of(identity.key)
        if person_id is None:
            return self.store.person_by_email(identity.email)
        return self.store.person(person_id)

    def _come(self, person: Person, identity: Identity) -> Person:
        link = self.identities.link_of(person.id)
        if link and link.key is None:
            raise refusals.turned_off()
        if link and link.key != identity.key:
            raise refusals.linked_elsewhere()
        if link is None:
            self.link(person, identity)
        return self._arrived(person) if person.invited else person

    def _arrived(self, person: Person) -> Person:
        event = PersonChanged(person, None)
        actor = Actor.of(person.to_principal())
        after = replace(person, invited=False)
        return self.store.save(after, person, event.to_event(self.ids(), self.clock(), actor))

    def _newcomer(self, identity: Identity, rules: ProviderRules) -> Person:
        if rules.newcomers is None:
            raise refusals.unknown(identity.email)
        roles = frozenset({rules.newcomers})
        person = Person(self.ids(), _name(identity), identity.email, roles)
        actor = Actor.of(person.to_principal())
        event = PersonChanged(person, None).to_event(self.ids(), self.clock(), actor)
        return self.store.add(person, event)

    def _require_no_code(self, person: Person, rules: ProviderRules) -> None:
        if rules.second_factor:
            return
        if person.second_factor or self.security.policy().requires(person.roles):
            raise refusals.code_asked()


def require_address(identity: Identity, rules: ProviderRules) -> None:
    """Lets an identity pass whose address is the person's own, and the company's.

    Raises:
        ProviderRefusedError: it is not.
    """
    if not identity.email or not (identity.email_verified or rules.trusted_addresses):
        raise refusals.unverified()
    if rules.domains and identity.domain not in rules.domains:
        raise refusals.foreign(identity.domain)


def _name(identity: Identity) -> str:
    try:
        return require_line(identity.name[:_LONGEST_NAME])
    except ValueError:
        return identity.email.partition("@")[0]
