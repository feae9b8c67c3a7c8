"""Make `rules/gazetteer/terms.tsv`: the words and names of entities beside the places."""

from claimcheck.annotate.entities.gazetteer import TABLE
from claimcheck.annotate.entities.term_files import table
from claimcheck.resources import rules_root

if __name__ == "__main__":
    (rules_root() / TABLE).write_text(table(), encoding="utf-8")
