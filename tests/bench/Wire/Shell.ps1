<#
.SYNOPSIS
One measured pipeline in a process of its own: warms up, runs, prints the seconds.
.DESCRIPTION
Part of the benchmark; `dotnet run -c Release --project tests/bench` starts it. Case New-OctaIrn is the module, One is what a
script without it does, document by document, and Parallel the same side by side.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [ValidateSet('New-OctaIrn', 'Grouped', 'Journal', 'One', 'Parallel')] [string] $Case,
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
    param($Row, $Address, $Authorization)
    $taxable = [decimal] $Row.Quantity * [decimal] $Row.UnitPrice - [decimal] $Row.ItemDiscount
    $tax = [math]::Round($taxable * [decimal] $Row.GstRate / 100, 2)
    $isSameState = $Row.SellerGstin.Substring(0, 2) -eq $Row.BuyerGstin.Substring(0, 2)
    $half = [math]::Round($tax / 2, 2)
    $body = @{
        Version    = '1.1'
        TranDtls   = @{ TaxSch = 'GST'; SupTyp = 'B2B' }
        DocDtls    = @{ Typ = $Row.DocumentType; No = $Row.DocumentNumber; Dt = $Row.DocumentDate }
        SellerDtls = @{ Gstin = $Row.SellerGstin; LglNm = $Row.SellerLegalName; Addr1 = $Row.SellerAddress1; Loc = $Row.SellerLocation; Pin = [int] $Row.SellerPin; Stcd = $Row.SellerGstin.Substring(0, 2) }
        BuyerDtls  = @{ Gstin = $Row.BuyerGstin; LglNm = $Row.BuyerLegalName; Addr1 = $Row.BuyerAddress1; Loc = $Row.BuyerLocation; Pin = [int] $Row.BuyerPin; Stcd = $Row.BuyerGstin.Substring(0, 2); Pos = $Row.BuyerGstin.Substring(0, 2) }
        ItemList   = @(@{
                SlNo = '1'; PrdDesc = $Row.Description; HsnCd = $Row.HsnCode; IsServc = 'N'; Qty = [decimal] $Row.Quantity; Unit = $Row.Unit; UnitPrice = [decimal] $Row.UnitPrice
                TotAmt = [decimal] $Row.Quantity * [decimal] $Row.UnitPrice; Discount = [decimal] $Row.ItemDiscount; AssAmt = $taxable; GstRt = [decimal] $Row.GstRate
                IgstAmt = $(if ($isSameState) { 0 } else { $tax }); CgstAmt = $(if ($isSameState) { $half } else { 0 }); SgstAmt = $(if ($isSameState) { $half } else { 0 }); TotItemVal = $taxable + $tax
            })
        ValDtls    = @{ AssVal = $taxable; IgstVal = $(if ($isSameState) { 0 } else { $tax }); CgstVal = $(if ($isSameState) { $half } else { 0 }); SgstVal = $(if ($isSameState) { $half } else { 0 }); TotInvVal = $taxable + $tax }
        RefDtls    = @{ ContrDtls = @(@{ PORefr = $Row.PurchaseOrderNumber }) }
    } | ConvertTo-Json -Depth 5
    Invoke-RestMethod -Uri $Address -Method Post -Body $body -ContentType 'application/json; charset=utf-8' -Headers @{ Authorization = $Authorization }
'@

function Register([uri] $Server, [string] $Csv, [string] $Journal) {
    $address = [uri]::new($Server, 'api/einvoice/generateirn')
    if ($isModule) { $connection = Connect-Octa -BaseUri $Server -Credential $key -Environment Test }
    switch ($Case) {
        'New-OctaIrn' { Import-Csv $Csv | New-OctaIrn -Connection $connection -ThrottleLimit $Width }
        'Grouped' { Import-Csv $Csv | New-OctaIrn -Connection $connection -ThrottleLimit $Width -Grouped }
        'Journal' { Import-Csv $Csv | New-OctaIrn -Connection $connection -ThrottleLimit $Width -JournalPath $Journal }
        'One' {
            $block = [scriptblock]::Create($post)
            Import-Csv $Csv | ForEach-Object { & $block $_ $address $authorization }
        }
        'Parallel' {
            Import-Csv $Csv | ForEach-Object -ThrottleLimit $Width -Parallel {
                & ([scriptblock]::Create($using:post)) $_ $using:address $using:authorization
            }
        }
    }
}

$isModule = $Case -in 'New-OctaIrn', 'Grouped', 'Journal'
if ($isModule) { Import-Module $Module }
if ($WarmUpPath) {
    Register $WarmUpUri $WarmUpPath "$JournalPath.warm" | Out-Null
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
Register $BaseUri $CsvPath $JournalPath | & { process { if (++$state.Count -eq 1) { $state.First = $watch.Elapsed.TotalMilliseconds } } }
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
