BeforeAll {
    $module = if ($env:OCTA_MODULE) { (Resolve-Path $env:OCTA_MODULE).Path } else { (Resolve-Path (Join-Path $PSScriptRoot '../../OctaEInvoice.psd1')).Path }
    . (Join-Path $PSScriptRoot 'Shell.ps1')
    $sample = (Resolve-Path (Join-Path $PSScriptRoot '../../examples/specification-sample.json')).Path
    # Registers one document in a sandbox, whatever the edition.
    $job = @'
$invoice = Get-Content $sample -Raw | ConvertFrom-Json
$invoice.DocDtls.No = $number
$invoice.DocDtls.Dt = (Get-Date).ToUniversalTime().AddHours(5.5).ToString('dd/MM/yyyy', [cultureinfo]::InvariantCulture)
'@

    # Runs a script in a process of its own and gives back what it wrote, line by line.
    function Invoke-Fresh([string] $Text) {
        $file = Join-Path $TestDrive ([guid]::NewGuid().ToString('N') + '.ps1')
        Set-Content $file ("`$ErrorActionPreference = 'Stop'`n`$module = '$module'`n" + $Text) -Encoding UTF8
        (Invoke-ChildPowerShell '-NonInteractive', '-File', $file).Lines
    }
    $loaded = @'
function Get-Ours {
    foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) {
        $name = $assembly.GetName().Name
        if ($name -like 'OctaEInvoice*' -or $name -in 'Polly.Core', 'QRCoder', 'BitMiracle.LibJpeg.NET', 'System.Text.Json', 'System.Formats.Asn1') {
            $context = if ($PSEdition -eq 'Core') { [Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly).Name } else { 'Default' }
            if ($name -notlike 'System.*' -or $assembly.Location -like '*dependencies*') { "$name in $context" }
        }
    }
}
'@
}

Describe 'The module in one process with others' {
    It 'loads its own two assemblies at import and nothing else' {
        Invoke-Fresh ($loaded + "`nImport-Module `$module; Get-Ours | Sort-Object") | Should -Be 'OctaEInvoice in Default', 'OctaEInvoice.Model in Default'
    }

    It 'loads the rest at first use, in a context of its own' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $after = Invoke-Fresh ($loaded + "`nImport-Module `$module; `$null = Connect-Octa -Sandbox; try { Get-OctaIrn ('a' * 64) -Gstin 29AABCT1332L000 -ErrorAction Stop } catch { `$null }; Get-Ours | Sort-Object")
        $after | Should -Contain 'OctaEInvoice.Engine in OctaEInvoice'
        $after | Should -Contain 'OctaEInvoice.Sandbox in OctaEInvoice'
        $after | Should -Contain 'Polly.Core in OctaEInvoice'
        @($after -like '* in Default') | Should -Be 'OctaEInvoice in Default', 'OctaEInvoice.Model in Default'
    }

    It 'loads what draws pictures when one is asked for' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $text = $loaded + "`n`$sample = '$sample'; `$number = 'ISO/2'`n" + $job + @'

Import-Module $module
$null = Connect-Octa -Sandbox
$null = $invoice | New-OctaIrn -WarningAction SilentlyContinue
'BitMiracle.LibJpeg.NET' -in [AppDomain]::CurrentDomain.GetAssemblies().ForEach{ $_.GetName().Name }
$invoice.DocDtls.No = 'ISO/3'
$null = $invoice | New-OctaIrn -QrCode Jpeg -WarningAction SilentlyContinue
Get-Ours
'@
        $after = Invoke-Fresh $text
        $after[0] | Should -Be 'False'
        $after | Should -Contain 'QRCoder in OctaEInvoice'
        $after | Should -Contain 'BitMiracle.LibJpeg.NET in OctaEInvoice'
        @($after -like '* in Default') | Sort-Object | Should -Be 'OctaEInvoice in Default', 'OctaEInvoice.Model in Default'
    }

    It 'is imported twice and with -Force, and keeps working' {
        Invoke-Fresh @'
Import-Module $module
$null = Connect-Octa -Sandbox
Import-Module $module
(Get-OctaConnection).Name
Import-Module $module -Force
[OctaEInvoice.IrnResult].Name
(Connect-Octa -Sandbox).Name
Remove-Module OctaEInvoice
Import-Module $module
(Connect-Octa -Sandbox).Name
@([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'OctaEInvoice.Engine' }).Count
'@ | Should -Be 'Sandbox', 'IrnResult', 'Sandbox', 'Sandbox', '1'
    }

    It 'works beside a module that has loaded other versions of its libraries' {
        $others = @('Polly.Core', 'QRCoder', 'BitMiracle.LibJpeg.NET')
        if ($PSVersionTable.PSVersion.Major -lt 7) { $others += 'System.Text.Json', 'System.Memory', 'System.Formats.Asn1' }
        $text = ''
        foreach ($name in $others) {
            $file = Join-Path $TestDrive "$name.dll"
            # Compiled in a process of its own: here the name would be taken for good.
            $null = Invoke-Fresh "Add-Type -OutputAssembly '$file' -TypeDefinition '[assembly: System.Reflection.AssemblyVersion(`"0.1.0.0`")] namespace Other { public static class Thing { public static string Word() { return `"theirs`"; } } }'"
            $text += "`n[Reflection.Assembly]::LoadFrom('$file').GetName().Version.ToString()"
        }
        $sampleText = $job
        $answer = Invoke-Fresh ($loaded + $text + "`n`$sample = '$sample'; `$number = 'ISO/1'`n" + $sampleText + @'

Import-Module $module
$null = Connect-Octa -Sandbox
($invoice | New-OctaIrn -QrCode Jpeg -WarningAction SilentlyContinue).Outcome
'@)
        $answer[0..($others.Count - 1)] | Should -Be @($others | ForEach-Object { '0.1.0.0' })
        $answer[-1] | Should -Be 'Registered'
    }
}

Describe 'A connection belongs to its runspace' {
    BeforeAll {
        Import-Module $module -Force
        $sandbox = Start-OctaSandbox
        $null = Connect-Octa -Credential $sandbox.Credential -BaseUri $sandbox.BaseUri -Gstin 29AABCT1332L000
        $work = {
            param($module, $job, $sample, $number, $key, $baseUri)
            Import-Module $module
            . ([scriptblock]::Create($job))
            $before = [bool](Get-OctaConnection)
            $null = Connect-Octa -Credential $key -BaseUri $baseUri
            $result = $invoice | New-OctaIrn -ErrorAction Stop -WarningAction SilentlyContinue
            "$before $($result.Outcome) $($result.DocumentNumber)"
        }
    }

    AfterAll {
        Disconnect-Octa
        Stop-OctaSandbox
    }

    It 'in a job of another process' {
        Start-Job $work -ArgumentList $module, $job, $sample, 'JOB/1', $sandbox.Credential, $sandbox.BaseUri.AbsoluteUri |
            Receive-Job -Wait -AutoRemoveJob | Should -Be 'False Registered JOB/1'
    }

    It 'in a thread job' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) {
        Start-ThreadJob $work -ArgumentList $module, $job, $sample, 'THR/1', $sandbox.Credential, $sandbox.BaseUri |
            Receive-Job -Wait -AutoRemoveJob | Should -Be 'False Registered THR/1'
        (Get-OctaConnection).Gstin | Should -Be '29AABCT1332L000'
    }

    It 'in ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $text = "$work"
        $done = 1..6 | ForEach-Object -ThrottleLimit 3 -Parallel {
            & ([scriptblock]::Create($using:text)) $using:module $using:job $using:sample "PAR/$_" ($using:sandbox).Credential ($using:sandbox).BaseUri
        }
        # A runspace is used again, and then has its connection still.
        @($done | Sort-Object | ForEach-Object { $_ -replace '^\w+ ' }) | Should -Be @(1..6 | ForEach-Object { "Registered PAR/$_" })
        (Get-OctaConnection).Gstin | Should -Be '29AABCT1332L000'
    }

    It 'in a pool of runspaces' {
        $pool = [runspacefactory]::CreateRunspacePool(1, 3)
        $pool.Open()
        try {
            $runs = 1..6 | ForEach-Object {
                $run = [powershell]::Create()
                $run.RunspacePool = $pool
                $null = $run.AddScript("$work")
                foreach ($argument in $module, $job, $sample, "POOL/$_", $sandbox.Credential, $sandbox.BaseUri) { $null = $run.AddArgument($argument) }
                [pscustomobject]@{ Run = $run; Handle = $run.BeginInvoke() }
            }
            $done = $runs | ForEach-Object { $_.Run.EndInvoke($_.Handle) }
            @($done | ForEach-Object { $_ -replace '^\w+ ' }) | Should -Be @(1..6 | ForEach-Object { "Registered POOL/$_" })
        }
        finally {
            $pool.Dispose()
        }
    }

    It 'and its results survive serialisation' {
        $result = Start-Job -ArgumentList $module, $job, $sample, 'SER/1', $sandbox.Credential, $sandbox.BaseUri.AbsoluteUri {
            param($module, $job, $sample, $number, $key, $baseUri)
            Import-Module $module
            . ([scriptblock]::Create($job))
            $null = Connect-Octa -Credential $key -BaseUri $baseUri
            $invoice | New-OctaIrn -WarningAction SilentlyContinue
        } | Receive-Job -Wait -AutoRemoveJob
        $result.PSObject.TypeNames[0] | Should -Be 'Deserialized.OctaEInvoice.IrnResult'
        $result.DocumentNumber | Should -Be 'SER/1'
        "$($result.DocumentDate)" | Should -Match '^\d{4}-\d\d-\d\d$'
        # And pipes on here, by its property names.
        ($result | Get-OctaIrn).Irn | Should -Be $result.Irn
        ($result | Out-String -Width 300) | Should -Match 'SER/1'
    }
}
