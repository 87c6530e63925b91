# Compiles a fuzz target and the rooms below it into ./fuzz, under the address sanitizer: compile.sh FOLDER-OF-TARGET
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
flags="-swift-version 6 -O -g -parse-as-library -sanitize=fuzzer,address -I . -I $root/Sources/CZip -I $root/Sources/CExpat -I $root/Sources/CYAML
  -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility"
objects=
for module in JSON Swedish CivilTime Diagnostics YAML Exports; do
  swiftc $flags -wmo -emit-module -emit-object -module-name "$module" -o "$module.o" $(find "$root/Sources/$module" -name '*.swift')
  objects="$objects $module.o"
done
swiftc $flags -o fuzz "$1/target.swift" $objects -lzip -lexpat -lyaml
