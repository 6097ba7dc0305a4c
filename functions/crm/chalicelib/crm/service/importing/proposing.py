"""Which mapping a file is read by: proposed, kept, and checked."""

from collections.abc import Mapping, Sequence

from chalicelib.crm.model.importing.fields import ID, KEYS, Field, guess
from chalicelib.crm.model.importing.jobs import Import
from chalicelib.crm.model.importing.mappings import Columns, Mode, NamedMapping
from portal.cards import CardKind
from portal.errors import InvalidError

_MOST_NAME = 60


def proposed(
    kind: CardKind, fields: Sequence[Field], mappings: Sequence[NamedMapping], headers: list[str]
) -> Columns:
    """The mapping that was kept for a file with these columns, or a guess."""
    if known := next((m for m in mappings if m.fits(headers)), None):
        return applied(known, headers, {field.name for field in fields})
    columns = tuple(guess(fields, headers))
    key = next((key for key in KEYS[kind] if key in columns), None)
    return Columns(columns, Mode.BOTH, ID if ID in columns else key, makes=True)


def applied(mapping: NamedMapping, headers: Sequence[str], known: set[str]) -> Columns:
    """A kept mapping on a file's columns."""
    names = [mapping.fields.get(header) for header in headers]
    columns = tuple(name if name in known else None for name in names)
    return Columns(columns, mapping.mode, mapping.key, mapping.erases, mapping.makes)


def named(name: str, job: Import, columns: Columns, headers: Sequence[str]) -> NamedMapping:
    """A mapping under a name, by the headings of the file."""
    pairs = zip(headers, columns.columns, strict=False)
    fields: Mapping[str, str] = {header: field for header, field in pairs if header and field}
    return NamedMapping(
        id=name.casefold()[:_MOST_NAME],
        name=name,
        kind=job.kind,
        fields=fields,
        mode=columns.mode,
        key=columns.key,
        erases=columns.erases,
        makes=columns.makes,
    )


def require_fitting(columns: Columns, fields: Sequence[Field], width: int) -> None:
    """Lets a mapping pass that can be followed.

    Raises:
        InvalidError: it names what there is not, names a field twice, or lacks what each card needs.
    """
    known = {field.name for field in fields}
    chosen = [name for name in columns.columns if name]
    if len(columns.columns) > width:
        raise InvalidError.at("/columns", "The file has fewer columns.")
    for index, name in enumerate(columns.columns):
        if name and name not in known:
            raise InvalidError.at(f"/columns/{index}", "There is no such field.")
        if name and columns.columns.index(name) != index:
            raise InvalidError.at(f"/columns/{index}", "Choose each field for one column only.")
    if columns.key and columns.key not in chosen:
        raise InvalidError.at("/key", "Choose a column for the field by which cards are found.")
    if columns.mode is Mode.UPDATE and not columns.key:
        raise InvalidError.at("/key", "Choose by which field cards are found.")
    needed = {field.name for field in fields if field.required}
    if columns.mode is not Mode.UPDATE and needed - set(chosen):
        raise InvalidError.at("/columns", "Choose a column for the name: a new card needs one.")
