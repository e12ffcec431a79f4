"""The words of headings, by how they are said: small ones, those that sections are called by, mass nouns."""

from __future__ import annotations

_SMALL_WORDS = "a an and as at but by for from in into of on or the to via with"
_SHORT_WORDS = "it is be do go he how if me no not now off see so up was why you all can has"
_COMMON_WORDS = """
a about added agenda alert all analysis and around ask at best big board book books bottom breaking brief
briefs bug by calendar careers changed changes chart club column community corner data day deep deprecated
desk directions dive edition editor essay event events feature featured features few fire first five fixed
fixes focus for forecast four from fun good guest headlines hits improvements in inbox ingredients inside
interview issue job jobs known last latest letter letters line links list listening local long look
looking lunch mailbag main market markets meetups method more morning most movers my new news next note
notes number numbers of on one open opinion other our out outlook papers part participation people photo
pick picks picture places podcast poll popular project projects pulse question questions quick quote
quotes radar rapid read reader readers reading recipe recommended removed report research resources review
reviews roles roundup schedule science scoreboard section security short shorts show six snapshot
spotlight stat steps stocks stories story studies summary take takeaways takes talk tell ten testing the
theme thing things this thought thoughts three tip tips to today today's tool tools top trending trends
two under upcoming update updates video videos view views watch watching we week weekend what what's who
why wire with word words world year your council editorial food foreword hiring introduction meme menu
openings politics profile ranking sports spotted table travel upgrade weather
"""
_MASS_NOUNS = """
africa america art asia australia business climate culture design economy education energy entertainment
europe fashion finance fitness fog food fun gaming health history housing ice life media money music
nature news oceania opinion philosophy poetry politics research science security software space sport tech
technology trade training travel water weather wildlife work
"""

SMALL = frozenset(_SMALL_WORDS.split())
SHORT = frozenset(_SHORT_WORDS.split())
"""Words that no acronym has taken, but for an "IT" that comes first."""
COMMON = frozenset(_COMMON_WORDS.split())
"""The words that sections are called by, and so no names."""
MASS = frozenset(_MASS_NOUNS.split())
"""Nouns that need no article, and the world's parts."""
