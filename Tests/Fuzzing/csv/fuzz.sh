#!/bin/sh
# Coverage-guided fuzzing of the CSV reader under the address sanitizer: fuzz.sh [SECONDS] [WORK FOLDER]
set -eu
seconds=${1:-600}
work=${2:-$(mktemp -d)}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
mkdir -p "$work/build" "$work/corpus"
cd "$work/build"
sh "$here/../compile.sh" "$here"

# The head of each kind of the sample's exports, in each encoding and with each separator; the byte in front tells how to read.
python3 - "$root/content/data" "$here/findings" "$work/corpus" <<'PYTHON'
import pathlib, sys
data, findings, corpus = map(pathlib.Path, sys.argv[1:])
kinds = {file.stem.split("-")[0]: file for file in sorted(data.glob("*.csv"))}
for kind, file in kinds.items():
    text = "".join(file.read_text("utf-8-sig").splitlines(keepends=True)[:4])
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16-le", "utf-16-be"):
        for separator in ";,\t|":
            mark = "\ufeff" if encoding.startswith("utf-16") else ""
            content = (mark + "Titel\n" * (separator == ",") + text.replace(";", separator)).encode(encoding)
            for way in (0, 7):
                (corpus / f"{kind}-{encoding}-{ord(separator)}-{way}").write_bytes(bytes([way]) + content)
    (corpus / f"{kind}-long").write_bytes(b"\xff" + text.encode())
for file in findings.glob("*"):
    (corpus / file.name).write_bytes(file.read_bytes())
PYTHON
cat > words <<'WORDS'
"\""
"\"\""
";\"a\x0ab\";"
"\x0d\x0a"
"sep=;\x0a"
"Summa;1\x0a"
"Totalt:;"
"\xc2\xa0"
"\xc3\x83\xc2\xa5"
"\xef\xbb\xbf"
"\xff\xfe"
"9999-12-31"
"0001-01-01 00:00:00"
"2026-02-29T24:00"
"31/12 2026"
"20261231"
"Efterhand"
"Utf\xc3\xb6rt"
WORDS
exec ./fuzz -max_total_time="$seconds" -dict=words -rss_limit_mb=1500 -timeout=10 -max_len=4096 -artifact_prefix="$work/" "$work/corpus"
