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

    # What the sandbox holds of a batch, by number.
    function Get-Registered {
        param([string] $Prefix, [int] $Count, [hashtable] $Server = $script:server)
        1..$Count | ForEach-Object {
            Get-OctaIrn -DocumentType INV -DocumentNumber "$Prefix$_" -DocumentDate (Get-SampleDate) -Gstin $script:SampleSeller @Server -ErrorAction Ignore
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
        $results = @(Get-Batch F 30 | New-OctaIrn @server -JournalPath $journal | Select-Object -First 3)
        $results.DocumentNumber | Should -Be 'F1', 'F2', 'F3'
        $entries = @(Get-OctaJournal $journal)
        $entries.Outcome | Sort-Object -Unique | Should -Be 'Registered'
        $entries.Count | Should -BeLessThan 30
        $registered = @(Get-Registered F 30)
        $registered.Irn | Sort-Object | Should -Be ($entries.Irn | Sort-Object)
    }

    It 'journals what was in flight when a command downstream throws' {
        $journal = Join-Path $TestDrive 'throw.jsonl'
        { Get-Batch T 30 | New-OctaIrn @server -JournalPath $journal | ForEach-Object { throw 'downstream' } } | Should -Throw 'downstream'
        $entries = @(Get-OctaJournal $journal)
        $entries.Outcome | Sort-Object -Unique | Should -Be 'Registered'
        @(Get-Registered T 30).Count | Should -Be $entries.Count
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
        @(Get-Registered E 12 | Where-Object DocumentNumber -NE 'E3').DocumentNumber | Sort-Object | Should -Be ($written | Sort-Object)
    }

    It 'returns within a second after Ctrl+C, journals what is in flight as in doubt, and goes on with the same command' {
        $journal = Join-Path $TestDrive 'stopped.jsonl'
        $slow = Start-OctaSandbox -LatencyMilliseconds 4000
        try {
            $server = @{ Credential = $slow.Credential; BaseUri = $slow.BaseUri }
            $state = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault()
            $state.ImportPSModule((Resolve-Path $script:module).Path)
            $shell = [powershell]::Create($state)
            $null = $shell.AddScript('param($documents, $server, $journal) $documents | New-OctaIrn @server -JournalPath $journal -ThrottleLimit 4').AddArgument((Get-Batch S 8)).AddArgument($server).AddArgument($journal)
            $running = $shell.BeginInvoke()
            $limit = [DateTime]::UtcNow.AddSeconds(30)
            while ([DateTime]::UtcNow -lt $limit -and -not ((Test-Path $journal) -and @(Get-OctaJournal $journal).Count -ge 4 -and $slow.Requests['generateirn'] -ge 4)) { Start-Sleep -Milliseconds 50 }
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $clock.ElapsedMilliseconds | Should -BeLessThan 1000
            $running.IsCompleted | Should -BeTrue
            $shell.Dispose()
            $entries = @(Get-OctaJournal $journal)
            $entries.Count | Should -Be 4
            $entries.Outcome | Sort-Object -Unique | Should -Be 'InDoubt'
            $entries.IsSending | Sort-Object -Unique | Should -Be $false

            $again = @(Get-Batch S 8 | New-OctaIrn @server -JournalPath $journal)
            $again.DocumentNumber | Should -Be (1..8 | ForEach-Object { "S$_" })
            $slow.RegisteredDocuments | Should -Be 8
            (Get-OctaJournal $journal).Outcome | Where-Object { $_ -notin 'Registered', 'Recovered' } | Should -BeNullOrEmpty
        }
        finally { Stop-OctaSandbox -Port $slow.Port }
    }
}
