"""Make `rules/triggers.tsv`: the words of the events and measures by their stems."""

from claimcheck.lang.lexicon import TABLE
from claimcheck.lang.lexicon_files import table
from claimcheck.resources import rules_root

if __name__ == "__main__":
    (rules_root() / TABLE).write_text(table(), encoding="utf-8")
