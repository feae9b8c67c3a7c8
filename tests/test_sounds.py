"""Names across scripts: those that one may write for the other, and those of other people."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lang.pack import PACKS
from claimcheck.lang.sounds import written_alike
from claimcheck.parties import alike


def words(name, language):
    return tuple(PACKS[language].fold(name.replace("-", " ")).split())


ONE = [
    ("ليو مانكوزو", "Leo Mancuso"),
    ("بييترو بيتزي", "Pietro Pizzi"),
    ("كيارا بيانكي", "Chiara Bianchi"),
    ("لويجي دي مايو", "Luigi Di Maio"),
    ("باولو جنتيلي", "Paolo Gentili"),
    ("يورغن فاغنر", "Jurgen Wagner"),
    ("ماكس فيبر", "Max Weber"),
    ("توماس شيفر", "Thomas Schafer"),
    ("فرانك شتاينر", "Frank Steiner"),
    ("خافيير غونزاليس", "Javier Gonzalez"),
    ("خوسيه سانشيز", "Jose Sanchez"),
    ("خورخي رودريغيز", "Jorge Rodriguez"),
    ("جواو سيلفا", "Joao Silva"),
    ("كزافييه دوفال", "Xavier Duval"),
    ("نيكولا فوكو", "Nicolas Foucault"),
    ("إيف لوران", "Yves Laurent"),
    ("ماري دوبوا", "Marie Dubois"),
    ("فان خوخ", "Van Gogh"),
    ("تشارلز تشاندلر", "Charles Chandler"),
    ("جيمس رايت", "James Wright"),
    ("هيو هيوز", "Hugh Hughes"),
    ("ديفيد كوك", "David Cook"),
    ("نيكيتا خروتشوف", "Nikita Khrushchev"),
    ("سيرغي لافرينوف", "Sergey Lavrenov"),
    ("يان نوفاك", "Jan Nowak"),
    ("ألكسندر دوما", "Alexandre Dumas"),
    ("شي جين بينغ", "Xi Jinping"),
    ("كمال الحداد", "Kamal al-Haddad"),
    ("معمر القذافي", "Muammar Gaddafi"),
    ("جبران باسيل", "Gebran Bassil"),
    ("ظافر العبيدي", "Dhafer al-Obeidi"),
    ("ثريا قاسم", "Thuraya Qassem"),
]
OTHERS = [
    ("ليو مانكوزو", "Leo Marchetti"),
    ("لوكا بيانكي", "Luca Bellini"),
    ("كريم عزام", "Clara Mason"),
    ("محمد علي", "Mohamed Salah"),
    ("داود عيسى", "Daoud Moussa"),
    ("بيير لوران", "Pierre Leroux"),
    ("جان دوبوا", "Jean Dupont"),
    ("توماس كلاين", "Thomas Klaus"),
    ("هنري فورد", "Henry Hart"),
    ("ديفيد كوك", "David Clark"),
    ("كلارا فيشر", "Clara Becker"),
    ("يان كوفاك", "Jan Novak"),
    ("روجيه برنار", "Roger Martin"),
    ("ماري دوران", "Marie Dupuis"),
    ("سمير الحلو", "Samir al-Bustani"),
    ("زكي مراد", "Zaki Nassar"),
]


@pytest.mark.parametrize(("arabic", "latin"), ONE)
def test_a_name_is_known_again_in_another_script(arabic, latin):
    assert alike(words(arabic, "ar"), words(latin, "en"), person=True)
    assert alike(words(latin, "en"), words(arabic, "ar"), person=True)


@pytest.mark.parametrize(("arabic", "latin"), OTHERS)
def test_another_name_stays_another_in_another_script(arabic, latin):
    assert not alike(words(arabic, "ar"), words(latin, "en"), person=True)


@given(st.text("ابتجكسشوي", max_size=12), st.text("abchjkosty'", max_size=12))
def test_it_does_not_matter_which_of_two_words_comes_first(arabic, latin):
    assert written_alike(arabic, latin) == written_alike(latin, arabic)


def test_words_of_one_script_and_hostile_ones_are_not_written_alike():
    assert not written_alike("caruso", "karuzo")
    assert not written_alike("كاروزو", "كاروسو")
    started = time.process_time()
    assert not written_alike("ا" * 40, "a" * 39 + "q")
    assert not written_alike("كس" * 5000, "x" * 5000)
    assert time.process_time() - started < 1
