"""How the demonstration database is built: the same content each time, and never over work of yours."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import workbench
from workbench.config import Settings
from workbench.errors import StoreError, UnknownError, WorkbenchError
from workbench.model import ClaimKind, Progress, Rating, SourceKind, Span, Stance
from workbench.review import intake
from workbench.review.clock import steady_clock
from workbench.review.ids import seeded_ids
from workbench.review.workbench import CANDIDATES, Workbench

if TYPE_CHECKING:
    from workbench.model import ArticleId, Document, KeptClaim, Match, SourceId

ARTICLE = "article.md"
FOLDER = "examples"
TRANSCRIPT, BRIEFING, HISTORY = SOURCES = ("transcript.txt", "briefing.html", "history.docx")
KINDS = {
    TRANSCRIPT: SourceKind.PRIMARY,
    BRIEFING: SourceKind.PRIMARY,
    HISTORY: SourceKind.SECONDARY,
}
FIRST_EDITOR, SECOND_EDITOR = "Mara", "Tom"
START = datetime(2026, 1, 14, 9, 0, tzinfo=UTC)
STEP = timedelta(seconds=41)
SEED = 14


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing an editor of the demonstration decides."""

    words: str
    """Of the claim, as they stand once in the article."""

    kind: ClaimKind
    rating: Rating | None = None
    """None leaves the claim without a verdict."""

    source: str = ""
    """Name of the source's file, where the decision rests on one."""

    passage: str = ""
    """Words of the passage that is accepted."""

    stance: Stance = Stance.SUPPORTS
    note: str | None = None
    correction: str | None = None
    reason: str | None = None


FIRST_DEEDS = (
    Deed(
        "first full summit", ClaimKind.RANK, Rating.CONFIRMED, BRIEFING, "their first full summit"
    ),
    Deed(
        "third meeting in less than three months",
        ClaimKind.RANK,
        Rating.CONFIRMED,
        BRIEFING,
        "third meeting of the two leaders",
    ),
    Deed(
        "October 12",
        ClaimKind.TIME,
        Rating.WRONG,
        BRIEFING,
        "took office as Prime Minister of Japan",
        Stance.REFUTES,
        correction="October 21",
    ),
    Deed(
        "24 officials",
        ClaimKind.QUANTITY,
        Rating.WRONG,
        BRIEFING,
        "delegation of 42 officials",
        Stance.REFUTES,
        note="The figures were swapped.",
        correction="42 officials",
    ),
    Deed("180 workers", ClaimKind.QUANTITY, Rating.CONFIRMED, HISTORY, "180 workers were killed"),
    Deed("136", ClaimKind.QUANTITY, Rating.CONFIRMED, HISTORY, "136 Koreans"),
    Deed("1942", ClaimKind.TIME, Rating.CONFIRMED, HISTORY, "happened in 1942"),
    Deed("1910 to 1945", ClaimKind.TIME, Rating.CONFIRMED, HISTORY, "from 1910 to 1945"),
    Deed("$500 million", ClaimKind.MONEY, Rating.CONFIRMED, HISTORY, "$500 million"),
)
"""What the first editor does, in this order."""

SECOND_DEEDS = (
    Deed(
        "We want two days without surprises",
        ClaimKind.QUOTE,
        Rating.CONFIRMED,
        TRANSCRIPT,
        "two days without surprises",
    ),
    Deed(
        "Nobody in either capital can afford another lost decade",
        ClaimKind.QUOTE,
        Rating.CONFIRMED,
        TRANSCRIPT,
        "another lost decade",
    ),
    Deed(
        "about 300 journalists",
        ClaimKind.QUANTITY,
        Rating.CONFIRMED,
        BRIEFING,
        "304 journalists",
    ),
    Deed(
        "Both governments want to keep a fragile friendship steady",
        ClaimKind.EVENT,
        Rating.NOT_CHECKABLE,
        note="What they want is theirs to say: attribute it.",
    ),
    Deed(
        "China presses harder on its neighbours",
        ClaimKind.EVENT,
        Rating.UNSUPPORTED,
        note="None of the three sources says so.",
    ),
    Deed(
        "Officials in Tokyo called it the first full summit",
        ClaimKind.ATTRIBUTION,
        Rating.CONFIRMED_WITH_CHANGE,
        BRIEFING,
        "third meeting of the two leaders",
        correction="The summit’s press desk called it",
        note="The press desk says it, and nobody in Tokyo that we know of.",
    ),
    Deed(
        "Divers brought up the first bones last year",
        ClaimKind.EVENT,
        Rating.CONFIRMED,
        HISTORY,
        "Divers found the first bones",
    ),
    Deed(
        "Media reports said the two leaders may agree",
        ClaimKind.ATTRIBUTION,
        note="Which reports? Ask the writer.",
    ),
)
"""What the second editor does; the quotation without its “not” and the wrong weekday are left to find."""


def build_demonstration(target: Path, *, examples: Path | None = None) -> Progress:
    """Build the database at `target` from the folder `examples`; how far its article is checked.

    Raises:
        StoreError: something else than an untouched demonstration is at `target`.
        UnknownError: the examples are missing, or a decision fits no claim of theirs.
    """
    _refuse_work(target)
    folder = examples or examples_folder()
    place = target.absolute().parent
    try:
        with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=place) as workshop:
            unfinished = Path(workshop) / "claims.db"
            progress = _build(unfinished, folder)
            unfinished.replace(target)
    except OSError as error:
        msg = f"The demonstration cannot be written to {target}: {error.strerror}."
        raise StoreError(msg, hint="Name another place with --output.") from error
    return progress


def add_example(
    bench: Workbench, folder: Path | None = None
) -> tuple[ArticleId, dict[str, SourceId]]:
    """Put the example article on the desk and link its sources; which is which, by file name."""
    place = folder or examples_folder()
    article = bench.add_article(*_example(place, ARTICLE)).article.id
    sources = {name: bench.link_document(article, *_example(place, name)).id for name in SOURCES}
    for name, kind in KINDS.items():
        bench.sourcing.set_kind(sources[name], kind)
    return article, sources


def _example(folder: Path, name: str) -> tuple[bytes, Document]:
    content, document = intake.content_of(str(folder / name))
    # the same on every machine, wherever the folder is
    return content, replace(document, origin=f"{FOLDER}/{name}")


def examples_folder() -> Path:
    """Where the examples are.

    Raises:
        UnknownError: they are not installed.
    """
    package = Path(workbench.__file__).parent
    # in the package where it is installed, beside it where it is developed
    for folder in (package / FOLDER, package.parent / FOLDER):
        if (folder / ARTICLE).is_file():
            return folder
    msg = "The examples are not installed here."
    raise UnknownError(msg, hint="Install the workbench again, or run it in its own folder.")


def _build(path: Path, folder: Path) -> Progress:
    clock, ids = (
        steady_clock(START, step=STEP),
        seeded_ids(int(START.timestamp()) * 1000, seed=SEED),
    )

    def opened(editor: str) -> Workbench:
        return Workbench.open(
            path, editor=editor, settings=Settings(), create=True, clock=clock, ids=ids
        )

    with opened(FIRST_EDITOR) as bench:
        article, sources = add_example(bench, folder)
        for deed in FIRST_DEEDS:
            _do(bench, article, sources, deed)
    with opened(SECOND_EDITOR) as bench:
        for deed in SECOND_DEEDS:
            _do(bench, article, sources, deed)
        return bench.progress(article)


def _do(bench: Workbench, article: ArticleId, sources: dict[str, SourceId], deed: Deed) -> None:
    claim = _claim_meant(bench, article, deed)
    if deed.passage:
        match = _match_meant(bench, claim, sources, deed)
        bench.accept(claim.id, match.passage.id, deed.stance)
    if deed.rating:
        bench.mark(
            claim.id, deed.rating, note=deed.note, correction=deed.correction, reason=deed.reason
        )
    elif deed.note is not None:
        bench.write_note(claim.id, deed.note)


def _claim_meant(bench: Workbench, article: ArticleId, deed: Deed) -> KeptClaim:
    """The shortest claim of that kind around the words, or else in them."""
    text = bench.document(article).text
    if text.count(deed.words) != 1:
        msg = f"The example article does not say “{deed.words}” once."
        raise UnknownError(msg, hint="Mend the example, or what is decided about it.")
    start = text.index(deed.words)
    wanted = Span(start, start + len(deed.words))
    fitting = [
        claim
        for claim in bench.claims(article)
        if claim.kind is deed.kind and (wanted in claim.span or claim.span in wanted)
    ]
    if not fitting:
        msg = f"The example article has no {deed.kind} claim “{deed.words}”."
        raise UnknownError(msg, hint="Mend the splitting, or what is decided about the example.")
    return min(fitting, key=lambda claim: abs(len(claim.span) - len(wanted)))


def _match_meant(
    bench: Workbench, claim: KeptClaim, sources: dict[str, SourceId], deed: Deed
) -> Match:
    for match in bench.matches(claim.id, limit=CANDIDATES):
        if match.passage.source_id == sources[deed.source] and deed.passage in match.passage.text:
            return match
    msg = f"No passage “{deed.passage}” of {deed.source} is offered for “{deed.words}”."
    raise UnknownError(msg, hint="Mend the ranking, or what is decided about the example.")


def _refuse_work(target: Path) -> None:
    """Only an empty desk, or a demonstration that nobody worked on, may be replaced."""
    if not target.exists():
        return
    elsewhere = "Name another place with --output, or move that file away."
    try:
        with Workbench.open(target, editor=FIRST_EDITOR, settings=Settings()) as bench:
            editors = {
                event.editor for article in bench.articles() for event in bench.events(article.id)
            }
            origins = {article.origin for article in bench.articles()}
    except WorkbenchError as error:
        msg = f"{target} is something else than the demonstration, and stays as it is."
        raise StoreError(msg, hint=elsewhere) from error
    if not origins <= {f"{FOLDER}/{ARTICLE}"} or not editors <= {FIRST_EDITOR, SECOND_EDITOR}:
        msg = f"{target} holds work of yours, and stays as it is."
        raise StoreError(msg, hint=elsewhere)
    if target.with_name(f"{target.name}-wal").exists():
        msg = f"{target} is open in another program."
        raise StoreError(msg, hint="Close it there, and try again.")
