from datetime import date

import pytest

from claimcheck.config import Config, load_config
from claimcheck.errors import ConfigError

FULL = """
paths = ["articles", "extra/one.txt"]
out = "check"
rules = ["our-rules"]
ignore = ["drafts/*"]
jobs = 2

[sources."articles/a.txt"]
published = 2024-05-17
publisher = "صحيفة الساحل"

[sources."articles/b.txt"]
published = "2024-05-18"
"""


def faults(folder, text, name="claimcheck.toml"):
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(folder)
    return list(caught.value.faults)


def test_no_file_is_the_default(tmp_path):
    assert load_config(tmp_path) == Config()


def test_every_key_is_read(tmp_path):
    (tmp_path / "claimcheck.toml").write_text(FULL, encoding="utf-8")
    config = load_config(tmp_path)
    assert config.paths == ("articles", "extra/one.txt")
    assert (config.out, config.rules, config.ignore, config.jobs) == (
        "check",
        ("our-rules",),
        ("drafts/*",),
        2,
    )
    assert config.sources["articles/a.txt"].published == date(2024, 5, 17).isoformat()
    assert config.sources["articles/a.txt"].publisher == "صحيفة الساحل"
    assert config.sources["articles/b.txt"].published == "2024-05-18"


def test_pyproject_has_a_table_of_its_own(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.claimcheck]\npaths = ["news"]\n')
    assert load_config(tmp_path).paths == ("news",)


def test_a_pyproject_that_says_nothing_to_us_is_no_configuration(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert load_config(tmp_path) == Config()


def test_our_own_file_comes_first(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.claimcheck]\npaths = ["news"]\n')
    (tmp_path / "claimcheck.toml").write_text('paths = ["archive"]\n')
    assert load_config(tmp_path).paths == ("archive",)


def test_a_byte_order_mark_does_not_matter(tmp_path):
    (tmp_path / "claimcheck.toml").write_bytes(b'\xef\xbb\xbfpaths = ["news"]\r\n')
    assert load_config(tmp_path).paths == ("news",)


def test_an_unknown_key_is_refused_with_its_place_and_those_allowed(tmp_path):
    assert faults(tmp_path, 'out = "x"\n  path = ["a"]\n') == [
        "claimcheck.toml:2:3: path: unknown key; allowed are "
        "aliases, engine, ignore, jobs, lang, levels, out, paths, reviews, rules, sources, stanza"
    ]


def test_an_unknown_key_of_stanza_is_refused(tmp_path):
    assert faults(tmp_path, '[stanza]\nmodel = "x"\n') == [
        "claimcheck.toml:2:1: stanza.model: unknown key; allowed are languages, models"
    ]


def test_an_unknown_engine_is_refused(tmp_path):
    assert faults(tmp_path, 'engine = "spacy"\n') == [
        "claimcheck.toml:1:1: engine: Input should be 'rules' or 'stanza'"
    ]


def test_an_unknown_key_of_a_source_is_refused(tmp_path):
    assert faults(tmp_path, '[sources."a.txt"]\n\ndate = 2024-01-01\n') == [
        "claimcheck.toml:3:1: sources.a.txt.date: unknown key; allowed are published, publisher"
    ]


def test_places_in_pyproject_count_from_its_own_beginning(tmp_path):
    text = '[project]\nname = "x"\n\n[tool.claimcheck]\njobs = 0\n'
    assert faults(tmp_path, text, "pyproject.toml") == [
        "pyproject.toml:5:1: jobs: Input should be greater than or equal to 1"
    ]


def test_every_fault_is_shown_at_once(tmp_path):
    assert len(faults(tmp_path, 'jobs = "two"\nout = 3\nnothing = 1\n')) == 3


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('paths = "a"', '1:1: paths: expected a list such as ["articles"]'),
        ("paths = [1]", "1:1: paths.0: expected a text in quotes"),
        ("jobs = true", "1:1: jobs: expected a whole number"),
        ("jobs = 1.5", "1:1: jobs: expected a whole number"),
        ('sources = ["a"]', '1:1: sources: expected [sources."path"] tables; files'),
        ("sources.x = 1", "1:1: sources.x: expected a table with `published` or `publisher`"),
        ("[sources.x]\npublished = 'May'", "2:1: sources.x.published: 'May' is no day; expected"),
        ("[sources.x]\npublished = 2024", "2:1: sources.x.published: expected a day such as"),
        ("[levels]\nfigure = 1", '2:1: levels.figure: expected "off" or "tension"'),
        ("[levels]\nfigure = 'low'", '2:1: levels.figure: expected "off" or "tension"'),
        ("[aliases]\n'Kim' = 'x'", "2:1: aliases.Kim: expected a list of other names such as"),
        ("[aliases]\n'Kim' = [1]", "2:1: aliases.Kim.0: expected a name in quotes"),
        ("[aliases]\n'Kim' = ['.']", "2:1: aliases.Kim.0: '.' is no name"),
        ("[sources.x]\npublisher = 1", "2:1: sources.x.publisher: expected a text in quotes"),
    ],
)
def test_a_wrong_value_says_what_is_expected(tmp_path, text, fault):
    (found,) = faults(tmp_path, text)
    assert found.startswith(f"claimcheck.toml:{fault}")


def test_broken_toml_says_where(tmp_path):
    (fault,) = faults(tmp_path, 'out = "x"\njobs = = 2\n')
    assert fault.startswith("claimcheck.toml:2:8: ")
    assert "at line" not in fault


def test_a_file_that_is_not_utf8_is_refused(tmp_path):
    (tmp_path / "claimcheck.toml").write_bytes(b'out = "\xe1"\n')
    with pytest.raises(ConfigError, match="not UTF-8"):
        load_config(tmp_path)


def test_a_key_inside_a_list_of_several_lines_does_not_move_the_places(tmp_path):
    text = 'paths = [\n  "a=b",\n  "[x]",\n]\nwrong = 1\n'
    assert faults(tmp_path, text)[0].startswith("claimcheck.toml:5:1: wrong")


def test_levels_and_aliases_are_read(tmp_path):
    (tmp_path / "claimcheck.toml").write_text(
        '[levels]\nfigure = "tension"\n[aliases]\n"كيم  جونغ أون" = ["Kim Jong Un"]\n', "utf-8"
    )
    config = load_config(tmp_path)
    assert config.levels == {"figure": "tension"}
    assert config.aliases == {"كيم جونغ أون": ("Kim Jong Un",)}
