#!/usr/bin/env bash
# Runs the tests as a program of Windows under Wine, a process for each room, and tells what became of each.
#
#   tests/wine/run.sh [seconds a room may take] [room]...
#
# Wine is no Windows: what fails here and not there is Wine's, such as the export of RSA keys.
set -euo pipefail
cd "$(dirname "$0")/../.."

if ! wine=$(command -v wine64 || command -v wine); then
    echo "Wine is not installed (Debian: apt-get install wine64): the build for Windows was not run." >&2
    exit 3
fi
limit=${1:-300}
shift || true
# What ships is the build for .NET 8 either way; the runtime of .NET 8 itself breaks off under Wine 8.
framework=${OCTA_WINE_FRAMEWORK:-net10.0}
project=tests/OctaEInvoice.Tests
results=artifacts/wine
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

passed=0 failed=0 skipped=0
line='%-28s %7s %7s %7s  %s\n'
# shellcheck disable=SC2059
printf "$line" room passed failed skipped seconds
for room in "${rooms[@]}"; do
    begin=$SECONDS
    log=$results/$room.log
    note=
    : > "$results/$room.jsonl"
    timeout --kill-after=10 "$limit" "$wine" "$program" --room "$room" --results "$results/$room.jsonl" > "$log" 2>&1 < /dev/null || true
    if [[ $(tr -d '\r' < "$log" | tail -1) =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed,\ ([0-9]+)\ skipped$ ]]; then
        p=${BASH_REMATCH[1]} f=${BASH_REMATCH[2]} s=${BASH_REMATCH[3]}
    else
        # Ended before its time: what had been told until then, and the end itself as a failure.
        p=$(count Passed) f=$(($(count Failed) + 1)) s=$(count Skipped)
        note=" broke off"
        [ $((SECONDS - begin)) -lt "$limit" ] || note=" did not end in time"
    fi
    # shellcheck disable=SC2059
    printf "$line" "${room#Tests.}" "$p" "$f" "$s" "$((SECONDS - begin))$note"
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done

for room in "${rooms[@]}"; do
    tr -d '\r' < "$results/$room.log" | grep '^Failed ' || true
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
