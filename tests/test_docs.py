"""The documentation lists what the code has, and its commands run."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from textual.binding import Binding

from scripts.generate_docs import generated_pages
from scripts.generate_docs import main as generate
from workbench.cli import main
from workbench.model import KINDS, SCALES
from workbench.readers import READERS
from workbench.reports import FORMATS
from workbench.tui.keys import APP_KEYS, CHECK_KEYS, DESK_KEYS, SOURCE_KEYS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
TOURS = [ROOT / "README.md", DOCS / "tutorial.md"]
SCREENS = ("check",)
"""Commands that need a terminal."""


def page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def test_generated_pages_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert generate(["--check"]) == 0, f"run `make docs`: {capsys.readouterr().out}"
    assert {path.stem for path in generated_pages()} >= {
        "commands", "keys", "formats", "kinds", "scales"
    }  # fmt: skip


def test_every_kind_verdict_format_and_reader_is_listed() -> None:
    for name in KINDS:
        assert f"`{name}`" in page("kinds")
    for scale in SCALES.values():
        for entry in scale.entries:
            assert f"`{entry.name}`" in page("scales")
    for format_or_suffix in (*FORMATS, *READERS):
        assert f"`{format_or_suffix}`" in page("formats")


def test_every_command_is_listed() -> None:
    for name in main.commands:
        assert f"## workbench {name}" in page("commands")


def test_every_key_is_listed() -> None:
    for key in (*APP_KEYS, *CHECK_KEYS, *DESK_KEYS, *SOURCE_KEYS):
        assert isinstance(key, Binding)
        assert key.id
        assert key.tooltip
        assert key.tooltip in page("keys")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)", text):
        assert "://" in target or (path.parent / target).exists(), target


def test_every_page_can_be_reached_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for path in DOCS.glob("*.md"):
        assert f"docs/{path.name}" in readme


def test_every_package_is_in_the_architecture() -> None:
    packages = {path.parent.name for path in (ROOT / "workbench").glob("*/__init__.py")}
    for package in packages:
        assert f"| `{package}` |" in page("architecture")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_files_and_modules_that_pages_name_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for named in re.findall(r"`((?:workbench|benchmarks|scripts|examples|docs)/[\w/.-]*)`", text):
        assert (ROOT / named).exists(), named
    for module in re.findall(r"python -m ((?:benchmarks|scripts)\.\w+)", text):
        assert (ROOT / f"{module.replace('.', '/')}.py").exists(), module


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_commands_that_pages_name_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for name, below in re.findall(
        r"(?:`|\$ |^)workbench ([a-z]+)(?: ([a-z]+))?", text, re.MULTILINE
    ):
        command = main.commands.get(name)
        assert command is not None, name
        if below and isinstance(command, click.Group):
            assert below in command.commands, f"{name} {below}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages_name_no_folder_of_one_machine(path: Path) -> None:
    assert not re.search(
        r"(?<![\w.])/(?:home|tmp|work|root|Users)/", path.read_text(encoding="utf-8")
    )


def test_the_changelog_tells_what_is_not_released_yet() -> None:
    assert "## Unreleased" in page("changelog")


def commands_of(path: Path) -> list[str]:
    blocks = re.findall(r"```console\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


@pytest.mark.parametrize("path", TOURS, ids=lambda path: path.name)
def test_the_commands_of_a_tour_run_as_they_stand(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WORKBENCH_EDITOR", "Ada")
    commands = commands_of(path)
    assert len(commands) > 5
    for command in commands:
        name, *arguments = shlex.split(command)
        assert name == "workbench"
        ended = CliRunner().invoke(main, arguments)
        if arguments[0] in SCREENS:
            assert "need a terminal" in ended.stderr
        else:
            assert ended.exit_code == 0, f"{command}: {ended.stderr}"


def test_the_tutorial_shows_every_command_an_editor_needs() -> None:
    shown = {shlex.split(command)[1] for command in commands_of(DOCS / "tutorial.md")}
    assert shown >= set(main.commands) - {"demo"}
