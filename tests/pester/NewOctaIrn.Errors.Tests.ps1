BeforeDiscovery {
    $dayToCome = [DateTime]::UtcNow.AddDays(40).ToString('dd/MM/yyyy', [cultureinfo]::InvariantCulture)
    $script:hasBroken = Test-Path (Join-Path $PSScriptRoot '../../examples/broken.csv')
}

BeforeAll {
    Import-Module $(if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' })
    . (Join-Path $PSScriptRoot 'Samples.ps1')
    $script:sandbox = Start-OctaSandbox
    $script:connection = Connect-Octa -Credential $script:sandbox.Credential -BaseUri $script:sandbox.BaseUri
}

AfterAll {
    Disconnect-Octa
    Stop-OctaSandbox -Port $script:sandbox.Port
}

Describe 'A row with <Mistake>' -ForEach @(
    @{ Mistake = 'a date that does not exist'; With = @{ DocumentDate = '31/02/2026' }; Column = 'DocumentDate'; Given = '31/02/2026'; Code = 'OCTA-015'; Remedy = 'dd/MM/yyyy' }
    @{ Mistake = 'a date in words'; With = @{ DocumentDate = 'yesterday' }; Column = 'DocumentDate'; Given = 'yesterday'; Code = 'OCTA-015'; Remedy = 'dd/MM/yyyy' }
    @{ Mistake = 'a date to come'; With = @{ DocumentDate = $dayToCome }; Column = 'DocumentDate'; Given = $dayToCome; Code = 'OCTA-015'; Remedy = 'Correct DocumentDate' }
    @{ Mistake = 'another state than the GSTIN''s'; With = @{ BuyerStateCode = '45' }; Column = 'BuyerStateCode'; Given = '45'; Code = 'OCTA-028'; Remedy = 'Set BuyerStateCode' }
    @{ Mistake = 'a state that is text'; With = @{ BuyerStateCode = 'Karnataka'; PlaceOfSupply = '29' }; Column = 'BuyerStateCode'; Given = 'Karnataka'; Code = 'OCTA-028'; Remedy = 'BuyerStateCode' }
    @{ Mistake = 'an amount that is text'; With = @{ UnitPrice = 'hundred' }; Column = 'UnitPrice'; Given = 'hundred'; Code = 'OCTA-061'; Remedy = 'Correct' }
    @{ Mistake = 'an amount with a currency sign'; With = @{ UnitPrice = 'Rs 100' }; Column = 'UnitPrice'; Given = 'Rs 100'; Code = 'OCTA-061'; Remedy = 'Correct' }
    @{ Mistake = 'no GSTIN of the buyer'; With = @{ BuyerGstin = '' }; Column = 'BuyerGstin'; Given = $null; Code = 'OCTA-021'; Remedy = 'Fill in BuyerGstin' }
    @{ Mistake = 'no name of the buyer'; With = @{ BuyerLegalName = '' }; Column = 'BuyerLegalName'; Given = $null; Code = 'OCTA-022'; Remedy = 'Fill in BuyerLegalName' }
    @{ Mistake = 'a GSTIN that is too short'; With = @{ BuyerGstin = '29AAHCK7310R1Z' }; Column = 'BuyerGstin'; Given = '29AAHCK7310R1Z'; Code = 'OCTA-021'; Remedy = 'BuyerGstin' }
    @{ Mistake = 'an HSN of seven digits, as Excel makes it'; With = @{ HsnCode = '1012100' }; Column = 'HsnCode'; Given = '1012100'; Code = 'OCTA-058'; Remedy = 'format the column as text' }
    @{ Mistake = 'goods without a unit'; With = @{ Unit = '' }; Column = 'Unit'; Given = $null; Code = 'OCTA-121'; Remedy = 'Fill in Unit' }
    @{ Mistake = 'tax that does not agree with the rate'; With = @{ IgstAmount = '50' }; Column = 'IgstAmount'; Given = '50'; Code = 'OCTA-067'; Remedy = 'Correct IgstAmount' }
    @{ Mistake = 'a number that begins with 0'; With = @{ DocumentNumber = '007' }; Column = 'DocumentNumber'; Given = '007'; Code = 'OCTA-014'; Remedy = 'begin with a letter or a digit from 1 to 9' }
    @{ Mistake = 'a type that does not exist'; With = @{ DocumentType = 'BILL' }; Column = 'DocumentType'; Given = 'BILL'; Code = 'OCTA-013'; Remedy = 'DocumentType' }
) {
    BeforeAll {
        $script:requests = $script:sandbox.Requests['generateirn']
        $script:good = "GOOD/$([Math]::Abs($Mistake.GetHashCode()) % 100000)"
        $rows = @((Get-SampleRow "$($script:good)A"), (Get-SampleRow 'BAD/1' -With $With), (Get-SampleRow "$($script:good)B"))
        $script:results = @($rows | New-OctaIrn -ErrorVariable found -ErrorAction SilentlyContinue -WarningAction SilentlyContinue)
        $script:failures = @($found)
    }

    It 'gives one error record, and the other documents go on' {
        $script:failures.Count | Should -Be 1
        $script:results.DocumentNumber | Should -Be "$($script:good)A", "$($script:good)B"
        $script:results.Outcome | Should -Be 'Registered', 'Registered'
    }

    It 'is not sent' {
        $script:sandbox.Requests['generateirn'] | Should -Be ($script:requests + 2)
    }

    It 'is named by row, column, value and remedy' {
        $text = "$($script:failures[0])"
        $text | Should -Match "row 2, $Column\b"
        if ($Given) { $text | Should -Match ([regex]::Escape("Given: '$Given'")) }
        $script:failures[0].ErrorDetails.RecommendedAction | Should -Match $Remedy
    }

    It 'has the id, category, codes and issues that a script can go by' {
        $failure = $script:failures[0]
        $failure.FullyQualifiedErrorId | Should -BeExactly 'OctaValidation,OctaEInvoice.Commands.NewOctaIrnCommand'
        $failure.CategoryInfo.Category | Should -Be 'InvalidData'
        $failure.CategoryInfo.Activity | Should -BeExactly 'New-OctaIrn'
        $failure.Exception | Should -BeOfType OctaEInvoice.OctaDocumentException
        $failure.Exception.Codes[0] | Should -BeExactly $Code
        $failure.Exception.Outcome | Should -Be 'Rejected'
        $issue = @($failure.Exception.Issues | Where-Object Severity -eq Error)[0]
        $issue.Column | Should -BeExactly $Column
        $issue.Row | Should -Be 2
        $issue.Given | Should -Be $Given
        $issue.Code | Should -BeExactly $Code
    }
}

Describe 'A document above 2 MB, which the portal does not take' {
    BeforeAll {
        $document = Get-SampleDocument 'BIG/1'
        $document.AddlDocDtls = @(foreach ($i in 1..1100) { [ordered]@{ Docs = 'd' * 1000; Info = 'i' * 1000 } })
        $script:big = [pscustomobject] $document
        $script:requests = $script:sandbox.Requests['generateirn']
    }

    It 'is refused by New-OctaIrn, and nobody is asked whether to send it' {
        $script:big | New-OctaIrn -WhatIf -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures.Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaValidation,OctaEInvoice.Commands.NewOctaIrnCommand'
        $failures[0].Exception.Codes | Should -Be 'OCTA-300', '5002'
        $script:sandbox.Requests['generateirn'] | Should -Be $script:requests
    }

    It 'is no valid one for Test-OctaInvoice either, and both say the same' {
        $script:big | Test-OctaInvoice | Should -BeFalse
        $check = $script:big | Test-OctaInvoice -Detailed
        $script:big | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue
        $check.IsValid | Should -BeFalse
        $check.Issues | ForEach-Object { "$_" } | Should -Be @($failures[0].Exception.Issues | ForEach-Object { "$_" })
        $check.Issues[0].Expected | Should -BeExactly 'at most 2097152 bytes'
    }
}

Describe 'The target of an error' {
    It 'is the document''s rows, which go out of Export-Csv, are mended and registered' {
        $rows = @(
            Get-SampleRow 'TGT/1' -With @{ Description = 'Seal, "large"' }
            Get-SampleRow 'TGT/2'
            Get-SampleRow 'TGT/1' -With @{ UnitPrice = 'n/a' }
        )
        $null = $rows | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue
        @($failures).Count | Should -Be 1
        $path = Join-Path $TestDrive 'rejected.csv'
        $failures.TargetObject | Export-Csv $path -NoTypeInformation
        $rejected = @(Import-Csv $path)
        $rejected.Count | Should -Be 2
        $rejected[0].PSObject.Properties.Name | Should -Be $rows[0].PSObject.Properties.Name
        $rejected.Description | Should -Be 'Seal, "large"', 'Hydraulic seal kit'
        $rejected[1].UnitPrice = '25'
        $rejected[0].Description = 'Seal, large'
        $mended = $rejected | New-OctaIrn
        $mended.InvoiceTotal | Should -Be 1475
        $mended.Irn | Should -BeExactly (Get-ComputedIrn -Number 'TGT/1')
    }

    It 'is the object itself for an object of ConvertFrom-Json' {
        $document = Get-SampleDocument 'TGT/3' | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $document.BuyerDtls.LglNm = ''
        $document | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[0].TargetObject.DocDtls.No | Should -BeExactly 'TGT/3'
    }
}

Describe 'What is no document' {
    It '<Name> is one error and nothing is lost after it' -ForEach @(
        @{ Name = 'text that is no JSON'; Number = 'UNR/1'; Given = '{ "DocDtls": { "No": }' + '}' }
        @{ Name = 'a JSON number'; Number = 'UNR/2'; Given = '42' }
        @{ Name = 'an HTML page'; Number = 'UNR/3'; Given = '<html><body>502</body></html>' }
        @{ Name = 'a number'; Number = 'UNR/4'; Given = 42 }
    ) {
        $results = @($Given, (Get-SampleDocument $Number)) | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        @($failures).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -Match '^Octa(Unreadable|Validation),'
        $failures[0].CategoryInfo.Category | Should -Be 'InvalidData'
        "$($failures[0])" | Should -Not -Match '   at |Exception:'
        @($results).Irn | Should -Be (Get-ComputedIrn -Number $Number)
    }

    It 'an object that contains itself is refused with words' {
        $circle = [pscustomobject]@{ DocDtls = $null }
        $circle.DocDtls = $circle
        $circle | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[0].FullyQualifiedErrorId | Should -Match '^OctaUnreadable,'
        "$($failures[0])" | Should -Match 'in a circle'
    }

    It 'JSON text whose end never came says so' {
        '{ "DocDtls": {' | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[0].FullyQualifiedErrorId | Should -Match '^OctaUnreadable,'
    }

    It 'a file that is not there is named' {
        $path = Join-Path $TestDrive 'gone.json'
        New-OctaIrn -Path $path -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaFileNotFound,OctaEInvoice.Commands.NewOctaIrnCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        "$($failures[0])" | Should -Match 'gone\.json'
    }

    It 'rows without a document number are errors, never continuations' {
        $rows = @((Get-SampleRow 'KEYLESS/1'), (Get-SampleRow 'x' -With @{ DocumentNumber = ''; Description = 'second line?' }))
        $rows | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        @($failures).Count | Should -Be 1
        "$($failures[0])" | Should -Match 'row 2, DocumentNumber'
    }
}

Describe 'Rows of one document that disagree' {
    It 'are named with both numbers' {
        $rows = @((Get-SampleRow 'DIS/1'), (Get-SampleRow 'DIS/1' -With @{ BuyerLegalName = 'Somebody Else Limited' }))
        $rows | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        @($failures).Count | Should -Be 1
        "$($failures[0])" | Should -Match 'Rows 1 and 2 of one document disagree'
        "$($failures[0])" | Should -Match 'Somebody Else Limited'
    }
}

Describe 'Another seller than the connection''s' {
    It 'is refused by <Way>' -ForEach @(
        @{ Way = '-Gstin'; Number = 'SEL/1'; Parameters = @{ Gstin = '29AABCT1332L000' } }
        @{ Way = 'the connection''s GSTIN'; Number = 'SEL/2'; Parameters = @{} }
    ) {
        if (-not $Parameters.Count) { $Parameters = @{ Connection = Connect-Octa -Credential $script:sandbox.Credential -BaseUri $script:sandbox.BaseUri -Gstin '29AABCT1332L000' } }
        $requests = $script:sandbox.Requests['generateirn']
        Get-SampleRow $Number | New-OctaIrn @Parameters -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].Exception.Codes[0] | Should -BeExactly 'OCTA-001'
        "$($failures[0])" | Should -Match $script:SampleSeller
        "$($failures[0])" | Should -Match '29AABCT1332L000'
        $script:sandbox.Requests['generateirn'] | Should -Be $requests
        $null = Connect-Octa -Credential $script:sandbox.Credential -BaseUri $script:sandbox.BaseUri
    }

    It 'and rows without a seller get it from -Gstin' {
        $row = Get-SampleRow 'SEL/3' -Without SellerGstin
        ($row | New-OctaIrn -Gstin $script:SampleSeller).Irn | Should -BeExactly (Get-ComputedIrn -Number 'SEL/3')
    }
}

Describe 'A refusal by the server' {
    It 'comes with the server''s codes, the catalogue''s remedy and the category of its meaning: <Code>' -ForEach @(
        @{ Code = '2211'; Category = 'InvalidData'; Id = 'OctaRejected' }
        @{ Code = '2278'; Category = 'InvalidData'; Id = 'OctaRejected' }
        @{ Code = 'OCTA-058'; Category = 'InvalidData'; Id = 'OctaRejected' }
    ) {
        $number = "ERR-$Code/1" -replace 'OCTA-', 'O'
        $results = @((Get-SampleRow $number), (Get-SampleRow "AFTER/$Code")) | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue
        $results.DocumentNumber | Should -Be "AFTER/$Code"
        @($failures).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly "$Id,OctaEInvoice.Commands.NewOctaIrnCommand"
        $failures[0].CategoryInfo.Category | Should -Be $Category
        $failures[0].Exception.Codes | Should -Contain $Code
        $failures[0].ErrorDetails.RecommendedAction | Should -BeExactly (Get-OctaErrorInfo $Code).Remedy
        "$($failures[0])" | Should -Match ([regex]::Escape("INV $number (row 1): ${Code}: "))
    }

    It 'of a number that was cancelled says that it can''t be used again (2278)' {
        $registered = Get-SampleRow 'CANC/1' | New-OctaIrn
        $null = Stop-OctaIrn $registered.Irn Duplicate 'entered twice' -Gstin $script:SampleSeller -Confirm:$false
        Get-SampleRow 'CANC/1' | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].Exception.Codes | Should -Contain '2278'
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaRejected,OctaEInvoice.Commands.NewOctaIrnCommand'
    }

    It 'of the same number with other contents is a conflict, and the registered one is not given out' {
        $null = Get-SampleRow 'CONF/1' | New-OctaIrn
        $result = Get-SampleRow 'CONF/1' -With @{ UnitPrice = '999' } | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue
        $result | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaConflict,OctaEInvoice.Commands.NewOctaIrnCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        "$($failures[0])" | Should -Match (Get-ComputedIrn -Number 'CONF/1')
    }

    It 'that loses the success on its way ends as Recovered' {
        $result = Get-SampleRow 'ERRD-500-1/1' | New-OctaIrn
        $result.Outcome | Should -Be 'Recovered'
        $result.Irn | Should -BeExactly (Get-ComputedIrn -Number 'ERRD-500-1/1')
    }

    It 'of the e-way bill alone leaves the document registered, with an error OctaEwbMissing' {
        $result = Get-SampleRow 'ERRE-4014/1' -With @{ TransportMode = '1'; Distance = '500'; VehicleNumber = 'MH12AB1234'; VehicleType = 'R' } | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue
        $result.Outcome | Should -Be 'Registered'
        $result.EwbNumber | Should -BeNullOrEmpty
        @($failures).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaEwbMissing,OctaEInvoice.Commands.NewOctaIrnCommand'
        $failures[0].Exception.Codes | Should -Contain '4014'
        $failures[0].ErrorDetails.RecommendedAction | Should -Match 'New-OctaEwb'
    }
}

Describe '-Strict' {
    It 'raises warnings to errors' {
        $row = Get-SampleRow 'STR/1' -With @{ HsnCode = '8484' }
        $row | New-OctaIrn -Strict -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].Exception.Codes | Should -Contain '2176'
        $result = $row | New-OctaIrn -WarningVariable warnings -WarningAction SilentlyContinue
        $result.Outcome | Should -Be 'Registered'
        @($warnings).Count | Should -Be 1
        $warnings[0].Message | Should -Match '^INV STR/1 .*2176'
    }
}

Describe 'Warnings' {
    It 'of one kind are shown once and counted' {
        $null = 1..5 | ForEach-Object { Get-SampleRow "DIG/$_" -With @{ HsnCode = '8484' } } | New-OctaIrn -WarningVariable warnings -WarningAction SilentlyContinue
        @($warnings).Count | Should -Be 2
        $warnings[0].Message | Should -Match '^INV DIG/1 '
        $warnings[1].Message | Should -Match '4 more findings of this kind; -Verbose shows them all\.$'
    }

    It 'are all shown by -Verbose' {
        $said = 1..3 | ForEach-Object { Get-SampleRow "DIGV/$_" -With @{ HsnCode = '8484' } } | New-OctaIrn -Verbose -WarningAction SilentlyContinue 4>&1
        @($said | Where-Object { $_ -is [Management.Automation.VerboseRecord] -and $_.Message -match '2176' }).Count | Should -BeGreaterOrEqual 2
    }
}

Describe '-IncludeRejected' {
    It 'gives a row for every document, that Export-Csv can write' {
        $rows = @((Get-SampleRow 'INC/1'), (Get-SampleRow 'INC/2' -With @{ UnitPrice = 'x' }), (Get-SampleRow 'INC/3'))
        $results = $rows | New-OctaIrn -IncludeRejected -ErrorAction SilentlyContinue
        $results.Sandbox | Should -Not -Contain $false -Because 'what is refused here came no nearer to the government either'
        $results.DocumentNumber | Should -Be 'INC/1', 'INC/2', 'INC/3'
        $results.Outcome | Should -Be 'Registered', 'Rejected', 'Registered'
        $results[1].ErrorCode | Should -Match '^OCTA-061'
        $results[1].ErrorMessage | Should -Match 'UnitPrice'
        $results[1].Irn | Should -BeNullOrEmpty
        $path = Join-Path $TestDrive 'all.csv'
        $results | Export-Csv $path -NoTypeInformation
        $back = Import-Csv $path
        $back.Outcome | Should -Be 'Registered', 'Rejected', 'Registered'
        $back.Irn | Should -Be (Get-ComputedIrn -Number 'INC/1'), '', (Get-ComputedIrn -Number 'INC/3')
    }

    It 'keeps the order of the input' {
        $rows = 1..60 | ForEach-Object { Get-SampleRow "INCO/$_" -With $(if ($_ % 7) { @{} } else { @{ GstRate = 'x' } }) }
        $results = $rows | New-OctaIrn -IncludeRejected -ThrottleLimit 16 -ErrorAction SilentlyContinue
        $results.DocumentNumber | Should -Be (1..60 | ForEach-Object { "INCO/$_" })
        @($results | Where-Object Outcome -eq Rejected).Count | Should -Be 8
    }
}

Describe '-ErrorAction Stop' {
    It 'ends at the first error, after what was in flight has been written' {
        $rows = 1..30 | ForEach-Object { Get-SampleRow "EAS/$_" -With $(if ($_ -eq 11) { @{ UnitPrice = 'x' } } else { @{} }) }
        $written = [Collections.ArrayList]::new()
        $before = $script:sandbox.RegisteredDocuments
        $failure = { $rows | New-OctaIrn -ErrorAction Stop | ForEach-Object { $null = $written.Add($_) } } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -Match '^OctaValidation,'
        $written.Count | Should -Be ($script:sandbox.RegisteredDocuments - $before)
        $written.Count | Should -BeGreaterOrEqual 10
        $written.Count | Should -BeLessThan 29
    }

    It 'by $ErrorActionPreference does the same' {
        $rows = @((Get-SampleRow 'EAP/1'), (Get-SampleRow 'EAP/2' -With @{ UnitPrice = 'x' }))
        $written = [Collections.ArrayList]::new()
        $ErrorActionPreference = 'Stop'
        { $rows | New-OctaIrn | ForEach-Object { $null = $written.Add($_) } } | Should -Throw -ErrorId 'OctaValidation,*'
        $written.DocumentNumber | Should -Be 'EAP/1'
    }
}

Describe 'examples/broken.csv' -Skip:(-not $script:hasBroken) {
    It 'has documents that go and documents that are refused, each with row and remedy' {
        $rows = @(Import-Csv (Join-Path $PSScriptRoot '../../examples/broken.csv'))
        $results = $rows | New-OctaIrn -IncludeRejected -ErrorVariable failures -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        @($failures).Count | Should -Be @($results | Where-Object Outcome -eq Rejected).Count
        @($failures).Count | Should -BeGreaterThan 0
        foreach ($failure in $failures) {
            "$failure" | Should -Match '\brow \d+, \w+'
            $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }
    }
}

Describe 'An error as it stands in the log in the morning' -Skip:($PSEdition -ne 'Core') {
    BeforeAll {
        function Get-ConciseText {
            param([scriptblock] $Script)
            $path = Join-Path $TestDrive 'night.ps1'
            Set-Content $path "$Script"
            $rendering = $PSStyle.OutputRendering
            $ErrorView = 'ConciseView'
            $PSStyle.OutputRendering = 'PlainText'
            try {
                # Without its breaks and the position in the script, which are the console's.
                $text = (& { try { . $path } catch { $_ } } 2>&1 | Where-Object { $_ -is [Management.Automation.ErrorRecord] } | Out-String -Width 400)
                ($text -split '\r?\n' | Where-Object { $_ -match '^ +\| +[^~ ]|Recommendation:|^\S.*: *$|^New-|^Get-' -and $_ -notmatch '^Line \|' } | ForEach-Object { ($_ -replace '^ +\| ', '').Trim() } | Where-Object { $_ }) -join ' '
            }
            finally { $PSStyle.OutputRendering = $rendering }
        }
    }

    It 'names document, row, column, value and what is expected for a wrong cell' {
        $text = Get-ConciseText { Get-SampleRow 'NIGHT/1' -With @{ BuyerStateCode = '45' } | New-OctaIrn }
        $text | Should -Match ([regex]::Escape("INV NIGHT/1: row 1, BuyerStateCode: The state is not that of the buyer's GSTIN. Given: '45'. Expected: 29, as in 29AAHCK7310R1ZV. [OCTA-028, NIC 2265]"))
        $text | Should -Match ([regex]::Escape('Recommendation: Set BuyerStateCode to the first two digits of the GSTIN; goods that go to another state need ShipTo fields and PlaceOfSupply.'))
    }

    It 'names document, row, the server''s code and text and the remedy for a refusal' {
        $text = Get-ConciseText { Get-SampleRow 'ERR-2211/NIGHT' | New-OctaIrn }
        $text | Should -Match ([regex]::Escape("INV ERR-2211/NIGHT (row 1): 2211: $((Get-OctaErrorInfo 2211).Meaning)"))
        $text | Should -Match ([regex]::Escape("Recommendation: $((Get-OctaErrorInfo 2211).Remedy)"))
    }

    It 'says that the key was refused and where to mend it, once' {
        $text = Get-ConciseText { 'NIGHT/2', 'NIGHT/3', 'NIGHT/4' | ForEach-Object { Get-SampleRow $_ } | New-OctaIrn -Credential (Get-KeyCredential) -BaseUri $script:sandbox.BaseUri }
        @([regex]::Matches($text, 'Access denied')).Count | Should -Be 1
        $text | Should -Match 'The run was stopped\.'
        $text | Should -Match ([regex]::Escape("Recommendation: Check Key Id and Key Secret on Octa's portal (ERP Keys), and give them again"))
    }
}
