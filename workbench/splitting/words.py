"""Where one word ends and the next begins, cut the way Universal Dependencies cuts English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_RUN = 120
"""Characters without white space that are looked at together; longer runs are cut blindly."""

_CACHED_RUNS = 20_000

_APOSTROPHE = "['’‘`´ʼ]"

# combining accents, the soft hyphen and joiners are inside a word
_JOINERS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"

_ABBREVIATIONS = (
    "mr|mrs|ms|dr|prof|rev|fr|hon|gov|sens|reps|sgt|capt|cmdr|maj|adm|cpl|pvt|supt|insp|messrs|ste|"
    "mt|ft|ave|blvd|rd|hwy|sq|bldg|dept|univ|assn|bros|inc|corp|ltd|plc|llc|jr|sr|esq|phd|jan|feb|"
    "apr|jun|jul|aug|sept|oct|nov|dec|tues|thu|thur|thurs|vol|vols|figs|eq|eds|pp|etc|vs|cf|approx|"
    "al|hr|hrs|oz|lb|lbs|yr|yrs|tel|ext|attn|esp|viz|calif|fla|conn|mich|minn|tenn|wis|ariz|colo|okla|ala"
)
# these are words, too: their full stop belongs to them only where white space and more words follow
_ABBREVIATIONS_OR_WORDS = (
    "sen|rep|gen|col|lt|det|st|co|no|nos|mar|sep|mon|tue|wed|fri|sat|sun|fig|ed|ch|sec|art|v|ca|"
    "est|min|max|ill|ind|mass|wash|ore|del|ark|la|pa|va|ga|mo|md|ky|neb|nev|kan|tex|penn|pres"
)
_PREFIXES = (
    "non|e|pre|co|re|anti|ex|mid|un|semi|post|multi|pro|counter|inter|intra|sub|ultra|micro|macro|"
    "mini|neo|pseudo|trans|quasi|proto|over|under|de|bi|tri|socio|psycho|geo|electro|"
    "extra|hyper|infra|mega|para|poly|super|tele|thermo|hydro|bio|meta|uni"
)
_UNITS = (
    "am|pm|a\\.m\\.|p\\.m\\.|k|m|b|bn|mn|tn|mm|cm|km|kg|mg|lb|lbs|oz|ft|in|yds?|mph|kph|km/h|"
    "hrs?|mins?|secs?|ml|mw|gw|kw|kwh|mwh|gb|mb|kb|tb|ghz|mhz|hz|(?-i:[cflgpxCF])|mi|ha|sq|tons?|days?|"
    "years?|hours?"
)

# thousands stand in threes, or in lakhs; other commas part one number from the next
_NUMBER = r"(?:\d{1,3}(?:,\d\d)*(?:,\d{3})+(?!\d)|\d+)(?:[.:]\d+)*"

_RULES = rf"""
    (?:https?://|ftp://|www\.)[^\s<>"“”]*[\w/]            # an address
  | [\w.+%-]+@[\w-]+(?:\.[\w-]+)*                          # a mail address
  | (?<!\w)(?:@|\#(?=[^\W\d]))\w+                          # a handle, a hashtag
  | [\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|co\.uk|io|info|html?|pdf|docx?|xls|zip|jpe?g)(?:/[\w./%-]*[\w/])?(?!\w)
  | (?-i:[a-z]{{2,}}(?:\.[a-z]{{2,}}){{2,}})                # a news group, a host
  | \.{{2,}}|…+|\.[?!]+                                      # an ellipsis
  | -{{2,}}|={{2,}}|_{{2,}}|\*{{2,}}|\+{{2,}}|~{{2,}}|\#{{2,}}|<{{2,}}|>{{2,}}|[?!]{{2,}}|\|{{2,}}|\${{2,}}
  | ''|’’|‘‘|``|‘’                                        # two strokes for one quotation mark
  | [:;=]-?[()DPp](?!\w)                                  # a smile
  | {_APOSTROPHE}\d\ds?(?!\w)                             # '09, ’90s
  | (?:\d{{1,4}}-)?\d{{3}}-\d{{3}}-\d{{4}}(?!\w)|(?<![\w-])\d{{3}}-\d{{4}}(?![\w-])   # a telephone number
  | \d{{1,2}}/\d{{1,2}}/\d{{2,4}}(?!\w)|9/11(?!\w)             # a date
  | {_NUMBER}(?:st|nd|rd|th|s)(?!\w)               # an ordinal, a decade
  | {_NUMBER}(?={_APOSTROPHE}s(?!\w))
  | {_NUMBER}(?=(?:{_UNITS})(?!\w))                # a number that a unit touches
  | (?<!\d)[.,]\d+(?=(?:{_UNITS})?(?!\w))
  | {_NUMBER}(?!\w)
  | (?<![\w+])\+\d{{5,}}(?!\w)
  | (?<!\w)(?:ph|m|b)\.(?:d|sc|a|ed)\.
  | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?               # U.S., a.m.
  | (?<=\d)(?:{_UNITS})(?!\w)
  | (?<!\w)(?:{_ABBREVIATIONS})\.|(?<!\w)(?:{_ABBREVIATIONS_OR_WORDS})\.\Z
  | (?<![\w.])(?-i:[A-Z])\.(?!\w)|(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)                           # an initial
  | (?<![\w-])can(?=not(?!\w))|(?<=can)not(?!\w)
  | (?<![\w-])(?:gon|wan|got)(?=(?:na|ta)(?!\w))|(?<=gon)na(?!\w)|(?<=wan)na(?!\w)|(?<=got)ta(?!\w)
  | (?<![\w-])(?:do|does|did|is|was|were|has|had|wo|ca|could|should|would|ai)(?=nt(?!\w))|(?<=[dosweal])nt(?!\w)
  | \w+?(?=n{_APOSTROPHE}t(?!\w))|n{_APOSTROPHE}t(?!\w)
  | (?<=[\w.)\]”"\#%]){_APOSTROPHE}(?:s|m|d|ll|re|ve|em)(?!\w)       # what leans on the word before
  | {_APOSTROPHE}(?:tis|twas|em|til|cause)(?!\w)
  | (?<!\w)(?-i:[ODLdl]{_APOSTROPHE}[A-ZÉÎ])\w+|gov{_APOSTROPHE}t|d{_APOSTROPHE}état|o{_APOSTROPHE}clock|ma{_APOSTROPHE}am|y{_APOSTROPHE}all
  | (?<![\w-])(?:{_PREFIXES})-\w+
  | [^\W_]+(?:&[^\W_]+)+                                  # AT&T
  | [^\W\d_]+{_APOSTROPHE}(?-i:[a-z])[^\W\d_]{{2,}}           # Qa'ida
  | \d+(?:[.]\d+)+
  | \w[\w{_JOINERS}]*
  | .
"""
_WORD = re.compile(_RULES, re.VERBOSE | re.IGNORECASE | re.DOTALL)
_RUN = re.compile(r"\S+")


def word_offsets(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of `text[start:end]` in order, as offsets in `text`; white space is in none."""
    for run in _RUN.finditer(text, start, end):
        first, last = run.span()
        for cut in range(first, last, LONGEST_RUN):
            stop = min(cut + LONGEST_RUN, last)
            for low, high in _pieces(text[cut:stop], at_end=stop == end):
                yield cut + low, cut + high


@lru_cache(maxsize=_CACHED_RUNS)
def _pieces(run: str, *, at_end: bool) -> tuple[tuple[int, int], ...]:
    """The words of one run of characters without white space, as offsets in it."""
    pieces = [found.span() for found in _WORD.finditer(run)]
    if at_end and pieces and pieces[-1][1] == len(run):
        low, high = pieces[-1]
        # at the end of a sentence the full stop is a word, and `p.m` goes without
        if run[high - 1] == "." and run[high - 2].isalnum() and high - low > 1:
            pieces[-1:] = [(low, high - 1), (high - 1, high)]
    return tuple(pieces)
