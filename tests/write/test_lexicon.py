"""The lexicon: how names are said, read from and written to lexicon.toml."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import issuecast
from issuecast.errors import SettingsError
from issuecast.write.lexicon import Lexicon, ipa, load_lexicon
from issuecast.write.lexicon.edit import add_entry
from issuecast.write.lexicon.file import parse
from issuecast.write.spoken import pairs, spoken_text

FILE = Path("lexicon.toml")
NAMES = """\
[names]
Xyloport = "ZYE-lo-port"
quayctl = { say = "key control" }
Quay = "key"
HBR = { word = true }
WHARF = { letters = true }
Bjørk = { ipa = "bjœɹk", say = "byork" }
Moor = { ipa = "mʊəɹ" }
Go = { say = "Go lang", case = true }
Tern = { say = "turn", role = "HOST" }
"Tern Point" = "turn point"
""".replace("Bjørk", '"Bjørk"')
LEXICON = Lexicon(parse(NAMES, FILE))


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Xyloport runs.", "zye-lo-port runs."),
        ("XYLOPORT's xyloports", "zye-lo-port's zye-lo-ports"),
        ("quayctl, not Quay", "key control, not key"),
        ("the HBR and WHARFs", "the Hbr and W H A R F's"),
        ("Bjørk and Moor", "byork and Moor"),
        ("Go, not go", "Go lang, not go"),
        ("a non-Xyloport ship", "a non zye-lo-port ship"),
        ("xyloport.com and @xyloport", "zye-lo-port dot com and at zye-lo-port"),
        ("Tern Point, Tern", "turn point, Tern"),
        ("Xyloport2 rose 5%", "zye-lo-port two rose five percent"),
    ],
)
def test_names_are_said_as_the_lexicon_has_them(written: str, spoken: str) -> None:
    """The longest name counts, whole words only, with plural and possessive; what is said stays as it is."""
    mine = LEXICON.for_role("ANALYST")
    assert spoken_text(written, lexicon=mine) == spoken
    assert spoken_text(spoken, lexicon=mine) == spoken


def test_a_role_may_say_a_name_in_its_own_way() -> None:
    """An entry with a role holds in that role's lines only."""
    assert spoken_text("Tern", lexicon=LEXICON.for_role("HOST")) == "turn"
    assert spoken_text("Tern", lexicon=LEXICON.for_role("ANALYST")) == "Tern"


def test_a_caption_shows_the_name() -> None:
    """Pairs link what is written to what is said of a name, too."""
    both = [(pair.written, pair.spoken) for pair in pairs("See quayctl now", lexicon=LEXICON)]
    assert both == [("See", "See"), (" quayctl", " key control"), (" now", " now")]


def test_sounds_are_those_of_what_is_said() -> None:
    """A name's respelling has its sounds too, with the ending of a plural or possessive."""
    sounds = LEXICON.sounds(spoken_text("Bjørk's Quay, by Moor and the Moors", lexicon=LEXICON))
    assert sounds == (("byork's", "bjœɹks"), ("Moor", "mʊəɹ"), ("Moors", "mʊəɹz"))


@pytest.mark.parametrize(
    ("sounds", "plural"),
    [
        ("bʌs", "bʌsɪz"),
        ("mætʃ", "mætʃɪz"),
        ("kæt", "kæts"),
        ("dɔɡ", "dɔɡz"),
        ("ˈʃaʊmi", "ˈʃaʊmiz"),
        ("bæθ", "bæθs"),
    ],
)
def test_plurals_sound_as_in_english(sounds: str, plural: str) -> None:
    """After a hiss there is a vowel, after a voiceless sound an s, else a z."""
    assert ipa.with_s(sounds) == plural


def test_sounds_become_mnemonics() -> None:
    """IPA as espeak-ng writes it: stress as marks, long vowels with a colon."""
    assert ipa.espeak("/ˌæstɹəˈzɛnɪkə/") == ",astr@'zEnIk@"


@given(st.lists(st.sampled_from(NAMES.replace('"', " ").split()), max_size=8).map(" ".join))
def test_with_a_lexicon_spoken_text_stays_as_it_is(text: str) -> None:
    """Also a respelling that has its own name in it, or another's."""
    spoken = spoken_text(text, lexicon=LEXICON)
    assert spoken_text(spoken, lexicon=LEXICON) == spoken
    assert "".join(pair.written for pair in pairs(text, lexicon=LEXICON)) == text


def test_bad_entries_are_named_by_line_all_at_once() -> None:
    """File, line, name and what is wrong; nothing is taken from a file that has a mistake."""
    text = """\
[names]
Fine = "fine"
A1 = "a 1"
B = { letters = true, word = true }

C = { ipa = "k!ʘ" }
D = { sey = "dee" }
fine = "other"
E = 5
[name]
"""
    with pytest.raises(SettingsError) as caught:
        parse(text, FILE)
    assert str(caught.value) == (
        "lexicon.toml: line 10: there is no table 'name', did you mean 'names'?; "
        "line 3, A1: say can only have letters, spaces, hyphens and apostrophes, not 'a 1'; "
        "line 4, B: an entry has one of say, letters, word, ipa (or ipa with say), not letters and word; "
        "line 6, C: espeak has no sound for !, ʘ of the ipa 'k!ʘ'; "
        "line 7, D: there is no 'sey', did you mean 'say'?; "
        "an entry has say, letters, word, ipa, case, role; "
        "line 7, D: an entry has one of say, letters, word, ipa (or ipa with say), this has none; "
        "line 8, fine: it is on line 2 too, as Fine; add case = true to both; "
        'line 9, E: an entry is a respelling, such as "SHAOW-mee", or a table, such as { letters = true }: '
        "correct it, or take the entry out."
    )


def test_broken_toml_tells_what_names_need() -> None:
    """The commonest slip is a name with accents without quotation marks."""
    with pytest.raises(SettingsError) as caught:
        parse("[names]\nÅland = 1\n", FILE)
    assert str(caught.value) == (
        "lexicon.toml is not valid TOML (Invalid statement (at line 2, column 1)): "
        "correct it; a name with spaces, dots or accents stands in quotation marks."
    )


def test_the_shows_names_take_the_starters_place(tmp_path: Path) -> None:
    """A name of the show wins in whatever case; the starter's others stay, in English only."""
    (tmp_path / "lexicon.toml").write_text('[names]\nKubectl = "cube cuddle"\n', encoding="utf-8")
    assert spoken_text("kubectl and nginx", lexicon=load_lexicon(tmp_path)) == "cube cuddle and engine X"
    german = load_lexicon(tmp_path, "de-DE")
    assert spoken_text("kubectl und nginx", language="de", lexicon=german) == "cube cuddle und nginx"


def test_every_name_of_the_starter_is_said_and_stays(tmp_path: Path) -> None:
    """Each entry reads, its possessive too, and what is said stays as it is."""
    starter = load_lexicon(tmp_path)
    assert len(starter.entries) > 300
    for entry in starter:
        spoken = spoken_text(f"{entry.name}'s own", lexicon=starter)
        assert spoken.endswith("'s own")
        assert spoken_text(spoken, lexicon=starter) == spoken


def test_adding_keeps_comments_and_order(tmp_path: Path) -> None:
    """A new entry goes after the last, a known one is changed in its place; all else stays byte for byte."""
    file = tmp_path / "lexicon.toml"
    file.write_text(
        '# ours\n[names]\nQuay = "key"  # the place\n\n'
        '# ships\nTern = { say = "turn" } # a bird\n\n# the end\n',
        encoding="utf-8",
    )
    add_entry(tmp_path, "Quay", {"letters": True})
    add_entry(tmp_path, "Tern", {"ipa": "tɝn", "say": "turn"})
    add_entry(tmp_path, 'Port "A"', {"say": "port A"})
    assert file.read_text(encoding="utf-8") == (
        "# ours\n[names]\nQuay = { letters = true }  # the place\n\n"
        '# ships\nTern = { ipa = "tɝn", say = "turn" } # a bird\n\n# the end\n"Port \\"A\\"" = "port A"\n'
    )


def test_a_bad_entry_is_not_added(tmp_path: Path) -> None:
    """The file stays as it was, or is not made."""
    with pytest.raises(SettingsError) as caught:
        add_entry(tmp_path, "Quay", {"say": "k3y"})
    assert str(caught.value) == (
        f"{tmp_path / 'lexicon.toml'}: line 4, Quay: say can only have letters, spaces, hyphens and "
        "apostrophes, not 'k3y': correct it, or take the entry out."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_role_that_the_show_has_not_is_named(tmp_path: Path) -> None:
    """An entry that would never hold is a mistake, told by its line."""
    (tmp_path / "lexicon.toml").write_text(
        '[names]\nTern = { say = "turn", role = "HOSTT" }\n', encoding="utf-8"
    )
    with pytest.raises(SettingsError) as caught:
        load_lexicon(tmp_path, roles=("HOST", "ANALYST"))
    assert str(caught.value) == (
        f"{tmp_path / 'lexicon.toml'}: line 2, Tern: there is no role 'HOSTT', did you mean 'HOST'?: "
        "name one of HOST, ANALYST."
    )


@pytest.mark.parametrize(("sounds", "mnemonics"), [("ˈbɑːtl̩", "'bA:t@L"), ("ˈbʌtn̩", "'bVt@n"), ("t̪a", "ta")])
def test_sounds_of_dictionaries_are_known(sounds: str, mnemonics: str) -> None:
    """Syllabic consonants have a vowel before them; marks that English does not hear are passed over."""
    assert ipa.unknown(sounds) == ()
    assert ipa.espeak(sounds) == mnemonics


def test_the_docs_tell_what_a_program_gets(tmp_path: Path) -> None:
    """The examples of docs/spoken.md, entries and calls, do what they say."""
    docs = (Path(__file__).parents[2] / "docs" / "spoken.md").read_text(encoding="utf-8")
    (tmp_path / "lexicon.toml").write_text(
        re.findall(r"```toml\n(.*?)```", docs, re.DOTALL)[0], encoding="utf-8"
    )
    names = load_lexicon(tmp_path, roles=("HOST", "GUEST"))
    assert spoken_text("kubectl", lexicon=names) == "cube control"
    (code,) = re.findall(r"```python\n(.*?)```", docs, re.DOTALL)
    for call, told in re.findall(r'^(spoken_text\(.*\)) +# (".*")$', code, re.MULTILINE):
        assert eval(call, {"spoken_text": spoken_text}) == eval(told)  # noqa: S307  our own docs
    assert {"pairs", "load_lexicon", "spoken_text"} <= set(issuecast.__all__)
    assert issuecast.pairs is pairs
