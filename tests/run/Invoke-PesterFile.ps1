<#
.SYNOPSIS
Runs one Pester file and writes a line of JSON for each of its tests.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [string] $Path,

    # Pester's manifest; without it the Pester 5 that is installed.
    [string] $Pester,

    [Parameter(Mandatory = $true)]
    [string] $Results
)

$ErrorActionPreference = 'Stop'
if ($Pester) { Import-Module $Pester } else { Import-Module Pester -MinimumVersion 5.5 -MaximumVersion 5.99 }
$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
# What passed is in the results; a failure is printed whole.
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = 'Plaintext'
$run = Invoke-Pester -Configuration $configuration

$writer = New-Object IO.StreamWriter $Results, $false, (New-Object Text.UTF8Encoding $false)
try {
    foreach ($test in $run.Tests) {
        $outcome = switch ($test.Result) { 'Passed' { 'Passed' } 'Skipped' { 'Skipped' } default { 'Failed' } }
        # Set-ItResult and -Skip leave their reason in the error record; -Skip has none.
        $reason = if ($outcome -eq 'Skipped' -and $test.ErrorRecord) { "$($test.ErrorRecord[0])" }
        $line = [ordered]@{ test = $test.ExpandedPath; outcome = $outcome; reason = $reason; seconds = $test.Duration.TotalSeconds }
        $writer.WriteLine((ConvertTo-Json $line -Compress))
    }
}
finally { $writer.Dispose() }
if ($run.TotalCount -eq 0) { exit 99 }
exit ($run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount)
