from decimal import Decimal

from build import claim, date, facility, place, quantity

from claimcheck.check.identity import disputed, fingerprint, identity


def of(*values, rule="figure", subject="deaths"):
    return fingerprint(rule, subject, map(identity, values))


def count(amount, noun, **more):
    return quantity(amount, noun, "count", **more)


def test_the_order_of_the_sides_does_not_matter():
    assert of(date("2012"), date("2014-05")) == of(date("2014-05"), date("2012"))


def test_another_rule_subject_or_value_is_another_finding():
    known = of(date("2012"), date("2014-05"))
    others = {
        of(date("2012"), date("2014-06")),
        of(date("2012"), date("2014-05"), rule="event-date"),
        of(date("2012"), date("2014-05"), subject="injuries"),
        of(date("2012"), date("2014-05"), date("2016")),
    }
    assert known not in others
    assert len(others) == 4


def test_a_counted_noun_has_one_identity_in_every_language():
    assert of(count("883", "جريح"), count("994", "مصاب")) == of(
        count("883", "wounded"), count("994", "injured")
    )


def test_an_amount_has_one_identity_in_every_unit():
    def long(amount, unit):
        metres = {"base_low": Decimal(5000), "base_high": Decimal(5000), "base_grain": Decimal(1)}
        return quantity(amount, unit, "length", **metres)

    assert of(long("5", "kilometer")) == of(long("5000", "meter"))
    assert of(quantity("5")) != of(quantity("5", "EUR"))


def test_a_facility_has_one_identity_in_both_scripts():
    assert of(facility("palace", "استقلال")) == of(facility("palace", "istiqlal"))
    assert of(facility("palace", "استقلال")) != of(facility("palace", "قصبه"))
    assert of(facility("palace", "")) != of(facility("base", ""))
    assert of(place("ru.moscow")) != of(place("ru.vladivostok"))


def test_the_most_precise_value_stands_for_a_side_whoever_states_it():
    side = [claim("a.txt#0", date("2014")), claim("b.txt#0", date("2014-05"))]
    assert str(disputed(side)) == str(disputed(side[::-1])) == "2014-05"


def test_a_source_in_another_language_does_not_change_the_disputed_value():
    arabic, english = claim("a.txt#0", count("883", "جريح")), claim("b.txt#0", count("883", "hurt"))
    assert of(disputed([arabic])) == of(disputed([arabic, english])) == of(disputed([english]))
