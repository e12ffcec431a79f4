"""The languages that have rules of their own beside English, and those rules in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Mapping

from issuecast.write.spoken.foreign_amounts import Amounts
from issuecast.write.spoken.foreign_dates import Dates
from issuecast.write.spoken.foreign_names import Names, sign_rules
from issuecast.write.spoken.french import French
from issuecast.write.spoken.german import German
from issuecast.write.spoken.language import Language
from issuecast.write.spoken.rules import Rule
from issuecast.write.spoken.spanish import Spanish

LANGUAGES: Mapping[str, type[Language]] = {language.code: language for language in (German, French, Spanish)}
"""By the first part of a language tag."""


def table(language: Language) -> tuple[Rule, ...]:
    """The rules of a language: the first that reads what stands at a place is heeded."""
    names = Names(language)
    return (
        *names.addresses(),
        *names.abbreviations(),
        *Dates(language).rules(),
        *language.rules(),
        *Amounts(language).rules(),
        *names.others(),
        *sign_rules(language),
    )
