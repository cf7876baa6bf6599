"""Bad input ends in one sentence that says what to do, loses nothing and leaves nothing half-written."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import workbench
from tests.rights import as_nobody, let_anybody_reach
from workbench.cli import main
from workbench.store import Store
from workbench.store.driver import sqlite3

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click.testing import Result

ARTICLE = "The ferry carried 40 people on Monday. It sank in 1998, Ida Holm said.\n"
EIGHT_BITS = "Café owner Zoë Müller said on Monday that 40 people came.".encode("cp1252")


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder with one article on the desk, where commands run."""

    folder: Path

    def run(self, *arguments: str, stdin: bytes | None = None) -> Result:
        # an error that is no sentence fails the test as itself
        return CliRunner().invoke(main, list(arguments), input=stdin, catch_exceptions=False)

    def content(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and os.access(path, os.R_OK)
        }

    def refuses(self, *arguments: str, says: str, stdin: bytes | None = None) -> None:
        """The command could not, said so in one sentence with `says` in it, and changed nothing."""
        before = self.content()
        ended = self.run(*arguments, stdin=stdin)
        assert_sentence(ended.exit_code, ended.stdout, ended.stderr, says)
        assert self.content() == before


def assert_sentence(code: int, stdout: str, stderr: str, says: str) -> None:
    assert code == 1, stderr
    assert stdout == ""
    assert stderr.count("\n") == 1, stderr
    assert stderr.strip().endswith("."), stderr
    assert says in stderr


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WORKBENCH_EDITOR", "Ann")
    made = Desk(tmp_path)
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    assert made.run("add", "article.txt").exit_code == 0
    return made


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file that is no text to read, and the words that must be in the sentence about it."""

    name: str
    make: Callable[[Path], object]
    says: str


def sparse(path: Path) -> None:
    """100 MB that take no room on the disk."""
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)


BAD_FILES = (
    BadFile("empty.txt", lambda path: path.write_bytes(b""), "empty"),
    BadFile("blank.txt", lambda path: path.write_bytes(b" \n\t\n"), "empty"),
    BadFile("binary.txt", lambda path: path.write_bytes(bytes(range(1, 32)) * 99), "binary"),
    BadFile("picture.png", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00"), "picture"),
    BadFile("huge.txt", sparse, "at most"),
    BadFile("nul.txt", lambda path: path.write_bytes(b"A word\x00 and more."), "NUL"),
    BadFile(
        "half.txt",
        lambda path: path.write_bytes("Half \ud800 here.".encode("utf-8", "surrogatepass")),
        "surrogate",
    ),
    BadFile("folder.txt", lambda path: path.mkdir(), "folder"),
    BadFile("missing.txt", lambda path: None, "no file"),
    BadFile("broken.docx", lambda path: path.write_bytes(b"PK\x03\x04 no more"), "broken.docx"),
)


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.name)
def test_an_article_that_is_no_text_is_refused(desk: Desk, bad: BadFile) -> None:
    bad.make(Path(bad.name))
    desk.refuses("add", bad.name, says=bad.says)
    desk.refuses("split", bad.name, says=bad.says)


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.name)
def test_a_source_that_is_no_text_is_refused(desk: Desk, bad: BadFile) -> None:
    bad.make(Path(bad.name))
    desk.refuses("source", "add", "1", bad.name, says=bad.says)


@pytest.mark.parametrize("bad", BAD_FILES[:3], ids=lambda bad: bad.name)
def test_a_first_article_that_is_refused_leaves_no_database(desk: Desk, bad: BadFile) -> None:
    bad.make(Path(bad.name))
    desk.refuses("add", bad.name, "--db", "other.db", says=bad.says)


@pytest.mark.parametrize(
    ("stdin", "says"), [(b"", "empty"), (b"A\x00B", "NUL"), (b"\xed\xa0\x80 half", "surrogate")]
)
def test_bad_standard_input_is_refused(desk: Desk, stdin: bytes, says: str) -> None:
    desk.refuses("add", "-", stdin=stdin, says=says)


def test_a_wrong_encoding_is_refused_and_an_unknown_one_too(desk: Desk) -> None:
    Path("eight.txt").write_bytes(EIGHT_BITS)
    desk.refuses("add", "eight.txt", "--encoding", "utf-8", says="--encoding")
    desk.refuses("add", "eight.txt", "--encoding", "klingon", says="klingon")
    assert desk.run("add", "eight.txt", "--encoding", "cp1252").exit_code == 0


def test_a_guessed_encoding_is_told(desk: Desk) -> None:
    Path("eight.txt").write_bytes(EIGHT_BITS)
    assert "guessed" in desk.run("add", "eight.txt").stderr


def test_an_address_that_must_not_be_fetched_is_refused(desk: Desk) -> None:
    for address in ("http://127.0.0.1/x", "http://169.254.169.254/", "file:///etc/passwd"):
        desk.refuses("add", address, says="")
        desk.refuses("source", "add", "1", address, says="")


def _other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE articles (id INTEGER)")
        database.execute("PRAGMA application_id = 42")
        database.commit()


def _newer(path: Path) -> None:
    shutil.copy("claims.db", path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 999")


def _truncated(path: Path) -> None:
    path.write_bytes(Path("claims.db").read_bytes()[:5000])


BAD_DATABASES = (
    BadFile("text.db", lambda path: path.write_text("no database, but long enough" * 9), "text.db"),
    BadFile("empty.db", lambda path: path.write_bytes(b""), "empty.db"),
    BadFile("other.db", _other_program, "another program"),
    BadFile("newer.db", _newer, "newer"),
    BadFile("cut.db", _truncated, "cut.db"),
    BadFile("folder.db", lambda path: path.mkdir(), "folder"),
    BadFile("missing.db", lambda path: None, "workbench add"),
    BadFile("no/folder.db", lambda path: None, "no folder"),
)


@pytest.mark.parametrize("bad", BAD_DATABASES, ids=lambda bad: bad.name)
def test_what_is_no_claims_database_is_left_alone(desk: Desk, bad: BadFile) -> None:
    bad.make(Path(bad.name))
    desk.refuses("claims", "1", "--db", bad.name, says=bad.says)
    desk.refuses("mark", "1", "1", "unsupported", "--db", bad.name, says=bad.says)
    desk.refuses("doctor", "--db", bad.name, says=bad.says)
    if bad.name != "missing.db":
        desk.refuses("add", "article.txt", "--db", bad.name, says=bad.says)


def test_a_locked_database_is_a_sentence(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    # nobody wants to wait for another writer as long as an editor does
    monkeypatch.setitem(vars(Store)["open"].__func__.__kwdefaults__, "busy_timeout", 0.05)
    with closing(sqlite3.connect("claims.db")) as holder:
        holder.execute("BEGIN IMMEDIATE")
        ended = desk.run("mark", "1", "1", "unsupported")
        assert_sentence(ended.exit_code, ended.stdout, ended.stderr, "locked")
    assert desk.run("mark", "1", "1", "unsupported").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("claims", "9"), "articles 1 to 1"),
        (("claims", "Nowhere"), "Nowhere"),
        (("claims", ""), "article"),
        (("check", "9"), "terminal"),
        (("mark", "1", "999", "unsupported"), "claims 1 to"),
        (("mark", "1", "x\x1b[2J", "unsupported"), "claims 1 to"),
        (("mark", "1", "1", "splendid"), "confirmed-with-change"),
        (("mark", "1", "1", "confirmed"), "evidence"),
        (("mark", "1", "1", "wrong"), "correction or a note"),
        (("mark", "1", "1", "unsupported", "--source", "7"), "source add"),
        (("mark", "1", "1", "unsupported", "--as", ""), "--as NAME"),
        (("clear", "1", "0"), "claims 1 to"),
        (("undo", "1"), "nothing to undo"),
        (("redo", "1"), "nothing to redo"),
        (("report", "9"), "articles 1 to 1"),
        (("report", "1", "-o", "."), "--output"),
        (("backup", "."), "."),
        (("backup", "article.txt"), "article.txt"),
        (("demo", "--output", "claims.db"), "--output"),
        (("demo", "--output", "article.txt"), "--output"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_is_one_sentence(
    desk: Desk, arguments: tuple[str, ...], says: str
) -> None:
    desk.refuses(*arguments, says=says)


@pytest.mark.parametrize(
    "arguments",
    [("mark", "1"), ("claims",), ("nonsense",), ("report", "1", "--format", "pdf"), ("--colour",)],
    ids=" ".join,
)
def test_wrong_usage_is_exit_code_two(desk: Desk, arguments: tuple[str, ...]) -> None:
    before = desk.content()
    ended = desk.run(*arguments)
    assert ended.exit_code == 2
    assert ended.stdout == ""
    assert desk.content() == before


def test_settings_that_cannot_be_used_are_a_sentence(desk: Desk) -> None:
    Path("workbench.toml").write_text("editor = [")
    desk.refuses("claims", "1", says="workbench.toml")
    Path("workbench.toml").write_text("colour = 'red'")
    desk.refuses("claims", "1", says="colour")


def test_a_name_that_is_no_unicode_is_read_and_shown_safely(desk: Desk) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        Path(name).write_text(ARTICLE + "One more.")
    except OSError:
        pytest.skip("this system names files in Unicode only")
    assert desk.run("add", name).exit_code == 0
    assert desk.run("report", "2", "--format", "json").exit_code == 0
    assert desk.run("doctor").exit_code == 0


@pytest.fixture
def shelf(desk: Desk) -> Iterator[Desk]:
    """The desk in a folder that may not be written to."""
    let_anybody_reach(desk.folder)
    desk.folder.chmod(0o555)
    with as_nobody():
        yield desk
    desk.folder.chmod(0o755)


def test_a_read_only_folder_can_be_read_and_not_written(shelf: Desk) -> None:
    assert shelf.run("claims", "1").exit_code == 0
    assert shelf.run("report", "1").exit_code == 0
    shelf.refuses("mark", "1", "1", "unsupported", says="not written")
    shelf.refuses("report", "1", "-o", "report.md", says="--output")
    shelf.refuses("backup", "copy.db", says="folder")
    shelf.refuses("add", "article.txt", "--db", "new.db", says="folder")


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(workbench.__file__).parents[1])}


def ended(*arguments: str, folder: Path, file_size: int | None = None) -> tuple[int, str, str]:
    """How the real command ended, with files of at most `file_size` bytes."""

    def limit() -> None:
        if file_size is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

    process = subprocess.run(
        [sys.executable, "-m", "workbench", *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    return process.returncode, process.stdout, process.stderr


@pytest.fixture
def small_disk(desk: Desk) -> Iterator[Path]:
    """A disk of half a megabyte with the database on it, full but for some kilobytes."""
    mount = shutil.which("mount")
    place = desk.folder / "disk"
    place.mkdir()
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if not mount or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only who may mount a disk can fill one")
    try:
        shutil.copy("claims.db", place)
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_loses_nothing(small_disk: Path) -> None:
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            pass
    long_note = "n" * 50_000
    for arguments in (
        ("mark", "1", "1", "unsupported", "--note", long_note),
        ("report", "1", "--format", "html", "-o", "report.html"),
        ("backup", "copy.db"),
    ):
        code, stdout, stderr = ended(*arguments, folder=small_disk)
        assert_sentence(code, stdout, stderr, "")
        assert "full" in stderr or "No space left" in stderr
        left = {path.name for path in small_disk.iterdir()}
        assert left <= {"claims.db", "claims.db-wal", "claims.db-shm", "filler"}
    filler.unlink()
    assert ended("doctor", folder=small_disk)[0] == 0
    assert '"verdict": null' in ended("claims", "1", "--format", "jsonl", folder=small_disk)[1]
    assert ended("mark", "1", "1", "unsupported", "--note", long_note, folder=small_disk)[0] == 0


def test_a_file_that_may_not_grow_loses_nothing(desk: Desk) -> None:
    long_note = "n" * 100_000
    arguments = ("mark", "1", "1", "unsupported", "--note", long_note)
    code, stdout, stderr = ended(*arguments, folder=desk.folder, file_size=40_000)
    assert_sentence(code, stdout, stderr, "claims.db")
    assert ended("doctor", folder=desk.folder)[0] == 0
    assert desk.run(*arguments).exit_code == 0


def test_the_real_command_shows_a_sentence_and_no_traceback(desk: Desk) -> None:
    code, stdout, stderr = ended("claims", "9", folder=desk.folder)
    assert_sentence(code, stdout, stderr, "articles 1 to 1")
