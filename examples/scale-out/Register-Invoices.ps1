<#
.SYNOPSIS
Registers a large batch from several machines at once, over PowerShell remoting by SSH.
.DESCRIPTION
Documents are split by their key, so that a document always goes to the same machine and its journal, as long as the
sessions are given in the same order. After a crash anywhere, run the same command again. Should a document reach two
machines all the same, the portal registers it once and both report it.
.EXAMPLE
$sessions = New-PSSession -HostName node1, node2, node3 -UserName accounts
./Register-Invoices.ps1 invoices.csv $sessions -JournalFolder ~/octa -With @{ Profile = 'main' } | Export-Csv registered.csv
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, Position = 0)] [string] $Path,
    [Parameter(Mandatory, Position = 1)] [Management.Automation.Runspaces.PSSession[]] $Session,
    # A folder on each machine, for its journal.
    [Parameter(Mandatory)] [string] $JournalFolder,
    # The module's name or path on each machine.
    [string] $Module = 'OctaEInvoice',
    # Further parameters of New-OctaIrn; a profile has to exist on each machine.
    [hashtable] $With = @{}
)
$ErrorActionPreference = 'Stop'
$rows = @(Import-Csv $Path -Encoding UTF8)
$moduleName = $Module
$moreParameters = $With
$sha = [Security.Cryptography.SHA256]::Create()
$order = @{}
$parts = $rows | Group-Object {
    $key = "$($_.SellerGstin)|$($_.DocumentType)|$($_.DocumentNumber)".ToUpperInvariant()
    if (-not $order.ContainsKey($key)) { $order[$key] = $order.Count }
    [BitConverter]::ToUInt32($sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($key)), 0) % $Session.Count
}
$jobs = foreach ($part in $parts) {
    $machine = $Session[[int] $part.Name]
    $journal = '{0}/octa-{1}-of-{2}.jsonl' -f $JournalFolder, (1 + [int] $part.Name), $Session.Count
    if (-not $PSCmdlet.ShouldProcess($machine.ComputerName, "Register $($part.Count) rows")) { continue }
    $rowsOfPart = $part.Group
    Invoke-Command -Session $machine -AsJob -ScriptBlock {
        Import-Module $using:moduleName
        $more = $using:moreParameters
        $using:rowsOfPart | New-OctaIrn @more -JournalPath $using:journal -IncludeRejected -ErrorAction SilentlyContinue
    }
}
# One table of all machines, in the order of the file; a machine that fails as a whole says so here and is simply run again.
$results = $jobs | Receive-Job -Wait -ErrorAction Continue
foreach ($job in @($jobs | Where-Object State -NE 'Completed')) { Write-Warning "$($job.Location) did not finish its part: run the same command again." }
$jobs | Remove-Job -Force
# Rows may leave the seller to the profile, results name it.
$results | Sort-Object {
    $document = "|$($_.DocumentType)|$($_.DocumentNumber)".ToUpperInvariant()
    $named = "$($_.Gstin)".ToUpperInvariant() + $document
    if ($order.ContainsKey($named)) { $order[$named] } else { $order[$document] }
}
