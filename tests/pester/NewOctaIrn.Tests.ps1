BeforeDiscovery {
    # A packed module is tested without the repository's examples beside it.
    $script:hasInvoices = Test-Path (Join-Path $PSScriptRoot '../../examples/invoices.csv')
    $script:hasSample = Test-Path (Join-Path $PSScriptRoot '../../examples/specification-sample.json')
}

BeforeAll {
    Import-Module $(if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' })
    . (Join-Path $PSScriptRoot 'Samples.ps1')
    $script:examples = Join-Path $PSScriptRoot '../../examples'
    $script:sandbox = Start-OctaSandbox
    $script:connection = Connect-Octa -Credential $script:sandbox.Credential -BaseUri $script:sandbox.BaseUri
}

AfterAll {
    Disconnect-Octa
    Stop-OctaSandbox -Port $script:sandbox.Port
}

Describe 'New-OctaIrn registers examples/invoices.csv' -Skip:(-not $script:hasInvoices) {
    BeforeAll {
        $script:rows = @(Import-Csv (Join-Path $script:examples 'invoices.csv'))
        $script:documents = @($script:rows | Group-Object { "$($_.SellerGstin)|$($_.DocumentType)|$($_.DocumentNumber.ToUpperInvariant())|$($_.DocumentDate)" })
        $script:before = $script:sandbox.RegisteredDocuments
        $script:registered = @($script:rows | New-OctaIrn -WarningAction SilentlyContinue -ErrorAction Stop)
    }

    It 'has at least 25 documents in at least 60 rows' {
        $script:documents.Count | Should -BeGreaterOrEqual 25
        $script:rows.Count | Should -BeGreaterOrEqual 60
    }

    It 'gives one result a document, each Registered and of the sandbox, in the order of the file' {
        $script:registered.Count | Should -Be $script:documents.Count
        $script:registered.Outcome | Sort-Object -Unique | Should -Be 'Registered'
        $script:registered.Sandbox | Sort-Object -Unique | Should -Be $true
        $seen = [Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase)
        $expected = $script:rows | ForEach-Object { $_.DocumentNumber } | Where-Object { $seen.Add($_) }
        $script:registered.DocumentNumber | Should -Be $expected
    }

    It 'gives each the IRN of NIC''s formula' {
        foreach ($result in $script:registered) {
            $result.Irn | Should -BeExactly (Get-ComputedIrn -Gstin $result.Gstin -Type $result.DocumentType -Number $result.DocumentNumber -Date "$($result.DocumentDate)") -Because $result.DocumentNumber
        }
    }

    It 'tells which rows made each document' {
        foreach ($result in $script:registered) {
            foreach ($number in $result.Rows) { $script:rows[$number - 1].DocumentNumber | Should -Be $result.DocumentNumber }
        }
        ($script:registered | ForEach-Object { $_.Rows.Count } | Measure-Object -Sum).Sum | Should -Be $script:rows.Count
    }

    It 'run a second time gives all of them back as Recovered, with the same IRN, and the sandbox holds none twice' {
        $again = @($script:rows | New-OctaIrn -WarningAction SilentlyContinue -ErrorAction Stop)
        $again.Outcome | Sort-Object -Unique | Should -Be 'Recovered'
        $again.Irn | Should -Be $script:registered.Irn
        $again.AckNumber | Should -Be $script:registered.AckNumber
        $again.SignedQrCode | Should -Be $script:registered.SignedQrCode
        $script:sandbox.RegisteredDocuments - $script:before | Should -Be $script:documents.Count
    }

    It 'and Get-OctaIrn finds each of them' {
        $found = @($script:registered | Get-OctaIrn)
        $found.Irn | Should -Be $script:registered.Irn
        $found.IrnStatus | Sort-Object -Unique | Should -Be 'Active'
        $found.SignedInvoice | Should -Be $script:registered.SignedInvoice
    }
}

Describe 'New-OctaIrn takes' {
    BeforeAll {
        function Confirm-Registered {
            param($Result, [string[]] $Number)
            @($Result).DocumentNumber | Should -Be $Number
            @($Result).Outcome | Sort-Object -Unique | Should -Be 'Registered'
            @($Result).Irn | Should -Be ($Number | ForEach-Object { Get-ComputedIrn -Number $_ })
            @($Result).InvoiceTotal | Sort-Object -Unique | Should -Be 1180
        }
    }

    It 'rows of Import-Csv' {
        Get-SampleRow 'IN/CSV1' | Export-Csv (Join-Path $TestDrive 'one.csv') -NoTypeInformation
        Confirm-Registered (Import-Csv (Join-Path $TestDrive 'one.csv') | New-OctaIrn) 'IN/CSV1'
    }

    It 'several rows as one document with several items' {
        $result = @(
            Get-SampleRow 'IN/TWO' -With @{ Quantity = '2'; UnitPrice = '50.50' }
            Get-SampleRow 'IN/TWO' -With @{ Quantity = '3'; UnitPrice = '10'; GstRate = '5' }
        ) | New-OctaIrn
        @($result).Count | Should -Be 1
        $result.InvoiceTotal | Should -Be 150.68
        $result.Rows | Should -Be 1, 2
        ($result | ConvertFrom-OctaSignedData).Invoice.Items.Count | Should -Be 2
    }

    It 'rows of one document that are not adjacent' {
        $result = @('IN/X', 'IN/Y', 'IN/X' | ForEach-Object { Get-SampleRow $_ }) | New-OctaIrn
        $result.DocumentNumber | Should -Be 'IN/X', 'IN/Y'
        $result[0].Rows | Should -Be 1, 3
        $result.InvoiceTotal | Should -Be 2360, 1180
    }

    It 'numbers in another letter case as the same document' {
        $result = @(Get-SampleRow 'in/case'; Get-SampleRow 'IN/CASE') | New-OctaIrn
        @($result).Count | Should -Be 1
        $result.Irn | Should -BeExactly (Get-ComputedIrn -Number 'IN/CASE')
    }

    It 'an object of ConvertFrom-Json' {
        Confirm-Registered (Get-SampleDocument 'IN/JSON1' | ConvertTo-Json -Depth 5 | ConvertFrom-Json | New-OctaIrn) 'IN/JSON1'
    }

    It 'a list of objects of ConvertFrom-Json' {
        $json = ConvertTo-Json @((Get-SampleDocument 'IN/L1'), (Get-SampleDocument 'IN/L2')) -Depth 6
        Confirm-Registered ($json | ConvertFrom-Json | ForEach-Object { $_ } | New-OctaIrn) 'IN/L1', 'IN/L2'
    }

    It 'a nested hashtable' {
        Confirm-Registered (Get-SampleDocument 'IN/H1' | New-OctaIrn) 'IN/H1'
    }

    It 'a flat hashtable as a row' {
        $row = @{}
        (Get-SampleRow 'IN/H2').PSObject.Properties | ForEach-Object { $row[$_.Name] = $_.Value }
        Confirm-Registered ($row | New-OctaIrn) 'IN/H2'
    }

    It 'JSON text' {
        Confirm-Registered (Get-SampleDocument 'IN/T1' | ConvertTo-Json -Depth 5 | New-OctaIrn) 'IN/T1'
    }

    It 'JSON text line by line, as Get-Content gives it' {
        Get-SampleDocument 'IN/T2' | ConvertTo-Json -Depth 5 | Set-Content (Join-Path $TestDrive 'lines.json') -Encoding UTF8
        $lines = Get-Content (Join-Path $TestDrive 'lines.json')
        $lines.Count | Should -BeGreaterThan 10
        Confirm-Registered ($lines | New-OctaIrn) 'IN/T2'
    }

    It 'JSON text of several documents, one after the other by lines' {
        $lines = foreach ($number in 'IN/T3', 'IN/T4') { (Get-SampleDocument $number | ConvertTo-Json -Depth 5) -split '\r?\n' }
        Confirm-Registered ($lines | New-OctaIrn) 'IN/T3', 'IN/T4'
    }

    It 'a JSON array as many documents' {
        Confirm-Registered (ConvertTo-Json @((Get-SampleDocument 'IN/A1'), (Get-SampleDocument 'IN/A2')) -Depth 6 | New-OctaIrn) 'IN/A1', 'IN/A2'
    }

    It 'files of JSON from Get-ChildItem, with a BOM or without' {
        $folder = New-Item (Join-Path $TestDrive 'files') -ItemType Directory
        foreach ($bom in $true, $false) {
            $text = Get-SampleDocument "IN/F$([int] $bom)" | ConvertTo-Json -Depth 5
            [IO.File]::WriteAllText((Join-Path $folder "$([int] $bom).json"), $text, [Text.UTF8Encoding]::new($bom))
        }
        Confirm-Registered (Get-ChildItem $folder -Filter *.json | Sort-Object Name | New-OctaIrn) 'IN/F0', 'IN/F1'
    }

    It '-Path with wildcards' {
        $folder = New-Item (Join-Path $TestDrive 'wild') -ItemType Directory
        foreach ($i in 1..3) { Get-SampleDocument "IN/W$i" | ConvertTo-Json -Depth 5 | Set-Content (Join-Path $folder "w$i.json") }
        Confirm-Registered (New-OctaIrn -Path (Join-Path $folder 'w[12].json')) 'IN/W1', 'IN/W2'
    }

    It '-Path relative to the current location' {
        Get-SampleDocument 'IN/REL' | ConvertTo-Json -Depth 5 | Set-Content (Join-Path $TestDrive 'rel.json')
        Push-Location $TestDrive
        try { Confirm-Registered (New-OctaIrn -Path ./rel.json) 'IN/REL' } finally { Pop-Location }
    }

    It '-LiteralPath with brackets in the name' {
        $path = Join-Path $TestDrive 'lit[1].json'
        [IO.File]::WriteAllText($path, (Get-SampleDocument 'IN/LIT' | ConvertTo-Json -Depth 5))
        Confirm-Registered (New-OctaIrn -LiteralPath $path) 'IN/LIT'
    }

    It 'documents of ConvertTo-OctaInvoice' {
        $document = Get-SampleRow 'IN/DOC' | ConvertTo-OctaInvoice
        $document.ExpectedIrn | Should -BeExactly (Get-ComputedIrn -Number 'IN/DOC')
        Confirm-Registered ($document | New-OctaIrn) 'IN/DOC'
    }

    It 'documents that went through serialisation, as jobs and remote sessions do it' {
        $document = Get-SampleRow 'IN/SER' | ConvertTo-OctaInvoice
        $copy = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($document))
        $copy.PSTypeNames | Should -Contain 'Deserialized.OctaEInvoice.OctaInvoice'
        Confirm-Registered ($copy | New-OctaIrn) 'IN/SER'
    }

    It 'documents that Start-Job brings back' {
        $manifest = Join-Path (Split-Path (Split-Path (Get-Module OctaEInvoice).Path)) 'OctaEInvoice.psd1'
        $row = Get-SampleRow 'IN/JOB'
        $job = Start-Job -ScriptBlock {
            Import-Module $using:manifest
            $using:row | ConvertTo-OctaInvoice
        }
        try {
            $document = $job | Wait-Job -Timeout 90 | Receive-Job
            Confirm-Registered ($document | New-OctaIrn) 'IN/JOB'
        }
        finally { $job | Remove-Job -Force }
    }

    It 'typed cells, as ImportExcel and databases give them' {
        $date = [DateTime]::ParseExact((Get-SampleDate), 'dd/MM/yyyy', [cultureinfo]::InvariantCulture)
        Confirm-Registered (Get-SampleRow 'IN/TYPED' -With @{ DocumentDate = $date; SellerPin = 411026.0; Quantity = 10.0; UnitPrice = [decimal] 100; GstRate = 18; BuyerPin = 560058L; Description = [DBNull]::Value } | New-OctaIrn) 'IN/TYPED'
    }

    It 'the rows of a DataTable' {
        $table = [Data.DataTable]::new()
        $row = Get-SampleRow 'IN/DATA'
        foreach ($property in $row.PSObject.Properties) { $null = $table.Columns.Add($property.Name) }
        $null = $table.Rows.Add(@($row.PSObject.Properties.Value))
        Confirm-Registered ($table.Rows | New-OctaIrn) 'IN/DATA'
    }

    It 'columns by NIC''s paths' {
        $row = [ordered]@{
            'DocDtls.Typ' = 'INV'; 'DocDtls.No' = 'IN/NIC'; 'DocDtls.Dt' = Get-SampleDate
            'SellerDtls.Gstin' = $script:SampleSeller; 'SellerDtls.LglNm' = 'Vindhya'; 'SellerDtls.Addr1' = 'MIDC'; 'SellerDtls.Loc' = 'Pune'; 'SellerDtls.Pin' = 411026
            'BuyerDtls.Gstin' = $script:SampleBuyer; 'BuyerDtls.LglNm' = 'Kaveri'; 'BuyerDtls.Addr1' = 'Peenya'; 'BuyerDtls.Loc' = 'Bengaluru'; 'BuyerDtls.Pin' = 560058
            'ItemList.HsnCd' = '84841010'; 'ItemList.Qty' = 10; 'ItemList.Unit' = 'NOS'; 'ItemList.UnitPrice' = 100; 'ItemList.GstRt' = 18
        }
        Confirm-Registered ([pscustomobject] $row | New-OctaIrn) 'IN/NIC'
    }

    It 'blank rows as nothing' {
        $blank = Get-SampleRow 'x'
        foreach ($property in $blank.PSObject.Properties) { $property.Value = '' }
        Confirm-Registered (@($blank; Get-SampleRow 'IN/BLANK'; $blank) | New-OctaIrn) 'IN/BLANK'
    }

    It 'the specification''s own sample' -Skip:(-not $script:hasSample) {
        $result = New-OctaIrn -Path (Join-Path $script:examples 'specification-sample.json') -WarningAction SilentlyContinue -ErrorAction SilentlyContinue
        $result.Irn | Should -BeExactly (Get-ComputedIrn -Gstin '29AABCT1332L000' -Number 'MAHI/10' -Date '2020-08-08')
        $result.InvoiceTotal | Should -Be 12908
    }
}

Describe 'A CSV' {
    BeforeAll {
        $script:header = '"' + ((Get-SampleRow 'x').PSObject.Properties.Name -join '","') + '"'
        function Get-CsvText {
            param([string] $Number, [string] $Delimiter = ',', [string] $NewLine = "`n")
            ((Get-SampleRow $Number | ConvertTo-Csv -NoTypeInformation -Delimiter $Delimiter) -join $NewLine) + $NewLine
        }
    }

    It 'that is empty registers nothing and is no error' {
        [IO.File]::WriteAllText((Join-Path $TestDrive 'empty.csv'), '')
        $before = $script:sandbox.RegisteredDocuments
        Import-Csv (Join-Path $TestDrive 'empty.csv') | New-OctaIrn -ErrorAction Stop | Should -BeNullOrEmpty
        $script:sandbox.RegisteredDocuments | Should -Be $before
    }

    It 'that has only a header registers nothing and is no error' {
        [IO.File]::WriteAllText((Join-Path $TestDrive 'header.csv'), $script:header + "`r`n")
        Import-Csv (Join-Path $TestDrive 'header.csv') | New-OctaIrn -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'with <Name> is read' -ForEach @(
        @{ Name = 'a BOM and CRLF'; Number = 'CSV/BOM'; Bom = $true; NewLine = "`r`n" }
        @{ Name = 'no BOM and LF'; Number = 'CSV/LF'; Bom = $false; NewLine = "`n" }
        @{ Name = 'a BOM and LF'; Number = 'CSV/BLF'; Bom = $true; NewLine = "`n" }
    ) {
        $path = Join-Path $TestDrive 'form.csv'
        [IO.File]::WriteAllText($path, (Get-CsvText $Number -NewLine $NewLine), [Text.UTF8Encoding]::new($Bom))
        (Import-Csv $path -Encoding UTF8 | New-OctaIrn).Irn | Should -BeExactly (Get-ComputedIrn -Number $Number)
    }

    It 'with semicolons is read by -Delimiter' {
        $path = Join-Path $TestDrive 'semicolon.csv'
        [IO.File]::WriteAllText($path, (Get-CsvText 'CSV/SEMI' -Delimiter ';'))
        (Import-Csv $path -Delimiter ';' | New-OctaIrn).Irn | Should -BeExactly (Get-ComputedIrn -Number 'CSV/SEMI')
    }

    It 'with semicolons and without -Delimiter gets an error that speaks of the document number' {
        $path = Join-Path $TestDrive 'semicolon2.csv'
        [IO.File]::WriteAllText($path, (Get-CsvText 'CSV/SEMI2' -Delimiter ';'))
        Import-Csv $path | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $failures.Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaValidation,OctaEInvoice.Commands.NewOctaIrnCommand'
        "$($failures[0])" | Should -Match 'DocumentNumber'
    }

    It 'handed over as a file gets told to use Import-Csv' {
        $path = Join-Path $TestDrive 'file.csv'
        [IO.File]::WriteAllText($path, (Get-CsvText 'CSV/FILE'))
        Get-Item $path | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaUnreadable,OctaEInvoice.Commands.NewOctaIrnCommand'
        "$($failures[0])" | Should -Match ([regex]::Escape("Import-Csv '$path' -Encoding UTF8 | ..."))
    }

    It 'with Unicode names keeps them, signed' {
        # By code points, since Windows PowerShell reads a script without a BOM in the account's code page.
        $name = -join [char[]] (0x0936, 0x094D, 0x0930, 0x0940, 0x20, 0x0B9A, 0x0BC6, 0x0BA9, 0x0BCD, 0x20, 0x2013, 0x20, 0x00E9)
        $path = Join-Path $TestDrive 'unicode.csv'
        Get-SampleRow 'CSV/UNI' -With @{ BuyerLegalName = $name } | Export-Csv $path -NoTypeInformation -Encoding UTF8
        $result = Import-Csv $path -Encoding UTF8 | New-OctaIrn
        ($result | ConvertFrom-OctaSignedData).Invoice.Buyer.LegalName | Should -BeExactly $name
    }

    It 'read in the wrong encoding is refused' {
        Get-SampleRow 'CSV/ENC' -With @{ BuyerLegalName = "Caf$([char] 0xFFFD) Mysore" } | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].Exception.Codes | Should -Contain 'OCTA-022'
        "$($failures[0])" | Should -Match 'ncoding'
    }
}

Describe 'Numbers and dates under <_>' -ForEach 'en-US', 'en-IN', 'de-DE' {
    It 'read the same' {
        $culture = $_
        $number = 'CUL/' + $culture.ToUpperInvariant()
        $result = Invoke-WithCulture $culture { Get-SampleRow $number -With @{ UnitPrice = '1,23,456.50'; Quantity = '1' } | New-OctaIrn }
        $result.InvoiceTotal | Should -Be 145678.67
        "$($result.DocumentDate)" | Should -BeExactly (Get-SampleDate -Format 'yyyy-MM-dd')
        $result.Irn | Should -BeExactly (Get-ComputedIrn -Number $number)
    }

    It 'never take a decimal comma for groups' {
        $culture = $_
        $failures = Invoke-WithCulture $culture { Get-SampleRow 'CUL/COMMA' -With @{ UnitPrice = '12908,50' } | New-OctaIrn -ErrorAction Continue 2>&1 }
        @($failures).Count | Should -Be 1
        $failures.Exception.Codes | Should -Be 'OCTA-061'
        "$failures" | Should -Match "Given: '12908,50'"
    }
}

Describe '-ColumnMap' {
    BeforeAll {
        $script:map = @{ 'Bill No' = 'DocumentNumber'; 'Bill Date' = 'DocumentDate'; 'Party GST' = 'BuyerGstin' }
        function Get-OwnRow {
            param([string] $Number)
            Get-SampleRow 'x' -Without DocumentNumber, DocumentDate, BuyerGstin -With @{ 'Bill No' = $Number; 'Bill Date' = Get-SampleDate; 'Party GST' = $script:SampleBuyer }
        }
    }

    It 'renames columns by a hashtable' {
        $result = Get-OwnRow 'MAP/1' | New-OctaIrn -ColumnMap $script:map
        $result.Irn | Should -BeExactly (Get-ComputedIrn -Number 'MAP/1')
        $result.BuyerGstin | Should -BeExactly $script:SampleBuyer
    }

    It 'renames columns by a .psd1 file' {
        $path = Join-Path $TestDrive 'map.psd1'
        Set-Content $path "@{ 'Bill No' = 'DocumentNumber'; 'Bill Date' = 'DocumentDate'; 'Party GST' = 'BuyerGstin' }"
        (Get-OwnRow 'MAP/2' | New-OctaIrn -ColumnMap $path).Irn | Should -BeExactly (Get-ComputedIrn -Number 'MAP/2')
    }

    It 'wins over a column that has the friendly name' {
        $row = Get-SampleRow 'MAP/WRONG' -With @{ 'Bill No' = 'MAP/3' }
        ($row | New-OctaIrn -ColumnMap $script:map -WarningAction SilentlyContinue).DocumentNumber | Should -BeExactly 'MAP/3'
    }

    It 'that names a field which does not exist ends the command before anything is sent' {
        $failure = { Get-OwnRow 'MAP/4' | New-OctaIrn -ColumnMap @{ 'Bill No' = 'DocumentNumbr' } } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeExactly 'OctaColumnMap,OctaEInvoice.Commands.NewOctaIrnCommand'
        "$failure" | Should -Match 'DocumentNumber'
    }
}

Describe 'Columns that name no field' {
    It 'are warned of once, with the nearest name, and the document goes' {
        $rows = 'COL/1', 'COL/2', 'COL/3' | ForEach-Object { Get-SampleRow $_ -With @{ BuyrPhone = '9000000000' } }
        $results = $rows | New-OctaIrn -WarningVariable warnings -WarningAction SilentlyContinue
        @($results).Count | Should -Be 3
        @($warnings | Where-Object { $_.Message -match 'BuyrPhone' }).Message | Should -BeExactly "Column 'BuyrPhone' names no field and is not read; did you mean BuyerPhone?"
    }
}

Describe '-Grouped' {
    It 'registers documents whose rows follow one another' {
        $result = 'GRP/1', 'GRP/1', 'GRP/2' | ForEach-Object { Get-SampleRow $_ } | New-OctaIrn -Grouped
        $result.InvoiceTotal | Should -Be 2360, 1180
        $result.Irn | Should -Be (Get-ComputedIrn -Number 'GRP/1'), (Get-ComputedIrn -Number 'GRP/2')
    }

    It 'stops at a late row and names the IRN to cancel' {
        $written = [Collections.ArrayList]::new()
        $failure = {
            'GRP/3', 'GRP/4', 'GRP/3', 'GRP/5' | ForEach-Object { Get-SampleRow $_ } | New-OctaIrn -Grouped | ForEach-Object { $null = $written.Add($_) }
        } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeExactly 'OctaLateRow,OctaEInvoice.Commands.NewOctaIrnCommand'
        "$failure" | Should -Match (Get-ComputedIrn -Number 'GRP/3')
        "$failure" | Should -Match '^Row 3 '
        $failure.ErrorDetails.RecommendedAction | Should -BeExactly 'Sort the file by document number, or leave out -Grouped.'
        $written.DocumentNumber | Should -Contain 'GRP/3'
        $written.DocumentNumber | Should -Not -Contain 'GRP/5'
    }

    It 'streams: the first document is registered before the last row is read' {
        $seen = [Collections.ArrayList]::new()
        1..40 | ForEach-Object { Get-SampleRow "GRPS/$_"; $null = $seen.Add($script:sandbox.RegisteredDocuments) } | New-OctaIrn -Grouped -ThrottleLimit 1 | Out-Null
        $seen[39] | Should -BeGreaterThan $seen[0]
    }
}

Describe 'Without -Grouped' {
    It 'nothing is sent before the input ends' {
        $before = $script:sandbox.RegisteredDocuments
        $seen = [Collections.ArrayList]::new()
        1..40 | ForEach-Object { Get-SampleRow "GTH/$_"; $null = $seen.Add($script:sandbox.RegisteredDocuments) } | New-OctaIrn | Out-Null
        $seen | Sort-Object -Unique | Should -Be $before
        $script:sandbox.RegisteredDocuments | Should -Be ($before + 40)
    }
}

Describe '-WhatIf' {
    It 'sends nothing' {
        $requests = $script:sandbox.Requests['generateirn']
        Get-SampleRow 'WHAT/1' | New-OctaIrn -WhatIf | Should -BeNullOrEmpty
        Get-SampleDocument 'WHAT/2' | New-OctaIrn -WhatIf | Should -BeNullOrEmpty
        $script:sandbox.Requests['generateirn'] | Should -Be $requests
    }

    It 'still shows what is wrong' {
        Get-SampleRow 'WHAT/3' -With @{ DocumentDate = 'yesterday' } | New-OctaIrn -WhatIf -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[0].Exception.Codes | Should -Be 'OCTA-015'
    }
}

Describe 'Images and PDFs' {
    It 'come when asked for: -QrCode <Format> -QrCodeQuality <Quality>' -ForEach @(
        @{ Format = 'Png'; Quality = 'High'; Property = 'QrCodePng'; Magic = '137-80-78-71' }
        @{ Format = 'Png'; Quality = 'Standard'; Property = 'QrCodePng'; Magic = '137-80-78-71' }
        @{ Format = 'Jpeg'; Quality = 'High'; Property = 'QrCodeJpeg'; Magic = '255-216-255-224' }
        @{ Format = 'Gif'; Quality = 'Standard'; Property = 'QrCodeGif'; Magic = '71-73-70-56' }
    ) {
        $result = Get-SampleRow "IMG/$Format$($Quality[0])" | New-OctaIrn -QrCode $Format -QrCodeQuality $Quality
        $result.$Property[0..3] -join '-' | Should -BeExactly $Magic
        foreach ($other in 'QrCodePng', 'QrCodeJpeg', 'QrCodeGif') {
            if ($other -ne $Property) { $result.$other | Should -BeNullOrEmpty }
        }
    }

    It 'hold the signed text of the QR code (<_>)' -ForEach 'Png', 'Jpeg', 'Gif' -Skip:(-not (Get-Command zbarimg -CommandType Application -ErrorAction SilentlyContinue)) {
        $result = Get-SampleRow "ZB/$_" | New-OctaIrn -QrCode $_
        $path = Join-Path $TestDrive "qr.$_"
        [IO.File]::WriteAllBytes($path, $result."QrCode$_")
        (& zbarimg --quiet --raw -Sdisable '-Sqrcode.enable' $path 2>$null) -join '' | Should -BeExactly $result.SignedQrCode
    }

    It 'come as PDF with -Pdf, with IRN, number and total on it' -Skip:(-not (Get-Command pdftotext -CommandType Application -ErrorAction SilentlyContinue)) {
        $result = Get-SampleRow 'PDF/1' -With @{ UnitPrice = '12345.67' } | New-OctaIrn -Pdf
        $path = Join-Path $TestDrive 'invoice.pdf'
        [IO.File]::WriteAllBytes($path, $result.InvoicePdf)
        $text = (& pdftotext -layout $path -) -join "`n"
        ($text -replace '\s') | Should -Match $result.Irn
        $text | Should -Match 'PDF/1'
        $text -replace ',' | Should -Match '145678\.91'
        $text | Should -Match '(?i)sandbox'
    }

    It 'do not come unasked' {
        $result = Get-SampleRow 'IMG/NONE' | New-OctaIrn
        foreach ($name in 'QrCodePng', 'QrCodeJpeg', 'QrCodeGif', 'InvoicePdf', 'EwbPdf') { $result.$name | Should -BeNullOrEmpty }
    }
}

Describe 'The result of a registration' {
    BeforeAll {
        $script:started = [DateTime]::UtcNow
        $script:result = Get-SampleRow 'RES/1' | New-OctaIrn
    }

    It 'has an acknowledgement number of 15 digits and a time in India' {
        $script:result.AckNumber | Should -Match '^1[0-9]{14}$'
        $time = [DateTimeOffset]::Parse("$($script:result.AckTime)", [cultureinfo]::InvariantCulture)
        $time.Offset.TotalMinutes | Should -Be 330
        [Math]::Abs(($time.UtcDateTime - $script:started).TotalSeconds) | Should -BeLessThan 60
    }

    It 'carries what the portal signed' {
        $signed = $script:result | ConvertFrom-OctaSignedData -PublicKey $script:sandbox.PublicKeyPem
        $signed.IsSignatureValid | Should -BeTrue
        $signed.Irn | Should -BeExactly $script:result.Irn
        $signed.AckNumber | Should -BeExactly $script:result.AckNumber
        $signed.Invoice.Totals.Igst | Should -Be 180
        $signed.Issuer | Should -Match 'Sandbox'
    }

    It 'gives a QR text with NIC''s nine facts and the moment' {
        $signed = ConvertFrom-OctaSignedData $script:result.SignedQrCode
        $data = $signed.Json | ConvertFrom-Json
        $data.SellerGstin | Should -BeExactly $script:SampleSeller
        $data.BuyerGstin | Should -BeExactly $script:SampleBuyer
        $data.DocNo | Should -BeExactly 'RES/1'
        $data.DocTyp | Should -BeExactly 'INV'
        "$($data.DocDt)" | Should -BeExactly (Get-SampleDate)
        $data.TotInvVal | Should -Be 1180
        $data.ItemCnt | Should -Be 1
        $data.MainHsnCode | Should -Be '84841010'
        $data.Irn | Should -BeExactly $script:result.Irn
    }

    It 'goes out of Export-Csv and back through Import-Csv into Get-OctaIrn under <_>' -ForEach 'en-US', 'en-IN', 'de-DE' {
        $path = Join-Path $TestDrive 'result.csv'
        $found = Invoke-WithCulture $_ {
            $script:result | Export-Csv $path -NoTypeInformation
            Import-Csv $path | Get-OctaIrn
        }
        $found.Irn | Should -BeExactly $script:result.Irn
        $found.AckNumber | Should -BeExactly $script:result.AckNumber
    }
}
