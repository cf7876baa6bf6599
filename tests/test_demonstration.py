"""The demonstration database in the repository is what the code builds today, and can be looked at."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from workbench.config import Settings
from workbench.errors import StoreError, WorkbenchError
from workbench.model import DEFAULT_SCALE, Rating
from workbench.reports import report_of, written_report
from workbench.review import Workbench
from workbench.review.demonstration import SOURCES, add_example, build_demonstration
from workbench.store.driver import sqlite3

ROOT = Path(__file__).parents[1]
COMMITTED = ROOT / "claims.db"
STALE = "claims.db is not what the code builds today: run `make demo` and commit it"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("demo") / "claims.db"
    build_demonstration(target)
    return target


@pytest.fixture
def committed(tmp_path: Path) -> Path:
    """A copy, as opening it leaves files beside it for a moment."""
    return Path(shutil.copy(COMMITTED, tmp_path))


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Schema and rows, but for the full-text index, which follows from them."""
    with closing(sqlite3.connect(path)) as database:
        schema = database.execute(
            "SELECT name, type, sql FROM sqlite_schema ORDER BY name"
        ).fetchall()
        tables = [name for name, type_, _ in schema if type_ == "table" and "_fts" not in name]
        rows = {
            name: sorted(database.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for name in tables
        }
    return {"schema": schema, **rows}


def opened(path: Path) -> Workbench:
    return Workbench.open(path, editor="Visitor", settings=Settings())


def test_the_committed_database_is_what_the_code_builds(committed: Path, fresh: Path) -> None:
    with opened(committed) as bench, opened(fresh) as built:
        assert bench.document(bench.article("1").id) == built.document(built.article("1").id), STALE
        claims, expected = (
            [(claim.number, claim.claim) for claim in desk.claims(desk.article("1").id)]
            for desk in (bench, built)
        )
        assert claims == expected, STALE
    assert content(committed) == content(fresh), STALE


def test_the_committed_database_is_whole_under_todays_schema(committed: Path) -> None:
    with opened(committed) as bench:
        assert [problem for problem in bench.examine() if problem.check != "sqlite"] == []


def test_building_it_twice_gives_the_same_bytes(fresh: Path, tmp_path: Path) -> None:
    build_demonstration(tmp_path / "again.db")
    assert (tmp_path / "again.db").read_bytes() == fresh.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["again.db"]


def test_it_shows_most_verdicts_evidence_and_two_editors(fresh: Path) -> None:
    with opened(fresh) as bench:
        report = report_of(bench, bench.article("1").id)
    given = {claim.rating.name for claim in report.claims if claim.rating}
    assert given >= {
        Rating.CONFIRMED,
        Rating.CONFIRMED_WITH_CHANGE,
        Rating.WRONG,
        Rating.UNSUPPORTED,
        Rating.NOT_CHECKABLE,
    }
    assert given <= {entry.name for entry in DEFAULT_SCALE.entries}
    assert {claim.decided.editor for claim in report.claims if claim.decided} == {"Mara", "Tom"}
    assert {item.source_number for claim in report.claims for item in claim.evidence} == {1, 2, 3}
    assert report.corrections
    assert report.without_verdict
    assert report.never_looked_at


def test_no_path_of_the_machine_that_built_it_is_inside(fresh: Path) -> None:
    with opened(fresh) as bench:
        written = written_report(report_of(bench, bench.article("1").id), "json").decode()
    assert str(ROOT) not in written
    assert '"examples/article.md"' in written


def test_looking_at_it_changes_no_byte(committed: Path) -> None:
    before = committed.read_bytes()
    with opened(committed) as bench:
        article = bench.article("1").id
        bench.claims(article)
        bench.matches(bench.claim(article, "1").id)
        report_of(bench, article)
    assert committed.read_bytes() == before
    assert [path.name for path in committed.parent.iterdir()] == ["claims.db"]


def test_an_untouched_demonstration_is_replaced(fresh: Path, tmp_path: Path) -> None:
    target = Path(shutil.copy(fresh, tmp_path / "claims.db"))
    build_demonstration(target)
    assert target.read_bytes() == fresh.read_bytes()


def test_work_of_somebody_is_never_replaced(fresh: Path, tmp_path: Path) -> None:
    target = Path(shutil.copy(fresh, tmp_path / "claims.db"))
    with opened(target) as bench:
        bench.write_note(bench.claim(bench.article("1").id, "1").id, "Mine.")
    before = target.read_bytes()
    with pytest.raises(StoreError, match="work of yours"):
        build_demonstration(target)
    assert target.read_bytes() == before


def test_a_demonstration_that_is_open_is_not_replaced(fresh: Path, tmp_path: Path) -> None:
    target = Path(shutil.copy(fresh, tmp_path / "claims.db"))
    with opened(target), pytest.raises(StoreError, match="open in another program"):
        build_demonstration(target)


def test_an_empty_desk_becomes_the_demonstration(tmp_path: Path) -> None:
    target = tmp_path / "claims.db"
    Workbench.open(target, editor="Ida", settings=Settings(), create=True).close()
    build_demonstration(target)
    with opened(target) as bench:
        assert len(bench.articles()) == 1


def test_something_else_is_never_replaced(tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    target.write_text("Dear Ida")
    with pytest.raises(StoreError, match="stays as it is"):
        build_demonstration(target)
    assert target.read_text() == "Dear Ida"


def test_the_example_can_be_put_on_any_desk(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with Workbench.open(path, editor="Ida", settings=Settings(), create=True) as bench:
        article, _ = add_example(bench)
        linked = [Path(source.origin).name for source in bench.sources(article)]
    assert linked == list(SOURCES)


def test_without_its_examples_it_cannot_be_built(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError):
        build_demonstration(tmp_path / "claims.db", examples=tmp_path)
    assert list(tmp_path.iterdir()) == []
