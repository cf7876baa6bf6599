"""The process that opens a PDF file: it may crash or swell, and takes nothing along."""

from __future__ import annotations

import contextlib
import json
import sys

MEMORY = 1536 * 1024 * 1024
CPU_SECONDS = 30
MAX_PAGES = 5000


def limit_resources() -> None:
    """Cap this process's memory, time and files, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Read a PDF file from standard input and write its pages' text as JSON."""
    import pypdfium2

    longest = int(sys.argv[1])
    data = sys.stdin.buffer.read()
    limit_resources()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return 1
    pages: list[str] = []
    length = 0
    for number in range(min(len(document), MAX_PAGES)):
        page = document[number]
        text = page.get_textpage().get_text_bounded()
        # a broken font may give half characters or NULs
        text = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
        length += len(text)
        if length > longest:
            return 1
        pages.append(text)
        page.close()
    sys.stdout.write(json.dumps(pages))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
