"""The words that headlines begin with, by what they can be: "acquires" is a verb, "strikes" may be a noun."""

from __future__ import annotations

import re

_VERBS = """
accelerate accept accuse achieve acquire add admit adopt agree aim allow announce apologise apologize
appear appoint apply approve argue arrive ask attract axe back ban bank beat become begin bid bite block
boost borrow break bring build buy call cancel carry cause change charge cheer claim climb close collapse
collect combine come commit complete confirm consider continue create cross cut deal debut decide declare
decline delay deliver demand demonstrate deny deploy design detail develop die dip disappear disclose
dismiss ditch double draw drive drop dump earn ease edge elect embrace emerge enable end enter exit expand
expect explain explore export extend eye face fail fall favour fight file find finish fire fix float flow
fly force freeze fund gain gather get give go grant grow hail halt halve happen have help hike hint hire
hit hold host hunt hurt import impose improve increase injure install integrate introduce invest issue
join jump keep kill land last launch lay lead leak lean leap learn leave lend let license lift limit
linger live load look lose make manage march mark match matter mean meet merge miss mount move mull name
near need net nod note offer open oppose order oust outpace outperform overtake owe own partner pass patch
pause pay peak permit pick pilot pivot plan play pledge plunge post postpone pour praise predict prepare
present press price print produce promise prompt propose prove publish pull purchase push put quit raise
rally reach react read rebuff rebuild recall receive record recover redesign reduce refund refuse reject
release rely remain remove rename reopen replace report require resign respond rest restart restore
restrict result resume retire retreat return reveal reverse revise ring rise roll run sail save say scale
scrap seal search secure see seek seem seize sell send serve set settle shake shape share shelve shift
shine ship show shrink shun shut sign sing sink sit skip slam slash slide slip slow smash snap snub soar
sound spark speak spend spike spill spin split spread spur spurn stand start stay steal step stop stream
stretch strike strip struggle study stumble sue suffer supply support suspend surge surpass swap switch
swear sweep swell swim take talk tap target teach team tell test thank threaten thrive tie top torch total
touch tout track trade train treat trigger trim triple try tumble turn unite unveil update upgrade uphold
urge use visit vote vow wait wake walk want warn wash waste watch wear weigh welcome widen win wind
withdraw work worry worsen write yield
"""
_BECAME = """
arose became began came did drew drove flew gave grew knew overtook shook showed spoke stole swam swore
took threw tore went withdrew wore wrote rang sang sank shrank sprang forgot forbade mistook undertook
woke
"""
"""Pasts that are no participles, and so can stand before no noun."""
_DOUBTFUL_PASTS = """
beat bit bought broke brought built caught cut dealt fell felt fought found froze got had heard held hit
hurt kept laid led left lent let lost made meant met paid put quit ran read rose said saw sent set shot
shut sold sought spent split spread stood struck stuck swept swung taught told thought told understood won
wound
"""
"""Pasts that are participles or nouns as well: "lost customers", "rose gardens"."""
_AUXILIARIES = (
    "is are was were has have had isn't aren't wasn't weren't hasn't haven't isn’t aren’t wasn’t weren’t"
)
_MODALS = "can could may might must will would should cannot won't won’t"

_ONLY_VERBS = """
accelerates accepts accuses achieves acquires adds admits adopts agrees aims allows announces apologises
apologizes appears appoints applies approves argues arrives asks attracts axes becomes begins brings
builds buys cancels collapses combines commits completes confirms considers continues creates decides
declares delivers demonstrates denies deploys develops disappears discloses dismisses ditches embraces
emerges enables enters expands explains explores extends fails finds gathers gets gives goes grows hails
halves has hires imposes improves installs integrates introduces invests joins keeps launches lends lets
loses makes manages merges mulls nears opposes ousts outpaces outperforms overtakes owes owns partners
postpones praises predicts prepares proposes proves publishes quits rebuffs rebuilds receives recovers
reduces refuses rejects relies remains removes renames reopens replaces requires resigns responds restarts
restores restricts resumes retires reveals says secures seeks seems seizes sells sends settles shelves
shrinks shuns shuts soars sues suffers surpasses suspends takes teaches tells threatens thrives touts
tries unites unveils upholds urges vows warns weighs welcomes wins withdraws writes
"""
"""Third persons that are no plurals of nouns worth a headline."""
_ACTIVE = """
acquired added allowed announced axed banned began bought brought debuted demonstrated deployed disclosed
doubled enabled ended faced filed gained halved hiked hired hit hosted imposed installed introduced joined
launched met mulled netted offered ordered overtook paused pitched poached posted pulled purchased reached
reopened replaced revealed rolled scored sent shelved shipped showcased showed slashed sought sparked
struck sued swapped tapped topped touted tripled unveiled urged withdrew won
"""
"""Pasts that seldom stand before a noun that they describe."""
_GOING = """
agree aim apologise apologize appear arrive begin bow climb close collapse come commit continue crash
debut decide decline dip disappear drop edge emerge expand fail fall file go grow hint hope invest jump
land launch lead lean leap merge move open partner peak pivot play pledge plunge promise rally refuse rely
reopen resign respond retire retreat return rise run sail seek shift shrink sink slide slip slow soar
spike stand start step struggle stumble surge switch talk team threaten tumble turn vote vow wait walk win
withdraw work worry
"""
"""What one does without an object: "moved to Porto" is no "was moved to Porto"."""
_TELLING = """
admitted agreed announced argued claimed confirmed decided denied disclosed estimated found hinted
insisted learned noted predicted promised proposed reported revealed said showed warned
"""
_SUFFERED = """
accused allocated awarded barred billed called charged convicted cleared crowned deemed denied dubbed
elected expected fined forced given granted handed jailed named owed paid priced ranked rated refused
sentenced told valued voted
"""
"""Pasts that mostly tell what was done to the name: "Fined $3M"."""
_OF_PEOPLE = """
arrested captured charged convicted deported detained exiled expelled fired freed injured jailed killed
kidnapped ousted released sacked seized suspended wounded
"""
"""Of a name behind these a place may tell where that is: "Jailed Ada in Porto" names whoever is in Porto."""
_LASTING = (
    "based born controlled driven followed headed held hosted known led located lost made managed owned run"
)
"""Participles of what lasts: "Led by Ada" tells of today."""
_ADJECTIVES = """
big bigger few first fresh key large largest major many new old own record several severe small some
"""
_PLURALS = """
bonds cars deals exports fares fears hopes imports jobs layoffs losses makers news profits rates results
revenues sales shares stocks talks trains users workers yields perhaps always across besides this its
"""
"""Nouns that stand for verbs hardly ever."""


def _forms(verb: str) -> tuple[str, str, str]:
    """The third person, and the regular past in two spellings where either may be: "plans", "planned"."""
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb[:-1]}ied"
    third = f"{verb}es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else f"{verb}s"
    past = f"{verb}d" if verb.endswith("e") else f"{verb}ed"
    doubled = f"{verb}{verb[-1]}ed" if re.search(r"[^aeiou][aeiou][bdgklmnprt]$", verb) else past
    return third, past, doubled


BASES = frozenset(_VERBS.split())
_REGULAR = [_forms(verb) for verb in BASES]
THIRDS = frozenset(third for third, _, _ in _REGULAR)
ONLY_VERBS = frozenset(_ONLY_VERBS.split())
FINITE_PASTS = frozenset(_BECAME.split())
DOUBTFUL_PASTS = frozenset(_DOUBTFUL_PASTS.split()).union(*(pasts for _, *pasts in _REGULAR))
PASTS = FINITE_PASTS | DOUBTFUL_PASTS
AUXILIARIES = frozenset(_AUXILIARIES.split())
MODALS = frozenset(_MODALS.split())
SURELY_FINITE = AUXILIARIES | MODALS | FINITE_PASTS | {"fell", "rose", "saw", "broke", "ran"}
ACTIVE = frozenset(_ACTIVE.split())
GOING = frozenset(_GOING.split()).union(*(pasts for _, *pasts in map(_forms, _GOING.split()))) | {
    "fell", "led", "ran", "rose", "sought", "stood", "won",
}  # fmt: skip
TELLING = frozenset(_TELLING.split())
SUFFERED = frozenset(_SUFFERED.split())
OF_PEOPLE = frozenset(_OF_PEOPLE.split())
LASTING = frozenset(_LASTING.split())
ADJECTIVES = frozenset(_ADJECTIVES.split())
PLURALS = frozenset(_PLURALS.split())
