"""The names of languages that ID3 wants, ISO 639-2, for the tags of BCP 47."""

from __future__ import annotations

import re

_NAMES = """
    af-afr am-amh ar-ara az-aze be-bel bg-bul bn-ben bs-bos ca-cat cs-ces cy-cym da-dan de-deu el-ell
    en-eng eo-epo es-spa et-est eu-eus fa-fas fi-fin fr-fra ga-gle gl-glg gu-guj he-heb hi-hin hr-hrv
    hu-hun hy-hye id-ind is-isl it-ita ja-jpn ka-kat kk-kaz km-khm kn-kan ko-kor la-lat lo-lao lt-lit
    lv-lav mk-mkd ml-mal mn-mon mr-mar ms-msa mt-mlt my-mya nb-nob ne-nep nl-nld nn-nno no-nor pa-pan
    pl-pol ps-pus pt-por ro-ron ru-rus si-sin sk-slk sl-slv so-som sq-sqi sr-srp su-sun sv-swe sw-swa
    ta-tam te-tel th-tha tr-tur uk-ukr ur-urd uz-uzb vi-vie zh-zho zu-zul
"""
_THREE_LETTERS: dict[str, str] = dict(re.findall(r"(\w\w)-(\w{3})", _NAMES))


def iso_639_2(language: str) -> str:
    """Three letters for a tag such as "en-US" or "deu"; "" where they are not known."""
    primary = language.lower().split("-")[0]
    return _THREE_LETTERS.get(primary, primary if re.fullmatch("[a-z]{3}", primary) else "")
