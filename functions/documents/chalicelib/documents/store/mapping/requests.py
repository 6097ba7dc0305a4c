"""Between requests for files and their items."""

from chalicelib.documents.model import File, Slot, State, Terms, UploadRequest
from chalicelib.documents.store.items import RequestItem, SlotMap
from chalicelib.documents.store.mapping.attributes import present, to_access
from portal.cards import CardRef
from portal.clock import from_wire, to_wire


def requests_of(card: CardRef) -> str:
    """The partition of a card's requests in the indexes by card."""
    return f"requests#{card}"


def to_request_item(request: UploadRequest) -> RequestItem:
    """The item of a request."""
    terms, access = request.terms, request.access
    partition = requests_of(access.card)
    return RequestItem(
        f"request#{request.token_hash}",
        "record",
        id=request.id,
        note=terms.note,
        ends_at=to_wire(terms.expires_at),
        max_bytes=terms.max_bytes,
        content_types=list(terms.content_types),
        max_files=terms.max_files,
        card=str(access.card),
        shared_with_client=access.shared_with_client,
        requested_by=request.requested_by,
        created_at=to_wire(request.created_at),
        slots=[_to_slot_map(slot) for slot in request.slots],
        withdrawn=request.withdrawn,
        card_key=partition,
        order=request.id,
        **present(
            audience=set(access.audience) or None,
            client_card_key=partition if access.shared_with_client else None,
            lock=request.lock,
        ),
    )


def to_request(item: RequestItem) -> UploadRequest:
    """The inverse of `to_request_item`."""
    terms = Terms(
        item.note,
        from_wire(item.ends_at),
        int(item.max_bytes),
        tuple(item.content_types),
        int(item.max_files),
    )
    return UploadRequest(
        id=item.id,
        token_hash=item.pk.partition("#")[2],
        terms=terms,
        access=to_access(item),
        requested_by=item.requested_by,
        created_at=from_wire(item.created_at),
        slots=tuple(map(_to_slot, item.slots)),
        withdrawn=item.withdrawn,
        lock=item.lock,
    )


def _to_slot_map(slot: Slot) -> SlotMap:
    return SlotMap(  # type: ignore[no-untyped-call]  # PynamoDB leaves it so
        document_id=slot.document_id,
        name=slot.file.name,
        size=slot.file.size,
        content_type=slot.file.content_type,
        until=to_wire(slot.until),
        state=str(slot.state),
        **present(reason=slot.reason),
    )


def _to_slot(item: SlotMap) -> Slot:
    file = File(item.name, int(item.size), item.content_type)
    return Slot(item.document_id, file, from_wire(item.until), State(item.state), item.reason)
