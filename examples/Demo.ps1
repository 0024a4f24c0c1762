# The main job with the cmdlets: a CSV file becomes registered invoices, in a sandbox that registers nothing with the government.
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot '../OctaEInvoice.psd1') -Force

$null = Connect-Octa -Sandbox
try {
    $registered = Import-Csv (Join-Path $PSScriptRoot 'invoices.csv') -Encoding UTF8 | New-OctaIrn
    $registered

    # Looked up again by IRN, each is the same document.
    $found = @($registered | Get-OctaIrn)
    "$($found.Count) of $(@($registered).Count) found again by IRN."

    # The same file once more registers nothing twice.
    $again = @(Import-Csv (Join-Path $PSScriptRoot 'invoices.csv') -Encoding UTF8 | New-OctaIrn)
    "$(@($again | Where-Object Outcome -eq Recovered).Count) of $($again.Count) recovered on the second run."
}
finally {
    Disconnect-Octa
    Stop-OctaSandbox
}
