"""The shape of our own language model: what it sees of a word, and how it is built and read from disk."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.splitting.words import word_offsets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

TOKENIZER = "workbench.Words.v1"
COMPONENTS = ("tok2vec", "tagger", "morphologizer", "parser")

# a stretch of this many characters tells most inflections and derivations apart
_PREFIX_LENGTH = 3
_SUFFIX_LENGTH = 3

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
        "\u00ad": None,
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\u2060": None,
    }
    | dict.fromkeys(map(str, range(10)), "0")
)
_SPELLINGS = {"''": '"', "--": "-", "---": "-", "…": "...", "....": "...", "..": "..."}


class Words:
    """The tokenizer that spaCy calls: our words, without any white space between them."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        for start, end in word_offsets(text, 0, len(text)):
            words.append(text[start:end])
            spaces.append(end < len(text) and text[end].isspace())
        return Doc(self.vocab, words=words, spaces=spaces)


def norm(word: str) -> str:
    """`word` in small letters, without typography, every digit a nought."""
    plain = word.translate(_PLAIN).lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain)
    return _SPELLINGS.get(plain, plain)


def shape(word: str) -> str:
    """`Xxxx` for `Word`, `dd` for `42`: kinds of characters, runs cut at four."""
    marks: list[str] = []
    for character in word[:40]:
        if character.isalpha():
            mark = "X" if character.isupper() else "x"
        elif character.isdigit():
            mark = "d"
        else:
            mark = character
        if marks[-4:] != [mark] * 4:
            marks.append(mark)
    return "".join(marks)


def prefix(word: str) -> str:
    return norm(word)[:_PREFIX_LENGTH]


def suffix(word: str) -> str:
    return norm(word)[-_SUFFIX_LENGTH:]


def blank_vocab() -> Vocab:
    """A vocabulary that knows no word and computes the few features the network reads."""
    from spacy import attrs
    from spacy.vocab import Vocab

    return Vocab(
        lex_attr_getters={
            attrs.NORM: norm,
            attrs.PREFIX: prefix,
            attrs.SUFFIX: suffix,
            attrs.SHAPE: shape,
        }
    )


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a network; they decide its speed and its weight on disk."""

    width: int = 96
    """Numbers that stand for one word in its sentence."""

    depth: int = 4
    """Layers, each of which sees one more word to either side."""

    rows: tuple[int, int, int, int] = (5000, 2500, 2500, 1000)
    """Rows of the hashed tables for norm, prefix, suffix and shape."""

    parser_width: int = 128
    """Numbers the parser weighs before each of its steps."""


def blank_pipeline(shape: Shape) -> Language:
    """An untrained pipeline of `shape`: words, tags, parts of speech, dependencies."""
    from spacy.util import load_model_from_config

    _register_tokenizer()
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": shape.width}
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": listener}
    components = {
        "tok2vec": {
            "factory": "tok2vec",
            "model": {
                "@architectures": "spacy.Tok2Vec.v2",
                "embed": {
                    "@architectures": "spacy.MultiHashEmbed.v2",
                    "width": shape.width,
                    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
                    "rows": list(shape.rows),
                    "include_static_vectors": False,
                },
                "encode": {
                    "@architectures": "spacy.MaxoutWindowEncoder.v2",
                    "width": shape.width,
                    "window_size": 1,
                    "maxout_pieces": 3,
                    "depth": shape.depth,
                },
            },
        },
        "tagger": {"factory": "tagger", "model": tagger},
        "morphologizer": {"factory": "morphologizer", "model": tagger},
        "parser": {
            "factory": "parser",
            "min_action_freq": 10,
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "parser",
                "extra_state_tokens": False,
                "hidden_width": shape.parser_width,
                "maxout_pieces": 2,
                "use_upper": True,
                "nO": None,
                "tok2vec": listener,
            },
        },
    }
    return load_model_from_config(
        {
            "nlp": {
                "lang": "xx",
                "pipeline": list(COMPONENTS),
                "tokenizer": {"@tokenizers": TOKENIZER},
            },
            "components": components,
        },
        vocab=blank_vocab(),
        auto_fill=True,
    )


def pipeline_from(folder: Path) -> Language:
    """The trained pipeline that `save` put into `folder`."""
    from spacy.util import load_config, load_model_from_config

    _register_tokenizer()
    language = load_model_from_config(load_config(folder / "config.cfg"), vocab=blank_vocab())
    language.from_disk(folder, exclude=["vocab", "tokenizer"])
    for name in COMPONENTS[1:]:
        # a label is stored by its hash, and the vocabulary came empty
        component: Any = language.get_pipe(name)  # spaCy types it as a mere callable
        for label in component.labels:
            language.vocab.strings.add(label)
    return language


def save(language: Language, folder: Path) -> None:
    """Write `language` into `folder`, without the words it met in training."""
    language.to_disk(folder, exclude=["vocab", "tokenizer"])


def _register_tokenizer() -> None:
    from spacy.util import registry

    if TOKENIZER not in registry.tokenizers:
        registry.tokenizers(TOKENIZER, func=_create_tokenizer)


def _create_tokenizer() -> Callable[[Language], Words]:
    return lambda language: Words(language.vocab)
