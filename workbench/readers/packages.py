"""Opens the ZIP packages of office documents: how much may come out of one, and what must not be in it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from workbench.errors import ReaderError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from workbench.readers.received import Received

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the files of old Office programs begin, and what new ones wrap a locked document in."""

MAX_MEMBERS = 4096
MAX_PART = 64 * 1024 * 1024
"""Bytes of one XML part, unpacked: a book of a million words has about 20 MB."""

MAX_UNPACKED = 512 * 1024 * 1024
MAX_RATIO = 400
"""XML packs about 20 to 1; repeated tables reach 100. Bombs start at 1000."""


def opened_package(received: Received) -> zipfile.ZipFile:
    """The package, its declared sizes checked.

    Raises:
        ReaderError: it is damaged, or unpacks to far more than a document holds.
    """
    if received.data.startswith(_OLD):
        if "EncryptedPackage".encode("utf-16-le") in received.data:
            msg = f"{received.name} is locked with a password."
            hint = "Open it with the password, and save a copy without one."
            raise ReaderError(msg, hint=hint)
        msg = f"{received.name} is an old Office file."
        raise ReaderError(msg, hint="Save it as DOCX or XLSX and try again.")
    try:
        package = zipfile.ZipFile(io.BytesIO(received.data))
        members = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        msg = f"{received.name} is damaged, or is not an office document."
        raise ReaderError(
            msg, hint="Open it in the program that made it, and save it again."
        ) from error
    unpacked = sum(member.file_size for member in members)
    if (
        len(members) > MAX_MEMBERS
        or unpacked > MAX_UNPACKED
        or unpacked > MAX_RATIO * max(len(received.data), 4096)
    ):
        package.close()
        msg = f"{received.name} unpacks to far more than a document holds, so it was not read."
        raise ReaderError(msg, hint="Copy its text into a new document.")
    return package


def xml_part(package: zipfile.ZipFile, part: str, name: str) -> _Element | None:
    """The root of one XML part, or None where the package has no such part.

    Raises:
        ReaderError: it is damaged, too large, or declares a document type.
    """
    # lxml costs start-up time
    from lxml import etree

    try:
        with package.open(part) as stream:
            # the declared size is the packer's word: what comes out is counted
            data = stream.read(MAX_PART + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        msg = f"{name} is damaged or locked with a password."
        raise ReaderError(
            msg, hint="Open it in the program that made it, and save it again."
        ) from error
    if len(data) > MAX_PART:
        msg = f"{name} unpacks to far more than a document holds, so it was not read."
        raise ReaderError(msg, hint="Copy its text into a new document.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if any(problem.type_name == "ERR_NO_MEMORY" for problem in parser.error_log):
            raise MemoryError from error
        msg = f"{name} is damaged: its text is not well-formed."
        raise ReaderError(
            msg, hint="Open it in the program that made it, and save it again."
        ) from error
    if root.getroottree().docinfo.internalDTD is not None or b"<!DOCTYPE" in data[:4096]:
        msg = f"{name} holds a document type declaration, which no office document needs."
        raise ReaderError(msg, hint="Copy its text into a new document.")
    return root
