"""Which stretches of a document are events and attributions: clauses, trimmed, with their speakers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import Claim, ClaimKind, Span
from workbench.splitting.attributions import Reports
from workbench.splitting.clauses import Clauses
from workbench.splitting.cutting import cut
from workbench.splitting.frames import Frame, Frames
from workbench.splitting.grammar import Grammar, grammar_of
from workbench.splitting.mending import mended
from workbench.splitting.statements import Statements
from workbench.splitting.trees import Tree
from workbench.splitting.trimming import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.splitting.clause import Clause
    from workbench.splitting.context import Context
    from workbench.splitting.parsing import Parse
    from workbench.splitting.speakers import Speakers


@dataclass(frozen=True, slots=True)
class Reading:
    """A part of a sentence, read: its tree, its clauses and what they assert."""

    tree: Tree
    clauses: list[Clause]
    claims: list[Claim]
    statements: Statements
    """Writes what the clauses and details say."""

    @property
    def span(self) -> Span:
        return self.tree.parse.span


def readings(context: Context, quotes: Sequence[Claim], speakers: Speakers) -> Iterator[Reading]:
    """Every sentence with its events and attributions; `quotes` are the quotations that are claims."""
    grammar = grammar_of(context.lexicon)
    covered = _Covered([claim.span for claim in quotes])
    for parse in context.parses:
        quoted = covered.words(parse)
        reports = [
            (word.lower() in grammar.verbs and tag.startswith("V")) or word.lower() == "according"
            for word, tag in zip(parse.text, parse.tag, strict=True)
        ]
        # `…, the engineers write.`: the last word may look like a noun
        reports[-2:-1] = [word.lower() in grammar.telling for word in parse.text[-2:-1]]
        for part, inside in cut(parse, quoted, reports, grammar.verb_or_noun):
            tree = Tree(mended(part, inside, grammar), inside)
            yield _Sentence(context, tree, grammar, speakers).reading()


class _Covered:
    """Tells which words of a parse stand in a quotation; parses come in text order."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans)
        self._place = 0

    def words(self, parse: Parse) -> list[bool]:
        while self._place < len(self._spans) and self._spans[self._place].end <= parse.span.start:
            self._place += 1
        near: list[Span] = []
        for place in range(self._place, len(self._spans)):
            if self._spans[place].start >= parse.span.end:
                break
            near.append(self._spans[place])
        if not near:
            return [False] * len(parse.start)
        return [any(span.start <= start < span.end for span in near) for start in parse.start]


class _Sentence:
    """The assertions of one sentence."""

    def __init__(self, context: Context, tree: Tree, grammar: Grammar, speakers: Speakers) -> None:
        self.context = context
        self.speakers = speakers
        self.tree = tree
        self.grammar = grammar
        self.reports = Reports(tree, grammar)
        self.statements = Statements(tree, context.text, context.lexicon, speakers.antecedents)

    def reading(self) -> Reading:
        tree = self.tree
        if all(tree.quoted):
            return Reading(tree, [], [], self.statements)
        frames = {frame.verb: frame for frame in Frames(tree, self.grammar, self.reports).all()}
        gathered = Clauses(
            tree,
            self.grammar,
            self.reports,
            frozenset(frames),
            is_whole=self.reports.whole is not None,
        ).gather()
        asserts = not self._asks_or_doubts()
        claims = list(self._claims(gathered, frames)) if asserts else []
        return Reading(tree, gathered, claims, self.statements)

    def _asks_or_doubts(self) -> bool:
        tree = self.tree
        last = len(tree) - 1
        while last > 0 and tree.low[last] in ('"', "”", "’", "'", ")", "''"):
            last -= 1
        if "?" in tree.low[last] and not tree.quoted[last]:
            return True
        first = next((word for word in range(len(tree)) if tree.pos[word] != "PUNCT"), 0)
        if tree.low[first] in self.grammar.doubting:
            return True
        if tree.is_headline and sum(tree.pos[word] != "PUNCT" for word in range(len(tree))) < 3:
            return True
        root = tree.root
        subject = tree.subject(root)
        if (
            subject is not None
            and tree.low[subject] in ("we", "i")
            and any(tree.low[word] in ("might", "may", "could") for word in tree.auxiliaries(root))
        ):
            return True
        return (
            (tree.tag[root] == "VB" or (tree.tag[root] == "VBP" and not tree.is_headline))
            and subject is None
            and not any(True for _ in tree.auxiliaries(root))
            and root <= first + 2
            and not any(tree.tag[word].startswith("NN") for word in range(first, root))
        )

    def _claims(self, gathered: list[Clause], frames: dict[int, Frame]) -> Iterator[Claim]:
        tree = self.tree
        for clause in gathered:
            frame = frames.get(clause.head)
            if frame is not None:
                yield self._framed(frame)
                continue
            words = trimmed(clause, tree, self.grammar)
            if not words or tree.quoted[clause.head] or not clause.rule:
                continue
            if self._only_opens(words):
                continue
            span = tree.span(words)
            rule = self.reports.rule(clause.head)
            speaker = self._speaker(clause)
            whole = self.reports.whole
            if (
                whole is not None
                and clause.head == tree.root
                and (whole.verb == clause.head or not self.reports.tells(clause.head))
            ):
                speaker = list(whole.speaker)
            if frames and not any(not tree.quoted[word] for word in speaker):
                # `told reporters, adding that …`: who said the quotation goes on
                speaker = list(next(iter(frames.values())).speaker)
            if rule is None or (clause.rule == "event.relative" and not rule):
                statement = self.statements.of_clause(clause, words)
                yield Claim(span, ClaimKind.EVENT, clause.rule, statement=statement)
            else:
                words_of = (
                    self.speakers.named(tree.span(speaker))
                    if speaker
                    else self.speakers.telling(span)
                )
                statement = self.statements.of_clause(clause, words)
                yield Claim(
                    span, ClaimKind.ATTRIBUTION, rule, speaker=words_of, statement=statement
                )

    def _only_opens(self, words: list[int]) -> bool:
        """`Its decisions were:` says nothing before what the colon opens."""
        tree = self.tree
        last = words[-1]
        return tree.low[last + 1 : last + 2] == (":",) and tree.pos[last] == "AUX"

    def _speaker(self, clause: Clause) -> list[int]:
        """The subject of `clause`, or that of the clause it shares its subject with."""
        speaker = self.reports.speaker(clause.head)
        if speaker or clause.parent is None:
            return speaker
        return self._speaker(clause.parent)

    def _framed(self, frame: Frame) -> Claim:
        tree = self.tree
        speaker = self.speakers.named(tree.span(frame.speaker)) if frame.speaker else None
        return Claim(
            tree.span(frame.words), ClaimKind.ATTRIBUTION, "attribution.frame", speaker=speaker
        )
