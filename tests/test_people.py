import pytest

from claimcheck.link.people import same_person, shared_people


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("person:كيم جونغ اون", "person:كيم جونج اون", True),
        ("person:كيم جونغ اون", "person:كيم جونغ ايل", False),
        ("person:فلاديمير بوتين", "person:فلاديمير بوتن", True),
        ("person:john smith", "person:jane smith", False),
        ("person:abdel fattah", "person:abdel fattah sisi", True),
        ("role:president:ru", "role:president:ru", True),
        ("role:president:ru", "role:president:fr", False),
    ],
)
def test_full_names_spelled_alike_are_one_person(one, other, same):
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_countries_are_no_people():
    assert shared_people(("ru", "person:a b"), ("ru", "person:a b")) == ("person:a b",)
