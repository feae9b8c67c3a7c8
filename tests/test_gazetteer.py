"""The gazetteer tables: spelling, identity, containment and caution."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from wordfreq import top_n_list

ROOT = Path(__file__).parent.parent / "rules" / "gazetteer"
KINDS = frozenset(
    [
        "continent",
        "world_region",
        "country",
        "territory",
        "admin1",
        "city",
        "capital",
        "district",
        "sea",
        "river",
        "lake",
        "mountain",
        "island",
        "strait",
        "desert",
        "peninsula",
        "canal",
    ]
)
WRITTEN_IN = ("ar", "en")
COMMONEST = 3000  # words of a language that nothing but a list may let through

# One place a line: its id and spellings, Arabic and English.
SPELLINGS = """
kp.pyongyang      | بيونغ يانغ; بيونج يانج; بيونغيانغ; بيونجيانج; Pyongyang; P'yongyang
kr.seoul          | سول; سيول; سيئول; Seoul
cn.beijing        | بكين; بيجين; Beijing; Peking
us.washington     | واشنطن; واشنطن العاصمة; Washington; Washington DC; Washington, D.C.
ru.moscow         | موسكو; Moscow
ru.vladivostok    | فلاديفوستوك; فلاديفوستك; Vladivostok
ru.vostochny      | فوستوتشني; فوستوشني; قاعدة فوستوتشني الفضائية; Vostochny Cosmodrome
ru.primorskiy     | إقليم بريموريه; بريمورسكي; Primorsky Krai; Primorye
ru.amur           | مقاطعة آمور; منطقة أمور; Amur Oblast; Amur region
kp.kaesong        | كيسونغ; كايسونغ; كيسونج; Kaesong
kr.panmunjom      | بانمونجوم; قرية بانمونجوم; Panmunjom
kp.yongbyon       | يونغبيون; يونجبيون; Yongbyon
sg.sentosa        | سنتوسا; جزيرة سنتوسا; Sentosa; Sentosa Island
us.camp-david     | كامب ديفيد; كامب دايفيد; Camp David
ch.davos          | دافوس; Davos
eg.sharm-el-sheikh | شرم الشيخ; Sharm el-Sheikh; Sharm El Sheikh
kz.baikonur-cosmodrome | بايكونور; قاعدة بايكونور; Baikonur; Baikonur Cosmodrome
ps.rafah          | رفح; Rafah
ps.gaza-strip     | قطاع غزة; غزة; Gaza Strip; Gaza
ps.khan-younis    | خان يونس; خانيونس; Khan Younis; Khan Yunis
il.jerusalem      | القدس; القدس المحتلة; Jerusalem; Al-Quds
il.tel-aviv       | تل أبيب; تل ابيب; Tel Aviv; Tel-Aviv
strait.bab-el-mandeb | باب المندب; مضيق باب المندب; Bab el-Mandeb; Bab al-Mandab
strait.hormuz     | هرمز; مضيق هرمز; Strait of Hormuz; Hormuz
canal.suez        | قناة السويس; قنال السويس; Suez Canal
sea.red-sea       | البحر الأحمر; Red Sea
sea.mediterranean | البحر المتوسط; البحر الأبيض المتوسط; Mediterranean Sea; Mediterranean
river.nile        | النيل; نهر النيل; Nile; River Nile
river.euphrates   | الفرات; نهر الفرات; Euphrates
dam.gerd          | سد النهضة; Grand Ethiopian Renaissance Dam; GERD
us                | الولايات المتحدة; أمريكا; أميركا; امريكا; United States; U.S.; USA
gb                | بريطانيا; المملكة المتحدة; Britain; United Kingdom; UK
cn                | الصين; China; PRC
sy                | سوريا; سورية; Syria
lb                | لبنان; Lebanon
eg                | مصر; جمهورية مصر العربية; Egypt
ly                | ليبيا; Libya
kp                | كوريا الشمالية; North Korea; DPRK
cd                | الكونغو الديمقراطية; جمهورية الكونغو الديمقراطية; DR Congo; DRC
ci                | ساحل العاج; كوت ديفوار; Ivory Coast; Côte d'Ivoire
h.soviet-union    | الاتحاد السوفييتي; الاتحاد السوفياتي; الاتحاد السوفيتي; Soviet Union; USSR
ir.tehran         | طهران; Tehran; Teheran
ir.natanz         | نطنز; ناتانز; Natanz
ir.fordow         | فوردو; منشأة فوردو; Fordow; Fordo
ua.kyiv           | كييف; كييڤ; Kyiv; Kiev
ua.kharkiv        | خاركيف; خاركوف; Kharkiv; Kharkov
ua.crimea         | القرم; شبه جزيرة القرم; Crimea
ua.bakhmut        | باخموت; Bakhmut; Artemivsk
iq.mosul          | الموصل; Mosul
iq.erbil          | أربيل; اربيل; Erbil; Arbil
sy.aleppo         | حلب; Aleppo
sy.deir-ez-zor    | دير الزور; ديرالزور; Deir ez-Zor; Deir al-Zor; Deir Ezzor
sy.suwayda        | السويداء; As-Suwayda; Sweida
ye.sanaa          | صنعاء; Sanaa; Sana'a
ye.hodeidah       | الحديدة; Hodeidah; Al Hudaydah
sd.el-fasher      | الفاشر; El Fasher; Al Fashir
sd.omdurman       | أم درمان; أمدرمان; Omdurman
sd.port-sudan     | بورتسودان; بورت سودان; Port Sudan
ly.benghazi       | بنغازي; Benghazi
ly.derna          | درنة; Derna
ma.marrakesh      | مراكش; Marrakesh; Marrakech
ma.casablanca     | الدار البيضاء; Casablanca
dz.oran           | وهران; Oran
tn.sidi-bouzid    | سيدي بوزيد; Sidi Bouzid
mr.nouakchott     | نواكشوط; انواكشوط; Nouakchott
so.mogadishu      | مقديشو; موقديشو; Mogadishu
sa.jeddah         | جدة; Jeddah
sa.neom           | نيوم; Neom
ae.abu-dhabi      | أبو ظبي; أبوظبي; Abu Dhabi
qa.doha           | الدوحة; Doha
tr.gaziantep      | غازي عنتاب; Gaziantep
tr.istanbul       | إسطنبول; اسطنبول; Istanbul
nl.hague          | لاهاي; The Hague
us.white-house    | البيت الأبيض; the White House
ru.kremlin        | الكرملين; Kremlin
w.middle-east     | الشرق الأوسط; Middle East
w.european-union  | الاتحاد الأوروبي; European Union; EU
jp.nagasaki       | ناغازاكي; ناجازاكي; Nagasaki
cu.guantanamo-bay | غوانتانامو; جوانتانامو; Guantanamo Bay
"""

CONTAINED = {
    "ru.vladivostok": "ru.primorskiy ru.far-east ru w.asia",
    "ru.vostochny": "ru.amur ru.far-east ru",
    "eg.aswan": "eg.aswan-region eg w.arab-world w.africa",
    "ps.rafah": "ps.gaza-strip ps w.middle-east",
    "ps.jenin": "ps.west-bank ps",
    "iq.erbil": "iq.kurdistan iq w.asia",
    "sd.el-fasher": "sd.north-darfur sd.darfur sd w.africa",
    "sg.sentosa": "sg w.southeast-asia w.asia",
    "us.white-house": "us.washington us w.north-america",
    "us.camp-david": "us.maryland us",
    "ua.bakhmut": "ua.donetsk-oblast ua.donbas ua w.europe",
    "ch.davos": "ch w.europe",
    "in.pahalgam": "in.kashmir",
    "ma.ighil": "ma.al-haouz ma w.maghreb w.north-africa w.africa",
}

WORDS = """
محمد خالد علي نور سلام مارس كان عين باب العديد مالي سيارة أمور المالية
of man nice reading mobile bath split kennedy lincoln austin may march us channel
"""


def load_build() -> ModuleType:
    """Return the build script as a module: it holds the folding."""
    spec = importlib.util.spec_from_file_location("gazetteer_build", ROOT / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


BUILD = load_build()
OVERRIDES = BUILD.Overrides(ROOT / "overrides.yaml")


def rows(table: str) -> list[list[str]]:
    """Return the cells of a table's lines, without its comments."""
    lines = (ROOT / table).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


PLACES = {row[0]: row for row in rows("places.tsv")}
NAME_ROWS = rows("names.tsv")
NAMES = {(row[0], row[2]): row[1].split() for row in NAME_ROWS}
GRADES = {(row[0], row[2]): row[3] if len(row) > 3 else "" for row in NAME_ROWS}
COUNTRIES = sorted(place_id for place_id, row in PLACES.items() if row[1] == "country")


def script_of(name: str) -> str:
    """Return the language a spelling is written in."""
    return "ar" if any("\u0600" <= letter <= "\u06ff" for letter in name) else "en"


def first_id(name: str) -> str | None:
    """Return the likeliest place of a spelling."""
    lang = script_of(name)
    ids = NAMES.get((BUILD.fold(name, lang), lang))
    return ids[0] if ids else None


def spellings() -> list[tuple[str, str]]:
    """Return (place, spelling) of the table above; its format is checked."""
    found = []
    for line in SPELLINGS.strip().splitlines():
        place, bar, names = line.partition("|")
        assert bar, line
        found += [(place.strip(), name.strip()) for name in names.split(";")]
    return found


def ancestors(place_id: str) -> set[str]:
    """Return everything a place lies in."""
    known: set[str] = set()
    waiting = PLACES[place_id][2].split()
    while waiting:
        parent = waiting.pop()
        if parent not in known:
            known.add(parent)
            waiting += PLACES[parent][2].split()
    return known


@pytest.mark.parametrize(("place", "name"), spellings())
def test_the_spelling_names_the_place(place: str, name: str) -> None:
    """Both languages and all usual spellings lead to one identity."""
    assert first_id(name) == place


def test_at_least_sixty_places_are_spelled_in_both_languages() -> None:
    """The table above cannot shrink to nothing."""
    scripts: dict[str, set[str]] = {}
    for place, name in spellings():
        scripts.setdefault(place, set()).add(script_of(name))
    assert sum(len(found) == len(WRITTEN_IN) for found in scripts.values()) >= 60


@pytest.mark.parametrize("place", sorted(CONTAINED))
def test_a_place_lies_in_everything_above_it(place: str) -> None:
    """Containment is real up to the continent."""
    assert set(CONTAINED[place].split()) <= ancestors(place)


def test_the_capital_comes_before_its_namesakes() -> None:
    """The Arabic Washington is the city first, the state after it."""
    assert NAMES[BUILD.fold("واشنطن", "ar"), "ar"][:2] == ["us.washington", "us.washington-state"]
    assert PLACES["us.washington"][1] == "capital"


def test_a_governorate_stands_beside_its_city() -> None:
    """Aswan is a city and a governorate; with the word before it only the latter."""
    ids = NAMES[BUILD.fold("أسوان", "ar"), "ar"]
    assert [PLACES[place][1] for place in ids] == ["city", "admin1"]
    assert NAMES[BUILD.fold("محافظة أسوان", "ar"), "ar"] == ["eg.aswan-region"]


def test_places_are_well_formed_sorted_and_listed_once() -> None:
    """Eight cells, a known kind, no id twice."""
    ids = [row[0] for row in rows("places.tsv")]
    assert ids == sorted(set(ids))
    assert all(len(row) == 8 and row[1] in KINDS and row[6] for row in PLACES.values())


def test_every_parent_exists_and_nothing_contains_itself() -> None:
    """The parents make a graph without loops."""
    assert {parent for row in PLACES.values() for parent in row[2].split()} <= set(PLACES)
    parents = {row[0]: set(row[2].split()) for row in PLACES.values()}
    while parents:
        roots = {place for place, above in parents.items() if not any(p in parents for p in above)}
        assert roots, sorted(parents)[:20]
        parents = {place: above for place, above in parents.items() if place not in roots}


def test_names_are_sorted_once_each_and_lead_to_places() -> None:
    """At most four ids a name, every id known."""
    keys = [(row[0], row[2]) for row in NAME_ROWS]
    assert keys == sorted(set(keys))
    assert all(1 <= len(ids) <= 4 for ids in NAMES.values())
    assert {place for ids in NAMES.values() for place in ids} <= set(PLACES)
    assert set(GRADES.values()) == {"", "weak", "article", "bare"}
    assert {lang for _, lang in NAMES} == set(WRITTEN_IN)


def test_every_name_is_folded() -> None:
    """Folding a folded name changes nothing."""
    assert [key for key in NAMES if BUILD.fold(*key) != key[0]] == []


@pytest.mark.parametrize("lang", WRITTEN_IN)
def test_no_common_word_is_a_name_on_its_own(lang: str) -> None:
    """Of the commonest words only countries, listed names and names of great cities stand."""
    grader = BUILD.Grader(OVERRIDES)
    loud = []
    for word in top_n_list(lang, COMMONEST, wordlist="small"):
        folded = BUILD.fold(word, lang)
        if GRADES.get((folded, lang), "weak") or folded in grader.strong[lang]:
            continue
        best = PLACES[NAMES[folded, lang][0]]
        if best[1] not in ("country", "continent", "territory") and int(best[3] or 0) < 300_000:
            loud.append(f"{folded}={best[0]}")
    assert loud == []


@pytest.mark.parametrize("name", WORDS.split())
def test_a_word_or_a_person_is_never_a_place_by_itself(name: str) -> None:
    """Such names are dropped, or need a place word beside them."""
    lang = script_of(name)
    assert GRADES.get((BUILD.fold(name, lang), lang), "weak") == "weak"


def test_a_name_that_needs_its_article_says_so() -> None:
    """India with its article is no woman's name."""
    assert GRADES[BUILD.fold("الهند", "ar"), "ar"] == "article"


def test_a_name_that_never_has_an_article_says_so() -> None:
    """Tyre is not "the pictures", the country Syria not "the Syrian"."""
    assert GRADES[BUILD.fold("صور", "ar"), "ar"] in ("weak", "bare")
    assert GRADES[BUILD.fold("سورية", "ar"), "ar"] == "bare"


@pytest.mark.parametrize("adjective", ["روسية", "تركية", "ألمانية", "ليبية", "أوكرانية"])
def test_an_adjective_is_not_a_country(adjective: str) -> None:
    """Nationality words live in their own table."""
    assert first_id(adjective) is None


def test_every_country_has_nationality_words_in_both_languages() -> None:
    """Three cells a line, sorted, every place known."""
    table = rows("nationalities.tsv")
    words = {row[0]: row[1:] for row in table}
    assert [row[0] for row in table] == sorted(words)
    assert set(words) <= set(PLACES)
    assert [place for place in COUNTRIES if not all(words.get(place, ["", ""]))] == []
    assert all(script_of(row[1]) == "ar" and script_of(row[2]) == "en" for row in table)


def test_every_country_has_a_name_in_both_languages() -> None:
    """Nearly two hundred states, and those that are gone."""
    assert len(COUNTRIES) > 190
    assert [place for place in COUNTRIES if not (PLACES[place][6] and PLACES[place][7])] == []


def test_capitals_and_seats_belong_to_a_state() -> None:
    """Moscow stands for Russia, the White House for the United States."""
    table = rows("capital_of.tsv")
    assert all(len(row) == 5 and row[0] in PLACES and row[1] in PLACES for row in table)
    capitals = {row[0]: row[1] for row in table if row[2] == "capital"}
    assert capitals["ru.moscow"] == "ru"
    assert capitals["gb.london"] == "gb"
    seats = {row[0]: row[1] for row in table if row[2] != "capital"}
    assert seats["us.white-house"] == "us"
    assert seats["il.tel-aviv"] == "il"
    without = set(COUNTRIES) - {row[1] for row in table} - {"va", "nr"}
    assert {place for place in without if not place.startswith("h.")} == set()


def test_the_tables_name_their_sources() -> None:
    """GeoNames is CC BY: the header says so."""
    for table in ("places.tsv", "names.tsv", "capital_of.tsv"):
        assert "CC BY 4.0" in (ROOT / table).read_text("utf-8")[:600]
    assert (ROOT / "places.tsv").stat().st_size < 2_500_000
