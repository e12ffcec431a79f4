"""Many forms of each class, as newsletters write them and a person would say them."""

from __future__ import annotations

import pytest

from issuecast.write.spoken import spoken_text

NUMBERS_AND_QUANTITIES = """\
AMZN +3.2% after hours ⇒ A M Z N plus three point two percent after hours
in 5m by rail ⇒ in five meters by rail
in 5m users ⇒ in five million users
St. John's on 5th St. is old. ⇒ Saint John's on fifth Street is old.
5 cents ⇒ five cents
3.14159 ⇒ three point one four one five nine
-5 ⇒ minus five
−12.5 ⇒ minus twelve point five
1,000,000 ⇒ one million
1 000 000 ⇒ one million
10,000x ⇒ ten thousand times
3x–5x ⇒ three to five times
1.5x leverage ⇒ one point five times leverage
a 10x return ⇒ a ten x return
100% ⇒ one hundred percent
0.5% ⇒ zero point five percent
5-10% ⇒ five to ten percent
5 to 10% ⇒ five to ten percent
5%–10% ⇒ five to ten percent
+150bps ⇒ plus one hundred fifty basis points
25bp ⇒ twenty-five basis points
25 bps cut ⇒ twenty-five basis point cut
-50 bps ⇒ minus fifty basis points
3.2pp ⇒ three point two percentage points
4 ppm ⇒ four parts per million
99.99% uptime ⇒ ninety-nine point nine nine percent uptime
99.999% ⇒ ninety-nine point nine nine nine percent
at 6 ⇒ at six
in 1066 ⇒ in ten sixty-six
10th c. ⇒ tenth century
AD 79 ⇒ A D seventy-nine
version 2.0 ⇒ version two point zero
PHP 8.3 ⇒ P H P eight point three
RTX 4090 ⇒ R T X forty ninety
RTX 5090 ⇒ R T X fifty ninety
RX 7900 XTX ⇒ R X seventy-nine hundred X T X
747-8 ⇒ seven forty-seven eight
1080p ⇒ ten eighty p
USB 3.2 ⇒ U S B three point two
802.11ax ⇒ eight oh two point eleven A X
HDMI 2.1 ⇒ H D M I two point one
3nm ⇒ three nanometers
2 nm ⇒ two nanometers
RFC 9110 ⇒ R F C ninety-one ten
ISO 27001 ⇒ I S O twenty-seven thousand one
the 10-year at 4.3% ⇒ the ten year at four point three percent
a 10-K filing ⇒ a ten K filing
30-day SOFR ⇒ thirty day S O F R
5:1 leverage ⇒ five to one leverage
a 2–1 win ⇒ a two to one win
won 3-2 ⇒ won three to two
beat them 21-14 ⇒ beat them twenty-one to fourteen
a 5-4 ruling ⇒ a five to four ruling
a 51–49 vote ⇒ a fifty-one forty-nine vote
5½ hours ⇒ five and a half hours
6 ft 2 in ⇒ six foot two
6'2" ⇒ six foot two
10" pan ⇒ ten inch pan
a 27" monitor ⇒ a twenty-seven inch monitor
a 13-inch laptop ⇒ a thirteen inch laptop
100 sq ft ⇒ one hundred square feet
1,200 sq. ft. ⇒ one thousand two hundred square feet
20 mph ⇒ twenty miles per hour
6.02×10²³ ⇒ six point zero two times ten to the twenty-third
10^-9 ⇒ ten to the minus nine
2^10 ⇒ two to the tenth
-40°F ⇒ minus forty degrees Fahrenheit
98.6°F ⇒ ninety-eight point six degrees Fahrenheit
20°C–25°C ⇒ twenty to twenty-five degrees Celsius
20-25°C ⇒ twenty to twenty-five degrees Celsius
90° ⇒ ninety degrees
45°N, 93°W ⇒ forty-five degrees north, ninety-three degrees west
1.5°C target ⇒ one point five degree Celsius target
5 μm ⇒ five micrometers
5 µg ⇒ five micrograms
500 MW ⇒ five hundred megawatts
1.2 GW data center ⇒ one point two gigawatt data center
100MWh ⇒ one hundred megawatt hours
64 GB ⇒ sixty-four gigabytes
1TB SSD ⇒ one terabyte S S D
100 Mbps ⇒ one hundred megabits per second
2.4 GHz ⇒ two point four gigahertz
60 Hz ⇒ sixty hertz
120fps ⇒ one hundred twenty frames per second
300 dpi ⇒ three hundred dots per inch
9-5 job ⇒ nine to five job
9–5 ⇒ nine to five
9 to 5 ⇒ nine to five
4th of July ⇒ the fourth of July
approx. 5 ⇒ approximately five
max. 10 ⇒ maximum ten
min. 5 ⇒ minimum five
no. 5 ⇒ number five
No. 1 pick ⇒ number one pick
vol. 3 ⇒ volume three
pp. 12–15 ⇒ pages twelve to fifteen
p. 7 ⇒ page seven
fig. 2 ⇒ figure two
Sec. 230 ⇒ section two thirty
Art. 5 ⇒ article five
§ 230 ⇒ section two thirty
¶ 4 ⇒ paragraph four
100+ million users ⇒ one hundred million plus users
a 747-8 ⇒ a seven forty-seven eight
call +44 20 7946 0958 ⇒ call plus four four, two zero, seven nine four six, zero nine five eight
415.555.2671 ⇒ four one five, five five five, two six seven one
1-800-FLOWERS ⇒ one, eight hundred, FLOWERS
ext. 204 ⇒ extension two hundred four
555-0123 ⇒ five five five, zero one two three
call 555-0123 ⇒ call five five five, zero one two three
≥ 10 ⇒ at least ten
≤5 ⇒ at most five
5 ≠ 6 ⇒ five is not six
±3% ⇒ plus or minus three percent
+5 ⇒ plus five
5+ ⇒ five plus
1) First ⇒ one) First
1½ ⇒ one and a half
2¾ ⇒ two and three quarters
10³ ⇒ ten cubed
half of 1% ⇒ half of one percent
0.05% ⇒ zero point zero five percent
1 in 5 ⇒ one in five
2 out of 3 ⇒ two out of three
10:1 ⇒ ten to one
16:9 ⇒ sixteen to nine
1:1 meeting ⇒ one to one meeting
1-1 ⇒ one to one
4×4 ⇒ four by four
4 x 100m relay ⇒ four by one hundred meter relay
100m dash ⇒ one hundred meter dash
10m users ⇒ ten million users
10mm ⇒ ten millimeters
10 mm ⇒ ten millimeters
5m tall ⇒ five meters tall
5 m ⇒ five meters
5m ⇒ five meters
5k run ⇒ five k run
100k ⇒ one hundred thousand
1bn ⇒ one billion
1b ⇒ one b
1 bn ⇒ one billion
32k context ⇒ thirty-two thousand context
2-bit ⇒ two bit
4-bit quantization ⇒ four bit quantization
C++20 ⇒ C plus plus twenty
C++17 ⇒ C plus plus seventeen
TLS 1.3 ⇒ T L S one point three
H.264 ⇒ H two sixty-four
H.265 ⇒ H two sixty-five
a 5k run ⇒ a five k run
2-year-old ⇒ two year-old
a 10-year-old boy ⇒ a ten year-old boy
5-star ⇒ five star
24-hour ⇒ twenty-four hour
100-meter ⇒ one hundred meter
10-15 min ⇒ ten to fifteen minutes
30 sec ⇒ thirty seconds
45 min. ⇒ forty-five minutes.
2 hrs ⇒ two hours
3hr 20min ⇒ three hours twenty minutes
1 h ⇒ one hour
at 5 o'clock ⇒ at five o'clock
day 30 ⇒ day thirty
week 52 ⇒ week fifty-two
room 101 ⇒ room one oh one
Flight UA 123 ⇒ Flight U A one twenty-three
7-Eleven ⇒ seven Eleven
5 vs 6 ⇒ five versus six
c. 1850 ⇒ circa eighteen fifty
ca. 1850 ⇒ circa eighteen fifty
5 Dr. Seuss books ⇒ five Doctor Seuss books
10 Downing Street ⇒ ten Downing Street
ZIP 94103 ⇒ ZIP nine four one zero three
10.0.0.1 ⇒ one zero dot zero dot zero dot one
π ≈ 3.14 ⇒ pi about three point one four
10 Ω ⇒ ten ohms
5σ ⇒ five sigma
95% CI ⇒ ninety-five percent C I
95% CI 1.2–3.4 ⇒ ninety-five percent C I one point two to three point four
HR 0.72 ⇒ H R zero point seven two
1.2e+6 ⇒ one point two times ten to the sixth
10⁻⁹ ⇒ ten to the minus nine
2³² ⇒ two to the thirty-second
√2 ⇒ square root of two
3! ⇒ three!
5 choose 2 ⇒ five choose two
300k–400k tonnes ⇒ three hundred thousand to four hundred thousand tonnes
100–200MW ⇒ one hundred to two hundred megawatts
5-7% a year ⇒ five to seven percent a year
between 5 and 10% ⇒ between five and ten percent
a 3–5-year horizon ⇒ a three to five year horizon
at 3–4x revenue ⇒ at three to four times revenue
2.5 to 3.0% ⇒ two point five to three point zero percent
a 0–60 time of 3.2s ⇒ a zero to sixty time of three point two seconds
24 h ⇒ twenty-four hours
every 15min ⇒ every fifteen minutes
90 days ⇒ ninety days
day 1 ⇒ day one
top 1% ⇒ top one percent
0.1 mm ⇒ zero point one millimeters
1,000 km² ⇒ one thousand square kilometers
50 m² ⇒ fifty square meters
20 µSv ⇒ twenty microsieverts
3 Gy ⇒ three grays
1.8 L engine ⇒ one point eight liter engine
750ml ⇒ seven hundred fifty milliliters
12 oz. ⇒ twelve ounces.
5 lbs. ⇒ five pounds.
6 ft. ⇒ six feet.
100 °F ⇒ one hundred degrees Fahrenheit
−5 °C ⇒ minus five degrees Celsius
350 ppm ⇒ three hundred fifty parts per million
1.4 GW ⇒ one point four gigawatts
3.6 GPa ⇒ three point six gigapascals
15 psi ⇒ fifteen pounds per square inch
3.5 GHz ⇒ three point five gigahertz
8-bit ⇒ eight bit
64-bit ⇒ sixty-four bit
SD 3.5 ⇒ S D three point five
NGC 1300 ⇒ N G C thirteen hundred
Fig. 3a ⇒ figure three a
ref. 12 ⇒ reference twelve
No. 12–14 ⇒ number twelve to fourteen
ch. 3 ⇒ chapter three
§§ 4–6 ⇒ sections four to six
2nd floor ⇒ second floor
5th Ave ⇒ fifth Avenue
42nd St. ⇒ forty-second Street.
W. 34th St. ⇒ West thirty-fourth Street.
Ste. 5 ⇒ suite five
↑ 5% ⇒ up five percent
↓ 3% ⇒ down three percent
▲ 2.1% ⇒ up two point one percent
▼ 1.4% ⇒ down one point four percent
PMI 52.3 ⇒ P M I fifty-two point three
"""
MONEY = """\
raised $5m ⇒ raised five million dollars
€3.5m-€4m ⇒ three point five million euros to four million euros
$3-5B ⇒ three to five billion dollars
$3B-$5B ⇒ three billion dollars to five billion dollars
$0.99/mo ⇒ ninety-nine cents per month
$20/user/mo ⇒ twenty dollars per user per month
$1,299.99 ⇒ one thousand two hundred ninety-nine dollars ninety-nine cents
US$5bn ⇒ five billion U S dollars
A$4.5m ⇒ four point five million Australian dollars
5,000 EUR ⇒ five thousand euros
₹10 crore ⇒ ten crore rupees
£30k ⇒ thirty thousand pounds
$100M+ ARR ⇒ one hundred million dollar plus A R R
a $100M+ fund ⇒ a one hundred million dollar plus fund
$100+ million ⇒ one hundred million dollars plus
$1T market cap ⇒ one trillion dollar market cap
¥1,000 ⇒ one thousand yen
C$20 million ⇒ twenty million Canadian dollars
$500/oz ⇒ five hundred dollars per ounce
$70/bbl ⇒ seventy dollars per barrel
$4/gal ⇒ four dollars per gallon
$0.12/kWh ⇒ twelve cents per kilowatt hour
a $2,000-per-month rent ⇒ a two thousand dollar per month rent
50¢ ⇒ fifty cents
$5.5bn–6bn ⇒ five point five to six billion dollars
$250,000-$300,000 ⇒ two hundred fifty thousand dollars to three hundred thousand dollars
€1.000.000 ⇒ one million euros
$NVDA -4.2%, $TSLA +1.1% ⇒ N V D A minus four point two percent, T S L A plus one point one percent
WTI crude $78.40/bbl ⇒ W T I crude seventy-eight dollars forty cents per barrel
Brent: $82.15 ⇒ Brent: eighty-two dollars fifteen cents
gold at $2,350/oz. ⇒ gold at two thousand three hundred fifty dollars per ounce.
EUR/USD 1.0842 ⇒ euro dollar one point zero eight four two
USD/JPY at 151.6 ⇒ dollar yen at one hundred fifty-one point six
a $1-per-share dividend ⇒ a one dollar per share dividend
a $12M Series A led by Acme ⇒ a twelve million dollar Series A led by Acme
post-money valuation of $1.2bn ⇒ post-money valuation of one point two billion dollars
$1.18 est. ⇒ one dollar eighteen cents estimated.
USD 5 ⇒ five U S dollars
>$1B ⇒ more than one billion dollars
€5 ⇒ five euros
5€ ⇒ five euros
5 € ⇒ five euros
£5.99 ⇒ five pounds ninety-nine pence
¥500 ⇒ five hundred yen
₹500 ⇒ five hundred rupees
$0.05 ⇒ five cents
$0 ⇒ zero dollars
$.99 ⇒ ninety-nine cents
$1 ⇒ one dollar
$1.00 ⇒ one dollar
$1M ⇒ one million dollars
$1.0M ⇒ one point zero million dollars
$1K ⇒ one thousand dollars
1¢ ⇒ one cent
$5-10 ⇒ five to ten dollars
$5–$10 ⇒ five dollars to ten dollars
$5 to $10 ⇒ five dollars to ten dollars
$5k/mo ⇒ five thousand dollars per month
$1.5–2.0M ⇒ one point five to two point zero million dollars
US$1.2tn ⇒ one point two trillion U S dollars
50 USD ⇒ fifty U S dollars
USD50 ⇒ fifty U S dollars
$50 USD ⇒ fifty U S dollars
A$1 ⇒ one Australian dollar
€500k ⇒ five hundred thousand euros
$5m ⇒ five million dollars
a $13 trillion opportunity ⇒ a thirteen trillion dollar opportunity
$13 trillion ⇒ thirteen trillion dollars
It is worth $13 trillion. ⇒ It is worth thirteen trillion dollars.
the $500 million-a-year program ⇒ the five hundred million dollar a year program
$1.2 million-dollar home ⇒ one point two million dollar home
a three-year, $40M deal ⇒ a three-year, forty million dollar deal
Tickets from $25 (kids: $10) ⇒ Tickets from twenty-five dollars (kids: ten dollars)
~$3.5B in ARR, up ~40% ⇒ about three point five billion dollars in A R R, up about forty percent
€20m–30m ⇒ twenty to thirty million euros
5 @ $3 ⇒ five at three dollars
USDC ⇒ U S D C
$BTC ⇒ B T C
"""
DATES_AND_TIMES = """\
11/28 was a Friday ⇒ November twenty-eighth was a Friday
on 11/28 ⇒ on November twenty-eighth
11/28/25 ⇒ November twenty-eighth, twenty twenty-five
due 3/15 ⇒ due March fifteenth
by 3/15 ⇒ by March fifteenth
9/10 dentists ⇒ nine out of ten dentists
1/3 of it ⇒ one third of it
Q1 ⇒ Q one
Q3'24 ⇒ Q three twenty twenty-four
Q4 2025 ⇒ Q four twenty twenty-five
H1 2024 ⇒ first half of twenty twenty-four
1H24 ⇒ first half twenty twenty-four
FY25E ⇒ fiscal year twenty twenty-five estimated
7 a.m. PST ⇒ seven A M P S T
7:30pm ⇒ seven thirty P M
19:30 ⇒ nineteen thirty
19:30 CET ⇒ nineteen thirty C E T
00:15 ⇒ zero fifteen
9am-5pm PT ⇒ nine A M to five P M Pacific time
10:00–11:30 ⇒ ten o'clock to eleven thirty
8 AM EST/5 AM PST ⇒ eight A M E S T, five A M P S T
5:30 p.m. ET ⇒ five thirty P M Eastern time
noon ET ⇒ noon Eastern time
1995 ⇒ nineteen ninety-five
1800s ⇒ eighteen hundreds
1850s ⇒ eighteen fifties
'90s ⇒ nineties
mid-1990s ⇒ mid nineteen nineties
late-2000s ⇒ late two thousands
the 20s ⇒ the twenties
a 20s delay ⇒ a twenty second delay
the class of '98 ⇒ the class of ninety-eight
2001-2010 ⇒ two thousand one to twenty ten
1914–18 ⇒ nineteen fourteen to eighteen
1999/2000 ⇒ nineteen ninety-nine two thousand
300 BC ⇒ three hundred B C
500 BCE ⇒ five hundred B C E
H100 ⇒ H one hundred
H200 ⇒ H two hundred
A100s ⇒ A one hundreds
EBITDA margin 32.1% ⇒ EBITDA margin thirty-two point one percent
3Q24 ⇒ third quarter twenty twenty-four
Q2'25 guidance ⇒ Q two twenty twenty-five guidance
FY24 EPS ⇒ fiscal year twenty twenty-four E P S
1Q25E ⇒ first quarter twenty twenty-five estimated
H2'25 ⇒ second half of twenty twenty-five
2:30 ⇒ two thirty
at 2:30 p.m. ⇒ at two thirty P M.
the 2020s ⇒ the twenty twenties
the '08 crisis ⇒ the oh eight crisis
since '22 ⇒ since twenty-two
in '21 ⇒ in twenty-one
Class of 2025 ⇒ Class of twenty twenty-five
1/2 ⇒ one half
1/4 cup ⇒ one quarter cup
3/4 of users ⇒ three quarters of users
2/3rds ⇒ two thirds
5 1/2 in ⇒ five and a half in
5'11 ⇒ five eleven
24/7/365 ⇒ twenty-four seven three sixty-five
Mon–Fri 9am–5pm ⇒ Monday to Friday nine A M to five P M
Jan–Mar ⇒ January to March
Jan. 1–3 ⇒ January first to third
Jan 1st ⇒ January first
1 Jan 2024 ⇒ the first of January twenty twenty-four
1 January 2024 ⇒ the first of January twenty twenty-four
01/02/2024 ⇒ January second, twenty twenty-four
2024/01/02 ⇒ January second, twenty twenty-four
2024-01-02T15:04:05Z ⇒ January second, twenty twenty-four, fifteen oh four U T C
15 Mar '24 ⇒ the fifteenth of March twenty-four
March 2024 ⇒ March twenty twenty-four
Mar. 2024 ⇒ March twenty twenty-four
Mar '24 ⇒ March twenty twenty-four
Sept. 11 ⇒ September eleventh
9/11 ⇒ nine eleven
Thu, Jan 9 ⇒ Thursday, January ninth
Thurs. Jan 9 ⇒ Thursday January ninth
Tues. ⇒ Tuesday.
Wed 12/3 ⇒ Wednesday December third
Fri. 5/10 ⇒ Friday May tenth
Dec. 25, 2025 ⇒ December twenty-fifth, twenty twenty-five
Dec 2025–Feb 2026 ⇒ December twenty twenty-five to February twenty twenty-six
Aug 12 - Sep 4 ⇒ August twelfth to September fourth
July 4th ⇒ July fourth
21st-century ⇒ twenty-first century
19th-20th centuries ⇒ nineteenth to twentieth centuries
est. 1999 ⇒ established nineteen ninety-nine
noon ET on Friday ⇒ noon Eastern time on Friday
3/14: Pi day ⇒ March fourteenth: Pi day
Mon–Fri ⇒ Monday to Friday
Tues. is fine ⇒ Tuesday is fine
in Sept. 2024 ⇒ in September twenty twenty-four
in Nov. we go ⇒ in November we go
Nov 5 ⇒ November fifth
ETA 5pm ⇒ E T A five P M
© 2024 Acme ⇒ copyright twenty twenty-four Acme
1/10th ⇒ one tenth
8 a.m.-5 p.m. ⇒ eight A M to five P M.
from 3 to 5 PM ⇒ from three to five P M
1 a.m. ⇒ one A M.
12 p.m. ⇒ twelve P M.
midnight PT ⇒ midnight Pacific time
3pm/4pm ET ⇒ three P M, four P M Eastern time
10:30 ET ⇒ ten thirty Eastern time
Mon, 9 Dec ⇒ Monday, the ninth of December
the '60s and '70s ⇒ the sixties and seventies
1960s-1970s ⇒ nineteen sixties to nineteen seventies
in the mid-90s ⇒ in the mid nineties
mid-'90s ⇒ mid nineties
early 2010s ⇒ early twenty tens
2019-20 ⇒ twenty nineteen to twenty
2019–2020 ⇒ twenty nineteen to twenty twenty
1/1/2025 ⇒ January first, twenty twenty-five
31/12/2024 ⇒ the thirty-first of December twenty twenty-four
31.12.2024 ⇒ the thirty-first of December twenty twenty-four
20th Century Fox ⇒ twentieth Century Fox
24/7 ⇒ twenty-four seven
b. 1950 ⇒ born nineteen fifty
d. 1999 ⇒ died nineteen ninety-nine
192.168.1.1:8080 ⇒ one nine two dot one six eight dot one dot one port eighty eighty
1:1000 ⇒ one to one thousand
80/20 rule ⇒ eighty twenty rule
in Q1–Q3 ⇒ in Q one to Q three
Q4 2024–Q1 2025 ⇒ Q four twenty twenty-four to Q one twenty twenty-five
FY23–25 ⇒ fiscal year twenty twenty-three to twenty-five
2020s–2030s ⇒ twenty twenties to twenty thirties
c. 500 BC ⇒ circa five hundred B C
7.30pm ⇒ seven thirty P M
07:05 ⇒ seven oh five
7:00 ⇒ seven o'clock
at 7:00 a.m. sharp ⇒ at seven A M sharp
9:00–17:00 ⇒ nine o'clock to seventeen hundred
Phase 1/2 ⇒ Phase one two
1990's ⇒ nineteen nineties
FYI: ASAP ⇒ F Y I: A S A P
"""
NAMES_MODELS_AND_VERSIONS = """\
2x2 ⇒ two by two
3X growth ⇒ three times growth
FY2025 ⇒ fiscal year twenty twenty-five
CY26 ⇒ calendar year twenty twenty-six
v1.0 ⇒ version one point zero
v2 ⇒ version two
V3 ⇒ version three
iOS 17.4 ⇒ i O S seventeen point four
iOS 18 ⇒ i O S eighteen
macOS 14.2.1 ⇒ mac O S fourteen point two point one
Windows 11 ⇒ Windows eleven
Python 3.12 ⇒ Python three point twelve
Go 1.22 ⇒ Go one point twenty-two
Node 20 ⇒ Node twenty
Ubuntu 24.04 ⇒ Ubuntu twenty-four point zero four
Kubernetes v1.30 ⇒ Kubernetes version one point thirty
k8s 1.29 ⇒ k eights one point two nine
Rust 1.80.0 ⇒ Rust one point eighty point zero
GPT-4 ⇒ G P T four
GPT-4o ⇒ G P T four o
GPT-3.5 ⇒ G P T three point five
GPT-4.1 ⇒ G P T four point one
GPT-5 ⇒ G P T five
GPT-5-mini ⇒ G P T five mini
o1 ⇒ o one
o3-mini ⇒ o three mini
o4-mini-high ⇒ o four mini high
Mistral 3.5 Sonnet ⇒ Mistral three point five Sonnet
Mistral Opus 4.1 ⇒ Mistral Opus four point one
Llama 3.1 405B ⇒ Llama three point one four hundred five billion
Llama-3.3-70B-Instruct ⇒ Llama three point three, seventy billion Instruct
Qwen2.5-Coder-32B ⇒ Qwen two point five Coder thirty-two billion
Qwen3-235B-A22B ⇒ Qwen three, two hundred thirty-five billion A twenty-two billion
DeepSeek-V3 ⇒ DeepSeek V three
DeepSeek-R1 ⇒ DeepSeek R one
Mixtral 8x7B ⇒ Mixtral eight by seven billion
Mixtral-8x22B ⇒ Mixtral eight x twenty-two B
Gemini 1.5 Pro ⇒ Gemini one point five Pro
Gemini 2.5 Flash-Lite ⇒ Gemini two point five Flash-Lite
Phi-3 ⇒ Phi three
Gemma 2 9B ⇒ Gemma two nine billion
Grok-2 ⇒ Grok two
B200 ⇒ B two hundred
GB200 NVL72 ⇒ G B two hundred N V L seventy-two
M1 ⇒ M one
M3 Max ⇒ M three Max
Ryzen 9 7950X ⇒ Ryzen nine seventy-nine fifty X
MI300X ⇒ M I three hundred X
iPhone 15 ⇒ iPhone fifteen
iPhone 16 Pro Max ⇒ iPhone sixteen Pro Max
Pixel 9 ⇒ Pixel nine
Galaxy S24 ⇒ Galaxy S twenty-four
PS5 ⇒ P S five
F-35 ⇒ F thirty-five
Boeing 737 MAX ⇒ Boeing seven thirty-seven MAX
A320neo ⇒ A three twenty neo
Falcon 9 ⇒ Falcon nine
Model 3 ⇒ Model three
5G ⇒ five G
6G ⇒ six G
4K ⇒ four K
8K ⇒ eight K
720p60 ⇒ seven hundred twenty p sixty
Wi-Fi 7 ⇒ Wi-Fi seven
PCIe 5.0 ⇒ P C I e five point zero
DDR5 ⇒ D D R five
LPDDR5X ⇒ L P D D R five X
HBM3e ⇒ H B M three e
N3E ⇒ N three E
18A ⇒ eighteen A
IPv6 ⇒ I P v six
UTF-8 ⇒ U T F eight
SHA-256 ⇒ S H A two fifty-six
AES-128 ⇒ A E S one twenty-eight
CVE-2024-3094 ⇒ C V E twenty twenty-four, thirty ninety-four
a 3-for-1 split ⇒ a three for one split
Form 8-K ⇒ Form eight K
Y Combinator W24 batch ⇒ Y Combinator W twenty-four batch
YC S23 ⇒ Y C S twenty-three
CO2 ⇒ C O two
PM2.5 ⇒ P M two point five
pH 7.4 ⇒ pH seven point four
250 mL ⇒ two hundred fifty milliliters
1 kWh ⇒ one kilowatt hour
44.1 kHz ⇒ forty-four point one kilohertz
12V ⇒ twelve volts
Louis XIV ⇒ Louis the fourteenth
WW2 ⇒ World War two
Apollo XI ⇒ Apollo eleven
Act II, Scene iii ⇒ Act two, Scene three
Chapter XII ⇒ Chapter twelve
Type II diabetes ⇒ Type two diabetes
Phase III trial ⇒ Phase three trial
Phase 2b ⇒ Phase two b
Pope John Paul II ⇒ Pope John Paul the second
Elizabeth II ⇒ Elizabeth the second
Final Fantasy VII ⇒ Final Fantasy seven
an IV line ⇒ an I V line
Boeing 737 MAX 8 ⇒ Boeing seven thirty-seven MAX eight
4K users ⇒ four thousand users
10Y yield ⇒ ten year yield
WWII and WW1 ⇒ World War two and World War one
iOS 17.4, macOS 14 ⇒ i O S seventeen point four, mac O S fourteen
HBM3e and GPT-4o ⇒ H B M three e and G P T four o
vLLM ⇒ v L L M
v8.0.1-beta.2 ⇒ version eight point zero point one beta two
1-in-5 ⇒ one in five
3-to-1 ⇒ three to one
1v1 ⇒ one v one
5v5 ⇒ five v five
3D ⇒ three D
2D ⇒ two D
4x4 ⇒ four by four
10M users ⇒ ten million users
5M ⇒ five million
10K steps ⇒ ten thousand steps
5K ⇒ five K
1B ⇒ one billion
3T tokens ⇒ three trillion tokens
15T-token ⇒ fifteen trillion token
7B-parameter ⇒ seven billion parameter
70B ⇒ seventy billion
8B params ⇒ eight billion params
1M-token context ⇒ one million token context
int8 ⇒ int eight
fp16 ⇒ fp sixteen
bf16 ⇒ bf sixteen
FP8 ⇒ F P eight
x86-64 ⇒ x eighty-six, sixty-four
arm64 ⇒ arm sixty-four
Python3 ⇒ Python three
ES6 ⇒ E S six
HTML5 ⇒ H T M L five
OAuth 2.0 ⇒ OAuth two point zero
UTF-16 ⇒ U T F sixteen
ISO-8859-1 ⇒ I S O eighty-eight fifty-nine, one
MP3 ⇒ M P three
MP4 ⇒ M P four
RFC-2119 ⇒ R F C twenty-one nineteen
24x7 ⇒ twenty-four seven
B2B SaaS ⇒ B two B SaaS
P2P ⇒ P two P
B2C ⇒ B two C
D2C ⇒ D two C
G7 ⇒ G seven
G20 ⇒ G twenty
COP28 ⇒ C O P twenty-eight
E10 ⇒ E ten
top-10 ⇒ top ten
FY2024-25 ⇒ fiscal year twenty twenty-four to twenty-five
gate B12 ⇒ gate B twelve
Highway 101 ⇒ Highway one oh one
I-95 ⇒ I ninety-five
Route 66 ⇒ Route sixty-six
Channel 4 ⇒ Channel four
Area 51 ⇒ Area fifty-one
Catch-22 ⇒ Catch twenty-two
Forever 21 ⇒ Forever twenty-one
3M's profit ⇒ three M's profit
PhD student ⇒ P H D student
PO Box 123 ⇒ P O Box one twenty-three
P.O. Box 5 ⇒ P O Box five
Suite 200 ⇒ Suite two hundred
221B Baker St ⇒ two twenty-one B Baker Street
SKU AB-1234 ⇒ S K U A B twelve thirty-four
Bug 1234567 ⇒ Bug one two three four five six seven
R2 ⇒ R two
1e-5 ⇒ one times ten to the minus five
5.0e3 ⇒ five point zero times ten cubed
x1, x2 ⇒ x one, x two
50,000+ GitHub stars ⇒ fifty thousand plus GitHub stars
1h30 ⇒ one hour thirty
800V ⇒ eight hundred volts
5kHz ⇒ five kilohertz
GPT-5.1-Codex-Max ⇒ G P T five point one Codex Max
Mistral Sonnet 4.5 ⇒ Mistral Sonnet four point five
Kimi K2 ⇒ Kimi K two
GLM-4.6 ⇒ G L M four point six
MiniMax-M2 ⇒ MiniMax M two
Gemini 3 Pro ⇒ Gemini three Pro
Qwen3-Next-80B-A3B ⇒ Qwen three Next eighty billion A three billion
Whisper-large-v3 ⇒ Whisper large v three
Orion-7 ⇒ Orion seven
XR-2000 ⇒ X R two thousand
ZX81 ⇒ Z X eighty-one
C-130 ⇒ C one thirty
MQ-9 ⇒ M Q nine
Starship IFT-6 ⇒ Starship I F T six
M31 ⇒ M thirty-one
H5N1 ⇒ H five N one
SARS-CoV-2 ⇒ SARS CoV two
BRCA1 ⇒ B R C A one
IL-6 ⇒ I L six
p53 ⇒ p fifty-three
CD4+ ⇒ C D four plus
vitamin B12 ⇒ vitamin B twelve
omega-3 ⇒ omega three
Type 1 ⇒ Type one
Title IX ⇒ Title nine
Suite 5B ⇒ Suite five B
VIX 14.2 ⇒ V I X fourteen point two
mRNA ⇒ m R N A
eVTOL ⇒ e V T O L
OpenAI ⇒ Open A I
ChatGPT ⇒ Chat G P T
"""
ABBREVIATIONS_AND_ACRONYMS = """\
IBM and NASDAQ: AAPL up ⇒ I B M and NASDAQ: A A P L up
St. Petersburg on Main St. ⇒ Saint Petersburg on Main Street.
YTD ⇒ year to date
MTD ⇒ M T D
TTM ⇒ T T M
LTM ⇒ L T M
EOD ⇒ E O D
USB-C ⇒ U S B-C
low-single-digit % ⇒ low-single-digit percent
H₂O ⇒ H two O
CO₂ emissions ⇒ C O two emissions
M–F ⇒ M to F
World War I ⇒ World War one
WWII ⇒ World War two
Super Bowl LIX ⇒ Super Bowl fifty-nine
Part I ⇒ Part one
Mr. Smith ⇒ Mister Smith
Mrs. Jones ⇒ Misses Jones
Ms. Lee ⇒ Miz Lee
Prof. Chen ⇒ Professor Chen
Gov. Newsom ⇒ Governor Newsom
Gen. Milley ⇒ General Milley
Lt. Gov. ⇒ Lieutenant Gov.
St. Louis ⇒ Saint Louis
Mt. Everest ⇒ Mount Everest
Ft. Worth ⇒ Fort Worth
Washington, D.C. ⇒ Washington, D C.
N.Y.C. ⇒ N Y C.
U.S.A. ⇒ U S A.
U.N. ⇒ U N.
the E.U. ⇒ the E U.
Ph.D. ⇒ P H D.
M.D. ⇒ M D.
B.A. ⇒ B A.
a.k.a. ⇒ also known as.
R.I.P. ⇒ R I P.
Acme Inc. ⇒ Acme Incorporated.
Acme Co. ⇒ Acme Company.
Acme Corp. ⇒ Acme Corporation.
Acme Ltd. ⇒ Acme Limited.
i.e. ⇒ that is
e.g., ⇒ for example,
etc.) ⇒ et cetera.)
cf. ⇒ compare.
See you Fri. We go. ⇒ See you Friday. We go.
page xii ⇒ page twelve
APIs, CEOs and NGOs ⇒ A P I's, C E O's and N G O's
the CEO's AI-powered GPUs ⇒ the C E O's A I-powered G P U's
US-based ⇒ U S-based
the US economy ⇒ the U S economy
AMZN. Amazon rose. ⇒ A M Z N. Amazon rose.
shares of IBM. It fell. ⇒ shares of I B M. It fell.
NATO, UNESCO and the WHO ⇒ NATO, UNESCO and the W H O
FAQ ⇒ F A Q
RSVP ASAP ⇒ R S V P A S A P
PDF ⇒ P D F
URLs ⇒ U R L's
in the UK ⇒ in the U K
OK ⇒ O K
TV ⇒ T V
LLMs, RAG, MoE ⇒ L L M's, RAG, MoE
A+ ⇒ A plus
B- ⇒ B minus
🚀 Launch ⇒ Launch
👍🏽 ok ⇒ ok
🇺🇸 US ⇒ U S
• item ⇒ item
½ cup ⇒ one half cup
x² ⇒ x squared
B- and A+ ⇒ B minus and A plus
Roe v. Wade ⇒ Roe versus Wade
Jr. ⇒ Junior.
Martin Luther King Jr. said ⇒ Martin Luther King Junior said
Sr. Engineer ⇒ Senior Engineer
Esq. ⇒ Esquire.
MBA ⇒ M B A
Dr. No ⇒ Doctor No
--help ⇒ help
-v ⇒ v
i++ ⇒ i plus plus
χ² test ⇒ chi squared test
α and β ⇒ alpha and beta
Δ ⇒ delta
∞ ⇒ infinity
∑ ⇒ sum of
m³ ⇒ m cubed
Vol. II ⇒ volume two
Art. I ⇒ article one
N. Main St ⇒ North Main Street
Mt. Fuji ⇒ Mount Fuji
St. Andrews ⇒ Saint Andrews
St Andrews ⇒ Saint Andrews
Sgt. Pepper ⇒ Sergeant Pepper
Capt. Ahab ⇒ Captain Ahab
J.R.R. Tolkien ⇒ J R R Tolkien
J. R. R. Tolkien ⇒ J R R Tolkien
George W. Bush ⇒ George W Bush
U.S.-China ⇒ U S China
US-China ⇒ U S-China
U.S.'s ⇒ U S's
e.g. this ⇒ for example this
i.e., that ⇒ that is, that
a.m. ⇒ A M.
approx. ⇒ approximately.
incl. VAT ⇒ including VAT
excl. tax ⇒ excluding tax
vs ⇒ versus
← back ⇒ back
✓ done ⇒ done
✗ failed ⇒ failed
rock ’n’ roll ⇒ rock and roll
TLDR ⇒ T L D R
TL;DR ⇒ T L D R
LOL ⇒ L O L
DIY ⇒ D I Y
VIP ⇒ V I P
CEO ⇒ C E O
CFOs ⇒ C F O's
OPEC+ ⇒ OPEC plus
ISM ⇒ I S M
WTI ⇒ W T I
LNG ⇒ L N G
EV ⇒ E V
EVs ⇒ E V's
OEMs ⇒ O E M's
DNA ⇒ D N A
NFTs ⇒ N F T's
BTC ⇒ B T C
"""
ADDRESSES_FILES_AND_SIGNS = """\
P/E of 24.5x ⇒ P E of twenty-four point five times
10Y yield 4.31% (+3bps) ⇒ ten year yield four point three one percent (plus three basis points)
the 401(k) ⇒ the four oh one k
Q/Q ⇒ quarter over quarter
100 km/h ⇒ one hundred kilometers per hour
9.8 m/s² ⇒ nine point eight meters per second squared
9.8 m/s^2 ⇒ nine point eight meters per second squared
3.0 × 10^8 m/s ⇒ three point zero times ten to the eighth meters per second
x² + y² = z² ⇒ x squared plus y squared equals z squared
E = mc² ⇒ E equals mc squared
5 mg/dL ⇒ five milligrams per deciliter
10 mg/kg ⇒ ten milligrams per kilogram
1 Gbit/s ⇒ one gigabit per second
4K @ 60 fps ⇒ four K at sixty frames per second
5 V/m ⇒ five volts per meter
the 1st & 2nd ⇒ the first and second
Sen. Warren (D-MA) ⇒ Senator Warren (Democrat, Massachusetts)
Rep. Smith (R-TX) ⇒ Representative Smith (Republican, Texas)
Smith & Co. ⇒ Smith and Company.
Johnson & Johnson ⇒ Johnson and Johnson
AT&T ⇒ AT and T
M&A ⇒ M and A
R&D ⇒ R and D
P&L ⇒ P and L
Q&A ⇒ Q and A
B&B ⇒ B and B
H&M ⇒ H and M
A&E ⇒ A and E
w/ ⇒ with
w/o ⇒ without
b/c ⇒ because
w/ cheese and w/o ⇒ with cheese and without
AI/ML ⇒ A I M L
a@b.co ⇒ a at b dot C O
first.last+tag@example.com ⇒ first dot last plus tag at example dot com
https://example.com ⇒ example dot com
http://www.example.org/path/to/page.html?x=1&y=2#frag ⇒ example dot org
www.example.com ⇒ example dot com
example.io ⇒ example dot I O
docs.example.ai/guide ⇒ docs dot example dot A I slash guide
github.com/acme/tool ⇒ github dot com slash acme slash tool
foo.py ⇒ foo dot P Y
README.md ⇒ README dot md
/etc/nginx/nginx.conf ⇒ slash etc slash nginx slash nginx dot conf
~/.bashrc ⇒ dot bashrc
package.json ⇒ package dot json
~3x ⇒ about three times
a < b ⇒ a less than b
x > 3 ⇒ x greater than three
<5% ⇒ less than five percent
#MachineLearning ⇒ hashtag Machine Learning
#AI ⇒ hashtag A I
#1 ⇒ number one
#3 seed ⇒ number three seed
@elonmusk ⇒ at elonmusk
@acme_inc ⇒ at acme inc
r/programming ⇒ r programming
u/spez ⇒ u spez
(1) thing ⇒ (one) thing
[link](http://x.y) ⇒ link
**bold** _it_ ⇒ bold it
`code` ⇒ code
~~gone~~ ⇒ gone
Acme™ ⇒ Acme
Acme® ⇒ Acme
1080p@60 ⇒ ten eighty p at sixty
HTTP/2 ⇒ H T T P two
HTTP/3 ⇒ H T T P three
A/B test ⇒ A B test
I/O ⇒ I O
TCP/IP ⇒ T C P I P
CI/CD ⇒ C I C D
edit ~/.bashrc and .env ⇒ edit dot bashrc and dot env
The drug (IV drip) works; see Chapter IV. ⇒ The drug (I V drip) works; see Chapter four.
H&R Block ⇒ H and R Block
Ben & Jerry's ⇒ Ben and Jerry's
Rock & Roll ⇒ Rock and Roll
yes/no ⇒ yes or no
he/she ⇒ he or she
his/her ⇒ his or her
s/he ⇒ she or he
and/or ⇒ and or
n/a ⇒ not applicable
N/A ⇒ not applicable
CEO/CFO ⇒ C E O, C F O
PR #123 ⇒ P R one hundred twenty-three
issue #45 ⇒ issue forty-five
user@host ⇒ user at host
foo@bar.com, baz@qux.org ⇒ foo at bar dot com, baz at qux dot org
a == b ⇒ a equals b
a != b ⇒ a is not b
a && b ⇒ a and b
p < 0.05 ⇒ p less than zero point zero five
n = 30 ⇒ n equals thirty
r² = 0.9 ⇒ r squared equals zero point nine
µ = 5 ⇒ mu equals five
OR = 1.5 ⇒ OR equals one point five
1/√2 ⇒ one square root of two
The P/E fell to 14x from 18x. ⇒ The P E fell to fourteen times from eighteen times.
10K+ users, <1% churn ⇒ ten thousand plus users, less than one percent churn
5 / 7 ⇒ five sevenths
10 Gb/s ⇒ ten gigabits per second
n=42 ⇒ n equals forty-two
p=0.03 ⇒ p equals zero point zero three
r=−0.4 ⇒ r equals minus zero point four
w/out ⇒ without
@ 5% ⇒ at five percent
A & B ⇒ A and B
A&B ⇒ A and B
<b>hi</b> ⇒ hi
a -> b ⇒ a to b
a => b ⇒ a to b
GDP (Q/Q) ⇒ G D P (quarter over quarter)
R&D-heavy ⇒ R and D-heavy
#BTC ⇒ hashtag B T C
"""


def _rows(*tables: str) -> list[list[str]]:
    return [row.split(" ⇒ ") for table in tables for row in table.splitlines()]


@pytest.mark.parametrize(
    ("written", "spoken"),
    _rows(
        NUMBERS_AND_QUANTITIES,
        MONEY,
        DATES_AND_TIMES,
        NAMES_MODELS_AND_VERSIONS,
        ABBREVIATIONS_AND_ACRONYMS,
        ADDRESSES_FILES_AND_SIGNS,
    ),
)
def test_classes(written: str, spoken: str) -> None:
    """Each form is said, and what is said stays as it is."""
    assert spoken_text(written) == spoken
    assert spoken_text(spoken) == spoken
