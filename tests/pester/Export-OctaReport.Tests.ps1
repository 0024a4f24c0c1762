#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5' }

BeforeAll {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $module = if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { "$root/OctaEInvoice.psd1" }
    Import-Module $module -Force
    $null = Connect-Octa -Sandbox
    $rows = Import-Csv "$root/examples/invoices.csv" -Encoding UTF8
    $rows[0].HsnCode = '12'
    $results = @($rows | New-OctaIrn -IncludeRejected -ErrorAction SilentlyContinue -ErrorVariable failed -WarningAction Ignore)
    function Get-Page([string] $Path) { Get-Content -LiteralPath $Path -Raw -Encoding UTF8 }
    function Get-RowCount([string] $Path) { [regex]::Matches((Get-Page $Path), '<tr data-outcome=').Count }
}

AfterAll {
    Disconnect-Octa
    Stop-OctaSandbox
}

Describe 'Export-OctaReport' {
    BeforeEach { $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('N')).html" }

    It 'has a row for each document, with its total and IRN' {
        $results | Export-OctaReport $file
        Get-RowCount $file | Should -Be $results.Count
        $last = $results[-1]
        Get-Page $file | Should -Match ([regex]::Escape($last.Irn))
        Get-Page $file | Should -Match ">$([regex]::Escape($last.DocumentNumber))<"
        Get-Page $file | Should -Match '<strong>SANDBOX</strong> '
    }

    It 'names the code of the document that was refused, with its meaning' {
        $results | Export-OctaReport $file
        $code = ($results | Where-Object Outcome -eq Rejected).ErrorCode.Split(',')[0]
        Get-Page $file | Should -Match "<tspan class=""code"">$code</tspan>"
        Get-Page $file | Should -Match ([regex]::Escape([Net.WebUtility]::HtmlEncode((Get-OctaErrorInfo $code).Remedy)))
    }

    It 'is the same out of a CSV file under <_>' -ForEach 'en-US', 'en-IN', 'de-DE' {
        $results | Export-OctaReport $file
        $before = [Threading.Thread]::CurrentThread.CurrentCulture
        try {
            [Threading.Thread]::CurrentThread.CurrentCulture = $_
            $results | Select-Object * -ExcludeProperty AdditionalFields, Rows | Export-Csv "$TestDrive/results.csv" -NoTypeInformation -Encoding UTF8
            Import-Csv "$TestDrive/results.csv" -Encoding UTF8 | Export-OctaReport "$file.csv.html"
        }
        finally { [Threading.Thread]::CurrentThread.CurrentCulture = $before }
        $time = '<time.*?</time>'
        (Get-Page "$file.csv.html") -replace $time | Should -BeExactly ((Get-Page $file) -replace $time)
    }

    It 'is the same out of Import-Clixml' {
        $results | Export-OctaReport $file
        $results | Export-Clixml "$TestDrive/results.xml"
        Import-Clixml "$TestDrive/results.xml" | Export-OctaReport "$file.xml.html"
        $time = '<time.*?</time>'
        (Get-Page "$file.xml.html") -replace $time | Should -BeExactly ((Get-Page $file) -replace $time)
    }

    It 'takes the errors of a run' {
        $failed | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Export-OctaReport $file -WarningAction Stop
        Get-RowCount $file | Should -Be 1
        Get-Page $file | Should -Match 'data-outcome="Rejected"'
    }

    It 'writes no markup of a title or value' {
        [pscustomobject]@{ Outcome = 'Rejected'; DocumentNumber = '<script>1</script>' } | Export-OctaReport $file -Title '<b>'
        Get-Page $file | Should -Not -Match '<script>1|<b>'
    }

    It 'leaves a file alone unless -Force is given' {
        Set-Content -LiteralPath $file 'mine'
        $results | Export-OctaReport $file -ErrorAction SilentlyContinue -ErrorVariable refused
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'OctaFileExists,*'
        $refused[0].ErrorDetails.RecommendedAction | Should -Match '-Force'
        Get-Content -LiteralPath $file | Should -Be 'mine'
        $results | Export-OctaReport $file -Force
        Get-RowCount $file | Should -Be $results.Count
    }

    It 'gives the file with -PassThru, and nothing without' {
        $results | Export-OctaReport $file | Should -BeNullOrEmpty
        ($results | Export-OctaReport $file -Force -PassThru).FullName | Should -Be (Get-Item -LiteralPath $file).FullName
    }

    It 'writes nothing with -WhatIf' {
        $results | Export-OctaReport $file -WhatIf
        $file | Should -Not -Exist
    }

    It 'warns once of objects that are no documents' {
        1..3 | ForEach-Object { [pscustomobject]@{ Other = $_ } } | Export-OctaReport $file -WarningAction SilentlyContinue -WarningVariable words
        $words.Count | Should -Be 1
        Get-RowCount $file | Should -Be 0
    }

    It 'says what to do when the folder is not there' {
        $results | Export-OctaReport "$TestDrive/nowhere/report.html" -ErrorAction SilentlyContinue -ErrorVariable refused
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'OctaFileNotWritten,*'
    }
}
