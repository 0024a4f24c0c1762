# What the window promises, whatever ends the pipeline: results in the order of the input, and nothing in flight forgotten.
BeforeAll {
    $script:module = if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' }
    Import-Module $script:module
    . (Join-Path $PSScriptRoot 'Samples.ps1')
    $script:sandbox = Start-OctaSandbox -LatencyMilliseconds 150
    $script:server = @{ Credential = $script:sandbox.Credential; BaseUri = $script:sandbox.BaseUri }

    function Get-Batch {
        param([string] $Prefix, [int] $Count)
        1..$Count | ForEach-Object { Get-SampleDocument "$Prefix$_" }
    }

    # The documents of these numbers that the sandbox holds.
    function Get-Registered {
        param([string[]] $Number)
        $Number | ForEach-Object {
            Get-OctaIrn -DocumentType INV -DocumentNumber $_ -DocumentDate (Get-SampleDate) -Gstin $script:SampleSeller @script:server -ErrorAction Ignore
        }
    }
}

AfterAll { Stop-OctaSandbox -Port $script:sandbox.Port }

Describe 'The window' {
    It 'writes results in the order of the input' {
        $results = Get-Batch O 30 | New-OctaIrn @server -ThrottleLimit 6
        $results.DocumentNumber | Should -Be (1..30 | ForEach-Object { "O$_" })
    }

    It 'journals what was in flight when Select-Object -First 3 ends the pipeline' {
        $journal = Join-Path $TestDrive 'first.jsonl'
        $before = $script:sandbox.RegisteredDocuments
        $results = @(Get-Batch F 30 | New-OctaIrn @server -JournalPath $journal | Select-Object -First 3)
        $results.DocumentNumber | Should -Be 'F1', 'F2', 'F3'
        $journalled = @(Get-OctaJournal $journal)
        $journalled.Count | Should -BeLessThan 30
        # What was noted down and had not had its turn when the pipeline ended is not sent: Skipped, and not at the portal.
        $journalled.Outcome | Should -BeIn 'Registered', 'Skipped'
        $entries = @($journalled | Where-Object Outcome -EQ Registered)
        $registered = @(Get-Registered $journalled.DocumentNumber)
        $registered.Irn | Sort-Object | Should -Be ($entries.Irn | Sort-Object)
        # And no other; asked last, when a request that was forgotten has long arrived.
        $script:sandbox.RegisteredDocuments - $before | Should -Be $entries.Count
    }

    It 'journals what was in flight when a command downstream throws' {
        $journal = Join-Path $TestDrive 'throw.jsonl'
        $before = $script:sandbox.RegisteredDocuments
        { Get-Batch T 30 | New-OctaIrn @server -JournalPath $journal | ForEach-Object { throw 'downstream' } } | Should -Throw 'downstream'
        $journalled = @(Get-OctaJournal $journal)
        $journalled.Outcome | Should -BeIn 'Registered', 'Skipped'
        $entries = @($journalled | Where-Object Outcome -EQ Registered)
        $entries.Count | Should -BeGreaterThan 0
        @(Get-Registered $journalled.DocumentNumber).Irn | Sort-Object | Should -Be ($entries.Irn | Sort-Object)
        $script:sandbox.RegisteredDocuments - $before | Should -Be $entries.Count
    }

    It 'settles, journals and writes what is in flight before -ErrorAction Stop ends the pipeline' {
        $journal = Join-Path $TestDrive 'stop.jsonl'
        $other = Get-SampleDocument E3
        $other.BuyerDtls.Gstin = '29AABCT1332L1ZY'
        $null = $other | New-OctaIrn @server -WarningAction SilentlyContinue
        $results = [Collections.ArrayList]::new()
        $failure = { Get-Batch E 12 | New-OctaIrn @server -JournalPath $journal -ErrorAction Stop | ForEach-Object { $null = $results.Add($_) } } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'OctaConflict*'
        $written = @($results.DocumentNumber)
        $journalled = @(Get-OctaJournal $journal)
        @($journalled | Where-Object Outcome -EQ Registered).DocumentNumber | Sort-Object | Should -Be ($written | Sort-Object)
        @($journalled | Where-Object Outcome -EQ Rejected).DocumentNumber | Should -Be 'E3'
        @(Get-Registered (1..12 | Where-Object { $_ -ne 3 } | ForEach-Object { "E$_" })).DocumentNumber | Sort-Object | Should -Be ($written | Sort-Object)
    }

    It 'writes what is registered before -ErrorAction Stop ends the pipeline, also when another document is still on its way' {
        $slow = Start-OctaSandbox -LatencyMilliseconds 300
        try {
            $results = [Collections.ArrayList]::new()
            $documents = @(Get-SampleDocument 'ERR-2240/1'; Get-SampleDocument 'ERR-503/1'; Get-SampleDocument 'L1'; Get-SampleDocument 'L2')
            $failure = { $documents | New-OctaIrn -Credential $slow.Credential -BaseUri $slow.BaseUri -TimeoutSec 3 -ErrorAction Stop | ForEach-Object { $null = $results.Add($_) } } | Should -Throw -PassThru
            $failure.FullyQualifiedErrorId | Should -BeLike 'OctaRejected*'
            $results.DocumentNumber | Should -Be 'L1', 'L2'
            $slow.RegisteredDocuments | Should -Be 2
        }
        finally { Stop-OctaSandbox -Port $slow.Port }
    }

    It 'returns within a second after Ctrl+C, journals what is in flight as in doubt, and goes on with the same command' {
        $journal = Join-Path $TestDrive 'stopped.jsonl'
        $state = Join-Path $TestDrive 'slow-sandbox.jsonl'
        $slow = Start-OctaSandbox -StatePath $state -LatencyMilliseconds 60000
        try {
            $server = @{ Credential = $slow.Credential; BaseUri = $slow.BaseUri }
            $initial = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault()
            $initial.ImportPSModule((Resolve-Path $script:module).Path)

            # On a busy machine PowerShell's own stop takes longer too.
            $idle = [powershell]::Create().AddScript('Start-Sleep -Seconds 600')
            $null = $idle.BeginInvoke()
            while ($idle.InvocationStateInfo.State -ne 'Running') { Start-Sleep -Milliseconds 10 }
            $own = [Diagnostics.Stopwatch]::StartNew()
            $idle.Stop()
            $second = [Math]::Max(1000, 20 * $own.ElapsedMilliseconds)
            $idle.Dispose()

            $shell = [powershell]::Create($initial)
            $null = $shell.AddScript('param($documents, $server, $journal) $documents | New-OctaIrn @server -JournalPath $journal -ThrottleLimit 4').AddArgument((Get-Batch S 8)).AddArgument($server).AddArgument($journal)
            $running = $shell.BeginInvoke()
            $limit = [DateTime]::UtcNow.AddSeconds(55)
            while ([DateTime]::UtcNow -lt $limit -and $slow.Requests['generateirn'] -lt 4) { Start-Sleep -Milliseconds 10 }
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $clock.ElapsedMilliseconds | Should -BeLessThan $second
            $running.IsCompleted | Should -BeTrue
            $shell.Dispose()
            $entries = @(Get-OctaJournal $journal)
            $entries.Count | Should -Be 4
            $entries.Outcome | Sort-Object -Unique | Should -Be 'InDoubt'
            $entries.IsSending | Sort-Object -Unique | Should -Be $false

            # The same sandbox again, without its latency.
            Stop-OctaSandbox -Port $slow.Port
            $slow = Start-OctaSandbox -Port $slow.Port -StatePath $state
            $again = @(Get-Batch S 8 | New-OctaIrn @server -JournalPath $journal)
            $again.DocumentNumber | Should -Be (1..8 | ForEach-Object { "S$_" })
            $slow.RegisteredDocuments | Should -Be 8
            (Get-OctaJournal $journal).Outcome | Where-Object { $_ -notin 'Registered', 'Recovered' } | Should -BeNullOrEmpty
        }
        finally { Stop-OctaSandbox -Port $slow.Port }
    }
}
