"""Lists commands, keys, formats, kinds and scales from the code into `docs/`, between cog's marks.

python -m scripts.generate_docs [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from cogapp import Cog

from workbench.cli import main as command_line
from workbench.model import KINDS, OPEN_SYMBOL, SCALES
from workbench.reports import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.binding import Binding

ROOT = Path(__file__).parents[1]
GLOBAL_OPTIONS = ("--db", "--as", "--help")
"""Options of every command, told of once."""


def generated_pages() -> list[Path]:
    """The pages that hold something generated."""
    pages = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    return [page for page in pages if page.exists() and "[[[cog" in page.read_text("utf-8")]


def commands() -> str:
    """Every command with its arguments and options."""
    sections = []
    for path, command in _command_paths(command_line, ()):
        context = click.Context(command, info_name=" ".join(("workbench", *path)))
        usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
        options = [
            option
            for option in command.params
            if isinstance(option, click.Option) and option.opts[0] not in GLOBAL_OPTIONS
        ]
        help_text = "\n\n".join(
            " ".join(part.split()) for part in (command.help or "").split("\n\n")
        )
        section = f"## {context.command_path}\n\n```\n{usage}\n```\n\n{help_text}\n"
        if options:
            section += "\n" + _table(("option", "what it does"), map(_option_cells, options))
        sections.append(section)
    return "\n" + "\n".join(sections) + "\n"


def splitting_rules() -> str:
    """Every rule of the splitter with what it looks for."""
    from workbench.splitting.rules import RULES

    rows = ((f"`{name}`", rule.description, rule.example) for name, rule in RULES.items())
    return "\n" + _table(("rule", "what it looks for", "example"), rows) + "\n"


def keys() -> str:
    """Every key of the screens, by screen and group."""
    from workbench.tui.keys import APP_KEYS, CHECK_KEYS, DESK_KEYS, GROUPS, SOURCE_KEYS

    sections = []
    for title, bindings in (
        ("Checking an article", CHECK_KEYS),
        ("Reading a source", SOURCE_KEYS),
        ("The desk", DESK_KEYS),
        ("Everywhere", APP_KEYS),
    ):
        sections.append(f"## {title}\n")
        for group, label in GROUPS.items():
            rows = [_key_cells(key) for key in _bindings(bindings) if _group(key) == group]
            if rows:
                sections.append(_table((label, "action", "what it does"), rows))
    return "\n" + "\n".join(sections) + "\n"


def key_names() -> str:
    """The name under which the settings give keys to each action."""
    from workbench.tui.keys import APP_KEYS, CHECK_KEYS, DESK_KEYS, SOURCE_KEYS

    rows = [
        (f"`{key.id}`", key.description)
        for bindings in (CHECK_KEYS, SOURCE_KEYS, DESK_KEYS, APP_KEYS)
        for key in _bindings(bindings)
    ]
    return "\n" + _table(("name", "action"), rows) + "\n"


def plain_keys() -> str:
    """Every line of the plain review."""
    from workbench.cli.plain_keys import KEYS

    rows = [
        (
            " ".join(f"`{word}`" for word in key.keys),
            f"`{key.words}`" if key.words else "",
            key.help,
        )
        for key in KEYS
    ]
    return "\n" + _table(("line", "followed by", "what it does"), rows) + "\n"


def report_formats() -> str:
    """Every format of a report."""
    rows = [
        (f"`{name}`", format_.label, f"`{format_.suffix}`", format_.description)
        for name, format_ in FORMATS.items()
    ]
    return "\n" + _table(("`--format`", "format", "file", "what it is for"), rows) + "\n"


def readers() -> str:
    """Every kind of file that can be read."""
    from workbench.readers import MEDIA_TYPES, READERS

    rows = [(f"`{suffix}`", _first_sentence(reader)) for suffix, reader in READERS.items()]
    rows += [(f"`{media}`", _first_sentence(reader)) for media, reader in MEDIA_TYPES.items()]
    return "\n" + _table(("suffix or media type", "how it is read"), rows) + "\n"


def kinds() -> str:
    """Every kind of claim."""
    rows = [
        (
            f"`{name}`",
            kind.label,
            str(kind.level),
            kind.description,
            "; ".join(f"“{example.strip('“”')}”" for example in kind.examples),
        )
        for name, kind in KINDS.items()
    ]
    return "\n" + _table(("name", "label", "level", "what it is", "examples"), rows) + "\n"


def scales() -> str:
    """Every verdict of every scale."""
    sections = []
    for scale in SCALES.values():
        rows = [
            (
                entry.symbol,
                f"`{entry.name}`",
                entry.label,
                f"`{entry.key}`",
                entry.description,
                str(entry.need),
            )
            for entry in scale.entries
        ]
        rows.append((OPEN_SYMBOL, "", "No verdict", "", "Nobody decided yet.", ""))
        titles = ("symbol", "name", "label", "key", "when to give it", "needs")
        sections.append(f"## The {scale.name} scale\n\n{_table(titles, rows)}")
    return "\n" + "\n".join(sections) + "\n"


def _command_paths(
    group: click.Group, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    if not path:
        yield path, group
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _command_paths(command, (*path, name))
        else:
            yield (*path, name), command


def _option_cells(option: click.Option) -> tuple[str, str]:
    words = ", ".join(f"`{name}`" for name in option.opts)
    if not option.is_flag:
        choices = "|".join(option.type.choices) if isinstance(option.type, click.Choice) else ""
        words += f" `{choices or option.metavar or option.type.name}`"
    default = ""
    if option.show_default and option.default is not None:
        default = f" Default: `{option.default}`."
    return words, " ".join((option.help or "").split()) + default


def _bindings(bindings: Iterable[object]) -> Iterator[Binding]:
    from textual.binding import Binding

    for binding in bindings:
        if not isinstance(binding, Binding):
            msg = f"a key without an id and a tooltip: {binding}"
            raise TypeError(msg)
        yield binding


def _group(binding: Binding) -> str:
    return (binding.id or "").partition(".")[0]


def _key_cells(binding: Binding) -> tuple[str, str, str]:
    from textual.keys import format_key

    shown = " ".join(f"`{format_key(key.strip())}`" for key in binding.key.split(","))
    return shown, binding.description, binding.tooltip


def _first_sentence(reader: object) -> str:
    return (reader.__doc__ or "").strip().partition("\n")[0]


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [titles, ["---"] * len(titles), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def main(arguments: Sequence[str]) -> int:
    """Write the pages anew, or with `--check` only say which are stale."""
    mode = ["--check"] if "--check" in arguments else ["-r"]
    pages = [str(page) for page in generated_pages()]
    code: int = Cog().main(["cog", *mode, "-I", str(ROOT), *pages])
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
