#!/usr/bin/env bash
# Runs the tests as a program of Windows under Wine, a process for each room, and tells what became of each.
#
#   tests/wine/run.sh [seconds a room may take] [room]...
#
# Wine is no Windows. Tests that fail because it makes no RSA keys, which is where the sandbox begins, count as skipped;
# a room that does not end is run once more.
set -euo pipefail
cd "$(dirname "$0")/../.."

if ! wine=$(command -v wine64 || command -v wine); then
    echo "Wine is not installed (Debian: apt-get install wine64): the build for Windows was not run." >&2
    exit 3
fi
limit=${1:-150}
shift || true
# What ships is the build for .NET 8 either way; the runtime of .NET 8 itself breaks off under Wine 8.
framework=${OCTA_WINE_FRAMEWORK:-net10.0}
project=tests/OctaEInvoice.Tests
results=artifacts/wine
no_keys='Unknown error (0xc1000002)'
mkdir -p "$results"

dotnet publish $project -p:TestFramework="$framework" --runtime win-x64 --self-contained --nologo --verbosity quiet
program=$project/bin/Release/$framework/win-x64/publish/OctaEInvoice.Tests.exe

export WINEDEBUG=-all WINEDLLOVERRIDES='mshtml,winedbg.exe=' DOTNET_EnableWriteXorExecute=0 DOTNET_gcConcurrent=0
if [ -z "${WINEPREFIX:-}" ]; then
    WINEPREFIX=$(mktemp --directory)
    trap 'rm -rf "$WINEPREFIX"' EXIT
fi
export WINEPREFIX
# Without mscoree nothing asks for Wine's own Mono; the programs themselves need it.
WINEDLLOVERRIDES='mscoree,mshtml=' timeout 120 "$wine" wineboot --init > /dev/null 2>&1 < /dev/null || true
timeout 60 "$wine" reg add 'HKCU\Software\Wine' /v Version /d win10 /f > /dev/null 2>&1 < /dev/null || true

if [ $# -gt 0 ]; then
    rooms=("$@")
else
    mapfile -t rooms < <(cd $project && find . -name '*Tests.cs' -not -path './bin/*' -not -path './obj/*' -printf 'Tests.%P\n' | sed 's|/[^/]*$||; s|/|.|g' | sort -u)
fi

count() { grep -c "\"outcome\":\"$1\"" "$results/$room.jsonl" || true; }

# Leaves in p, f and s what was told of the tests of a room, and in note what else is to be said.
run_room() {
    local begin=$SECONDS log=$results/$room.log
    : > "$results/$room.jsonl"
    timeout --kill-after=10 "$limit" "$wine" "$program" --room "$room" --results "$results/$room.jsonl" > "$log" 2>&1 < /dev/null || true
    p=$(count Passed) f=$(count Failed) s=$(count Skipped) note= ended=1
    local keys
    keys=$(grep -c "\"outcome\":\"Failed\".*$no_keys" "$results/$room.jsonl" || true)
    if [ "$keys" -gt 0 ]; then
        f=$((f - keys)) s=$((s + keys)) note=" ($keys for want of RSA keys)"
    fi
    if ! [[ $(tr -d '\r' < "$log" | tail -1) =~ ^[0-9]+\ passed,\ [0-9]+\ failed,\ [0-9]+\ skipped$ ]]; then
        ended=0
        if [ $((SECONDS - begin)) -ge "$limit" ]; then note+=", did not end in time"; else note+=", broke off"; fi
    fi
    seconds=$((SECONDS - begin))
}

passed=0 failed=0 skipped=0
line='%-28s %7s %7s %7s  %s\n'
# shellcheck disable=SC2059
printf "$line" room passed failed skipped seconds
for room in "${rooms[@]}"; do
    run_room
    # Wine fails to suspend a thread now and then, and the runtime waits for ever.
    [ $ended = 1 ] || run_room
    # The end itself counts as a failure.
    [ $ended = 1 ] || f=$((f + 1))
    # shellcheck disable=SC2059
    printf "$line" "${room#Tests.}" "$p" "$f" "$s" "$seconds$note"
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done

for room in "${rooms[@]}"; do
    grep '"outcome":"Failed"' "$results/$room.jsonl" | grep -v "$no_keys" | cut -c1-300 || true
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
