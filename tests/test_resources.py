"""The packaged tables: what is searched is sorted, what is parsed beforehand is current."""

import json
import runpy

import pytest

from claimcheck.errors import RuleError
from claimcheck.lang.cldr import month_names
from claimcheck.resources import PARSED, digest, lines_of, read_table, read_yaml, rules_root
from claimcheck.resources import sorted_lines as lines

SORTED = ("gazetteer/names.tsv", "gazetteer/places.tsv")
BUILDERS = ("build_cldr.py", "build_terms.py", "build_units.py")
FREQUENCIES = ("lang/ar/frequency.tsv", "lang/en/frequency.tsv")


@pytest.mark.parametrize("table", [*SORTED, *FREQUENCIES])
def test_a_table_that_is_searched_is_sorted(table):
    found = lines(rules_root() / table)
    assert len(found) > 10_000
    assert found == sorted(found)


def test_lines_are_found_by_what_they_open_with():
    table = ["a\t1", "a b\t2", "a b\t3", "ab\t4"]
    assert list(lines_of(table, "a b\t")) == ["2", "3"]
    assert list(lines_of(table, "ab\t")) == ["4"]
    assert list(lines_of(table, "b\t")) == []


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_table_is_what_its_builder_makes(builder):
    """`make tables` brings it up to date."""
    made = runpy.run_path(str(rules_root() / builder))
    assert (rules_root() / made["TABLE"]).read_text(encoding="utf-8") == made["table"]()


def test_a_locale_that_the_table_was_not_made_for_is_named():
    with pytest.raises(RuleError, match=r"cldr\.tsv: no row 'xx months wide'.*build_cldr"):
        month_names("xx", "wide")


def test_what_is_parsed_beforehand_is_what_the_files_say():
    """A file edited since is parsed at run time; `make tables` brings the table up to date."""
    checked = 0
    for known, tree, name in read_table(rules_root() / PARSED):
        data = (rules_root() / name).read_bytes()
        if digest(data) == known:
            assert json.loads(tree) == read_yaml(data.decode(), name), name
            checked += 1
    assert checked
