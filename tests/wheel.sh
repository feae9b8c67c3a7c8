#!/bin/sh
# Build sdist and wheel, install the wheel in an empty environment outside the checkout, use it.
set -eu
python=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The tools that build are pinned as well.
PIP_CONSTRAINT=constraints.txt "$python" -m build --outdir "$work/dist" . >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install -qq --disable-pip-version-check \
    -c constraints.txt "$work"/dist/*.whl
size=$(du -sm "$work/venv" | cut -f1)
echo "installed size without extras: $size MB"
[ "$size" -lt 500 ]
cp -r seeds "$work/seeds"
cd "$work"
venv/bin/claimcheck --help >/dev/null
venv/bin/claimcheck rules test
venv/bin/claimcheck run seeds --out reports
test -s reports/conflicts.md
test -s reports/report.json
echo "wheel: ok"
