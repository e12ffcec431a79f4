"""Numbers with what belongs to them, in German, French and Spanish: signs, ranges, scales, currencies, units, shares."""

from __future__ import annotations

import re
from collections.abc import Iterable

from issuecast.write.spoken.language import SPACE, Forms, Language
from issuecast.write.spoken.rules import LETTER, Rule, lazy, rule

GROUP = r"[\ \u00a0\u202f\u2009'’]"
_NOUN_AFTER = lazy(
    rf"(?P<shared>{SPACE}(?:o|y|a|u|ou|et|à|bis|oder|und)\ \d[\d.]{{0,9}})?(?:{SPACE}|-)(?P<noun>{LETTER}{{2,40}})"
)
_ADDED = r"(?:[~≈∅Ø]|[<>]=?|[≤≥±+]|\+/-)"


def number() -> str:
    """The pattern of a number."""
    return (
        rf"(?:\d{{1,3}}(?:{GROUP}\d{{3}}){{1,9}}(?:[.,]\d{{1,18}})?(?!\d)"
        r"|\d{1,3}(?:\.\d{3}){1,9}(?:,\d{1,18})?(?!\d)|\d{1,3}(?:,\d{3}){1,9}(?:\.\d{1,18})?(?!\d)"
        r"|\d{1,36}(?:[.,]\d{1,18})?|[.,]\d{1,9})"
    )


def any_of(signs: Iterable[str]) -> str:
    """A pattern for the longest of the signs; what ends in a letter ends there."""
    longest = sorted(set(signs), key=len, reverse=True)
    return "|".join(re.escape(sign) + (r"(?!\w)" if sign[-1].isalnum() else "") for sign in longest)


class Amounts:
    """The rules for amounts in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def rules(self) -> tuple[Rule, ...]:
        """From the particular to the general."""
        language, count = self._language, number()
        currency, scale, unit = any_of(language.currencies), any_of(language.scales), any_of(language.units)
        pattern = rf"""(?P<about>{_ADDED})?\ ?(?P<minus>(?:(?<=^)|(?<=[\s(\[„“«"'~≈<>=:|/]))[-−–])?
            (?:(?P<before>(?<!/)(?:{currency})){SPACE}?(?P<signed>[-−–+])?)?
            (?:(?P<low>{count})(?:{SPACE}?(?P<lowunit>%|€|\$|°C|°))?(?:[-–—‑]|\ [-–—]\ )(?=\d|[€$£]\d)(?:[€$£])?)?
            (?P<number>{count})(?:,[-–—]{{1,2}}(?!\d))?(?(before)(?:\ ?(?P<suffix>[KkMBT]|bn)(?!\w))?|)
            (?:{SPACE}?(?P<scale>{scale}|K(?=[€$£])))?
            (?:{SPACE}?(?:(?:d['’]|de\ )?(?P<after>{currency})|(?P<percent>[%‰])|(?P<unit>{unit})))?
            (?:(?:(?<!\d)|(?(before)|(?!)))/(?P<per>(?:{LETTER}|°){{1,20}}(?:\^?[23])?(?![\w/])))?(?![\w]|\.\d)"""
        on = "9~≈∅Ø<>≤≥±+-−–." + "".join({sign[0] for sign in language.currencies if not sign[0].isalpha()})
        first = frozenset(sign.lower() for sign in language.currencies if sign[0].isalpha()) | {"ø"}
        return (
            rule("times", "a×", rf"[x×]\ ?(?P<number>{count})(?!\w)", lambda m: f"{language.times} {language.number(m['number'])}"),
            rule("multiplied", "9", rf"(?:(?P<low>\d{{1,3}})[-–])?(?P<number>{count})\ ?[xX×](?!\w)(?!\ ?\d)", self._multiplied),
            rule("product", "9", rf"(?P<left>{count})\ ?[x×*]\ ?(?=\d|{LETTER}{{1,6}}\d)", lambda m: f"{language.number(m['left'])} {language.times} "),
            rule("score", "9", r"(?P<left>\d{1,3}):(?P<right>\d{1,3}(?:\.\d{3}){0,3})(?![\w:])", self._score),
            rule("fraction", "9", r"(?:(?P<whole>\d{1,3})\ )?(?P<above>\d{1,2})/(?P<below>[2-9]|10)(?![\w/]|[.,]\d)", self._fraction),
            rule("out of", "9", r"(?P<low>\d{1,3}(?:[.,]\d)?)/(?P<high>5|10|20|100)(?![\w/-]|[.,]\d)", self._out_of),
            rule("unit", "a", "(?:[kMGT]Wh|km|kg)(?![\\w-])", lambda m: language.units[m[0]][0], frozenset("kwh mwh gwh twh km kg".split())),
            rule("square metres", "a", r"(?P<unit>[kcm]?m)\^?(?P<power>[23])(?![\w/])", lambda m: language.units[m["unit"] + m["power"]][0]),
            rule("compound", "9", rf"(?P<number>{count})-(?P<rest>{LETTER}{{2,60}}(?:-{LETTER}{{1,60}}){{0,4}})", lambda m: language.compound(m["number"], m["rest"])),
            rule("amount", on + "a", pattern, self._amount, first),
        )  # fmt: skip

    def _score(self, found: re.Match[str]) -> str:
        language = self._language
        return f"{language.whole(found['left'])} {language.score} {language.number(found['right'])}"

    def _fraction(self, found: re.Match[str]) -> str | None:
        above, below = int(found["above"]), int(found["below"])
        if not 0 < above < below or (below == 10 and above > 3):
            return None
        said = self._language.fraction(above, below)
        after = _NOUN_AFTER.match(found.string, found.end())
        if (above, below) == (1, 2) and not found["whole"] and after and not after["shared"]:
            said = self._language.half(after["noun"])
        joint = {"de": "", "fr": "et", "es": "y"}[self._language.code]
        if not found["whole"]:
            return said
        return " ".join(filter(None, (self._language.number(found["whole"]), joint, said)))

    def _multiplied(self, found: re.Match[str]) -> str:
        language = self._language
        said = language.multiplied(found["number"])
        return f"{language.number(found['low'])} {language.to} {said}" if found["low"] else said

    def _out_of(self, found: re.Match[str]) -> str | None:
        language, low, high = self._language, found["low"], found["high"]
        if float(low.replace(",", ".")) > int(high):
            return None
        return f"{language.number(low)} {language.out_of} {language.number(high)}"

    def _amount(self, found: re.Match[str]) -> str | None:
        language = self._language
        if (
            found["before"]
            and found["after"]
            and found["before"] != found["after"]
            and found["before"][0].isalpha()
        ):
            return None
        signs = [found["about"], found["minus"] or found["signed"]]
        if found["signed"] == "+":
            signs = [found["about"] or "+", None]
        said = [language.before.get(sign, "") for sign in signs if sign]
        measured = self._measured(found)
        if found["low"]:
            numbered = len(found["number"]) < len(found["low"]) > 2  # "2024-25", "n° 2023-451"
            said += [self._low(found), "" if numbered else language.to]
        said.append(measured)
        if found["per"]:
            forms = language.units.get(found["per"].replace("^", ""))
            said.append(language.per_unit(forms[0] if forms else found["per"]))
        return " ".join(filter(None, said))

    def _low(self, found: re.Match[str]) -> str:
        language, low = self._language, found["low"]
        if self._is_year(low) and self._is_year(found["number"]):
            return language.year(int(low))
        return language.number(low, self._noun(found))

    def _noun(self, found: re.Match[str]) -> str:
        """What is counted, as far as the number's gender is concerned."""
        after = _NOUN_AFTER.match(found.string, found.end())
        if not after or found.string[found.end()] == "-":
            return ""
        if after["shared"] and self._language.code == "de":
            return "Mal"  # "ein bis zwei Stunden"
        before = found.string[max(0, found.start() - 24) : found.start()]
        return self._language.noun(after["noun"], before)

    def _is_year(self, written: str) -> bool:
        return len(written) == 4 and written.isdecimal() and 1100 <= int(written) < 2100

    def _measured(self, found: re.Match[str]) -> str:
        language, written = self._language, found["number"]
        sign = found["after"] or found["before"]
        currency = language.currencies.get(sign) if sign else None
        scale = found["scale"] or (language.suffixes.get(found["suffix"]) if found["suffix"] else None)
        if scale:
            unit = language.units.get(found["unit"] or "")
            noun = (currency or unit or ("", ""))[1]
            return self._scaled(
                written, language.scales.get(scale) or language.scales[language.suffixes[scale]], noun
            )
        if found["suffix"]:
            return f"{language.number(written)} {found['suffix']}"
        if currency:
            return self._money(written, currency)
        if found["percent"]:
            percent = language.percent[found["percent"]]
            return f"{language.number(written, percent if language.code == 'de' else '')} {percent}"
        if found["unit"]:
            return language.counted(written, language.units[found["unit"]])
        return self._bare(found, written)

    def _bare(self, found: re.Match[str], written: str) -> str:
        language, noun = self._language, self._noun(found)
        if self._is_year(written) and (not noun or language.code != "de"):
            return language.year(int(written)) if not noun else language.number(written, noun)
        return language.number(written, noun)

    def _scaled(self, written: str, scale: Forms, noun: str) -> str:
        """ "5 Mio. €", "3 M€"; thousands are counted, millions are nouns themselves."""
        language = self._language
        if scale[0] == language.thousands:
            left, sign, _ = language.parts(written)
            said = f"{language.number(written)} {scale[0]}" if sign else language.whole(f"{left}000")
            return f"{said} {noun}".rstrip()
        return language.counted(written, language.scaled(scale, noun))

    def _money(self, written: str, currency: Forms) -> str:
        language = self._language
        left, sign, right = language.parts(written)
        small = language.small.get(currency[1])
        if not sign or len(right) != 2 or not small:
            return language.counted(written, currency)
        cents = int(right)
        if not int(left or "0"):
            return language.counted(str(cents), small) if cents else language.counted("0", currency)
        said = language.counted(left, currency)
        return f"{said}{language.change}{language.cardinal(cents)}" if cents else said
