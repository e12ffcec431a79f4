"""German, French and Spanish: what numbers, signs and abbreviations say, and what holds for any text."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.write.spoken import foreign, has_rules, pairs, spoken_text

UNSPOKEN = re.compile(r"[\d$%#~<>@&/_^=|\\•*`\[\]{}+\U0001f000-\U0001faff☀-➿]")
SIGNS = st.text(
    alphabet=st.one_of(
        st.sampled_from("$€£%#~<>@&/_^=|\\•*`[]{}+-–—.,:;!?'\"()0123456789²½①٣ºªé \n"),
        st.sampled_from("aehjmnrstxkMBHTIVX📈"),
        st.characters(),
    ),
    max_size=40,
)
TOKENS = (
    "€4,5M 3,2 % +7% v2.1.3 H100 24/7 Q4 T4 4T25 ~40% <10ms 2026-01-12 3. März am 1990er 1/3 z. B. M. "
    "http://a.io/b?c=1 a@b.co @you #tag C++ 14h30 14:30 h Uhr – & Nr. 5 St. 16:9 8x x3 7B AI/ML XXIe siglo "
    "usw. EE. UU. **a** 📈 > [1] bis 78701 m x = ^ 6' 27\" ° º 1er 2e 3.º mil Mio. Md€ $ CHF km/h °C /mois "
    "S. Str. p. núm. XIX y de la -fach 001 1 21"
)
TEXTS = st.one_of(
    SIGNS,
    st.lists(st.sampled_from(TOKENS.split()), max_size=10).map(" ".join),
    st.lists(st.sampled_from(TOKENS.split()), max_size=6).map("".join),
)
LANGUAGES = st.sampled_from(["de", "fr", "es"])

GERMAN = [
    (
        "Der Preis steigt um 3,5 % auf 4,50 €.",
        "Der Preis steigt um drei Komma fünf Prozent auf vier Euro fünfzig.",
    ),
    ("am 3. März 2026 um 14:30 Uhr", "am dritten März zweitausendsechsundzwanzig um vierzehn Uhr dreißig"),
    ("5 Mio. € und 1 Mio. Dollar", "fünf Millionen Euro und eine Million Dollar"),
    (
        "20–25 % von 1.250.000",
        "zwanzig bis fünfundzwanzig Prozent von eine Million zweihundertfünfzigtausend",
    ),
    ("2026-04-03", "dritter April zweitausendsechsundzwanzig"),
    ("seit 1987 bei -4 °C", "seit neunzehnhundertsiebenundachtzig bei minus vier Grad Celsius"),
    ("Hafen & Co, ~40 % mehr", "Hafen und Co, etwa vierzig Prozent mehr"),
    ("Der X7-b bleibt.", "Der X sieben b bleibt."),
    ("um 25–30 % günstiger", "um fünfundzwanzig bis dreißig Prozent günstiger"),
    ("für $11 Mrd. übernommen", "für elf Milliarden Dollar übernommen"),
    ("Das Abo kostet 9,99 €/Monat.", "Das Abo kostet neun Euro neunundneunzig pro Monat."),
    ("0,30 €/kWh", "dreißig Cent pro Kilowattstunde"),
    ("1.299 Euro", "eintausendzweihundertneunundneunzig Euro"),
    ("12,-- € und 3,– Euro", "zwölf Euro und drei Euro"),
    ("CHF 1'000", "eintausend Franken"),
    ("500 Tsd. Euro", "fünfhunderttausend Euro"),
    ("5 bis 7 Mio. Euro", "fünf bis sieben Millionen Euro"),
    ("3,2 Mio. t CO₂", "drei Komma zwei Millionen Tonnen CO zwei"),
    ("am Montag, 3. März 2025, um 9 Uhr", "am Montag, dritten März zweitausendfünfundzwanzig, um neun Uhr"),
    ("vom 3.–5. März", "vom dritten bis fünften März"),
    ("seit dem 24.02.2022", "seit dem vierundzwanzigsten Februar zweitausendzweiundzwanzig"),
    ("heute, 15.1., geht es los", "heute, fünfzehnter Januar, geht es los"),
    ("Mo–Fr, 9–17 Uhr", "Montag bis Freitag, neun bis siebzehn Uhr"),
    ("um 14.30 Uhr", "um vierzehn Uhr dreißig"),
    ("am 5. Jänner", "am fünften Jänner"),
    ("im 3. Quartal", "im dritten Quartal"),
    ("3. Quartal: Gewinn", "drittes Quartal: Gewinn"),
    ("in 2. Auflage", "in zweiter Auflage"),
    ("Es waren 12. Danach kam keiner.", "Es waren zwölf. Danach kam keiner."),
    ("in den 1990er Jahren", "in den neunzehnhundertneunziger Jahren"),
    ("1500 Mitarbeiter", "eintausendfünfhundert Mitarbeiter"),
    ("Saison 2024/25", "Saison zweitausendvierundzwanzig fünfundzwanzig"),
    ("1/3 der Nutzer", "ein Drittel der Nutzer"),
    ("120 km/h", "einhundertzwanzig Kilometer pro Stunde"),
    ("80 m² für 10 €/m²", "achtzig Quadratmeter für zehn Euro pro Quadratmeter"),
    ("<10 ms", "weniger als zehn Millisekunden"),
    ("±2 %", "plus minus zwei Prozent"),
    ("Aktie: −1,4 %", "Aktie: minus eins Komma vier Prozent"),
    ("das 4,1-fache", "das vier Komma eins-fache"),
    ("8xH100", "acht mal H hundert"),
    ("die 4-Tage-Woche", "die Vier-Tage-Woche"),
    ("die 5%-Hürde", "die Fünf-Prozent-Hürde"),
    ("20%iger Rabatt", "zwanzigprozentiger Rabatt"),
    ("eine 20-jährige Gründerin", "eine zwanzigjährige Gründerin"),
    ("z. B. die Bahn, d. h. Züge, Busse usw.", "zum Beispiel die Bahn, das heißt Züge, Busse und so weiter."),
    ("Prof. Dr. Weber, Karl-Marx-Str. 12", "Professor Doktor Weber, Karl-Marx-Straße zwölf"),
    ("Platz 1 für 1 Person", "Platz eins für eine Person"),
    ("GPT-4o und iOS 18.2", "GPT vier o und iOS achtzehn Punkt zwei"),
    ("Q4 2025", "Q vier zweitausendfünfundzwanzig"),
    ("v2.1.3", "Version zwei Punkt eins Punkt drei"),
    ("die G7 und 5G", "die G sieben und fünf G"),
    ("24/7", "vierundzwanzig sieben"),
    ("info@example.de", "info ät example Punkt D E"),
    ("auf www.example.de/blog", "auf example Punkt D E slash blog"),
    ("+49 30 1234567", "plus vier neun, drei null, eins zwei drei vier fünf sechs sieben"),
    ("Bayern gewinnt 3:1.", "Bayern gewinnt drei zu eins."),
    ("#KI2025 von @example", "Hashtag KI zweitausendfünfundzwanzig von ät example"),
    ("1920 x 1080", "eintausendneunhundertzwanzig mal eintausendachtzig"),
    ("S&P 500", "S und P fünfhundert"),
    ("C++ und C#", "C plus plus und C sharp"),
    ("10^6", "zehn hoch sechs"),
    ("Papst Leo XIV. kommt", "Papst Leo der Vierzehnte kommt"),
    ("§§ 3–5", "Paragrafen drei bis fünf"),
    ("und/oder", "und oder"),
    ("ein 3-Mrd.-Euro-Paket", "ein Drei-Milliarden-Euro-Paket"),
    ("3.500 € brutto/Monat", "dreitausendfünfhundert Euro brutto pro Monat"),
    ("2-3x pro Woche", "zwei bis dreimal pro Woche"),
    ("1 bis 2 Stunden", "ein bis zwei Stunden"),
]
FRENCH = [
    (
        "Le prix monte de 3,5 % à 4,50 €.",
        "Le prix monte de trois virgule cinq pour cent à quatre euros cinquante.",
    ),
    ("le 1er mars 2026 à 14h30", "le premier mars deux mille vingt-six à quatorze heures trente"),
    ("5 millions d'euros et 3 M€", "cinq millions d'euros et trois millions d'euros"),
    ("le 03/04/2026", "le trois avril deux mille vingt-six"),
    ("1 250 000 ports", "un million deux cent cinquante mille ports"),
    ("une levée de 12 M€", "une levée de douze millions d'euros"),
    ("11 Mds €", "onze milliards d'euros"),
    ("500 k€", "cinq cent mille euros"),
    ("9,99 €/mois", "neuf euros quatre-vingt-dix-neuf par mois"),
    ("0,99 €", "quatre-vingt-dix-neuf centimes"),
    ("5 $ US ou 100 $ CA", "cinq dollars ou cent dollars canadiens"),
    ("1,5 million d'euros", "un virgule cinq million d'euros"),
    ("du 3 au 5 mars", "du trois au cinq mars"),
    ("le 14 juil.", "le quatorze juillet"),
    ("le 03/04", "le trois avril"),
    ("14h-16h", "quatorze heures à seize heures"),
    ("à 21h", "à vingt et une heures"),
    ("à 14 h 30", "à quatorze heures trente"),
    (
        "la 1re place, le 2e rang, les 1ers résultats",
        "la première place, le deuxième rang, les premiers résultats",
    ),
    ("au XXIe siècle", "au vingt et unième siècle"),
    ("au T4 2025", "au quatrième trimestre deux mille vingt-cinq"),
    ("au 3T25", "au troisième trimestre deux mille vingt-cinq"),
    ("les années 80", "les années quatre-vingt"),
    ("2/3 des ventes", "deux tiers des ventes"),
    ("note : 8,5/10", "note: huit virgule cinq sur dix"),
    ("130 km/h", "cent trente kilomètres par heure"),
    (
        "2 500 m² à 4 500 €/m²",
        "deux mille cinq cents mètres carrés à quatre mille cinq cents euros par mètre carré",
    ),
    ("1,6 GW", "un virgule six gigawatt"),
    ("soit > 50 %", "soit plus de cinquante pour cent"),
    ("3x plus rapide", "trois fois plus rapide"),
    ("x10", "fois dix"),
    ("p. ex. M. Dupont et Mme Durand", "par exemple monsieur Dupont et madame Durand"),
    ("n°1 mondial", "numéro un mondial"),
    ("av. J.-C. et après", "avant Jésus-Christ et après"),
    ("21 entreprises, 71 ans", "vingt et une entreprises, soixante et onze ans"),
    ("336 681 voitures", "trois cent trente-six mille six cent quatre-vingt-une voitures"),
    ("80 000 emplois", "quatre-vingt mille emplois"),
    ("l'A380 et l'iPhone 16", "l'A trois cent quatre-vingts et l'iPhone seize"),
    ("24h/24 et 7j/7", "vingt-quatre heures sur vingt-quatre et sept jours sur sept"),
    ("24/7", "vingt-quatre heures sur vingt-quatre, sept jours sur sept"),
    ("contact@example.fr", "contact arobase example point F R"),
    ("01 23 45 67 89", "zéro un, vingt-trois, quarante-cinq, soixante-sept, quatre-vingt-neuf"),
    ("Louis XIV", "Louis quatorze"),
    ("la loi n° 2023-451", "la loi numéro deux mille vingt-trois quatre cent cinquante et un"),
    ("d'1,5 million", "d'un virgule cinq million"),
    ("fin 2025/début 2026", "fin deux mille vingt-cinq début deux mille vingt-six"),
    ("B2B", "B to B"),
    ("$11B", "onze milliards de dollars"),
    ("25 pb", "vingt-cinq points de base"),
    ("« 3 % »", "« trois pour cent»"),
]
SPANISH = [
    ("sube un 3,5 % hasta 4,50 €", "sube un tres coma cinco por ciento hasta cuatro euros con cincuenta"),
    ("el 3 de marzo de 2026 a las 14:30", "el tres de marzo de dos mil veintiséis a las catorce treinta"),
    ("1 millón, 21 € y 3 M€", "un millón, veintiún euros y tres millones de euros"),
    ("20-25 % de 1.250.000", "veinte a veinticinco por ciento de un millón doscientos cincuenta mil"),
    ("11.000 M€ y 21.000 euros", "once mil millones de euros y veintiún mil euros"),
    ("$11B", "once mil millones de dólares"),
    ("US$ 1,5 millones", "uno coma cinco millones de dólares"),
    ("$1.500 pesos", "mil quinientos pesos"),
    ("9,99 €/mes", "nueve euros con noventa y nueve al mes"),
    ("0,99 €", "noventa y nueve céntimos"),
    ("$20 mil millones", "veinte mil millones de dólares"),
    ("el 15/03", "el quince de marzo"),
    ("3-5 de marzo", "tres a cinco de marzo"),
    ("1.º de mayo", "primero de mayo"),
    ("a las 14.30 h", "a las catorce treinta"),
    ("a las 21:00", "a las veintiuna horas"),
    ("12:00-14:00 h", "doce horas a catorce horas"),
    (
        "el 1.er trimestre, la 2.ª edición, quedó 3.º",
        "el primer trimestre, la segunda edición, quedó tercero",
    ),
    ("el 3T25", "el tercer trimestre de dos mil veinticinco"),
    ("los siglos XIX y XX", "los siglos diecinueve y veinte"),
    ("la II Guerra Mundial", "la segunda Guerra Mundial"),
    ("Isabel II y Carlos III", "Isabel segunda y Carlos tercero"),
    ("los años 90", "los años noventa"),
    ("2/3 de las ventas", "dos tercios de las ventas"),
    ("un 7/10", "un siete sobre diez"),
    ("120 km/h en 80 m²", "ciento veinte kilómetros por hora en ochenta metros cuadrados"),
    ("-5 ºC", "menos cinco grados Celsius"),
    ("el precio del m²", "el precio del metro cuadrado"),
    ("3x más rápido", "tres veces más rápido"),
    ("EE. UU. y el Sr. García", "Estados Unidos y el señor García"),
    ("la n.º 1, p. ej.", "la número uno, por ejemplo."),
    ("200.000 personas, 21 años, 1 hora", "doscientas mil personas, veintiún años, una hora"),
    ("las 200 mejores y los 200 mejores", "las doscientas mejores y los doscientos mejores"),
    ("entre 200 y 300 personas", "entre doscientas y trescientas personas"),
    ("200 millones de personas", "doscientos millones de personas"),
    ("las GPU H100", "las GPU H cien"),
    ("la versión 2.1.3", "la versión dos punto uno punto tres"),
    ("info@example.es", "info arroba example punto es"),
    ("+34 600 123 456", "más tres cuatro, seis cero cero, uno dos tres, cuatro cinco seis"),
    ("El Betis gana 3-1.", "El Betis gana tres a uno."),
    ("I+D", "I más D"),
    ("2x1", "dos por uno"),
    ("1 € = 1,09 $", "un euro igual a un dólar con nueve"),
    ("24/7", "veinticuatro siete"),
]
REGIONS = [
    (
        "es-mx",
        "$1,250.50 y 1,250 personas",
        "mil doscientos cincuenta pesos con cincuenta y mil doscientas cincuenta personas",
    ),
    ("es-us", "2.5 millones, US$ 1,000", "dos punto cinco millones, mil dólares"),
    ("es-es", "1.250 y 3,125 %", "mil doscientos cincuenta y tres coma uno dos cinco por ciento"),
    ("es-co", "el 1 de mayo", "el primero de mayo"),
    (
        "de-ch",
        "CHF 1'250.50 und 2.5 %",
        "eintausendzweihundertfünfzig Franken fünfzig und zwei Punkt fünf Prozent",
    ),
    ("fr-ch", "75 %, 91 francs", "septante-cinq pour cent, nonante et un francs"),
    ("fr-be", "71 personnes", "septante et une personnes"),
]


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        (language, *example)
        for language, examples in (("de-DE", GERMAN), ("fr", FRENCH), ("es_ES", SPANISH))
        for example in examples
    ],
)
def test_languages(language: str, written: str, spoken: str) -> None:
    """Numbers, money, dates, times, signs, names and abbreviations are said as a newsreader says them."""
    assert spoken_text(written, language=language) == spoken
    assert has_rules(language)


@pytest.mark.parametrize(("tag", "written", "spoken"), REGIONS)
def test_regions(tag: str, written: str, spoken: str) -> None:
    """Decimal points, pesos, "septante" and the first of a month are as the region of a tag has them."""
    text = written
    for read in foreign.readers(tag, None):
        text = "".join(pair.spoken for pair in read(text))
    assert text == spoken


@given(TEXTS, st.sampled_from(["de", "fr", "es", "it"]))
def test_pairs_cover_and_words_stay(text: str, language: str) -> None:
    """Any text is covered by its pairs, and what is said stays as it is."""
    assert "".join(pair.written for pair in pairs(text, language=language)) == text
    spoken = spoken_text(text, language=language)
    assert spoken_text(spoken, language=language) == spoken


@given(TEXTS, LANGUAGES)
def test_nothing_unspoken_is_left(text: str, language: str) -> None:
    """No digit, no sign that a voice stumbles over, no emoji is left of any text."""
    spoken = spoken_text(text, language=language)
    assert UNSPOKEN.findall(spoken) == []
    assert not any(sign.isdigit() or unicodedata.category(sign) in {"So", "Cn", "Cs"} for sign in spoken)
    assert spoken == " ".join(spoken.split())


@pytest.mark.parametrize("unit", ["7", "1.", "000 ", "€1", "etc. ", "a.", "1:", "3. "])
@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_long_runs_take_linear_time(unit: str, language: str) -> None:
    """Twice the text takes some twice as long: no rule looks far back or ahead."""
    times = []
    for size in (2_000, 4_000):
        spent = []
        for _ in range(3):  # the best of three: a shared machine stalls now and then
            start = time.process_time()
            pairs(unit * (size // len(unit)), language=language)
            spent.append(time.process_time() - start)
        times.append(min(spent))
    assert times[1] < 3 * times[0] + 0.1
