"""A file about to be sent, and where to."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.documents.model import MAX_FILE_BYTES, File
from chalicelib.documents.service.places import Place
from portal.cards import CardRef
from portal.wire import Id, PageQuery, Request, Response

MediaType = Annotated[str, StringConstraints(max_length=127, to_lower=True)]
# What cannot be shown is taken out of a name rather than refused: its sender did not choose it.
GivenName = Annotated[str, StringConstraints(max_length=1000)]
Size = Annotated[int, Field(ge=1, le=MAX_FILE_BYTES, strict=True)]


class FileToSend(Request):
    """A file that is about to be sent."""

    file_name: GivenName
    size: Size
    content_type: MediaType

    def to_file(self) -> File:
        """The domain's form."""
        return File(self.file_name, self.size, self.content_type)


class RequestedFile(FileToSend):
    """A file that was asked for; `place_id` is the place that it was given before and did not come to."""

    place_id: Id | None = None


class PlaceView(Response):
    """Where to post a file: all the fields first, the file last."""

    id: str
    version: int
    url: str
    fields: dict[str, str]

    @classmethod
    def of(cls, place: Place) -> Self:
        """The domain's form as it is sent."""
        return cls(
            id=place.document_id,
            version=place.version,
            url=place.form.url,
            fields=dict(place.form.fields),
        )


class OnCardQuery(PageQuery):
    """A list of what stands on one card, ``?card=deal:01H...``."""

    card: Annotated[str, StringConstraints(max_length=40)]

    def to_ref(self) -> CardRef:
        """The domain's form; raises `InvalidError`."""
        return CardRef.parse(self.card)
