"""The documents of the demo company: a sheet with a frame and a few rooms, other rooms for another name."""

import zlib
from functools import cache

_WIDTH, _HEIGHT, _EDGE = 842, 595, 40
_ROOMS = 6


@cache
def drawing(name: str) -> bytes:
    """A PDF of one page; the same for the same name."""
    content = "\n".join(["1 w", *map(_rectangle, _rooms(zlib.crc32(name.encode()))), "S"])
    return _document(content.encode("ascii"))


def _rooms(seed: int) -> list[tuple[int, int, int, int]]:
    """The frame, and rectangles whose sides depend on the seed."""
    frame = (_EDGE, _EDGE, _WIDTH - 2 * _EDGE, _HEIGHT - 2 * _EDGE)
    column = frame[2] // _ROOMS
    heights = [120 + (seed >> (4 * number)) % 16 * 22 for number in range(_ROOMS)]
    return [frame, *((_EDGE + n * column, _EDGE, column, h) for n, h in enumerate(heights))]


def _rectangle(sides: tuple[int, int, int, int]) -> str:
    return " ".join(map(str, sides)) + " re"


def _document(content: bytes) -> bytes:
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R/Resources<<>>>>"
        % (_WIDTH, _HEIGHT),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    )
    text, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(text))
        text += b"%d 0 obj%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(text))
    return text + head + tail
