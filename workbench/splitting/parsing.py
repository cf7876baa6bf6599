"""Reads the grammar of sentences: which words they have, and which word hangs on which."""

from __future__ import annotations

import re
import threading
from array import array
from bisect import bisect_left, bisect_right
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import SplittingError
from workbench.model import Span
from workbench.splitting.words import word_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from spacy.language import Language
    from spacy.tokens import Doc

OWN_MODEL = Path(__file__).parent / "pipeline"

LONGEST_PARSE = 300
"""Words in a tree; longer sentences are read in stretches of at most so many."""

_WORDS_AT_ONCE = 500
_TREES_AT_ONCE = 250
_SPELLINGS_KEPT = 50_000
_WORDS_KEPT = 20_000
_UNUSED_COMPONENTS = ("ner", "lemmatizer", "senter", "textcat", "entity_linker", "spancat")
_LETTER = re.compile(r"[^\W\d_]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAKS = frozenset(",;:—–-…)”\"'’")


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence as a tree of words: parallel sequences with one entry a word.

    Tags are those of the Penn Treebank, parts of speech and relations those of Universal
    Dependencies, with subtypes (`acl:relcl`); the one root has the relation `root`.
    """

    sentence: int
    """Index among the sentences given. An over-long one comes as several parses."""

    span: Span
    """From the first word to the end of the last, in the whole document."""

    # arrays underneath: a long document has millions of places, and each int is an object
    start: Sequence[int] = field(hash=False)
    end: Sequence[int] = field(hash=False)
    text: tuple[str, ...]
    tag: tuple[str, ...]
    pos: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    """Index of the word it hangs on, in this parse; the root's is its own."""

    _children: list[tuple[int, ...]] = field(
        default_factory=list, init=False, repr=False, compare=False
    )

    def __len__(self) -> int:
        return len(self.start)

    @property
    def root(self) -> int:
        return self.dep.index("root")

    def children(self, word: int) -> tuple[int, ...]:
        """The words that hang on `word`, in order."""
        if not self._children:
            found: list[list[int]] = [[] for _ in self.head]
            for index, head in enumerate(self.head):
                if head != index:
                    found[head].append(index)
            # one step, so that another thread never sees half of it
            self._children[:] = [tuple(below) for below in found]
        return self._children[word]

    def subtree(self, word: int) -> tuple[int, ...]:
        """`word` and all that hangs on it, directly or not, in order."""
        found = [word]
        for above in found:
            found += self.children(above)
        return tuple(sorted(found))

    def subtree_span(self, word: int) -> Span:
        """From the first to the last word of the subtree; a crossing tree may leave gaps."""
        words = self.subtree(word)
        return Span(self.start[words[0]], self.end[words[-1]])

    def ancestors(self, word: int) -> Iterator[int]:
        """The words above `word`, nearest first, up to the root."""
        while self.head[word] != word:
            word = self.head[word]
            yield word

    def words_in(self, span: Span) -> range:
        """The words that lie inside `span` of the document."""
        return range(bisect_left(self.start, span.start), bisect_right(self.end, span.end))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that are parsed together, before they are."""

    sentence: int
    words: list[tuple[int, int]]


class Pipeline:
    """A loaded language model. Threads may share one; they take turns."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._lock = threading.Lock()
        self._names: dict[int, str] = {}

    def parses(self, text: str, sentences: Sequence[Span]) -> Iterator[Parse]:
        """The trees of `sentences` of `text`, in order; a sentence without a word has none.

        They are read a few thousand words at a time, while the caller takes them.
        """
        # most words of a long document are repeated, and each is kept once
        spellings: dict[str, str] = {}
        waiting: list[_Stretch] = []
        words = 0
        for stretch in _stretches(text, sentences):
            waiting.append(stretch)
            words += len(stretch.words)
            if words >= _WORDS_AT_ONCE or len(waiting) == _TREES_AT_ONCE:
                yield from self._parses_of(text, waiting, spellings)
                waiting, words = [], 0
                if len(spellings) > _SPELLINGS_KEPT:
                    spellings.clear()
        yield from self._parses_of(text, waiting, spellings)

    def _parses_of(
        self, text: str, stretches: list[_Stretch], spellings: dict[str, str]
    ) -> list[Parse]:
        texts = [
            [spellings.setdefault(word, word) for word in _words(text, stretch)]
            for stretch in stretches
        ]
        readable = [any(map(_LETTER.search, words)) for words in texts]
        with self._lock, self._room_for_words():
            docs = iter(
                self._language.pipe(
                    [
                        self._doc(text, stretch, words)
                        for stretch, words, has_letters in zip(
                            stretches, texts, readable, strict=True
                        )
                        if has_letters
                    ],
                    batch_size=len(stretches),
                )
            )
            return [
                self._parse(stretch, words, next(docs)) if has_letters else _flat(stretch, words)
                for stretch, words, has_letters in zip(stretches, texts, readable, strict=True)
            ]

    def _room_for_words(self) -> AbstractContextManager[object]:
        """Keeps the first words it meets for good; later ones are forgotten, to bound the memory."""
        if len(self._language.vocab) < _WORDS_KEPT:
            return nullcontext()
        room: AbstractContextManager[object] = self._language.memory_zone()
        return room

    def _doc(self, text: str, stretch: _Stretch, words: list[str]) -> Doc:
        from spacy.tokens import Doc

        following = [start for start, _ in stretch.words[1:]]
        return Doc(
            self._language.vocab,
            # a lone surrogate has no UTF-8, which spaCy stores words in
            words=[_LONE_SURROGATE.sub("\ufffd", word) for word in words],
            spaces=[
                end < after
                for (_, end), after in zip(stretch.words, [*following, len(text)], strict=True)
            ],
            # the sentences are given, and the parser must not find more
            sent_starts=[index == 0 for index in range(len(words))],
        )

    def _parse(self, stretch: _Stretch, words: list[str], doc: Doc) -> Parse:
        from spacy.attrs import DEP, HEAD, POS, TAG

        columns = doc.to_array([TAG, POS, DEP, HEAD]).T.astype("int64").tolist()
        tags, parts, relations, steps = columns
        heads = [index + step for index, step in enumerate(steps)]
        deps = [self._name(relation) for relation in relations]
        roots = [index for index, head in enumerate(heads) if head == index]
        root = roots[0]
        deps[root] = "root"
        for other in roots[1:]:
            heads[other] = root
            deps[other] = "punct" if self._name(parts[other]) == "PUNCT" else "parataxis"
        return _tree(
            stretch,
            words,
            tag=tuple(map(self._name, tags)),
            pos=tuple(map(self._name, parts)),
            dep=tuple(deps),
            head=tuple(heads),
        )

    def _name(self, key: int) -> str:
        name = self._names.get(key)
        if name is None:
            name = self._names[key] = self._language.vocab.strings[key % 2**64]
        return name


_pipelines: dict[str | None, Pipeline] = {}
_loading = threading.Lock()


def load(name: str | None = None) -> Pipeline:
    """Our own model, or the installed spaCy pipeline `name`; read once a process.

    Raises:
        SplittingError: there is no such pipeline, its files are broken, or it finds no grammar.
    """
    with _loading:
        if name not in _pipelines:
            _pipelines[name] = Pipeline(_own_language() if name is None else _language(name))
        return _pipelines[name]


def parses(text: str, sentences: Sequence[Span], *, model: str | None = None) -> Iterator[Parse]:
    """The trees of `sentences` of `text`, in order, read by `model` or else by our own."""
    return load(model).parses(text, sentences)


def _own_language() -> Language:
    from workbench.splitting.network import pipeline_from

    try:
        return pipeline_from(OWN_MODEL)
    # each part of spaCy reports a damaged file in its own way
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        msg = "The language model that comes with the workbench is missing or damaged."
        raise SplittingError(msg, hint="Install the workbench again.") from error


def _language(name: str) -> Language:
    import spacy

    try:
        language = spacy.load(name, exclude=_UNUSED_COMPONENTS)
    except (OSError, ValueError, KeyError, TypeError, ImportError, AttributeError) as error:
        msg = f"The language model {name} cannot be loaded: {_first_sentence(error)}"
        hint = "Install a spaCy pipeline of that name, or take splitting.model out of the settings."
        raise SplittingError(msg, hint=hint) from error
    if not language.has_pipe("parser"):
        msg = f"The language model {name} finds no grammar: it has no parser."
        hint = "Name a spaCy pipeline that was trained on Universal Dependencies."
        raise SplittingError(msg, hint=hint)
    return language


def _first_sentence(error: Exception) -> str:
    words = " ".join(str(error).split()).partition(". ")[0].rstrip(".")
    return f"{words}."


def _words(text: str, stretch: _Stretch) -> Iterator[str]:
    return (text[start:end] for start, end in stretch.words)


def _stretches(text: str, sentences: Sequence[Span]) -> Iterator[_Stretch]:
    """The words of each sentence, in stretches that a tree can hold."""
    for index, sentence in enumerate(sentences):
        words: list[tuple[int, int]] = []
        for word in word_offsets(text, sentence.start, sentence.end):
            if len(words) == LONGEST_PARSE:
                cut = _best_cut(text, words)
                yield _Stretch(index, words[:cut])
                words = words[cut:]
            words.append(word)
        if words:
            yield _Stretch(index, words)


def _best_cut(text: str, words: list[tuple[int, int]]) -> int:
    """How many of `words` to take: up to a comma or the like, else to white space, else all."""
    at_space = 0
    for count in range(len(words) - 1, len(words) // 2, -1):
        start, end = words[count - 1]
        before_space = words[count][0] > end
        if before_space and text[start:end] in _BREAKS:
            return count
        if before_space and not at_space:
            at_space = count
    return at_space or len(words)


def _flat(stretch: _Stretch, words: list[str]) -> Parse:
    """Words without a letter among them: figures and signs have no grammar to find."""
    figures = [any(map(str.isdigit, word)) for word in words]
    count = len(words)
    return _tree(
        stretch,
        words,
        tag=tuple("CD" if figure else "NFP" for figure in figures),
        pos=tuple("NUM" if figure else "PUNCT" for figure in figures),
        dep=("root", *("dep" if figure else "punct" for figure in figures[1:])),
        head=(0,) * count,
    )


def _tree(
    stretch: _Stretch,
    words: list[str],
    *,
    tag: tuple[str, ...],
    pos: tuple[str, ...],
    dep: tuple[str, ...],
    head: tuple[int, ...],
) -> Parse:
    starts, ends = zip(*stretch.words, strict=True)
    return Parse(
        sentence=stretch.sentence,
        span=Span(starts[0], ends[-1]),
        start=array("q", starts),
        end=array("q", ends),
        text=tuple(words),
        tag=tag,
        pos=pos,
        dep=dep,
        head=head,
    )
