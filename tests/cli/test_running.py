"""Every command ends with a code a program can act on, and a sentence an editor can."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

import workbench
from workbench.cli import main
from workbench.cli.running import CouldNotError, desk_options, failures_as_sentences

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def commands(group: click.Group, *path: str) -> list[tuple[str, ...]]:
    paths: list[tuple[str, ...]] = []
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            paths += commands(command, *path, name)
        else:
            paths.append((*path, name))
    return paths


@pytest.mark.parametrize("path", commands(main), ids=" ".join)
def test_every_command_takes_a_database_and_an_editor(run: Run, path: tuple[str, ...]) -> None:
    shown = run(*path, "--help").output
    assert "--db FILE" in shown
    assert "--as NAME" in shown


@pytest.mark.parametrize("path", commands(main), ids=" ".join)
def test_every_command_and_option_says_what_it_is_for(run: Run, path: tuple[str, ...]) -> None:
    command: click.Command = main
    for name in path:
        assert isinstance(command, click.Group)
        command = command.commands[name]
    assert command.help
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help, parameter.name


def test_the_database_named_last_counts(run: Run, desk: Path) -> None:
    assert run("--db", "first.db", "add", "article.txt", "--db", "second.db").exit_code == 0
    assert not (desk / "first.db").exists()
    assert (desk / "second.db").exists()


def test_the_editor_can_be_named_before_the_command_and_behind_it(run: Run) -> None:
    run("--as", "Bo", "add", "article.txt")
    run("--as", "Bo", "mark", "1", "1", "unsupported")
    run("mark", "1", "2", "unsupported", "--as", "Cy")
    listed = run("claims", "1", "--format", "jsonl").stdout
    assert '"editor": "Bo"' in listed
    assert '"editor": "Cy"' in listed


def test_wrong_usage_ends_with_two(run: Run) -> None:
    assert run("nonsense").exit_code == 2
    assert run("add").exit_code == 2
    assert run("claims", "1", "--format", "yaml").exit_code == 2


def test_what_cannot_be_done_ends_with_one_and_one_line_on_stderr(run: Run) -> None:
    ended = run("claims", "1")
    assert ended.exit_code == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert "workbench add" in ended.stderr


def test_the_screens_ask_for_a_terminal(run: Run) -> None:
    run("add", "article.txt")
    for arguments in ([], ["check", "1"]):
        ended = run(*arguments)
        assert ended.exit_code == 1
        assert "terminal" in ended.stderr


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (KeyboardInterrupt(), "Stopped"),
        (MemoryError(), "memory"),
        (OSError(28, "No space left on device", "claims.db"), "No space left on device"),
    ],
)
def test_what_a_person_or_machine_did_is_a_sentence(error: BaseException, words: str) -> None:
    with pytest.raises(CouldNotError, match=words), failures_as_sentences():
        raise error


def test_a_mistake_of_ours_stays_an_error() -> None:
    with pytest.raises(ZeroDivisionError), failures_as_sentences():
        1 / 0  # noqa: B018 - the mistake


def test_a_reader_that_has_enough_ends_the_command_quietly(run: Run, desk: Path) -> None:
    (desk / "long.txt").write_text("It rained in Lund on Monday. " * 300)
    assert run("add", "long.txt").exit_code == 0
    with subprocess.Popen(
        [sys.executable, "-m", "workbench", "claims", "1", "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=desk,
        env=environment(),
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) in {0, 1}


def test_a_full_output_is_a_sentence(run: Run, desk: Path) -> None:
    run("add", "article.txt")
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        ended = subprocess.run(
            [sys.executable, "-m", "workbench", "report", "1"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=desk,
            env=environment(),
            check=False,
        )
    assert ended.returncode == 1
    assert b"No space left" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_a_terminal_without_our_symbols_shows_question_marks(run: Run, desk: Path) -> None:
    run("add", "article.txt")
    shown, reported = (
        subprocess.run(
            [sys.executable, "-m", "workbench", *arguments],
            capture_output=True,
            cwd=desk,
            env={**environment(), "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
            check=True,
        ).stdout
        for arguments in (["claims", "1"], ["report", "1"])
    )
    assert b"?" in shown
    assert "○" in reported.decode("utf-8")


def test_options_can_be_given_to_a_command_of_anybody() -> None:
    @click.command()
    @desk_options
    def anything() -> None: ...

    assert {"--db", "--as"} <= {name for option in anything.params for name in option.opts}


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(workbench.__file__).parents[1])}
