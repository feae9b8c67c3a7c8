"""Make `rules/concepts.tsv`: the concepts of each content key, from `rules/concepts/*.yaml`."""

from claimcheck.lang.concept_files import table
from claimcheck.lang.concepts import TABLE
from claimcheck.resources import rules_root

if __name__ == "__main__":
    (rules_root() / TABLE).write_text(table(), encoding="utf-8")
