"""Long work in a process of its own: adding an article or linking a source, with news of it, ended at any time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import traceback
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from workbench.config import Settings
from workbench.errors import WorkbenchError
from workbench.review.intake import content_of, reading_of
from workbench.review.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from workbench.model import ArticleId

    News: TypeAlias = Callable[[str, float], object]
    """Takes what goes on, such as `splitting`, and how much of it is done, 0 to 1; 0 where nobody knows."""

NICE = 10
"""How far the work stands back behind the keys."""

# -I keeps the working folder, the environment and the user's start-up files out of it
_COMMAND = (
    sys.executable,
    "-IBc",
    "import sys; sys.path[:] = sys.argv[1:]; from workbench.review import errands; errands.main()",
)


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be done: a path or URL becomes an article, or a source of `article`."""

    path: Path
    """The database."""

    editor: str
    settings: Settings
    reference: str
    article: ArticleId | None = None

    @property
    def name(self) -> str:
        """The last part of the path or URL."""
        return self.reference.rstrip("/").rpartition("/")[2] or self.reference


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an errand."""

    number: int
    """Of the article or the source."""

    title: str
    count: int
    """Of the article's claims, or the source's passages."""

    is_new: bool = True


class Running:
    """An errand in its process. Whatever ends it, nothing half done is kept."""

    def __init__(self, errand: Errand) -> None:
        package = Path(__file__).resolve().parents[2]
        self._process = subprocess.Popen(  # noqa: S603 - our own module, and no words of anybody's
            [*_COMMAND, str(package), *filter(None, sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # a key that stops the screens must not reach it, as its end is ours to bring
            start_new_session=True,
        )
        self._order = asdict(errand) | {
            "path": str(errand.path.absolute()),
            "folder": str(Path.cwd()),
        }
        self.was_ended = False

    def wait(self, told: News) -> Done | None:
        """Hand on the news until the work is done; None where it was ended.

        Raises:
            WorkbenchError: it could not be done.
        """
        # neither is None, as both are pipes
        stdin, stdout = cast(
            "tuple[IO[bytes], IO[bytes]]", (self._process.stdin, self._process.stdout)
        )
        # as JSON says it
        answer: dict[str, Any] = {}
        with self._process, suppress(BrokenPipeError):
            try:
                stdin.write(json.dumps(self._order).encode() + b"\n")
                # kept open: the process ends where its other end closes
                stdin.flush()
                for line in stdout:
                    answer = json.loads(line)
                    if "stage" in answer:
                        told(answer["stage"], answer["share"])
            finally:
                self._process.kill()
        return self._outcome(answer)

    def end(self) -> None:
        self.was_ended = True
        self._process.kill()

    def _outcome(self, answer: dict[str, Any]) -> Done | None:
        if "number" in answer:
            return Done(**answer)
        if self.was_ended:
            return None
        if "message" in answer:
            raise WorkbenchError(answer["message"], hint=answer["hint"])
        if "traceback" in answer:
            # what nobody foresaw is for whoever mends it to see
            raise RuntimeError(answer["traceback"])
        msg = "The work was ended from outside, and nothing was kept."
        raise WorkbenchError(msg, hint="Try again; a smaller text needs less memory.")


def main() -> None:
    """The other end, in the process."""
    order = json.loads(sys.stdin.buffer.readline())
    with suppress(OSError, AttributeError):
        os.nice(NICE)
    threading.Thread(target=_end_with_the_other, daemon=True).start()
    # relative paths are meant from there
    os.chdir(order.pop("folder"))
    errand = Errand(
        Path(order["path"]),
        order["editor"],
        Settings(**order["settings"]),
        order["reference"],
        order["article"],
    )
    try:
        done = _done(errand)
    except WorkbenchError as error:
        _answer(message=error.message, hint=error.hint)
    except Exception:  # noqa: BLE001 - handed on to be raised there
        _answer(traceback=traceback.format_exc())
    else:
        _answer(**asdict(done))
    # the thread that waits for the other end would hold up a usual one
    os._exit(0)


def _done(errand: Errand) -> Done:
    def told(stage: str, share: float) -> None:
        _answer(stage=stage, share=share)

    told("reading", 0.0)
    if errand.article is None:
        # what cannot be read makes no database
        content = content_of(errand.reference)
        told("splitting", 0.0)
        with _opened(errand) as bench:
            added = bench.add_article(*content, told=lambda share: told("splitting", share))
        article = added.article
        return Done(article.number, article.title, article.progress.claims, added.is_new)
    with _opened(errand) as bench:
        reading = reading_of(errand.reference)
        told("looking for passages", 0.0)
        source = bench.link(errand.article, reading)
    return Done(source.number, source.title, source.passage_count)


def _opened(errand: Errand) -> Workbench:
    return Workbench.open(
        errand.path, editor=errand.editor, settings=errand.settings, create=errand.article is None
    )


def _answer(**fields: object) -> None:
    sys.stdout.buffer.write(json.dumps(fields).encode() + b"\n")
    sys.stdout.buffer.flush()


def _end_with_the_other() -> None:
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)
