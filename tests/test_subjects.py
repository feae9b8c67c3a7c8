"""Which articles tell of one subject."""

from itertools import combinations

from build import claim, date, place, quantity

from claimcheck.link.pairs import pairs_of, weighed_pairs
from claimcheck.link.subjects import subjects
from claimcheck.link.topic import Topics


def lots(articles, alike, least=40):
    found = {}
    for article, number in subjects(articles, alike, least).items():
        found.setdefault(number, []).append(article)
    return sorted("".join(sorted(lot)) for lot in found.values())


def test_articles_that_are_alike_on_average_are_of_one_subject():
    alike = {("a", "b"): 300, ("a", "c"): 90, ("b", "c"): 10}
    assert lots("abc", alike) == ["abc"]
    assert lots("abc", alike | {("a", "c"): 60}) == ["ab", "c"]
    assert lots("abc", {}) == ["a", "b", "c"]
    assert lots("", {}) == []


def test_two_lots_that_hang_together_much_better_are_two_subjects():
    within = {("a", "b"): 300, ("c", "d"): 300}
    between = dict.fromkeys((("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")), 60)
    assert lots("abcd", within | between) == ["ab", "cd"]
    assert lots("abcd", within | dict.fromkeys(between, 250)) == ["abcd"]


def test_copies_of_two_reports_on_one_event_are_of_one_subject():
    """What the copies of each share tells of their origin, not of two events."""
    within = {("a", "b"): 900, ("c", "d"): 900}
    between = (("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"))
    assert lots("abcd", within | dict.fromkeys(between, 80)) == ["abcd"]
    assert lots("abcd", within | dict.fromkeys(between, 60)) == ["ab", "cd"]


def test_an_article_beside_a_close_pair_is_of_their_subject():
    """Copies of one report share all with each other; how much does not tell against a third."""
    alike = {("a", "b"): 900, ("a", "c"): 60, ("b", "c"): 60}
    assert lots("abc", alike) == ["abc"]


def test_subjects_do_not_hang_on_the_order_of_the_pairs():
    alike = {("a", "b"): 100, ("b", "c"): 100, ("c", "d"): 100, ("a", "d"): 50}
    backwards = dict(reversed(alike.items()))
    assert lots("abcd", alike) == lots("abcd", backwards)


def alike(*claims):
    topics = Topics(claims)
    articles = sorted({one.article for one in claims})
    return {pair: topics.alike(*pair) for pair in combinations(articles, 2)}


def test_articles_of_two_languages_are_alike_by_names_values_and_concepts():
    arabic = claim("a#0", date("2012-05-03"), participants=("ru",), words=("زلزال",), language="ar")
    english = {"participants": ("ru",), "words": ("earthquake",), "language": "en"}
    same = alike(arabic, claim("b#0", date("2012-05-03"), **english))["a#0", "b#0"]
    other = alike(arabic, claim("b#0", date("2014-07-01"), **english))["a#0", "b#0"]
    assert same > 800
    assert 0 < other < same


def test_what_many_articles_share_tells_of_no_subject():
    def told(count):
        people = [claim(f"{n:02}#0", date("2012"), participants=("ru",)) for n in range(count)]
        return alike(*people, claim("x#0", date("2012"), participants=("ru", "person:paul")))

    shares = [told(count)["00#0", "x#0"] for count in (1, 5, 30)]
    assert shares[0] > shares[2] == 0


def test_places_and_counted_things_tell_of_a_subject():
    one = claim("a#0", place("ke.mombasa", "ke"), words=("flood",), language="en")
    other = claim("b#0", place("ke.mombasa", "ke"), words=("rain",), language="en")
    assert alike(one, other)["a#0", "b#0"] > 0
    ships = claim("c#0", quantity("12", "ship", "count"), words=("flood",), language="en")
    words = claim("d#0", date("2012"), words=("ship",), language="en")
    assert alike(ships, words)["c#0", "d#0"] > 0


def of_matches():
    """Three reports of one match, and three of another; one of each tells of the league too."""
    league = tuple(f"person:of league {letter}" for letter in "abc")

    def told(article, match, year, others=()):
        own = tuple(f"person:of {match} {letter}" for letter in "abcdefgh")
        return claim(f"{article}#0", date(year), participants=own + others, frames=("match",))

    return [
        *(told(a, "match one", "2019", league if a == "a" else ()) for a in "abc"),
        *(told(a, "match two", "2020", league if a == "d" else ()) for a in "def"),
    ]


def test_only_articles_of_one_subject_are_compared():
    claims = of_matches()
    topics = Topics(claims)
    assert topics.one_subject("a#0", "b#0")
    assert not topics.one_subject("a#0", "d#0")
    assert list(weighed_pairs(claims)) == []
    assert all(pair.left.value.edtf == pair.right.value.edtf for pair in pairs_of(claims))
    # Alone, the two that tell of the league may be of one.
    assert Topics([claims[0], claims[3]]).one_subject("a#0", "d#0")
