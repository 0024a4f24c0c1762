<#
.SYNOPSIS
The main job with the cmdlets: a CSV file becomes registered invoices, with their PDFs, QR codes and a report.
.DESCRIPTION
It runs in a sandbox of its own, which registers nothing with the government. Ends with exit code 0 only if every document
was registered, found again and not registered twice.
.EXAMPLE
./examples/Demo.ps1 -Destination ./demo
#>
[CmdletBinding()]
param(
    # Folder for the files; without it a new one among the temporary files.
    [string] $Destination = (Join-Path ([IO.Path]::GetTempPath()) ('octa-demo-' + [guid]::NewGuid().ToString('N').Substring(0, 8)))
)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot '../OctaEInvoice.psd1') -Force
$invoices = Join-Path $PSScriptRoot 'invoices.csv'
$null = New-Item $Destination -ItemType Directory -Force

$null = Connect-Octa -Sandbox
try {
    # Refused documents are errors, which stand beside the results: the run goes on, and the report has both.
    $results = @(Import-Csv $invoices -Encoding UTF8 | New-OctaIrn -QrCode Png -Pdf -IncludeRejected -ErrorAction Continue)
    $registered = @($results | Where-Object Outcome -eq Registered)
    $results | Format-Table | Out-String -Width 160 | Write-Output

    $saved = @($registered | Save-OctaDocument -Destination (Join-Path $Destination 'documents') -PassThru)
    $report = $results | Export-OctaReport -Path (Join-Path $Destination 'report.html') -Force -PassThru

    # Looked up again by IRN, each is the same document; the same file once more registers nothing twice.
    $found = @($registered | Get-OctaIrn)
    $again = @(Import-Csv $invoices -Encoding UTF8 | New-OctaIrn -WarningAction SilentlyContinue)
    $recovered = @($again | Where-Object Outcome -eq Recovered)

    "$($registered.Count) of $($results.Count) documents registered, $($found.Count) found again by IRN, $($recovered.Count) recovered on a second run."
    foreach ($kind in $saved | Group-Object Extension | Sort-Object Name) { "$($kind.Count) files *$($kind.Name) in $($saved[0].DirectoryName)" }
    "Report: $($report.FullName)"
    $whole = $results.Count -gt 0 -and $registered.Count -eq $results.Count -and $found.Count -eq $results.Count -and $recovered.Count -eq $results.Count
}
finally {
    Disconnect-Octa
    Stop-OctaSandbox
}
exit [int](-not $whole)
