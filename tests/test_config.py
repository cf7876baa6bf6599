"""Settings come from the desk's file, then the user's, and the environment overrules both."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

import pytest

from workbench.config import FILE_NAME, Settings, editor_name, known_settings, settings_for
from workbench.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's own settings are."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setattr("platformdirs.user_config_dir", lambda name: str(folder))
    return folder


@pytest.fixture
def database(tmp_path: Path, home: Path) -> Path:
    desk = tmp_path / "desk"
    desk.mkdir()
    return desk / "claims.db"


def write(folder: Path, content: str) -> Path:
    path = folder / FILE_NAME
    path.write_text(content, encoding="utf-8")
    return path


def test_without_files_everything_is_left_to_the_program(database: Path) -> None:
    assert settings_for(database, environment={}) == Settings()


def test_the_desk_overrules_the_user_and_the_environment_both(database: Path, home: Path) -> None:
    write(home, 'editor = "Ann"\n[splitting]\nmodel = "theirs"\n[screen]\ntheme = "light"\n')
    write(database.parent, 'editor = "Bob"\n[splitting]\nmodel = "ours"\n')
    environment = {"WORKBENCH_EDITOR": "Cho", "WORKBENCH_THEME": "", "OTHER": "x"}
    assert settings_for(database, environment=environment) == Settings("Cho", "ours", "light")
    environment = {"WORKBENCH_SPLITTING_MODEL": "third", "WORKBENCH_THEME": "dark"}
    assert settings_for(database, environment=environment) == Settings("Bob", "third", "dark")


def test_the_surroundings_of_the_process_count(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_EDITOR", "Dee")
    assert settings_for(database).editor == "Dee"


def test_a_database_in_no_folder_is_no_error_of_the_settings(tmp_path: Path, home: Path) -> None:
    (tmp_path / "file").touch()
    assert settings_for(tmp_path / "none" / "claims.db", environment={}) == Settings()
    assert settings_for(tmp_path / "file" / "claims.db", environment={}) == Settings()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("editor = Ann\n", "are not TOML"),
        ("colour = 'red'\n", "unknown setting: colour"),
        ("[splitting]\ntempo = 'fast'\n", "unknown setting: splitting.tempo"),
        ("editor = 5\n", "The setting editor"),
        ("[screen]\ntheme = ['dark']\n", "The setting screen.theme"),
    ],
)
def test_a_setting_that_cannot_be_used_is_a_sentence(
    database: Path, content: str, sentence: str
) -> None:
    path = write(database.parent, content)
    with pytest.raises(ConfigError) as failure:
        settings_for(database, environment={})
    assert sentence in failure.value.message
    assert str(path) in failure.value.message
    assert failure.value.hint


def test_settings_that_are_no_text_are_a_sentence(database: Path) -> None:
    (database.parent / FILE_NAME).write_bytes(b"editor = '\xff'\n")
    with pytest.raises(ConfigError, match="cannot be read"):
        settings_for(database, environment={})


def test_a_folder_in_place_of_the_settings_is_a_sentence(database: Path) -> None:
    (database.parent / FILE_NAME).mkdir()
    with pytest.raises(ConfigError, match="cannot be read"):
        settings_for(database, environment={})


def test_an_unknown_setting_names_the_known_ones(database: Path) -> None:
    write(database.parent, "colour = 'red'\n")
    with pytest.raises(ConfigError) as failure:
        settings_for(database, environment={})
    assert all(name in failure.value.hint for name in known_settings())
    assert known_settings() == [
        "editor",
        "splitting.model",
        "screen.theme",
        "google.key",
        "keys.ACTION",
        "filters.NAME",
    ]


def test_the_login_name_is_the_last_resort(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "eve")
    assert editor_name(Settings(editor="Ann")) == "Ann"
    assert editor_name(Settings()) == getpass.getuser()


def test_nobody_logged_in_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getuser", nobody)
    with pytest.raises(ConfigError, match="--as NAME"):
        editor_name(Settings())


def test_keys_are_given_to_actions_one_by_one_or_as_a_list(database: Path, home: Path) -> None:
    write(home, '[keys]\n"move.next" = "n"\nwork.undo = "ctrl+z"\n')
    write(database.parent, '[keys]\n"move.next" = ["j", "down"]\n')
    assert settings_for(database, environment={}).keys == {
        "move.next": "j,down",
        "work.undo": "ctrl+z",
    }


@pytest.mark.parametrize("content", ["keys = 3", "[keys]\nmove = 3", '[keys]\n"move.next" = [1]'])
def test_keys_that_are_no_text_are_refused(database: Path, content: str) -> None:
    write(database.parent, content)
    with pytest.raises(ConfigError, match="names no keys"):
        settings_for(database, environment={})


def test_filters_have_names(database: Path, home: Path) -> None:
    write(home, '[filters]\nmoney = "kind:money"\nopen = "verdict:open"\n')
    write(database.parent, '[filters]\nmoney = "kind:money verdict:open"\n')
    assert settings_for(database, environment={}).filters == {
        "money": "kind:money verdict:open",
        "open": "verdict:open",
    }


@pytest.mark.parametrize("content", ["filters = 3", "[filters]\nmoney = 3"])
def test_a_filter_that_is_no_text_is_refused(database: Path, content: str) -> None:
    write(database.parent, content)
    with pytest.raises(ConfigError, match="not texts by name"):
        settings_for(database, environment={})
