"""Print our figures on span suites beside those of peer libraries: python tests/suites.py SUITES.

SUITES is a folder with `dev/*.jsonl`, `table.py` and `PEERS.md`; the suites stay where they lie.
Also `--errors LANG KIND`: the cases that are read wrongly, one a line.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

_WITH_UNIT = {"money", "quantity"}
_PEER_ROW = re.compile(
    r"\| \w+_(?P<lang>ar|en)\w* \| (?P<kind>\w+) \| (?P<peer>\w+) \| \d+ \| (?P<gold>\d+)"
    r" \| (?P<precision>\d+)/(?P<recall>\d+)/\d+ \| (?P<unit>\d+) \|"
)


class Figure(NamedTuple):
    """Precision, recall and F1 in per cent."""

    precision: float
    recall: float
    f1: float


class Tally(NamedTuple):
    """Values read rightly, values read, values expected."""

    right: float = 0.0
    read: float = 0.0
    expected: float = 0.0

    def figure(self) -> Figure:
        """Return the tally in per cent."""
        if not self.right:
            return Figure(0.0, 0.0, 0.0)
        return Figure(
            100 * self.right / self.read,
            100 * self.right / self.expected,
            200 * self.right / (self.read + self.expected),
        )


def predict(suites: Path, predictions: Path) -> None:
    """Write what `claimcheck annotate --jsonl` finds in all cases to one file."""
    command = [str(Path(sys.executable).with_name("claimcheck")), "annotate", "--jsonl"]
    cases = sorted(map(str, (suites / "dev").glob("*.jsonl")))
    with predictions.open("w", encoding="utf-8") as out:
        subprocess.run([*command, *cases], stdout=out, check=True)


def ours(suites: Path, predictions: Path) -> dict[tuple[str, str], Figure]:
    """Return the figures that the suites' own table gives for our predictions."""
    table = [sys.executable, str(suites / "table.py"), str(suites / "dev" / "*.jsonl")]
    printed = subprocess.run(
        [*table, str(predictions)], check=True, capture_output=True, text=True
    ).stdout
    rows = re.findall(r"(\w+) (\w+) +P +(\d+) R +(\d+) F1 +(\d+)", printed)
    return {(lang, kind): Figure(*map(float, figures)) for lang, kind, *figures in rows}


def peers(suites: Path) -> dict[tuple[str, str], tuple[str, Figure]]:
    """Return the best peer of each language and kind, pooled over the suites not its own."""
    tallies: dict[tuple[str, str, str], Tally] = defaultdict(Tally)
    for row in _PEER_ROW.finditer((suites / "PEERS.md").read_text(encoding="utf-8")):
        key = (row["lang"], row["kind"], row["peer"])
        tallies[key] = _plus(tallies[key], row)
    best: dict[tuple[str, str], tuple[str, Figure]] = {}
    for (lang, kind, peer), tally in sorted(tallies.items()):
        figure, key = tally.figure(), (lang, kind)
        rank = figure.recall if kind == "any" else figure.f1
        before = best.get(key)
        if before is None or rank > (before[1].recall if kind == "any" else before[1].f1):
            best[key] = (peer, figure)
    return best


def _plus(tally: Tally, row: re.Match[str]) -> Tally:
    expected, precision = float(row["gold"]), float(row["precision"])
    right = float(row["recall"]) * expected / 100
    read = 100 * right / precision if precision else 0.0
    if row["kind"] in _WITH_UNIT:
        right = float(row["unit"]) * (read + expected) / 200
    return Tally(tally.right + right, tally.read + read, tally.expected + expected)


def errors(suites: Path, predictions: Path, lang: str, kind: str, most: int) -> None:
    """Print the cases that the suites' own scorer calls wrong, up to `most` of each suite."""
    sys.path.insert(0, str(suites))
    from table import DROP

    scorer = [sys.executable, str(suites / "score_spans.py"), "--drop", *DROP]
    files = ["--gold", str(suites / "dev" / "*.jsonl"), "--pred", str(predictions)]
    chosen = ["--lang", lang, "--kind", kind, "--errors", str(most)]
    subprocess.run([*scorer, *files, *chosen], check=True)


def main() -> int:
    """Run the suites and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suites", type=Path)
    parser.add_argument("--errors", nargs=2, metavar=("LANG", "KIND"))
    parser.add_argument("--most", type=int, default=1000)
    options = parser.parse_args()
    if not (options.suites / "dev").is_dir():
        print(f"SKIPPED: no span suites in {options.suites}", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        predict(options.suites, predictions)
        if options.errors:
            errors(options.suites, predictions, *options.errors, options.most)
            return 0
        best = peers(options.suites)
        print("            ours              best peer on suites not its own")
        print("            P    R    F1      P    R    F1")
        for key, figure in ours(options.suites, predictions).items():
            peer, theirs = best.get(key, ("", Figure(0, 0, 0)))
            print(f"{key[0]} {key[1]:8}{_row(figure)}  {_row(theirs)}  {peer}")
    return 0


def _row(figure: Figure) -> str:
    return "".join(f"{value:5.0f}" for value in figure)


if __name__ == "__main__":
    sys.exit(main())
