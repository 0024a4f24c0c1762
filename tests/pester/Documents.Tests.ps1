BeforeDiscovery {
    $script:hasInvoices = Test-Path (Join-Path $PSScriptRoot '../../examples/invoices.csv')
}

BeforeAll {
    Import-Module $(if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' })
    . (Join-Path $PSScriptRoot 'Samples.ps1')
    # Offline commands take the open connection's seller and environment: none is open here.
    Disconnect-Octa
}

Describe 'ConvertTo-OctaInvoice' {
    It 'computes what the row leaves out: <Name>' -ForEach @(
        @{ Name = 'IGST between states'; With = @{}; Igst = 180; Cgst = 0; Total = 1180 }
        @{ Name = 'CGST and SGST within a state'; With = @{ BuyerGstin = '27AABCS7712K1Z5'; BuyerStateCode = '27'; BuyerPin = '400001' }; Igst = 0; Cgst = 90; Total = 1180 }
        @{ Name = 'by place of supply, not by the buyer''s state'; With = @{ PlaceOfSupply = '27' }; Igst = 0; Cgst = 90; Total = 1180 }
        @{ Name = 'discount before tax'; With = @{ ItemDiscount = '100' }; Igst = 162; Cgst = 0; Total = 1062 }
        @{ Name = 'half a paisa away from zero'; With = @{ Quantity = '1'; UnitPrice = '0.25'; GstRate = '18' }; Igst = 0.05; Cgst = 0; Total = 0.3 }
        @{ Name = 'cess'; With = @{ CessRate = '12' }; Igst = 180; Cgst = 0; Total = 1300 }
        @{ Name = 'round-off of the document'; With = @{ UnitPrice = '99.99'; RoundOff = '0.12' }; Igst = 179.98; Cgst = 0; Total = 1180 }
        @{ Name = 'SEZ with payment within the state'; With = @{ SupplyType = 'SEZWP'; BuyerGstin = '27AABCS7712K1Z5'; BuyerStateCode = '27'; BuyerPin = '400001' }; Igst = 180; Cgst = 0; Total = 1180 }
    ) {
        $document = Get-SampleRow 'CALC/1' -With $With | ConvertTo-OctaInvoice -ErrorAction Stop
        $document.Totals.Igst | Should -Be $Igst
        $document.Totals.Cgst | Should -Be $Cgst
        $document.Totals.Sgst | Should -Be $Cgst
        $document.Totals.Total | Should -Be $Total
    }

    It 'keeps amounts that are given' {
        $document = Get-SampleRow 'CALC/2' -With @{ IgstAmount = '179.90'; ItemTotal = '1179.90'; TotalIgst = '179.90'; InvoiceTotal = '1179.90' } | ConvertTo-OctaInvoice
        $document.Items[0].IgstAmount | Should -Be 179.90
        $document.Totals.Total | Should -Be 1179.90
    }

    It 'fills in what has one possible answer' {
        $document = Get-SampleRow 'FILL/1' -Without BuyerStateCode | ConvertTo-OctaInvoice
        $document.SchemaVersion | Should -BeExactly '1.1'
        $document.Transaction.TaxScheme | Should -BeExactly 'GST'
        $document.Transaction.SupplyType | Should -BeExactly 'B2B'
        $document.Transaction.ReverseCharge | Should -BeExactly 'N'
        $document.Seller.StateCode | Should -BeExactly '27'
        $document.Buyer.StateCode | Should -BeExactly '29'
        $document.Buyer.PlaceOfSupply | Should -BeExactly '29'
        $document.Items[0].LineNumber | Should -BeExactly '1'
        $document.Items[0].IsService | Should -BeExactly 'N'
    }

    It 'fills in a foreign buyer for exports' {
        $document = Get-SampleRow 'FILL/2' -With @{ SupplyType = 'EXPWP'; BuyerGstin = ''; BuyerStateCode = ''; BuyerPin = ''; CountryCode = 'AE' } | ConvertTo-OctaInvoice
        $document.Buyer.Gstin | Should -BeExactly 'URP'
        $document.Buyer.StateCode | Should -BeExactly '96'
        $document.Buyer.PlaceOfSupply | Should -BeExactly '96'
        $document.Buyer.Pin | Should -Be 999999
    }

    It 'says from where the place of supply is taken, in the verbose stream' {
        $said = Get-SampleRow 'FILL/3' | ConvertTo-OctaInvoice -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$said" | Should -Match "Place of supply of INV FILL/3 is taken from the buyer's state, 29"
    }

    It 'shows the IRN that the portal will give' {
        (Get-SampleRow 'irn/low' | ConvertTo-OctaInvoice).ExpectedIrn | Should -BeExactly (Get-ComputedIrn -Number 'IRN/LOW')
        (Get-SampleRow 'AB1234' -With @{ SellerGstin = '01AAAAB1234C1Z0'; DocumentDate = '01/02/2020' } | ConvertTo-OctaInvoice).ExpectedIrn |
            Should -BeExactly '35054cc24d97033afc24f49ec4444dbab81f542c555f9d30359dc75794e06bbe'
    }

    It 'reads the date <Given> as <Day>' -ForEach @(
        @{ Given = '05/04/2026'; Day = '2026-04-05' }
        @{ Given = '5/4/2026'; Day = '2026-04-05' }
        @{ Given = '05-04-2026'; Day = '2026-04-05' }
        @{ Given = '05-Apr-2026'; Day = '2026-04-05' }
        @{ Given = '2026-04-05'; Day = '2026-04-05' }
        @{ Given = '29/02/2028'; Day = '2028-02-29' }
    ) {
        foreach ($culture in 'en-US', 'en-IN', 'de-DE') {
            $document = Invoke-WithCulture $culture { Get-SampleRow 'DATE/1' -With @{ DocumentDate = $Given } | ConvertTo-OctaInvoice -ErrorAction Stop }
            "$($document.DocumentDate)" | Should -BeExactly $Day -Because $culture
        }
    }

    It 'reads the amount <Given> as <Amount>' -ForEach @(
        @{ Given = '1,23,456.00'; Amount = 123456 }
        @{ Given = '123,456.50'; Amount = 123456.5 }
        @{ Given = ' 42 '; Amount = 42 }
        @{ Given = '1250.500000'; Amount = 1250.5 }
    ) {
        foreach ($culture in 'en-US', 'en-IN', 'de-DE') {
            $document = Invoke-WithCulture $culture { Get-SampleRow 'NUM/1' -With @{ UnitPrice = $Given; Quantity = '1' } | ConvertTo-OctaInvoice -ErrorAction Stop }
            $document.Items[0].UnitPrice | Should -Be $Amount -Because $culture
        }
    }

    It 'refuses the amount <_>' -ForEach '12908,50', '1.2.3', '1,2,3', '1e5x', 'NaN', '1.23E+14', '100.12345', ([double]::NaN), ([double]::PositiveInfinity) {
        Get-SampleRow 'NUM/2' -With @{ UnitPrice = $_ } | ConvertTo-OctaInvoice -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].Exception.Codes[0] | Should -BeExactly 'OCTA-061'
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaValidation,OctaEInvoice.Commands.ConvertToOctaInvoiceCommand'
    }

    It 'refuses a row of another seller than -Gstin' {
        Get-SampleRow 'OTHER/1' | ConvertTo-OctaInvoice -Gstin 29AABCT1332L000 -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].Exception.Codes | Should -Be 'OCTA-001'
    }

    It 'takes rows with several values of attributes and preceding documents' {
        $row = Get-SampleRow 'MANY/1' -With @{
            AttributeName = 'Colour'; AttributeValue = 'Red'; AttributeName2 = 'Size'; AttributeValue2 = 'XL'
            PrecedingDocumentNumber = 'A/1'; PrecedingDocumentDate = '01/04/2026'; PrecedingDocumentNumber2 = 'A/2'; PrecedingDocumentDate2 = '02/04/2026'
        }
        $document = $row | ConvertTo-OctaInvoice -ErrorAction Stop
        $document.Items[0].Attributes.Name | Should -Be 'Colour', 'Size'
        $document.Items[0].Attributes.Value | Should -Be 'Red', 'XL'
        $document.References.PrecedingDocuments.Number | Should -Be 'A/1', 'A/2'
        $document.References.PrecedingDocuments.Date | ForEach-Object { "$_" } | Should -Be '2026-04-01', '2026-04-02'
    }

    It 'streams with -Grouped: the first document comes before the last row is read' {
        $order = [Collections.ArrayList]::new()
        'G/1', 'G/1', 'G/2', 'G/3' | ForEach-Object { $null = $order.Add("row $_"); Get-SampleRow $_ } | ConvertTo-OctaInvoice -Grouped | ForEach-Object { $null = $order.Add("document $($_.DocumentNumber)") }
        $order | Should -Be 'row G/1', 'row G/1', 'row G/2', 'document G/1', 'row G/3', 'document G/2', 'document G/3'
    }

    It 'takes a document of 1000 items and refuses 1001' {
        $thousand = 1..1000 | ForEach-Object { Get-SampleRow 'BIG/1' } | ConvertTo-OctaInvoice -WarningVariable warnings -WarningAction SilentlyContinue
        # Equal rows are warned of once and counted, not a thousand times.
        @($warnings).Count | Should -Be 1
        "$warnings" | Should -Match 'Row 2 repeats row 1 in every cell, and 998 more rows repeat others'
        $thousand.Items.Count | Should -Be 1000
        $thousand.Totals.Total | Should -Be 1180000
        1..1001 | ForEach-Object { Get-SampleRow 'BIG/2' } | Test-OctaInvoice -WarningAction SilentlyContinue | Should -BeFalse
    }
}

Describe 'Test-OctaInvoice' {
    It 'says true for a good document and false for a wrong one, one answer a document' {
        $rows = @((Get-SampleRow 'T/1'), (Get-SampleRow 'T/2' -With @{ HsnCode = '12' }), (Get-SampleRow 'T/1'))
        $rows | Test-OctaInvoice | Should -Be $true, $false
    }

    It 'writes no error for a wrong document: false is the answer' {
        Get-SampleRow 'T/3' -With @{ HsnCode = '12' } | Test-OctaInvoice -ErrorVariable failures | Should -BeFalse
        $failures.Count | Should -Be 0
    }

    It 'needs no connection and calls no server' {
        Get-OctaConnection | Should -BeNullOrEmpty
        Get-SampleDocument 'T/4' | Test-OctaInvoice | Should -BeTrue
    }

    It 'with -Detailed gives key, rows, total, expected IRN and issues' {
        $rows = @((Get-SampleRow 'D/1'), (Get-SampleRow 'D/2' -With @{ IgstAmount = '100'; HsnCode = '8484' }), (Get-SampleRow 'D/1'))
        $checks = @($rows | Test-OctaInvoice -Detailed)
        $checks.DocumentNumber | Should -Be 'D/1', 'D/2'
        $checks.IsValid | Should -Be $true, $false
        $checks[0].Rows | Should -Be 1, 3
        $checks[0].Rows[1] | Should -Be 3
        $checks[0].InvoiceTotal | Should -Be 2360
        $checks[0].ExpectedIrn | Should -BeExactly (Get-ComputedIrn -Number 'D/1')
        $checks[1].ErrorCount | Should -Be 1
        $checks[1].WarningCount | Should -Be 1
        $issue = @($checks[1].Issues | Where-Object Severity -eq Error)[0]
        $issue.Code | Should -BeExactly 'OCTA-067'
        $issue.NicCode | Should -BeExactly '2235'
        $issue.Path | Should -BeExactly 'ItemList[0].IgstAmt'
        $issue.Column | Should -BeExactly 'IgstAmount'
        $issue.Row | Should -Be 2
        $issue.Given | Should -BeExactly '100'
        $issue.Expected | Should -Match '180'
    }

    It 'passes inside NIC''s tolerance and fails one paisa outside: IGST <Igst> is <Answer>' -ForEach @(
        @{ Igst = '179.00'; Answer = $true }
        @{ Igst = '178.99'; Answer = $false }
        @{ Igst = '181.00'; Answer = $true }
        @{ Igst = '181.01'; Answer = $false }
    ) {
        Get-SampleRow 'TOL/1' -With @{ IgstAmount = $Igst } | Test-OctaInvoice | Should -Be $Answer
    }

    It 'with -Strict counts warnings as errors' {
        $row = Get-SampleRow 'S/1' -With @{ HsnCode = '8484' }
        $row | Test-OctaInvoice | Should -BeTrue
        $row | Test-OctaInvoice -Strict | Should -BeFalse
    }

    It 'takes a wrong check digit in -Environment Test and refuses it in Production' {
        $row = Get-SampleRow 'E/1' -With @{ BuyerGstin = '29AWGPV7107B1Z9' }
        $row | Test-OctaInvoice -Environment Test | Should -BeTrue
        $row | Test-OctaInvoice -Environment Production | Should -BeFalse
        $check = $row | Test-OctaInvoice -Environment Production -Detailed
        @($check.Issues | Where-Object Severity -eq Error).NicCode | Should -Contain '3028'
    }

    It 'without -Environment checks as for production' {
        Get-SampleRow 'E/2' -With @{ BuyerGstin = '29AWGPV7107B1Z9' } | Test-OctaInvoice | Should -BeFalse
    }

    It 'takes lists of the user''s own by -MasterPath' {
        $folder = New-Item (Join-Path $TestDrive 'masters') -ItemType Directory
        Set-Content (Join-Path $folder 'units.json') '{ "origin": "own", "entries": { "PAL": "PALLETS" } }'
        $row = Get-SampleRow 'M/1' -With @{ Unit = 'PAL' }
        @(($row | Test-OctaInvoice -Detailed).Issues).NicCode | Should -Contain '2177'
        @(($row | Test-OctaInvoice -Detailed -MasterPath $folder).Issues | Where-Object NicCode -eq '2177').Count | Should -Be 0
    }

    It 'names the list file that it can''t read' {
        $folder = New-Item (Join-Path $TestDrive 'badmasters') -ItemType Directory
        Set-Content (Join-Path $folder 'units.json') '{ "entries": '
        $failure = { Get-SampleRow 'M/2' | Test-OctaInvoice -MasterPath $folder } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeExactly 'OctaMasterFile,OctaEInvoice.Commands.TestOctaInvoiceCommand'
        "$failure" | Should -Match 'units\.json'
    }

    It 'finds every document of examples/invoices.csv right, as for production' -Skip:(-not $script:hasInvoices) {
        $checks = Import-Csv (Join-Path $PSScriptRoot '../../examples/invoices.csv') | Test-OctaInvoice -Detailed -Environment Production
        $checks | Where-Object { -not $_.IsValid } | ForEach-Object { "$_ $($_.Issues)" } | Should -BeNullOrEmpty
        $checks.Count | Should -BeGreaterOrEqual 25
    }

    It 'reports fields that it does not know in nested input' {
        $document = Get-SampleDocument 'UNK/1'
        $document['BuyerDtls']['Fax'] = '080-1'
        $check = $document | Test-OctaInvoice -Detailed
        "$($check.Issues)" | Should -Match 'Fax'
    }

    It 'finds one wrong document in ten of 1000 rows, with its row number' {
        $template = Get-SampleRow 'x'
        $rows = foreach ($i in 1..1000) {
            $row = $template.PSObject.Copy()
            $row.DocumentNumber = "R/$i"
            if ($i % 10 -eq 0) { $row.HsnCode = '1' }
            $row
        }
        $wrong = @($rows | Test-OctaInvoice -Detailed | Where-Object { -not $_.IsValid })
        $wrong.Count | Should -Be 100
        $wrong | ForEach-Object { $_.Issues[0].Row } | Should -Be (1..100 | ForEach-Object { $_ * 10 })
    }
}

Describe 'Get-OctaErrorInfo' {
    It 'explains <Code>: <Meaning>' -ForEach @(
        @{ Code = 'OCTA-058'; Meaning = 'HSN'; Column = 'HsnCode'; Source = 'Octa' }
        @{ Code = 'OCTA-001'; Meaning = 'GSTIN'; Column = 'SellerGstin'; Source = 'Octa' }
        @{ Code = '2150'; Meaning = '(?i)duplicate'; Column = $null; Source = 'Nic' }
        @{ Code = '2270'; Meaning = 'cancellation time limit'; Column = $null; Source = 'Nic' }
        @{ Code = 'octa-200'; Meaning = '(?i)not configured'; Column = $null; Source = 'Octa' }
    ) {
        $info = Get-OctaErrorInfo $Code
        @($info).Count | Should -Be 1
        $info.Code | Should -Be $Code
        $info.Meaning | Should -Match $Meaning
        $info.Source | Should -Be $Source
        if ($Column) { $info.Column | Should -BeExactly $Column }
        $info.Remedy | Should -Not -BeNullOrEmpty
    }

    It 'knows every code of the specification: OCTA-001 to 121, 151 to 159, 200 to 208, 300' {
        $expected = @(1..121) + @(151..159) + @(200..208) + @(300) | ForEach-Object { 'OCTA-{0:000}' -f $_ }
        (Get-OctaErrorInfo OCTA-*).Code | Should -Be $expected
    }

    It 'gives all codes without a parameter, each once, each with a remedy' {
        $all = Get-OctaErrorInfo
        $all.Count | Should -BeGreaterThan 400
        ($all.Code | Sort-Object -Unique).Count | Should -Be $all.Count
        $all | Where-Object { -not $_.Remedy -or -not $_.Meaning } | Should -BeNullOrEmpty
    }

    It 'takes wildcards: <Pattern>' -ForEach @(
        @{ Pattern = 'OCTA-15?'; Codes = 151..159 | ForEach-Object { "OCTA-$_" } }
        @{ Pattern = '215[0]'; Codes = @('2150') }
    ) {
        (Get-OctaErrorInfo $Pattern).Code | Should -Be $Codes
    }

    It 'takes wildcards: <Pattern> stands for <Count> codes' -ForEach @(
        @{ Pattern = 'OCTA-20?'; Count = 9 }
        @{ Pattern = 'octa-*'; Count = 140 }
        @{ Pattern = '*'; Count = 429 }
        @{ Pattern = '214[67]'; Count = 2 }
        @{ Pattern = '309[5-7]'; Count = 3 }
        @{ Pattern = '310*'; Count = 10 }
        @{ Pattern = '_*'; Count = 1 }
    ) {
        @(Get-OctaErrorInfo $Pattern).Count | Should -Be $Count
    }

    It 'finds nothing for a pattern without matches, and that is no error: <_>' -ForEach 'X*', '9*9*9*8', '[', 'nothing]' {
        Get-OctaErrorInfo $_ -ErrorVariable failures | Should -BeNullOrEmpty
        $failures.Count | Should -Be 0
    }

    It 'finds a code however it is typed: <Typed>' -ForEach @(
        @{ Typed = 'OCTA-1'; Code = 'OCTA-001' }
        @{ Typed = 'Octa 58'; Code = 'OCTA-058' }
        @{ Typed = ' 2150 '; Code = '2150' }
        @{ Typed = '3109'; Code = '_3109' }
    ) {
        (Get-OctaErrorInfo $Typed).Code | Should -BeExactly $Code
    }

    It 'says that a code is not known' {
        Get-OctaErrorInfo 'OCTA-999' -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaUnknownCode,OctaEInvoice.Commands.GetOctaErrorInfoCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'explains the codes of a rejected result from the pipeline' {
        $result = [pscustomobject]@{ ErrorCode = 'OCTA-028,2265' }
        ($result | Get-OctaErrorInfo).Code | Should -Be 'OCTA-028', '2265'
    }

    It 'completes codes at the prompt, with their meaning' {
        $line = 'Get-OctaErrorInfo OCTA-15'
        $found = (TabExpansion2 $line $line.Length).CompletionMatches
        $found.CompletionText | Should -Be (151..159 | ForEach-Object { "OCTA-$_" })
        $found[0].ToolTip | Should -BeExactly (Get-OctaErrorInfo OCTA-151).Meaning
    }
}
