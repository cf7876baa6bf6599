"""The rules that find claims, by the name each claim carries, in a sentence and an example."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule looks for."""

    description: str
    example: str
    """Made up; the claim itself is what the rule finds in it."""


RULES: dict[str, Rule] = {
    "event.main": Rule("The main clause of a sentence or of a part of it.", "The river rose."),
    "event.coordinated": Rule(
        "A verb joined to another one by *and*, *but* or a comma, with or without its own subject.",
        "It rose and *flooded the market*.",
    ),
    "event.relative": Rule(
        "A relative clause that a comma or a dash sets off.",
        "The bridge, *which opened in 1961*, is shut.",
    ),
    "event.adverbial": Rule(
        "A clause of time, cause or concession; the joining word stays outside.",
        "It was shut after *engineers found cracks*.",
    ),
    "event.participle": Rule(
        "A participle clause that a comma sets off.", "*Built in 1961*, it carries two lanes."
    ),
    "event.result": Rule(
        "A participle of what came of it, also without a comma.",
        "A wall fell *killing two workers*.",
    ),
    "event.consequence": Rule(
        "What follows from *so* or *such*.", "It was so cold that *the locks froze*."
    ),
    "event.with": Rule(
        "A phrase with *with* that says something of its own.",
        "It reopens in May, with *the first lorries crossing on Monday*.",
    ),
    "event.apposition": Rule(
        "An apposition after a thing or a place.", "They met in Arle, *a port of 900 people*."
    ),
    "event.beside": Rule(
        "A clause set beside another one by a comma, a dash or a colon.",
        "The count was clear: *the mayor had lost*.",
    ),
    "attribution.clause": Rule(
        "A verb of speech or judgement with what is said or held.",
        "*The ministry said exports had fallen.*",
    ),
    "attribution.that": Rule(
        "Any other verb with a subject and a that-clause.", "*The court heard that he had left.*"
    ),
    "attribution.infinitive": Rule(
        "A verb of judgement with what is held of its object.",
        "*Experts believe it to be a copy.*",
    ),
    "attribution.request": Rule(
        "A verb of asking or ordering with what is to be done.",
        "*The governor urged them to leave.*",
    ),
    "attribution.object": Rule(
        "A verb that reports with a mere object.", "*The union denied the charge.*"
    ),
    "attribution.oblique": Rule(
        "A verb that reports with a preposition.", "*Residents complained about the noise.*"
    ),
    "attribution.noun": Rule(
        "A verb of giving with a noun of speech.", "*The firm issued a statement.*"
    ),
    "attribution.relative": Rule(
        "A restrictive relative clause with a named speaker.",
        "the figure *that Lee called wrong*",
    ),
    "attribution.according": Rule(
        "A sentence that *according to* or the like gives to somebody.",
        "*Prices fell, according to the bank.*",
    ),
    "attribution.aside": Rule(
        "A sentence with who said it between commas or at its end.",
        "*Prices, the bank said, will fall.*",
    ),
    "attribution.frame": Rule(
        "The words beside a quotation from the speaker to the verb.", "“Stay,” *said Ann Lee*."
    ),
    "quote.marks": Rule(
        "Three words or more in quotation marks that somebody says.", "*“We will stay.”*"
    ),
    "quote.left-open": Rule("A quotation whose closing mark is missing.", "*“We will stay*"),
    "quote.utterance": Rule(
        "One or two quoted words that are all that was said.", "*“Never,”* he said."
    ),
    "quote.introduced": Rule(
        "A paragraph without marks after a colon that announces it.",
        "The firm said: / *We regret the delay …*",
    ),
    "quote.prefixed-lines": Rule("Lines that begin with `>`.", "> *We regret the delay.*"),
    "quote.signed": Rule(
        "A paragraph that ends with its speaker's name.", "*We had no choice.* — Ann Lee"
    ),
    "quote.pulled": Rule("A signed quotation that stands in the text again.", ""),
    "name.bare": Rule("The first mention of a name alone.", "*Arle* is a port."),
    "name.title": Rule("A name with its title or office.", "*Mayor Ann Lee*"),
    "name.described": Rule("A name with a relation or description before it.", "*her son Tom*"),
    "name.set-before": Rule(
        "A description with a comma before the name.", "*the coach, Ann Lee*, …"
    ),
    "name.set-off": Rule("A person's name with what is set off after it.", "*Ann Lee, a nurse*, …"),
    "name.of-body": Rule(
        "A name with *of* and what it belongs to.", "*Ann Lee of the Harbour Board*"
    ),
    "name.work": Rule("The title of a work in quotation marks.", "the film *“Low Tide”*"),
    "quantity.count": Rule("A number with what it counts.", "*180 workers*"),
    "quantity.measure": Rule("A number with a unit of measure.", "*nine kilometres*"),
    "quantity.share": Rule("A percentage or fraction with its *of* phrase.", "*8% of voters*"),
    "quantity.ratio": Rule("A ratio.", "*one in five voters*"),
    "quantity.multiple": Rule("A multiple.", "*twice*, *threefold*"),
    "quantity.score": Rule("A score.", "*3–1*"),
    "quantity.age": Rule("An age.", "Ann Lee, *42*"),
    "quantity.number": Rule("A number that counts nothing named.", "*34*"),
    "quantity.modifier": Rule("A measure that stands before a noun.", "a *20-minute* walk"),
    "money.currency-amount": Rule("A currency before an amount.", "*$5 million*"),
    "money.amount-currency": Rule("A currency after an amount.", "*40 million kroner*"),
    "money.minor": Rule("Parts of a currency's unit.", "*50 cents*"),
    "money.amount": Rule("An amount whose currency its neighbour tells.", "from *$5* to *10*"),
    "time.date": Rule("A date or a part of one.", "*14 March 2024*"),
    "time.clock": Rule("A time of day.", "*10:15 p.m.*"),
    "time.range": Rule("From one time to another.", "*1910–1945*"),
    "time.length": Rule("How long something lasts.", "*72 hours*"),
    "time.last-so-long": Rule("The last or next stretch of time.", "*the past two weeks*"),
    "time.relative": Rule("A time told from another one.", "*a week ago*"),
    "time.repeated": Rule("A time that comes again.", "*every Tuesday*"),
    "time.frequency": Rule("How often something happens.", "*twice a year*"),
    "time.loose": Rule("A time without bounds.", "*decades*"),
    "rank.ordinal": Rule("An ordinal with what it counts in order.", "*third meeting*"),
    "rank.superlative": Rule("A superlative with its set.", "*the region's longest bridge*"),
    "rank.last-only": Rule("First, last, latest or only.", "*only survivor*"),
    "rank.record": Rule("A record.", "*record turnout*"),
}
"""In the order of the kinds; a claim made by hand has the rule `by hand`."""
