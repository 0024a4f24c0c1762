<#
.SYNOPSIS
Registers the invoices of a CSV file with nobody watching, and tells the scheduler by its exit code how it went.
.DESCRIPTION
The one script that all schedulers call. Beside the CSV file, or in -ResultFolder, it writes <name>.results.csv (a row for every
document) and <name>.rejected.csv (the rows of those that were not registered, to be corrected and given again).

Exit codes:
  0  all documents are registered
  1  stopped: no key, refused login, locked vault, unreadable file, an outage; what was not sent is in no result.
     PowerShell's own exit code for a script that fails is 1 too.
  2  some documents were rejected or are in doubt; the others are registered

Running it again is safe: documents that are registered already are recognised.
.EXAMPLE
pwsh -NoProfile -NonInteractive -File Register-Invoices.ps1 -Path /srv/erp/invoices.csv -ProfileName Main
#>
[CmdletBinding()]
param(
    # CSV file, UTF-8, one row an item line.
    [Parameter(Mandatory)]
    [string] $Path,

    # Profile of Set-OctaProfile; without it -Credential, OCTA_KEY_ID and OCTA_KEY_SECRET, or the default profile.
    [string] $ProfileName,

    # Key Id and Key Secret, where the host of the script keeps credentials (Azure Automation).
    [pscredential] $Credential,

    # GSTIN of the seller, when no profile names it.
    [string] $Gstin,

    # Where results go; without it beside the CSV file.
    [string] $ResultFolder,

    # Journal of the run: after a crash or a power cut the same command goes on where it stopped.
    [string] $JournalPath,

    # File that only this account can read, with the password of the SecretStore: text, or Export-Clixml of a SecureString on Windows.
    [string] $UnlockPath
)

$ErrorActionPreference = 'Stop'
$exitCode = 1
$results = New-Object Collections.Generic.List[object]
$failures = @()

function Unlock-Vault([string] $File) {
    if ($File -like '*.xml') {
        $password = Import-Clixml -LiteralPath $File
    }
    else {
        $password = (New-Object Net.NetworkCredential -ArgumentList '', (Get-Content -LiteralPath $File -TotalCount 1)).SecurePassword
    }
    Microsoft.PowerShell.SecretStore\Unlock-SecretStore -Password $password
}

try {
    $besideScript = Join-Path $PSScriptRoot '../../OctaEInvoice.psd1'
    if (Test-Path -LiteralPath $besideScript) { Import-Module $besideScript } else { Import-Module OctaEInvoice }
    if ($UnlockPath) { Unlock-Vault $UnlockPath }

    $options = @{}
    if ($ProfileName) { $options.Profile = $ProfileName }
    if ($Credential) { $options.Credential = $Credential }
    if ($Gstin) { $options.Gstin = $Gstin }
    if ($JournalPath) { $options.JournalPath = $JournalPath }

    # -IncludeRejected gives a row for every document; the errors hold the input rows of those that failed.
    Import-Csv -LiteralPath $Path -Encoding UTF8 |
        New-OctaIrn @options -IncludeRejected -ErrorAction SilentlyContinue -ErrorVariable failures |
        ForEach-Object { $results.Add($_) }
    $exitCode = if ($failures.Count -gt 0) { 2 } else { 0 }
}
catch {
    [Console]::Error.WriteLine("Stopped: $_")
    if ($_.ErrorDetails.RecommendedAction) { [Console]::Error.WriteLine($_.ErrorDetails.RecommendedAction) }
}

try {
    $name = [IO.Path]::GetFileNameWithoutExtension($Path)
    if (-not $ResultFolder) { $ResultFolder = Split-Path -Parent (Resolve-Path -LiteralPath $Path).ProviderPath }
    $resultFile = Join-Path $ResultFolder "$name.results.csv"
    $rejectedFile = Join-Path $ResultFolder "$name.rejected.csv"
    # Those of an earlier run would be taken for this one's.
    Remove-Item -LiteralPath $resultFile, $rejectedFile -ErrorAction Ignore
    if ($results.Count -gt 0) { $results | Export-Csv -LiteralPath $resultFile -NoTypeInformation -Encoding UTF8 }
    # What ended the run is among the failures too, as an exception, and has been said.
    $records = @($failures | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
    $rejected = @($records | ForEach-Object { $_.TargetObject } | Where-Object { $null -ne $_ })
    if ($rejected.Count -gt 0) { $rejected | Export-Csv -LiteralPath $rejectedFile -NoTypeInformation -Encoding UTF8 }
    foreach ($failure in $records) { [Console]::Error.WriteLine("$failure") }
    $counts = $results | Group-Object Outcome | Sort-Object Name | ForEach-Object { "$($_.Count) $($_.Name)" }
    Write-Output ("Exit code {0}. {1}" -f $exitCode, $(if ($counts) { $counts -join ', ' } else { 'No document.' }))
}
catch {
    # The results could not be written: somebody has to look, though the documents are registered.
    [Console]::Error.WriteLine("The results could not be written: $_")
    $exitCode = 1
}
exit $exitCode
