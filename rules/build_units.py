"""Make `rules/unit_names.tsv`: how units and currencies are called."""

from claimcheck.annotate.quantities.unit_files import table
from claimcheck.annotate.quantities.unit_names import TABLE
from claimcheck.resources import rules_root

if __name__ == "__main__":
    (rules_root() / TABLE).write_text(table(), encoding="utf-8")
