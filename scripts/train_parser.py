"""Trains the language model of the splitter: `python -m scripts.train_parser --data DIR --output DIR`."""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.treebank import TreebankSentence, TreebankWord, treebank_sentences
from workbench.splitting.network import Shape, blank_pipeline, save

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.training import Example

TRAINING_FILES = ("ewt-train.conllu.gz", "gum-train.conllu.gz")
DEVELOPMENT_FILES = ("ewt-dev.conllu.gz", "gum-dev.conllu.gz")


META = {
    "name": "english_dependencies",
    "version": "1.0.0",
    "description": "Tags, parts of speech and dependencies of English; see docs/model-card.md.",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
        {"name": "GUM (academic, bio, court, interview, voyage)", "license": "CC BY, CC BY-SA"},
    ],
}


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what the trained weights are, apart from the treebank."""

    shape: Shape = field(default_factory=Shape)
    epochs: int = 18
    dropout: float = 0.25
    learn_rate: float = 0.0025
    warm_up: float = 0.02
    """Share of the training in which the learn rate rises; it falls in a straight line after."""

    smallest_batch: int = 700
    largest_batch: int = 2000
    """Words in an update, at the beginning and at the end."""

    varied: float = 0.35
    """Share of the sentences that are changed a little each time they are seen."""

    seed: int = 20


def train(folder: Path, recipe: Recipe) -> Language:
    """A pipeline trained on the training files in `folder`; the same recipe gives the same weights."""
    from thinc.api import Adam, fix_random_seed

    fix_random_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    sentences = _read(folder, TRAINING_FILES)
    development = _read(folder, DEVELOPMENT_FILES)
    language = blank_pipeline(recipe.shape)
    first_seen = [_example(language, sentence) for sentence in sentences]
    language.initialize(lambda: first_seen)
    # no running mean of the weights is needed: the learn rate ends at nought
    optimizer = Adam(
        recipe.learn_rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=False
    )
    words_in_all = recipe.epochs * sum(len(sentence.words) for sentence in sentences)
    words_seen = 0
    started = time.monotonic()
    for epoch in range(1, recipe.epochs + 1):
        chance.shuffle(sentences)
        for batch in _batches(sentences, recipe, words_seen, words_in_all):
            done = words_seen / words_in_all
            optimizer.learn_rate = recipe.learn_rate * min(
                done / recipe.warm_up + 0.01, (1 - done) / (1 - recipe.warm_up)
            )
            examples = [
                _example(
                    language,
                    _variation(sentence, chance) if chance.random() < recipe.varied else sentence,
                )
                for sentence in batch
            ]
            language.update(examples, drop=recipe.dropout, sgd=optimizer)
            words_seen += sum(len(sentence.words) for sentence in batch)
        if epoch % 4 == 0 or epoch == recipe.epochs:
            seconds = time.monotonic() - started
            print(f"epoch {epoch}, {seconds:.0f} s: {_figures(language, development)}", flush=True)
    language.meta.update(META)
    return language


def _read(folder: Path, names: Sequence[str]) -> list[TreebankSentence]:
    return [sentence for name in names for sentence in treebank_sentences(folder / name)]


def _batches(
    sentences: Sequence[TreebankSentence], recipe: Recipe, words_seen: int, words_in_all: int
) -> Iterator[list[TreebankSentence]]:
    batch: list[TreebankSentence] = []
    words = 0
    for sentence in sentences:
        batch.append(sentence)
        words += len(sentence.words)
        growth = recipe.largest_batch - recipe.smallest_batch
        if words >= recipe.smallest_batch + growth * (words_seen + words) / words_in_all:
            yield batch
            words_seen += words
            batch, words = [], 0
    if batch:
        yield batch


def _example(language: Language, sentence: TreebankSentence) -> Example:
    from spacy.tokens import Doc
    from spacy.training import Example

    reference = Doc(
        language.vocab,
        words=[word.text for word in sentence.words],
        spaces=[word.space_after for word in sentence.words[:-1]] + [False],
        tags=[word.tag for word in sentence.words],
        pos=[word.pos for word in sentence.words],
        # spaCy tells a root by this name
        deps=["ROOT" if word.dep == "root" else word.dep for word in sentence.words],
        heads=[word.head for word in sentence.words],
        sent_starts=[index == 0 for index in range(len(sentence.words))],
    )
    return Example(_predicted(language, reference), reference)


def _predicted(language: Language, reference: Doc) -> Doc:
    made: Doc = language.make_doc(reference.text)
    return made


def _variation(sentence: TreebankSentence, chance: random.Random) -> TreebankSentence:
    """`sentence` as another typist might have set it; the tree stays."""
    words = list(sentence.words)
    if chance.random() < 0.85:
        words = _with_typography(words, chance)
    kind = chance.random()
    if kind < 0.10 and words[-1].text == "." and len(words) > 3:
        words.pop()
        if any(word.head >= len(words) for word in words):
            words = list(sentence.words)
    elif kind < 0.15:
        words = [replace(word, text=word.text.lower()) for word in words]
    elif kind < 0.18:
        words = [replace(word, text=_same_length(word.text, word.text.upper())) for word in words]
    elif kind < 0.21:
        words = [
            replace(word, text=word.text[:1].upper() + word.text[1:])
            if word.pos not in {"ADP", "DET", "CCONJ", "PART"}
            else word
            for word in words
        ]
    return TreebankSentence(tuple(words))


def _same_length(old: str, new: str) -> str:
    return new if len(old) == len(new) else old


def _with_typography(words: list[TreebankWord], chance: random.Random) -> list[TreebankWord]:
    """Quotation marks, apostrophes and dashes as a newspaper sets them."""
    dash = chance.choice("–—")
    spaced_dash = chance.random() < 0.5
    changed: list[TreebankWord] = []
    within = False
    for word in words:
        text = word.text
        if text in {'"', "''", "``"}:
            text = "”" if within else "“"
            within = not within
        elif (
            text in {"-", "--", "---"} and changed and changed[-1].space_after and word.space_after
        ):
            text = dash
            if not spaced_dash and dash == "—":
                changed[-1] = replace(changed[-1], space_after=False)
                word = replace(word, space_after=False)  # noqa: PLW2901
        elif "'" in text:
            text = text.replace("'", "’")
        changed.append(replace(word, text=text) if text != word.text else word)
    return changed


def _figures(language: Language, sentences: Sequence[TreebankSentence]) -> str:
    scores: dict[str, Any] = language.evaluate(  # spaCy's scores are of many types
        [_example(language, sentence) for sentence in sentences], batch_size=256
    )
    shown = {"tag_acc": "tags", "pos_acc": "parts of speech", "dep_uas": "UAS", "dep_las": "LAS"}
    return ", ".join(f"{label} {scores[name] * 100:.2f}" for name, label in shown.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the treebank files")
    parser.add_argument("--output", type=Path, required=True, help="folder for the trained model")
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    arguments = parser.parse_args()
    save(train(arguments.data, replace(Recipe(), epochs=arguments.epochs)), arguments.output)


if __name__ == "__main__":
    main()
