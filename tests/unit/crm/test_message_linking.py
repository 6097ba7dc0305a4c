"""Messages in the portal on their cards."""

from tests.unit.crm.linking_fakes import Office, received, ref_of

from chalicelib.crm.model.linking import LinkedBy


def test_a_message_stands_on_the_deal_it_was_written_about() -> None:
    """With its whole text, also on a closed deal; the sender is known by his account, not by an address."""
    office = Office()
    office.deal(office.client)
    deal = office.deal(office.client, open=False)
    text = "Добрый день!\nКогда ждать отгрузку?"
    portal = {"channel": "portal", "subject": "", "text": text}
    values = {"card": ref_of(deal), "contact_ids": [office.client.id], "communication": portal}
    message = received(**values)
    link = office.hear(message)
    assert (link.main, link.by) == (deal.ref, LinkedBy.SENT)
    assert link.contact_ids == {office.client.id}
    assert office.standing(message) == {deal.ref, office.client.ref, office.firm.ref}
    (entry,) = office.links.timelines[deal.ref].values()
    assert (entry.kind, entry.direction, entry.text) == ("message", "inbound", text)
    assert (entry.actor.kind, entry.actor.id) == ("client", office.client.id)
    (added,) = office.announced("crm.entry_added")
    assert f"contact:{office.client.id}" in added.audience
