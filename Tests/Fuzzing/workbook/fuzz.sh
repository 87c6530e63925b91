#!/bin/sh
# Coverage-guided fuzzing of the XLSX reader under the address sanitizer: fuzz.sh [SECONDS] [WORK FOLDER]
set -eu
seconds=${1:-600}
work=${2:-$(mktemp -d)}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
mkdir -p "$work/build" "$work/corpus"
cd "$work/build"
sh "$here/../compile.sh" "$here"

# The fixtures themselves, and the parts of those that have one sheet.
python3 - "$root/Tests/Fixtures/workbooks" "$work/corpus" <<'PYTHON'
import pathlib, sys, zipfile
fixtures, corpus = map(pathlib.Path, sys.argv[1:])
for file in fixtures.glob("*.xlsx"):
    (corpus / f"whole-{file.stem}").write_bytes(b"\0" + file.read_bytes())
    if not zipfile.is_zipfile(file):
        continue
    archive = zipfile.ZipFile(file)
    read = lambda ending: next((archive.read(name) for name in archive.namelist() if name.lower().endswith(ending)), b"")
    parts = [read("sheet1.xml"), read("sharedstrings.xml") or b"<sst/>", read("styles.xml") or b"<styleSheet/>"]
    (corpus / f"parts-{file.stem}").write_bytes(b"\1" + b"\xff".join(parts))
PYTHON
cat > words <<'WORDS'
"<row r=\"1\">"
"<c r=\"A1\" t=\"s\">"
" t=\"inlineStr\""
" t=\"d\""
"<is><t>"
"<v>"
"</v></c></row>"
" s=\"1\""
" hidden=\"1\""
" xml:space=\"preserve\""
"_x00E5_"
"<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\"/>"
"<!DOCTYPE"
"PK\x05\x06"
"PK\x01\x02"
"PK\x03\x04"
WORDS
exec ./fuzz -max_total_time="$seconds" -dict=words -rss_limit_mb=1500 -timeout=10 -max_len=60000 -artifact_prefix="$work/" "$work/corpus"
