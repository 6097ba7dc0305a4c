"""Furnishes an empty portal with the demo company: the first owner is invoked, all the rest is asked for."""

from collections.abc import Callable, Mapping, Sequence

from infra.local.demo import company, crowd
from infra.local.demo.correspondence import Correspondence
from infra.local.demo.maker import Maker, address
from infra.local.demo.past import Past
from infra.local.demo.pipelines import ended, steps
from infra.local.demo.rules import Rules
from infra.local.demo.work import Work

_UNREAD = 5

AddOwner = Callable[[str, str, str], None]
"""Makes the first owner of a name, an address and a password; the second time nothing happens."""


class Furnisher:
    """Makes the company in the order in which one thing needs another."""

    def __init__(self, portal_url: str, smtp_address: tuple[str, int]) -> None:
        self._maker = Maker(portal_url, smtp_address)
        self._work = Work(self._maker)
        self._mail = Correspondence(self._maker)
        self._past = Past(self._maker)
        self._rules = Rules(self._maker)

    def furnish(self, add_owner: AddOwner) -> None:
        """Makes what the README's tour needs.

        Raises:
            LocalError: the portal refused something.
        """
        self._settle(add_owner)
        self._deal_with_clients()
        self._work_on()

    def furnish_all(self, add_owner: AddOwner) -> None:
        """Makes the whole company, most of it from before it had the portal.

        Raises:
            LocalError: the portal refused something.
        """
        self._settle(add_owner)
        self._take_on(company.MORE_EMPLOYEES, company.MORE_HEADS)
        self._maker.each(self._company, crowd.MORE_COMPANIES)
        self._maker.each(self._contact, crowd.MORE_CONTACTS)
        self._maker.each(self._met, crowd.MORE_DEALS)
        self._past.be_brought_in()
        # What the tour shows is made last, so that it stands first in the portal's lists.
        self._deal_with_clients()
        self._work_on()
        self._maker.each(self._end, crowd.MORE_DEALS)
        self._maker.each(self._read, (*company.SELLERS, company.HEAD))

    def _settle(self, add_owner: AddOwner) -> None:
        add_owner(company.OWNER_NAME, address(company.OWNER), company.PASSWORD)
        for name in company.DEPARTMENTS:
            self._maker.make(name, self._maker.owner, "/people/departments", {"name": name})
        self._take_on(company.EMPLOYEES, company.HEADS)
        sales = [self._maker.ids[company.SALES]]
        mailbox = {"address": company.MAILBOX, "name": company.SALES, "department_ids": sales}
        self._maker.make(company.MAILBOX, self._maker.owner, "/communications/mailboxes", mailbox)
        self._rules.be_set()

    def _take_on(self, people: Sequence[company.Employee], heads: Mapping[str, str]) -> None:
        self._maker.each(self._employee, people)
        for department, head in heads.items():
            path = f"/people/departments/{self._maker.ids[department]}"
            self._maker.owner.patch(path, {"head_id": self._maker.ids[head]})

    def _deal_with_clients(self) -> None:
        self._maker.each(self._company, company.COMPANIES)
        self._maker.each(self._contact, company.CONTACTS)
        # The first is made last, so that it stands first in the portal's lists.
        self._maker.each(self._walked, reversed(company.DEALS))

    def _work_on(self) -> None:
        self._account()
        self._mail.come_in()
        self._maker.each(self._lead, company.LEADS)
        self._work.be_done()
        self._mail.be_answered()

    def _read(self, login: str) -> None:
        """It is an ordinary day: of what he was told a person has read all but the last."""
        reader = self._maker.people[login]
        told = reader.get("/notifications?unread=true&limit=100")["items"]
        for each in told[_UNREAD:]:
            reader.post(f"/notifications/{each['id']}/read", {})

    def _employee(self, person: company.Employee) -> None:
        department = person.department
        body = {
            "name": person.name,
            "email": address(person.login),
            "job_title": person.job_title,
            "roles": list(person.roles),
            "department_ids": [self._maker.ids[department]] if department else [],
            "password": company.PASSWORD,
        }
        self._maker.make(person.login, self._maker.owner, "/people/employees", body)

    def _company(self, firm: company.Company) -> None:
        own = self._rules.values("company", firm.key)
        body = {"name": firm.name, "tax_id": firm.tax_id, "own": own}
        self._maker.make(firm.key, self._maker.people[firm.seller], "/crm/companies", body)

    def _contact(self, person: company.Contact) -> None:
        body = {
            "name": person.name,
            "emails": person.emails,
            "phones": [person.phone],
            "job_title": person.job_title,
            "company_id": self._maker.ids[person.company],
        }
        self._maker.make(person.key, self._maker.people[person.seller], "/crm/contacts", body)

    def _walked(self, deal: company.Deal) -> None:
        """A deal that has come through its stages."""
        self._deal(deal, 0)
        for number in steps(deal):
            self._move(deal, number)

    def _met(self, deal: company.Deal) -> None:
        """A deal that was where it is when the portal came; one that has ended is still open for its letters."""
        self._deal(deal, steps(deal)[-2] if ended(deal) else deal.stage)

    def _end(self, deal: company.Deal) -> None:
        if ended(deal):
            self._move(deal, deal.stage)

    def _deal(self, deal: company.Deal, stage: int) -> None:
        body = {
            "title": deal.title,
            "pipeline_id": self._maker.ids[deal.pipeline],
            "stage_id": self._maker.ids[f"{deal.pipeline}/{stage}"],
            "company_id": self._maker.ids[deal.company],
            "contact_ids": [self._maker.ids[contact] for contact in deal.contacts],
            "amount": {"amount": deal.amount, "currency": "RUB"},
            "participant_ids": [self._maker.ids[login] for login in helpers(deal)],
            "own": self._rules.values("deal", deal.key),
        }
        self._maker.make(deal.key, self._maker.people[deal.seller], "/crm/deals", body)

    def _move(self, deal: company.Deal, number: int) -> None:
        move = {"stage_id": self._maker.ids[f"{deal.pipeline}/{number}"]}
        if deal.lost_for and number == deal.stage:
            move["reason"] = deal.lost_for
        path, key = f"/crm/deals/{self._maker.ids[deal.key]}/stage", f"demo-{deal.key}-{number}"
        self._maker.people[deal.seller].post(path, move, key)

    def _lead(self, lead: company.Lead) -> None:
        body = {
            "title": lead.title,
            "name": lead.name,
            "emails": [lead.email],
            "phones": [lead.phone],
            "source": lead.source,
            "status": lead.status,
        }
        self._maker.make(f"lead-{lead.key}", self._maker.people[lead.seller], "/crm/leads", body)

    def _account(self) -> None:
        client = next(c for c in company.CONTACTS if address(company.CLIENT) in c.emails)
        body = {
            "name": client.name,
            "email": address(company.CLIENT),
            "contact_id": self._maker.ids[client.key],
            "password": company.PASSWORD,
        }
        self._maker.make(company.CLIENT, self._maker.owner, "/people/clients", body)


def helpers(deal: company.Deal) -> list[str]:
    """The colleagues who work on a deal beside its seller."""
    notes = [comment.author for comment in company.COMMENTS if comment.deal == deal.key]
    files = [file.author for file in company.FILES if file.deal == deal.key]
    return sorted({*notes, *files} - {deal.seller})
