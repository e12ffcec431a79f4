"""Amounts as newsletters about technology, money and science write them: prices, shares, measures."""

from __future__ import annotations

import pytest

from issuecast.write.spoken import spoken_text

ATTRIBUTIVE = [
    ("Acme’s $500B Starport project", "Acme’s five hundred billion dollar Starport project"),
    ("Acme raises $40M Series B", "Acme raises forty million dollar Series B"),
    ("in $40M funding talks", "in forty million dollar funding talks"),
    ("spent $40M building it", "spent forty million dollars building it"),
    (
        "a $2.1bn (£1.6bn) deal",
        "a two point one billion dollar (one point six billion pound) deal",
    ),
    ("a $1.3B, five-year contract", "a one point three billion dollar, five-year contract"),
    ("cost $5 million apiece", "cost five million dollars apiece"),
    ("gave $5 million Tuesday", "gave five million dollars Tuesday"),
    ("$3B looks cheap", "three billion dollars looks cheap"),
    ("$3B: Weight", "three billion dollars: Weight"),
    ("ten ads for $5 Weight: 3 kg", "ten ads for five dollars Weight: three kilograms"),
    (
        "a $2.1 billion (£1.6 billion) deal",
        "a two point one billion dollar (one point six billion pound) deal",
    ),
    ("the deal ($3B) closes", "the deal (three billion dollars) closes"),
    ("the $13 trillion US economy", "the thirteen trillion dollar U S economy"),
    ("a $5M 10-year deal", "a five million dollar ten year deal"),
    ("a $3B “bet”", "a three billion dollar “bet”"),
    ("the $5 million raised", "the five million dollars raised"),
    ("10 km north of it", "ten kilometers north of it"),
    ("422 ppm CO2", "four hundred twenty-two parts per million C O two"),
    ("65W charging", "sixty-five watt charging"),
    ("$3 million dollars", "three million dollars"),
    ("$3 million's worth", "three million dollars' worth"),
    ("$1,000-plus phones", "one thousand dollar plus phones"),
    ("30%-plus margins", "thirty percent plus margins"),
    ("a £3.50 pint", "a three pound fifty pence pint"),
]
PRICES = [
    ("US $3 million", "three million U S dollars"),
    ("$3 mln, $5 bln, $50 k", "three million dollars, five billion dollars, fifty thousand dollars"),
    ("₹1.2 lakh crore, ₹1,50,000", "one point two lakh crore rupees, one hundred fifty thousand rupees"),
    ("MX$50, RM50, Dh100", "fifty Mexican pesos, fifty ringgit, one hundred dirhams"),
    ("₹500 cr", "five hundred crore rupees"),
    ("Rs. 2 crores", "two crore rupees"),
    ("€5,000/m², 17/km2", "five thousand euros per square meter, seventeen per square kilometer"),
    ("$5–6/bbl", "five to six dollars per barrel"),
    ("HUF 100, 500 kr", "one hundred forints, five hundred kroner"),
    ("PHP 8 is out for PHP 1,200", "P H P eight is out for one thousand two hundred pesos"),
    ("in the low $40s", "in the low forties"),
    ("saved $1000s", "saved thousands of dollars"),
    (
        "$2.50/M tokens, $4/MTok",
        "two dollars fifty cents per million tokens, four dollars per million tokens",
    ),
    ("$20 per user/month", "twenty dollars per user per month"),
    ("a $5/mo. plan", "a five dollar per month plan"),
    ("8 cents/kWh, 3¢ per kWh", "eight cents per kilowatt hour, three cents per kilowatt hour"),
]
RANGES = [
    ("$10 to $15 million", "ten to fifteen million dollars"),
    ("between $1.5 and $2 trillion", "between one point five and two trillion dollars"),
    ("$500 to $1 million", "five hundred dollars to one million dollars"),
    ("$500-$600M", "five hundred to six hundred million dollars"),
    ("a $5 billion to $7 billion charge", "a five billion dollar to seven billion dollar charge"),
    ("a $20-to-$30 meal", "a twenty dollar to thirty dollar meal"),
    ("up from 12% → 18%", "up from twelve to eighteen percent"),
    ("80 → 20, 80-20", "eighty to twenty, eighty twenty"),
    ("+/- 5%, +/–3", "plus or minus five percent, plus or minus three"),
    ("≳10 km, ≪1%", "at least about ten kilometers, much less than one percent"),
    ("an 8GB/256GB model", "an eight gigabyte two hundred fifty-six gigabyte model"),
    ("4.5 L/100 km", "four point five liters per one hundred kilometers"),
    ("~2/3, >1/2", "about two thirds, more than one half"),
    ("a 20x-100x boost", "a twenty to one hundred x boost"),
    ("100 tokens/second/user", "one hundred tokens per second per user"),
]
MEASURES = [
    ("a 5 lb. bag, a 3 in. pipe", "a five pound bag, a three inch pipe"),
    ("It weighs 5 lb. It is red.", "It weighs five pounds. It is red."),
    ('a 6.7" OLED', "a six point seven inch OLED"),
    ("a 10' wall", "a ten foot wall"),
    ("1.5ºC, 37C", "one point five degrees Celsius, thirty-seven degrees Celsius"),
    ("a 350F oven", "a three hundred fifty degree Fahrenheit oven"),
    ("the iPhone 5C, seat 14C", "the iPhone five C, seat fourteen C"),
    ("at 4 K, 10 mK", "at four kelvins, ten millikelvins"),
    ("grew to 300 K", "grew to three hundred K"),
    ("a 7T magnet, two T cells", "a seven tesla magnet, two T cells"),
    ("3 SEC filings by 5 ML engineers", "three S E C filings by five M L engineers"),
    ("1,400 ly, 3 Mpc", "one thousand four hundred light years, three megaparsecs"),
    ("66 Myr", "sixty-six million years"),
    ("+0.3 pp, a 3-pt lead", "plus zero point three percentage points, a three point lead"),
    ("−0.3 p.p.", "minus zero point three percentage points"),
    ("10 µF, 500 nM, 100 kDa", "ten microfarads, five hundred nanomolar, one hundred kilodaltons"),
    ("36.8 GtCO₂, 1 MtCO2e", "thirty-six point eight gigatons of C O two, one megaton of C O two equivalent"),
    ("a 500-hp engine, 400 Nm", "a five hundred horsepower engine, four hundred newton meters"),
    ("400 gCO2/kWh", "four hundred grams of C O two per kilowatt hour"),
    ("250 Wh/kg", "two hundred fifty watt hours per kilogram"),
    ("5 mg kg⁻¹", "five milligrams per kilogram"),
    ("10+ GB", "ten plus gigabytes"),
    ("600 EH/s", "six hundred exahashes per second"),
    ("a 2,000-sq.-ft. home", "a two thousand square foot home"),
    ("a 20-min walk", "a twenty minute walk"),
    ("$50/sq ft", "fifty dollars per square foot"),
    ("5m new users, 2m people", "five million new users, two million people"),
    ("9m Americans", "nine million Americans"),
    ("a 5m-user app, a 5m-tall wave", "a five million user app, a five meter tall wave"),
    ("3M said so to 3M users", "three M said so to three million users"),
    ("2.5 – 3.5%", "two point five to three point five percent"),
    ("10M+/day", "ten million plus per day"),
    ("67 TFLOP/s", "sixty-seven teraflops"),
    ("6400 MT/s", "six thousand four hundred megatransfers per second"),
    ("1.2 million bpd", "one point two million barrels per day"),
    ("760 mmHg", "seven hundred sixty millimeters of mercury"),
    ("100 J of heat", "one hundred joules of heat"),
    ("a 5.4-million-km trip", "a five point four million kilometer trip"),
    ("40°42′N", "forty degrees forty-two minutes north"),
    ("many GWh", "many gigawatt hours"),
    ("an 8K context", "an eight thousand context"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "spoken"), [*ATTRIBUTIVE, *PRICES, *RANGES, *MEASURES])
def test_amounts(written: str, spoken: str) -> None:
    """An amount is said as a newsreader says it in its sentence, and stays so when it is read again."""
    assert spoken_text(written) == spoken
    assert spoken_text(spoken) == spoken
