"""The errors an editor can do something about: what happened, and what to do."""

from __future__ import annotations


class WorkbenchError(Exception):
    """Something an editor can mend. Shown as one sentence with its hint, never as a traceback."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class ReaderError(WorkbenchError):
    """A file or page could not be read as text."""


class FetchError(WorkbenchError):
    """A page could not be fetched, or must not be."""

    def __init__(self, message: str, *, hint: str = "", status: int | None = None) -> None:
        super().__init__(message, hint=hint)
        self.status = status
        """What the server answered (404, 410), where it answered."""


class ConfigError(WorkbenchError):
    """A setting cannot be used."""


class SplittingError(WorkbenchError):
    """The splitter cannot do what was asked, such as load a language model."""


class StoreError(WorkbenchError):
    """The database cannot be opened, read or written."""


class ConflictError(StoreError):
    """Somebody else decided on the claim since it was read."""


class UnknownError(WorkbenchError):
    """A name, number or id fits no article, claim, source or rating."""


class RuleError(WorkbenchError):
    """A decision breaks a rule of the desk, such as confirming without evidence."""


class ReportError(WorkbenchError):
    """A report cannot be written."""
