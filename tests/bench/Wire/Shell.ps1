<#
.SYNOPSIS
One measured pipeline in a process of its own: warms up, runs, prints the seconds.
.DESCRIPTION
Part of the benchmark; `dotnet run -c Release --project tests/bench` starts it. Case New-OctaIrn is the module, One is what a
script without it does, document by document, and Parallel the same side by side.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [ValidateSet('New-OctaIrn', 'Grouped', 'Journal', 'GroupedJournal', 'One', 'Parallel')] [string] $Case,
    [Parameter(Mandatory)] [uri] $BaseUri,
    [Parameter(Mandatory)] [int] $Width,
    [Parameter(Mandatory)] [string] $CsvPath,
    [uri] $WarmUpUri,
    [string] $WarmUpPath,
    [string] $JournalPath,
    [string] $Module = (Join-Path $PSScriptRoot '../../../OctaEInvoice.psd1')
)

$ErrorActionPreference = 'Stop'
$key = [pscredential]::new('bench', (ConvertTo-SecureString 'bench' -AsPlainText -Force))
$authorization = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('bench:bench'))

# What stands in such scripts: a nested hashtable, ConvertTo-Json, Invoke-RestMethod. The amounts are computed in the script.
$post = @'
    $taxable = [decimal] $_.Quantity * [decimal] $_.UnitPrice - [decimal] $_.ItemDiscount
    $tax = [math]::Round($taxable * [decimal] $_.GstRate / 100, 2)
    $isSameState = $_.SellerGstin.Substring(0, 2) -eq $_.BuyerGstin.Substring(0, 2)
    $half = [math]::Round($tax / 2, 2)
    $body = @{
        Version    = '1.1'
        TranDtls   = @{ TaxSch = 'GST'; SupTyp = 'B2B' }
        DocDtls    = @{ Typ = $_.DocumentType; No = $_.DocumentNumber; Dt = $_.DocumentDate }
        SellerDtls = @{ Gstin = $_.SellerGstin; LglNm = $_.SellerLegalName; Addr1 = $_.SellerAddress1; Loc = $_.SellerLocation; Pin = [int] $_.SellerPin; Stcd = $_.SellerGstin.Substring(0, 2) }
        BuyerDtls  = @{ Gstin = $_.BuyerGstin; LglNm = $_.BuyerLegalName; Addr1 = $_.BuyerAddress1; Loc = $_.BuyerLocation; Pin = [int] $_.BuyerPin; Stcd = $_.BuyerGstin.Substring(0, 2); Pos = $_.BuyerGstin.Substring(0, 2) }
        ItemList   = @(@{
                SlNo = '1'; PrdDesc = $_.Description; HsnCd = $_.HsnCode; IsServc = 'N'; Qty = [decimal] $_.Quantity; Unit = $_.Unit; UnitPrice = [decimal] $_.UnitPrice
                TotAmt = [decimal] $_.Quantity * [decimal] $_.UnitPrice; Discount = [decimal] $_.ItemDiscount; AssAmt = $taxable; GstRt = [decimal] $_.GstRate
                IgstAmt = $(if ($isSameState) { 0 } else { $tax }); CgstAmt = $(if ($isSameState) { $half } else { 0 }); SgstAmt = $(if ($isSameState) { $half } else { 0 }); TotItemVal = $taxable + $tax
            })
        ValDtls    = @{ AssVal = $taxable; IgstVal = $(if ($isSameState) { 0 } else { $tax }); CgstVal = $(if ($isSameState) { $half } else { 0 }); SgstVal = $(if ($isSameState) { $half } else { 0 }); TotInvVal = $taxable + $tax }
        RefDtls    = @{ ContrDtls = @(@{ PORefr = $_.PurchaseOrderNumber }) }
    } | ConvertTo-Json -Depth 5
    Invoke-RestMethod -Uri $address -Method Post -Body $body -ContentType 'application/json; charset=utf-8' -Headers @{ Authorization = $authorization }
'@

function Register([uri] $Server, [int] $Width, [string] $Csv, [string] $Journal) {
    $address = [uri]::new($Server, 'api/einvoice/generateirn')
    if ($isModule) { $connection = Connect-Octa -BaseUri $Server -Credential $key -Environment Test }
    switch ($Case) {
        'New-OctaIrn' { Import-Csv $Csv | New-OctaIrn -Connection $connection -ThrottleLimit $Width }
        'Grouped' { Import-Csv $Csv | New-OctaIrn -Connection $connection -ThrottleLimit $Width -Grouped }
        'Journal' { Import-Csv $Csv | New-OctaIrn -Connection $connection -ThrottleLimit $Width -JournalPath $Journal }
        'GroupedJournal' { Import-Csv $Csv | New-OctaIrn -Connection $connection -ThrottleLimit $Width -Grouped -JournalPath $Journal }
        'One' { & ([scriptblock]::Create("Import-Csv `$Csv | ForEach-Object { $post }")) }
        'Parallel' {
            $there = $post.Replace('$address', '$using:address').Replace('$authorization', '$using:authorization')
            & ([scriptblock]::Create("Import-Csv `$Csv | ForEach-Object -ThrottleLimit `$Width -Parallel { $there }"))
        }
    }
}

$isModule = $Case -notin 'One', 'Parallel'
if ($isModule) { Import-Module $Module }
if ($WarmUpPath) {
    Register $WarmUpUri 32 $WarmUpPath "$JournalPath.warm" | Out-Null
    # The compiler's background thread catches up.
    Start-Sleep -Milliseconds 1500
}
[GC]::Collect()
[GC]::WaitForPendingFinalizers()
[GC]::Collect()

# Told from within the pipeline, so that nothing is kept that a user would not keep.
$state = @{ Count = 0; First = 0.0 }
$allocated = [GC]::GetTotalAllocatedBytes($true)
$watch = [Diagnostics.Stopwatch]::StartNew()
Register $BaseUri $Width $CsvPath $JournalPath | & { process { if (++$state.Count -eq 1) { $state.First = $watch.Elapsed.TotalMilliseconds } } }
$watch.Stop()
$self = [Diagnostics.Process]::GetCurrentProcess()
@{
    documents = $state.Count
    seconds   = $watch.Elapsed.TotalSeconds
    firstMs   = $state.First
    peakBytes = $self.PeakWorkingSet64
    allocated = [GC]::GetTotalAllocatedBytes($true) - $allocated
    processor = $self.TotalProcessorTime.TotalSeconds
} | ConvertTo-Json -Compress
