<#
.SYNOPSIS
Measures what importing the module adds to the start of PowerShell, beside SecretManagement's import.
.DESCRIPTION
Starts processes in turn (bare, this module, SecretManagement, bare, ...), so that a busy machine slows all of them alike, and
compares medians. Ends with exit code 1 when the import adds more than the limits.
.EXAMPLE
./tests/bench/Import.ps1 -Round 40
#>
[CmdletBinding()]
param(
    [ValidateRange(3, 1000)]
    [int] $Round = 25,

    # The module's manifest; without it this clone's.
    [string] $Module = $(if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' }),

    # Most milliseconds over a bare start.
    [int] $Limit = 100,

    # Most milliseconds over SecretManagement's import.
    [int] $LimitOverSecretManagement = 75
)

$ErrorActionPreference = 'Stop'
. (Join-Path $PSScriptRoot '../pester/Shell.ps1')
$command, $leading = Get-PowerShellCommand
$Module = (Resolve-Path $Module).Path
$cases = [ordered]@{
    Bare         = '$null'
    OctaEInvoice = "Import-Module '$Module'"
}
if (Get-Module Microsoft.PowerShell.SecretManagement -ListAvailable) {
    $cases.SecretManagement = 'Import-Module Microsoft.PowerShell.SecretManagement'
}

# Time by the clock and by the processor, which the process itself says: on a busy machine only the second says much.
function Measure-Start([string] $Case) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $said = & $command @leading -NoProfile -NonInteractive -Command "$Case; [Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)"
    [pscustomobject]@{ Clock = $watch.Elapsed.TotalMilliseconds; Processor = [double]::Parse($said, [cultureinfo]::InvariantCulture) }
}

function Get-Median([double[]] $Number) {
    $sorted = @($Number | Sort-Object)
    $middle = [math]::Floor($sorted.Count / 2)
    if ($sorted.Count % 2) { $sorted[$middle] } else { ($sorted[$middle - 1] + $sorted[$middle]) / 2 }
}

$times = @{}
foreach ($name in $cases.Keys) {
    $times[$name] = New-Object Collections.Generic.List[object]
    $null = Measure-Start $cases[$name]
}
for ($turn = 1; $turn -le $Round; $turn++) {
    foreach ($name in $cases.Keys) { $times[$name].Add((Measure-Start $cases[$name])) }
}

# What an import adds, start by start: each beside the bare one of its turn.
function Get-Added([string] $Name, [string] $Kind) {
    $added = for ($turn = 0; $turn -lt $Round; $turn++) { $times[$Name][$turn].$Kind - $times.Bare[$turn].$Kind }
    [math]::Round((Get-Median $added), 1)
}

$rows = foreach ($name in $cases.Keys) {
    [pscustomobject]@{
        Case             = $name
        MedianMs         = [math]::Round((Get-Median $times[$name].Clock), 1)
        LeastMs          = [math]::Round(($times[$name].Clock | Measure-Object -Minimum).Minimum, 1)
        AddedMs          = Get-Added $name Clock
        AddedProcessorMs = Get-Added $name Processor
    }
}
$rows | Format-Table | Out-String | Write-Output

$ours = ($rows | Where-Object Case -EQ OctaEInvoice).AddedMs
$theirs = ($rows | Where-Object Case -EQ SecretManagement).AddedMs
$over = $ours -gt $Limit -or ($null -ne $theirs -and $ours - $theirs -gt $LimitOverSecretManagement)
exit [int] $over
