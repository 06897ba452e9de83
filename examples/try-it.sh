#!/bin/sh
# Builds the library, generates 1,000 businesses with their facts, and grades them by a sample policy.
# Can be run from any folder, and again.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
policy=$root/examples/policies/risk-2016-sample.json
jar=$root/examples/cli/target/foodsafety.jar
out=$root/examples/target/try-it

echo "Building (the first time, Maven fetches the libraries) ..."
(cd "$root" && mvn -q -B -ntp -DskipTests -Dfoodsafety.testCompile.skip package -pl examples/cli -am)

mkdir -p "$out"
run() {
  java -Xmx512m -jar "$jar" "$@"
}

echo "Generating 1,000 businesses ..."
run generate --subjects 1000 --seed 1 >"$out/records.ndjson"
echo "Grading them as of 2024-12-31 ..."
run grade --policy "$policy" --input "$out/records.ndjson" --as-of 2024-12-31 >"$out/grades.txt"
run grade --policy "$policy" --input "$out/records.ndjson" --as-of 2024-12-31 --json >"$out/grades.ndjson"

echo
head -n 20 "$out/grades.txt"
echo
echo "Businesses by status and grade:"
sed 's/.*"status":"\([a-z]*\)".*"partialScore":[^,]*,"grade":"*\([^",]*\)"*,.*/\1 \2/' "$out/grades.ndjson" |
  sed "s/null/-/" |
  sort | uniq -c
echo
echo "Records:     $out/records.ndjson"
echo "Assessments: $out/grades.ndjson (one JSON object a line, with every line of the grade)"
