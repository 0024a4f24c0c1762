# A canary for a secret goes through everything that the module writes, and must come out nowhere. A child process with a
# home of its own does the work, so that transcript, history, arguments and files are all of it.
BeforeDiscovery {
    $hasSecretManagement = [bool](Get-Module Microsoft.PowerShell.SecretManagement -ListAvailable)
}

Describe 'A secret' -Skip:(-not $hasSecretManagement) {
    BeforeAll {
        $module = if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { (Resolve-Path (Join-Path $PSScriptRoot '../../OctaEInvoice.psd1')).Path }
        . (Join-Path $PSScriptRoot 'Shell.ps1')
        $dump = Join-Path $TestDrive 'dump'
        $null = New-Item $dump -ItemType Directory
        $script = Join-Path $TestDrive 'canary.ps1'
        Set-Content $script @'
param($Module, $Tests, $Dump)
$ErrorActionPreference = 'Continue'
# Not an argument and not in the script: it comes in by the input.
$canary = [Console]::In.ReadLine()
$proxyCanary = [Console]::In.ReadLine()
# One that is let out on purpose, to show that the net catches.
$control = 'control-' + 'bird'
$null = Start-Transcript (Join-Path $Dump 'transcript.txt')
Import-Module $Module
. (Join-Path $Tests 'StubServer.ps1')
$env:OCTA_PROFILE_PATH = Join-Path $Dump 'profiles.json'
$key = New-Key 'canary-id' $canary
$vault = 'OctaCanary' + [guid]::NewGuid().ToString('N')
Register-SecretVault -Name $vault -ModuleName (Join-Path $Tests 'OctaTestVault')
$server = New-StubServer -Body $activeSeller
$seller = '29AABCT1332L000'
$invoice = Get-Content (Join-Path $Tests '../../examples/specification-sample.json') -Raw
$registered = '{"Success":true,"AckNo":"112610000000001","AckTime":"22/11/2026 10:00:00","IrnStatus":"ACT","Irn":"' + ('b' * 64) + '","SignedInvoice":"eyJhbGc.signed.invoice","SignedQRCode":"eyJhbGc.signed.code","QRCodeImagePng":"iVBORw0K","EinvoicePdf":"JVBERi0=","EwbNo":"191000000001"}'
# With -Debug every warning and error asks, and nobody is there: the command would end before it sends anything.
$goOn = @{ WarningAction = 'Continue'; ErrorAction = 'Continue' }
$journal = @{}
if ((Get-Command New-OctaIrn).Parameters.ContainsKey('JournalPath')) { $journal = @{ JournalPath = Join-Path $Dump 'run.journal' } }

# Each layer: parameters, profile, vault, connection, transport, server's answer; with every stream, by one history.
$acts = @'
    Set-OctaProfile Canary $seller -Credential $key -VaultName $vault -BaseUri $server.BaseUri -PassThru -Verbose -Debug
    Set-OctaProfile Behind $seller -Credential $key -VaultName $vault -Proxy http://127.0.0.1:1 -ProxyCredential (New-Key 'proxy' $proxyCanary) -PassThru -Verbose -Debug
    Set-OctaProfile Nowhere -Credential $key -VaultName NoSuchVault -Verbose -Debug
    Set-OctaProfile Refused -Credential $key -VaultName $vault -BaseUri http://octa.example.com -Verbose -Debug
    Get-OctaProfile | Format-List * -Force
    Connect-Octa Canary -Verbose -Debug | Format-List * -Force
    Connect-Octa -Credential $key -BaseUri ftp://octa.example.com -Verbose -Debug
    Get-OctaConnection | ConvertTo-Json -Depth 6
    Get-OctaConnection | Export-Clixml (Join-Path $Dump 'connection.xml')
    Get-OctaConnection | Export-Csv (Join-Path $Dump 'connection.csv')
    Test-OctaConnection -Verbose -Debug | Format-List * -Force
    $server.Status = '401 Unauthorized'; $server.Body = ''
    Test-OctaConnection -Verbose -Debug | Format-List * -Force
    Get-OctaIrn ('a' * 64) -Verbose -Debug @goOn
    $invoice | New-OctaIrn -Profile Canary -IncludeRejected -Verbose -Debug -Confirm:$false @goOn @journal | Export-Clixml (Join-Path $Dump 'refused.xml')
    $server.Status = '200 OK'; $server.Body = $registered
    $invoice -replace 'MAHI/10', 'SAVED/1' | New-OctaIrn -Profile Canary -Pdf -QrCode Png -Verbose -Debug -Confirm:$false @goOn @journal -OutVariable done | Save-OctaDocument (Join-Path $Dump saved) -Force -Verbose -Debug
    $done | Export-OctaReport (Join-Path $Dump report.html) -Force -Verbose -Debug
    $server.Body = ''; $server.Status = '302 Found'; $server.Header = 'Location: https://elsewhere.example.com/'
    Test-OctaConnection -Verbose -Debug
    $server.Status = '500 Oops'
    $invoice | New-OctaIrn -Profile Canary -IncludeRejected -MaxOutageMinutes 0 -Verbose -Debug -Confirm:$false @goOn @journal | Export-Clixml (Join-Path $Dump 'doubt.xml')
    Test-OctaConnection -Profile Behind -Verbose -Debug
    $server.Dispose()
    Get-OctaIrn ('a' * 64) -MaxOutageMinutes 0 -Verbose -Debug @goOn
    [AppDomain]::CurrentDomain.SetData('OctaTestVault.Mood', 'Broken')
    Set-OctaProfile Canary -Credential $key -Verbose -Debug
    Connect-Octa Canary -Verbose -Debug
    [AppDomain]::CurrentDomain.SetData('OctaTestVault.Mood', '')
    Set-Secret -Vault $vault -Name text -Secret $canary
    Set-OctaProfile Kind -VaultName $vault -SecretName text
    Connect-Octa Kind -Verbose -Debug
    Remove-OctaProfile Kind -RemoveSecret -Verbose -Debug
    Disconnect-Octa -Verbose -Debug
    Write-Debug $control -Debug
    throw (New-Object Exception 'outer', (New-Object Exception 'middle', (New-Object Exception $control)))
\'@
$space = [runspacefactory]::CreateRunspace($Host)
$space.Open()
foreach ($name in 'control', 'canary', 'proxyCanary', 'key', 'vault', 'server', 'seller', 'invoice', 'registered', 'goOn', 'journal', 'Dump', 'Module', 'Tests', 'activeSeller') { $space.SessionStateProxy.SetVariable($name, (Get-Variable $name -ValueOnly)) }
$null = [powershell]::Create().AddScript('Import-Module $Module; . (Join-Path $Tests StubServer.ps1)') | ForEach-Object { $_.Runspace = $space; $_.Invoke() }
$history = New-Object Management.Automation.PSInvocationSettings -Property @{ AddToHistory = $true }
$all = foreach ($act in $acts -split '\r?\n' | Where-Object { $_.Trim() }) {
    $run = [powershell]::Create()
    $run.Runspace = $space
    $null = $run.AddScript('try { ' + $act.Trim() + ' } catch { $_ }')
    "> $act"
    try { $run.Invoke($null, $history) } catch { $_ }
    $run.Streams.Error; $run.Streams.Warning; $run.Streams.Verbose; $run.Streams.Debug; $run.Streams.Information
}
$run = [powershell]::Create()
$run.Runspace = $space
$faults = @($run.AddScript('$Error').Invoke())
$run.Commands.Clear()
$run.AddScript('Get-History | Format-List *').Invoke() | Out-String -Width 4000 | Set-Content (Join-Path $Dump 'history.txt')
$all | Out-String -Width 4000 | Set-Content (Join-Path $Dump 'streams.txt')
$faults | ForEach-Object { $_ | Format-List * -Force | Out-String -Width 4000; $_ | Get-Error -ErrorAction Ignore | Out-String -Width 4000 } | Set-Content (Join-Path $Dump 'errors.txt')

# Once more in the session itself, for transcript and console.
$server = New-StubServer -Body $activeSeller
foreach ($act in $acts -split '\r?\n' | Where-Object { $_.Trim() -and $_ -notmatch 'doubt.xml|report.html' }) {
    . ([scriptblock]::Create('try { ' + $act.Trim() + ' } catch { $_ }')) *>&1 | Out-Default
}

# Every property that can be reached from the errors and the results, as far as texts go.
$seen = New-Object 'Collections.Generic.HashSet[int]'
$texts = New-Object Collections.Generic.List[string]
function Add-Text($Value, [int] $Depth) {
    if ($null -eq $Value -or $Depth -gt 9) { return }
    if ($Value -is [string]) { $texts.Add($Value); return }
    $type = $Value.GetType()
    # What the user himself holds: his credential, and the runspace's own innards with his variables in it.
    if ($type.IsPrimitive -or $type.IsEnum -or $Value -is [pscredential] -or $Value -is [securestring] -or $Value -is [type] -or $type.FullName -like 'System.Reflection.*' -or $type.FullName -like 'OctaTests.*') { return }
    if (-not $seen.Add([Runtime.CompilerServices.RuntimeHelpers]::GetHashCode($Value))) { return }
    if ($Value -is [Exception]) { $texts.Add($Value.ToString()) }
    if ($Value -is [Collections.IDictionary]) { foreach ($key in @($Value.Keys)) { Add-Text $key ($Depth + 1); Add-Text $Value[$key] ($Depth + 1) } }
    elseif ($Value -is [Collections.IEnumerable]) { foreach ($item in @($Value)) { Add-Text $item ($Depth + 1) } }
    foreach ($property in $Value.PSObject.Properties) {
        if ($property.Name -in 'SyncRoot', 'MyCommand') { continue }
        try { Add-Text $property.Value ($Depth + 1) } catch { continue }
    }
}
foreach ($item in $faults + @($all)) { Add-Text $item 0 }
$texts | Set-Content (Join-Path $Dump 'depth.txt')
if (Test-Path /proc/self/cmdline) { Get-Content /proc/$PID/cmdline -Raw | Set-Content (Join-Path $Dump 'arguments.txt') }
else { [Environment]::CommandLine | Set-Content (Join-Path $Dump 'arguments.txt') }
$null = Stop-Transcript
Unregister-SecretVault -Name $vault
# What went over the wire is no leak, and shows that the canary was on its way.
[IO.File]::WriteAllText((Join-Path $Dump '../wire.txt'), ($server.Heads -join "`n"))
[IO.File]::WriteAllText((Join-Path $Dump '../count.txt'), "$($faults.Count) $($texts.Count)")
'@.Replace("\'@", "'@")
        $canary = 'CANARY' + [guid]::NewGuid().ToString('N')
        $proxyCanary = 'PROXYCANARY' + [guid]::NewGuid().ToString('N')
        $child = Invoke-ChildPowerShell '-NonInteractive', '-File', $script, $module, $PSScriptRoot, $dump -HomePath "$TestDrive" -InputLine $canary, $proxyCanary
        Set-Content (Join-Path $dump 'console.txt') ($child.Output + $child.Errors)
        $files = @(Get-ChildItem $TestDrive -Recurse -File -Force | Where-Object Name -NotIn 'wire.txt', 'canary.ps1')
    }

    It 'was really on its way' {
        $basic = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("canary-id:$canary"))
        Get-Content (Join-Path $TestDrive 'wire.txt') -Raw | Should -Match ([regex]::Escape($basic))
    }

    It 'went through every layer' {
        $said = Get-Content (Join-Path $dump 'errors.txt') -Raw
        foreach ($id in 'OctaVaultNotFound', 'OctaProfileRefused', 'OctaBaseUriRefused', 'OctaLoginRefused', 'OctaVaultFailed', 'OctaSecretKind') { $said | Should -Match "$id," }
        Get-Content (Join-Path $dump 'streams.txt') -Raw | Should -Match 'Uses the connection Canary'
        Get-Content (Join-Path $dump 'history.txt') -Raw | Should -Match 'Connect-Octa Canary'
        Get-Content (Join-Path $dump 'transcript.txt') -Raw | Should -Match 'Uses the connection Canary'
        foreach ($file in 'streams.txt', 'errors.txt', 'depth.txt', 'transcript.txt', 'console.txt') {
            "$file $([IO.File]::ReadAllText((Join-Path $dump $file)).Contains('control-bird'))" | Should -Be "$file True"
        }
        [int](Get-Content (Join-Path $TestDrive 'count.txt')).Split(' ')[1] | Should -BeGreaterThan 500
    }

    It 'had a journal, saved files and a report to get into' {
        $journal = Get-Content (Join-Path $dump 'run.journal') -Raw
        $journal | Should -Match 'SAVED/1'
        $journal | Should -Match ('b' * 64)
        @(Get-ChildItem (Join-Path $dump 'saved') -Recurse -File).Extension | Sort-Object -Unique | Should -Contain '.pdf'
        @(Get-ChildItem (Join-Path $dump 'saved') -Recurse -File).Count | Should -BeGreaterThan 2
        Get-Content (Join-Path $dump 'report.html') -Raw | Should -Match 'SAVED/1'
    }

    It 'is nowhere as <form>' -ForEach @(
        @{ form = 'text'; of = { param($secret) $secret } }
        @{ form = 'Basic header'; of = { param($secret) [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("canary-id:$secret")) } }
        @{ form = 'Base64'; of = { param($secret) [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($secret)).Substring(0, 30) } }
        @{ form = 'hexadecimal UTF-16, as an exported SecureString without DPAPI'; of = { param($secret) -join ([Text.Encoding]::Unicode.GetBytes($secret) | ForEach-Object { $_.ToString('x2') }) } }
    ) {
        $files.Count | Should -BeGreaterThan 8
        foreach ($secret in $canary, $proxyCanary) {
            $shape = & $of $secret
            $files | Where-Object { [IO.File]::ReadAllText($_.FullName).IndexOf($shape, [StringComparison]::OrdinalIgnoreCase) -ge 0 } | ForEach-Object Name | Should -BeNullOrEmpty
        }
    }
}
