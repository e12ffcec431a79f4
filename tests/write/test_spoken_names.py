"""Names of models, products, genes and laws; quarters, numerals, capitals: as a newsreader would say them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.write.spoken import spoken_text

MODELS_AND_PRODUCTS = """\
a K2-18b or Kepler-22b flyby ⇒ a K two, eighteen b or Kepler twenty-two b flyby
the F-35A, F-35B and F-35C ⇒ the F thirty-five A, F thirty-five B and F thirty-five C
Llama-3.1-8B-Instruct ⇒ Llama three point one, eight billion Instruct
the gpt-oss-20b weights ⇒ the G P T O S S twenty billion weights
a 32B-class model ⇒ a thirty-two billion class model
4K-ready screens ⇒ four K ready screens
an i7-8700K ⇒ an i seven, eighty-seven hundred K
an i9-14900K ⇒ an i nine, fourteen nine hundred K
RTX 4090s, an RTX 4090 and 5090 ⇒ R T X forty nineties, an R T X forty ninety and fifty ninety
iPhone 17s and Falcon 9s ⇒ iPhone seventeens and Falcon nines
two 1099s ⇒ two ten ninety-nines
Ford F-150s ⇒ Ford F one fifties
in 30s it stopped ⇒ in thirty seconds it stopped
IBM kept 1500 jobs ⇒ I B M kept one thousand five hundred jobs
PEP 703, RFC 9110 and SB 253 ⇒ P E P seven oh three, R F C ninety-one ten and S B two fifty-three
RFCs 9110 and 9112 ⇒ R F C's ninety-one ten and ninety-one twelve
H.R. 4763 ⇒ H R forty-seven sixty-three
TGF-β1, IFN-γ and β-carotene ⇒ T G F beta one, I F N-gamma and beta-carotene
a share (HKEX: 9988) ⇒ a share (H K E X: ninety-nine eighty-eight)
Ca2+ and Cl- in, Na+ out ⇒ C A two plus and Cl in, N A plus out
bonds at AA+ and BBB-, the 2Y/10Y gap ⇒ bonds at A A plus and B B B minus, the two year ten year gap
a V8 engine and V100 cards ⇒ a V eight engine and V one hundred cards
MH370, BA249 and GW150914 ⇒ M H three seventy, B A two forty-nine and G W one five zero nine one four
RTX 4090/5090 ⇒ R T X forty ninety, fifty ninety
a Core Ultra 9 285K, a Ryzen 9 9950X ⇒ a Core Ultra nine two eighty-five K, a Ryzen nine ninety-nine fifty X
NIST SP 800-53 and an ATR 72-600 ⇒ NIST S P eight hundred, fifty-three and an A T R seventy-two, six hundred
to ISO 9001:2015 ⇒ to I S O nine thousand one, twenty fifteen
ISO 14064-1:2018 ⇒ I S O fourteen thousand sixty-four, one, twenty eighteen
15N-labeled, ¹³C-enriched ⇒ fifteen N labeled, thirteen C-enriched
the 5′ end, 5′ to 3′, the 3′-UTR ⇒ the five prime end, five prime to three prime, the three prime U T R
Python 3.13t ⇒ Python three point thirteen t
Python >=3.11,<3.14 ⇒ Python at least three point eleven, less than three point fourteen
RFC 3339 timestamps, 5xx errors ⇒ R F C thirty-three thirty-nine timestamps, five x x errors
in FY'26–'28 ⇒ in fiscal year twenty twenty-six to twenty-eight
~1.2.0 of it ⇒ about one point two point zero of it
"""
PERIODS = """\
Q4FY25 ⇒ Q four fiscal year twenty twenty-five
4QFY25E ⇒ fourth quarter of fiscal year twenty twenty-five estimated
1H FY26 ⇒ first half of fiscal year twenty twenty-six
H1FY26 ⇒ first half of fiscal year twenty twenty-six
Q3-25 and Q3’25 ⇒ Q three twenty twenty-five and Q three twenty twenty-five
FY 2025 ⇒ fiscal year twenty twenty-five
FQ3 2025 ⇒ fiscal Q three twenty twenty-five
9M25 ⇒ nine months of twenty twenty-five
H2'25E ⇒ second half of twenty twenty-five estimated
Q1'24-Q1'25 ⇒ Q one twenty twenty-four to Q one twenty twenty-five
1Q25-3Q25 ⇒ first quarter twenty twenty-five to third quarter twenty twenty-five
FY23-FY25 ⇒ fiscal year twenty twenty-three to fiscal year twenty twenty-five
FY24/25 ⇒ fiscal year twenty twenty-four to twenty-five
1Q's ⇒ one Q's
H2 gas ⇒ H two gas
"""
NUMERALS = """\
Parts I–III and Phases II and IV ⇒ Parts one to three and Phases two and four
World Wars I and II ⇒ World Wars one and two
Phase I-II, Phase IIb and Stage IIIA ⇒ Phase one to two, Phase two b and Stage three A
a type I error ⇒ a type one error
the part I liked ⇒ the part I liked
vols. I–II ⇒ volumes one to two
The War I Saw; World War I was long ⇒ The War I Saw; World War one was long
The book I read ⇒ The book I read
Volume II, I think ⇒ Volume two, I think
Class C and Type-C ⇒ Class C and Type-C
Title X, Generation X ⇒ Title ten, Generation X
Saturn V flew; Roe V Wade fell ⇒ Saturn five flew; Roe V Wade fell
Washington DC, GitLab CI, a Sony CD, a Pro XL ⇒ Washington D C, GitLab C I, a Sony C D, a Pro X L
James I's Bible ⇒ James the first's Bible
Sam Q. Example III ⇒ Sam Q Example the third
Robert Example II ⇒ Robert Example the second
Harbor Quest II ⇒ Harbor Quest two
the XVIII–XIX centuries ⇒ the eighteenth to nineteenth centuries
a Type-I error ⇒ a Type-one error
IV. Harbors ⇒ four. Harbors
a portrait of Elizabeth I. ⇒ a portrait of Elizabeth the first.
(i) tugs, (ii) barges ⇒ (one) tugs, (two) barges
pages xii–xiv ⇒ pages twelve to fourteen
post-WWII ⇒ post-World War two
"""
CAPITALS = """\
DON'T WAIT, IT'S OPEN ⇒ DON'T WAIT, IT'S OPEN
A NEW ERA ⇒ A NEW ERA
THE WORLD FIRST TESTS ITS RIGHTS ⇒ THE WORLD FIRST TESTS ITS RIGHTS
a NASA IT system ⇒ a NASA I T system
THE US WINS ⇒ THE U S WINS
IPOed, RSVPing ⇒ I P O'ed, R S V P'ing
Ps and Qs ⇒ P's and Q's
an HTTPServer ⇒ an H T T P Server
call getElementById ⇒ call get Element By Id
YouTube and LaTeX ⇒ YouTube and LaTeX
arXiv, NVMe and PCIe ⇒ arXiv, N V M e and P C I e
many GPU-hrs ⇒ many G P U-hours
"""


def _rows(*tables: str) -> list[tuple[str, ...]]:
    return [tuple(row.split(" ⇒ ")) for table in tables for row in table.splitlines()]


@pytest.mark.parametrize(("written", "spoken"), _rows(MODELS_AND_PRODUCTS, PERIODS, NUMERALS, CAPITALS))
def test_names(written: str, spoken: str) -> None:
    """Each is said as people say it, and what is said stays as it is."""
    assert spoken_text(written) == spoken
    assert spoken_text(spoken) == spoken


NAMES = st.lists(
    st.sampled_from(
        "Part I II IV V X VIII Phase IIb Saturn James WWII xii (ii) century RTX 4090 4090s PEP 703 FY25 Q4 "
        "4Q FQ3 H1 1H 9M25 10Y iPhone XS OS B200s K2-18b MiMo-V2 Ca2+ γ-ray BBB- HTTPServer getId IPOed "
        "DON'T US IT Bs and – - / , .".split()
    ),
    max_size=9,
)


@given(NAMES, st.sampled_from(["", " "]))
def test_names_next_to_each_other(names: list[str], gap: str) -> None:
    """Whatever stands beside a name, one reading is enough and no digit is left."""
    spoken = spoken_text(gap.join(names))
    assert spoken_text(spoken) == spoken
    assert not any(sign.isdigit() for sign in spoken)


@pytest.mark.parametrize(
    "unit", ["Part I, II and ", "IV-", "(ii)", "aB", "FQ3", "X, V, I, ", "RTX 4090 and "]
)
def test_rows_of_names_take_linear_time(unit: str) -> None:
    """Fifty kilobytes of names are read in a moment."""
    start = time.process_time()
    spoken_text(unit * (50_000 // len(unit)))
    assert time.process_time() - start < 3
