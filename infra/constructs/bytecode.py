"""Byte code beside its source: Lambda's folders cannot be written, so each cold start would compile it all anew."""

import py_compile
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import TemporaryDirectory


def bytecode(name: str, source: bytes, root: str) -> tuple[str, bytes]:
    """The name and the content of a module's byte code; `root` is where the module will stand.

    It is by hash and unchecked, so that it is the same on every machine and no start reads the source again.
    Another Python does not find it, and compiles.
    """
    with TemporaryDirectory() as folder:
        module = Path(folder) / Path(name).name
        module.write_bytes(source)
        made = module.with_suffix(".pyc")
        py_compile.compile(
            str(module),
            str(made),
            dfile=f"{root}/{name}",
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        cached = Path(cache_from_source(name))
        return str(cached), made.read_bytes()
