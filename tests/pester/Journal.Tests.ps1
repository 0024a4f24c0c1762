BeforeAll {
    Import-Module $(if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' })
    . (Join-Path $PSScriptRoot 'Samples.ps1')
    $script:sandbox = Start-OctaSandbox
    $script:server = @{ Credential = $script:sandbox.Credential; BaseUri = $script:sandbox.BaseUri }
}

AfterAll { Stop-OctaSandbox -Port $script:sandbox.Port }

Describe 'New-OctaIrn -JournalPath' {
    BeforeAll {
        $script:journal = Join-Path $TestDrive 'run.jsonl'
        $script:results = @('J1', 'j2' | ForEach-Object { Get-SampleRow $_ } | New-OctaIrn @server -JournalPath $script:journal)
    }

    It 'gives finished documents back, the same and in the same order, without registering again' {
        $again = @('J1', 'j2' | ForEach-Object { Get-SampleRow $_ } | New-OctaIrn @server -JournalPath $script:journal)
        foreach ($name in 'Irn', 'AckNumber', 'AckTime', 'SignedQrCode', 'SignedInvoice', 'DocumentNumber', 'DocumentDate', 'InvoiceTotal', 'Outcome', 'Sandbox') {
            $again.$name | Should -Be $script:results.$name -Because $name
        }
    }

    It 'fetches the images that are asked for' {
        $again = Get-SampleRow J1 | New-OctaIrn @server -JournalPath $script:journal -QrCode Gif
        [Text.Encoding]::ASCII.GetString($again.QrCodeGif, 0, 3) | Should -Be 'GIF'
    }

    It 'calls a changed document a conflict and sends nothing' {
        $before = $script:sandbox.RegisteredDocuments
        Get-SampleRow J1 -With @{ UnitPrice = '200' } | New-OctaIrn @server -JournalPath $script:journal -ErrorVariable failure -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failure.FullyQualifiedErrorId | Should -BeLike 'OctaConflict*'
        $failure.CategoryInfo.Category | Should -Be 'ResourceExists'
        $script:sandbox.RegisteredDocuments | Should -Be $before
    }

    It 'writes no file with -WhatIf' {
        $path = Join-Path $TestDrive 'whatif.jsonl'
        Get-SampleRow W1 | New-OctaIrn @server -JournalPath $path -WhatIf
        Test-Path $path | Should -BeFalse
    }

    It 'ends with OctaJournal before anything is sent when <why>' -ForEach @(
        @{ why = 'the folder is not there'; file = 'no/such/folder/run.jsonl'; text = $null }
        @{ why = 'the path is a folder'; file = 'folder'; text = $null }
        @{ why = 'the folder is a file'; file = 'plain.txt/run.jsonl'; text = $null }
        @{ why = 'the file is no journal'; file = 'other.csv'; text = "No,Date`n" }
        @{ why = 'the journal is of another server'; file = 'foreign.jsonl'; text = '{"journal":"OctaEInvoice","version":1,"baseUri":"https://bills.octagst.com/","environment":"Production"}' + "`n" }
    ) {
        $path = Join-Path $TestDrive $file
        $null = New-Item (Join-Path $TestDrive 'folder') -ItemType Directory -Force
        Set-Content (Join-Path $TestDrive 'plain.txt') 'text'
        if ($text) { [IO.File]::WriteAllText($path, $text) }
        $before = $script:sandbox.RegisteredDocuments
        $calls = ($script:sandbox.Requests.Values | Measure-Object -Sum).Sum
        $failure = { Get-SampleRow "B$(Get-Random)" | New-OctaIrn @server -JournalPath $path } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'OctaJournal*'
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        "$failure" | Should -Match ([regex]::Escape([IO.Path]::GetFileName($path)))
        $script:sandbox.RegisteredDocuments | Should -Be $before
        ($script:sandbox.Requests.Values | Measure-Object -Sum).Sum | Should -Be $calls
        if ($text) { [IO.File]::ReadAllText($path) | Should -BeExactly $text }
    }

    It 'takes a number in another letter case for the same document' {
        $again = Get-SampleRow j1 | New-OctaIrn @server -JournalPath $script:journal
        $again.Irn | Should -Be $script:results[0].Irn
        $again.Outcome | Should -Be 'Registered'
    }

    It 'warns of a torn line and goes on' {
        [IO.File]::AppendAllText($script:journal, '{"time":"2026-05')
        $again = Get-SampleRow J1 | New-OctaIrn @server -JournalPath $script:journal -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Match 'line\(s\) of the journal'
        $again.Irn | Should -Be $script:results[0].Irn
    }
}

Describe 'Get-OctaJournal' {
    BeforeAll {
        $script:journal = Join-Path $TestDrive 'read.jsonl'
        # One after the other: of two that are in flight together, either may be sent and answered first.
        $script:results = @('G1', 'G2' | ForEach-Object { Get-SampleRow $_ } | New-OctaIrn @server -JournalPath $script:journal -ThrottleLimit 1)
    }

    It 'gives one typed entry a document' {
        $entries = @(Get-OctaJournal $script:journal)
        $entries[0] | Should -BeOfType OctaEInvoice.JournalEntry
        $entries.DocumentNumber | Should -Be 'G1', 'G2'
        $entries.Irn | Should -Be $script:results.Irn
        $entries.Outcome | Sort-Object -Unique | Should -Be 'Registered'
        $entries[0].RequestHash | Should -Match '^[0-9a-f]{64}$'
        "$($entries[0].DocumentDate)" | Should -Be (Get-SampleDate -Format 'yyyy-MM-dd')
    }

    It 'gives every line with -History' {
        $lines = @(Get-OctaJournal $script:journal -History)
        $lines.DocumentNumber | Should -Be 'G1', 'G1', 'G2', 'G2'
        $lines.IsSending | Should -Be $true, $false, $true, $false
    }

    It 'filters by outcome' {
        Get-OctaJournal $script:journal -Outcome InDoubt, Rejected | Should -BeNullOrEmpty
        @(Get-OctaJournal $script:journal -Outcome Registered).Count | Should -Be 2
    }

    It 'pipes to Get-OctaIrn' {
        $found = Get-OctaJournal $script:journal | Get-OctaIrn @server
        $found.Irn | Should -Be $script:results.Irn
    }

    It 'takes files of Get-ChildItem' {
        @(Get-ChildItem $script:journal | Get-OctaJournal).Count | Should -Be 2
    }

    It 'says what is no journal' {
        $file = Join-Path $TestDrive 'none.txt'
        Set-Content $file 'text'
        Get-OctaJournal $file -ErrorVariable failure -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failure.FullyQualifiedErrorId | Should -BeLike 'OctaJournalUnreadable*'
    }

    It 'says that the documents are of the sandbox' {
        (Get-OctaJournal $script:journal).Sandbox | Should -Be $true, $true
    }

    It 'has a view' {
        Get-OctaJournal $script:journal | Out-String -Width 200 | Should -Match 'Outcome\s+Type\s+Number\s+Irn or error\s+Date\s+EWB\s+Journalled'
        Get-OctaJournal $script:journal | Out-String -Width 200 | Should -Match '\(sandbox\)'
    }
}

Describe 'Start-OctaSandbox -FaultRate' {
    It 'makes trouble that costs no document its registration' {
        $troubled = Start-OctaSandbox -FaultRate 0.15 -FaultSeed 4
        try {
            $results = @(1..6 | ForEach-Object { Get-SampleRow "FR$_" } | New-OctaIrn -Credential $troubled.Credential -BaseUri $troubled.BaseUri -TimeoutSec 5)
            $results.DocumentNumber | Should -Be (1..6 | ForEach-Object { "FR$_" })
            $troubled.RegisteredDocuments | Should -Be 6
        }
        finally { Stop-OctaSandbox -Port $troubled.Port }
    }
}
