"""Make `rules/parsed.tsv`: the YAML files of this folder as JSON, which a run reads at once."""

import json

from claimcheck.resources import PARSED, digest, read_yaml, rules_root

HEADER = """\
# The YAML files of this folder: digest of the file <TAB> its tree as JSON <TAB> its path.
# Made by rules/build_parsed.py. A file whose digest is not here is parsed anew at each run.
"""


def table() -> str:
    """Return the table, sorted by path."""
    rows = [HEADER]
    for path in sorted(rules_root().rglob("*.yaml")):
        data, name = path.read_bytes(), path.relative_to(rules_root()).as_posix()
        if not name.startswith(UNUSED):
            tree = json.dumps(read_yaml(data.decode(), name), ensure_ascii=False)
            rows.append(f"{digest(data)}\t{tree}\t{name}\n")
    return "".join(rows)


# Only the builders of other tables read them.
UNUSED = ("gazetteer/", "concepts/", "events/", "measures/", "lang/en/irregular.yaml")

if __name__ == "__main__":
    (rules_root() / PARSED).write_text(table(), encoding="utf-8")
