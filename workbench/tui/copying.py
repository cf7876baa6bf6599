"""How words get to the clipboard: through the terminal, and through whatever program the machine has for it."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from workbench.model import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.model import ArticleSummary, KeptClaim, Match

PROGRAMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("TMUX", ("tmux", "load-buffer", "-w", "-")),
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
    ("", ("clip.exe",)),
)
"""The variable that must be set, empty for none, and the program that takes the words."""

PATIENCE = 2.0
"""Seconds a program may take."""


def fallback(environment: Mapping[str, str] | None = None) -> tuple[str, ...] | None:
    """The program for terminals that do not take OSC 52; None over a remote line, where it would be the wrong machine's."""
    surroundings = os.environ if environment is None else environment
    is_remote = "SSH_CONNECTION" in surroundings or "SSH_TTY" in surroundings
    for variable, command in PROGRAMS:
        if (
            (not variable or surroundings.get(variable))
            and (not is_remote or variable == "TMUX")
            and shutil.which(command[0], path=surroundings.get("PATH"))
        ):
            return command
    return None


def hand_over(text: str, command: tuple[str, ...]) -> bool:
    """Give `text` to `command`; whether it took it."""
    # it costs start-up time, and most sessions copy nothing
    import subprocess

    try:
        ended = subprocess.run(  # noqa: S603  # a program of ours, and no shell
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0


def claim_words(claim: KeptClaim) -> str:
    return visible(claim.text)


def passage_words(match: Match) -> str:
    """The passage in quotation marks, and where it stands."""
    where = ", ".join(filter(None, (match.source_title, match.passage.place)))
    return visible(f"“{match.passage.text}” ({where})")


def claim_command(article: ArticleSummary, claim: KeptClaim) -> str:
    """The way back to a claim: a command for a terminal, the same whatever is added to the desk."""
    return f"workbench check {article.id} --claim {claim.id}"
