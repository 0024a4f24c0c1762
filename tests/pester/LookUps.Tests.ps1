BeforeAll {
    Import-Module $(if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' })
    . (Join-Path $PSScriptRoot 'Samples.ps1')
    $script:sandbox = Start-OctaSandbox
    $script:connection = Connect-Octa -Credential $script:sandbox.Credential -BaseUri $script:sandbox.BaseUri -Gstin $script:SampleSeller
    $script:first = Get-SampleRow 'LOOK/1' | New-OctaIrn
    $script:second = Get-SampleRow 'LOOK/2' | New-OctaIrn
    $script:day = Get-SampleDate
}

AfterAll {
    Disconnect-Octa
    Stop-OctaSandbox -Port $script:sandbox.Port
}

Describe 'Get-OctaIrn by IRN' {
    It 'gives back what was registered' {
        $found = Get-OctaIrn $script:first.Irn
        foreach ($name in 'Irn', 'AckNumber', 'SignedInvoice', 'SignedQrCode', 'Gstin', 'DocumentType', 'DocumentNumber', 'BuyerGstin', 'InvoiceTotal') {
            $found.$name | Should -Be $script:first.$name -Because $name
        }
        "$($found.DocumentDate)" | Should -BeExactly (Get-SampleDate -Format 'yyyy-MM-dd')
        "$($found.AckTime)" | Should -BeExactly "$($script:first.AckTime)"
        $found.IrnStatus | Should -Be 'Active'
        $found.Sandbox | Should -BeTrue
    }

    It 'takes texts, results and rows of a CSV from the pipeline' {
        ($script:first.Irn | Get-OctaIrn).DocumentNumber | Should -BeExactly 'LOOK/1'
        ($script:first, $script:second | Get-OctaIrn).DocumentNumber | Should -Be 'LOOK/1', 'LOOK/2'
        $script:first, $script:second | Export-Csv (Join-Path $TestDrive 'look.csv') -NoTypeInformation
        (Import-Csv (Join-Path $TestDrive 'look.csv') | Get-OctaIrn).DocumentNumber | Should -Be 'LOOK/1', 'LOOK/2'
    }

    It 'takes an IRN with blanks round it' {
        (Get-OctaIrn "  $($script:first.Irn) ").DocumentNumber | Should -BeExactly 'LOOK/1'
    }

    It 'that does not exist is one error, and the others go on' {
        $found = $script:first.Irn, ('0' * 64), $script:second.Irn | Get-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue
        $found.DocumentNumber | Should -Be 'LOOK/1', 'LOOK/2'
        @($failures).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaNotFound,OctaEInvoice.Commands.GetOctaIrnCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failures[0].TargetObject | Should -BeExactly ('0' * 64)
        $failures[0].Exception.Codes | Should -Contain '2148'
    }

    It 'of text that can be no IRN asks nobody, says what it was, and the others go on' {
        $requests = $script:sandbox.Requests['getirn']
        $cut = $script:first.Irn.Substring(0, 63)
        $found = $script:second.Irn, $cut, $script:first.Irn.ToUpperInvariant() | Get-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue
        $found.DocumentNumber | Should -Be 'LOOK/2', 'LOOK/1'
        @($failures).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaBadIrn,OctaEInvoice.Commands.GetOctaIrnCommand'
        "$($failures[0])" | Should -BeExactly "Irn: It has 63 characters, an IRN has 64. Given: '$cut'. Expected: 64 hexadecimal digits (0 to 9, a to f). [OCTA-153]"
        $failures[0].TargetObject | Should -BeExactly $cut
        $failures[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $failures[0].ErrorDetails.RecommendedAction | Should -Match 'Get-OctaDocIrnInfo'
        $script:sandbox.Requests['getirn'] | Should -Be ($requests + 2)
    }

    It 'fetches images and PDFs when asked for' {
        $found = Get-OctaIrn $script:first.Irn -QrCode Gif -QrCodeQuality Standard -Pdf
        [Text.Encoding]::ASCII.GetString($found.QrCodeGif, 0, 4) | Should -BeExactly 'GIF8'
        [Text.Encoding]::ASCII.GetString($found.InvoicePdf, 0, 5) | Should -BeExactly '%PDF-'
        $found.QrCodePng | Should -BeNullOrEmpty
    }

    It 'keeps the order of many' {
        $many = 1..40 | ForEach-Object { Get-SampleRow "MANY/$_" } | New-OctaIrn -ThrottleLimit 32
        ($many | Get-OctaIrn -ThrottleLimit 32).Irn | Should -Be $many.Irn
    }
}

Describe 'Get-OctaIrn by document' {
    It 'finds it by type, number and date, the date as <Name>' -ForEach @(
        @{ Name = 'dd/MM/yyyy'; Form = 'dd/MM/yyyy' }
        @{ Name = 'yyyy-MM-dd'; Form = 'yyyy-MM-dd' }
        @{ Name = 'dd-MMM-yyyy'; Form = 'dd-MMM-yyyy' }
    ) {
        (Get-OctaIrn -DocumentType INV -DocumentNumber 'LOOK/1' -DocumentDate (Get-SampleDate -Format $Form)).Irn | Should -BeExactly $script:first.Irn
    }

    It 'takes a DateTime' {
        $date = [DateTime]::ParseExact($script:day, 'dd/MM/yyyy', [cultureinfo]::InvariantCulture)
        (Get-OctaIrn -DocumentType INV -DocumentNumber 'LOOK/1' -DocumentDate $date).Irn | Should -BeExactly $script:first.Irn
    }

    It 'takes NIC''s names' {
        (Get-OctaIrn -Typ INV -No 'LOOK/1' -Dt $script:day).Irn | Should -BeExactly $script:first.Irn
    }

    It 'says what a date looks like when it gets none' {
        $failure = { Get-OctaIrn -Typ INV -No 'LOOK/1' -Dt '2026/13/45' } | Should -Throw -PassThru
        "$failure" | Should -Match "'2026/13/45' is no date\. Write it as dd/MM/yyyy or yyyy-MM-dd"
    }

    It 'takes rows of a CSV whose Irn is empty' {
        $row = [pscustomobject]@{ Irn = ''; DocumentType = 'INV'; DocumentNumber = 'LOOK/2'; DocumentDate = $script:day; Gstin = '' }
        $row | Export-Csv (Join-Path $TestDrive 'noirn.csv') -NoTypeInformation
        (Import-Csv (Join-Path $TestDrive 'noirn.csv') | Get-OctaIrn).Irn | Should -BeExactly $script:second.Irn
    }

    It 'mixes rows with and without an IRN, in order' {
        $rows = @(
            [pscustomobject]@{ Irn = $script:second.Irn; DocumentType = 'INV'; DocumentNumber = 'LOOK/2'; DocumentDate = $script:day }
            [pscustomobject]@{ Irn = ''; DocumentType = 'INV'; DocumentNumber = 'LOOK/1'; DocumentDate = $script:day }
        )
        ($rows | Get-OctaIrn).DocumentNumber | Should -Be 'LOOK/2', 'LOOK/1'
    }

    It 'with neither IRN nor a complete document is one error, and the others go on' {
        $rows = @(
            [pscustomobject]@{ Irn = ''; DocumentType = 'INV'; DocumentNumber = ''; DocumentDate = $script:day }
            [pscustomobject]@{ Irn = ''; DocumentType = 'INV'; DocumentNumber = 'LOOK/1'; DocumentDate = $script:day }
        )
        ($rows | Get-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue).Irn | Should -BeExactly $script:first.Irn
        @($failures).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaNoIrn,OctaEInvoice.Commands.GetOctaIrnCommand'
    }

    It 'whose type is an empty cell is one error, and the others go on; beside an IRN the cell does no harm' {
        $rows = @(
            [pscustomobject]@{ Irn = ''; DocumentType = ''; DocumentNumber = 'LOOK/1'; DocumentDate = $script:day }
            [pscustomobject]@{ Irn = $script:second.Irn; DocumentType = ''; DocumentNumber = ''; DocumentDate = '' }
            [pscustomobject]@{ Irn = ''; DocumentType = 'INV'; DocumentNumber = 'LOOK/1'; DocumentDate = $script:day }
        )
        $rows | Export-Csv (Join-Path $TestDrive 'notype.csv') -NoTypeInformation
        (Import-Csv (Join-Path $TestDrive 'notype.csv') | Get-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue).DocumentNumber | Should -Be 'LOOK/2', 'LOOK/1'
        @($failures).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaNoIrn,OctaEInvoice.Commands.GetOctaIrnCommand'
        $failures[0].ErrorDetails.RecommendedAction | Should -Match '-DocumentType'
    }

    It 'that is not there is OctaNotFound' {
        Get-OctaIrn -Typ CRN -No 'LOOK/1' -Dt $script:day -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaNotFound,OctaEInvoice.Commands.GetOctaIrnCommand'
        "$($failures[0])" | Should -Match 'CRN LOOK/1 of '
    }
}

Describe 'Get-OctaIrn without anything' {
    It 'is an error and no prompt, which would halt a scheduled task' {
        Get-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaNoIrn,OctaEInvoice.Commands.GetOctaIrnCommand'
    }
}

Describe 'Get-OctaDocIrnInfo' {
    It 'gives Octa''s record of a document' {
        $found = Get-OctaDocIrnInfo INV 'LOOK/1' $script:day
        $found.Irn | Should -BeExactly $script:first.Irn
        $found.AckNumber | Should -BeExactly $script:first.AckNumber
        $found.IrnStatus | Should -Be 'Active'
        $found.SignedQrCode | Should -BeExactly $script:first.SignedQrCode
    }

    It 'takes results from the pipeline' {
        ($script:first, $script:second | Get-OctaDocIrnInfo).Irn | Should -Be $script:first.Irn, $script:second.Irn
    }

    It 'fetches image and PDF when asked for' {
        $nic = @{ Typ = 'INV'; No = 'LOOK/2'; Dt = $script:day }
        $found = Get-OctaDocIrnInfo @nic -QrCode -Pdf
        $found.QrCodePng[1..3] | Should -Be 80, 78, 71
        [Text.Encoding]::ASCII.GetString($found.InvoicePdf, 0, 5) | Should -BeExactly '%PDF-'
    }

    It 'of a document that is not there is OctaNotFound' {
        Get-OctaDocIrnInfo DBN 'LOOK/1' $script:day -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaNotFound,OctaEInvoice.Commands.GetOctaDocIrnInfoCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'with an empty cell is one error that says which columns to fill in, and the others go on' {
        $rows = @(
            [pscustomobject]@{ DocumentType = ''; DocumentNumber = 'LOOK/1'; DocumentDate = $script:day }
            [pscustomobject]@{ DocumentType = 'INV'; DocumentNumber = ''; DocumentDate = $script:day }
            [pscustomobject]@{ DocumentType = 'INV'; DocumentNumber = 'LOOK/1'; DocumentDate = '' }
            [pscustomobject]@{ DocumentType = 'INV'; DocumentNumber = 'LOOK/2'; DocumentDate = $script:day }
        )
        ($rows | Get-OctaDocIrnInfo -ErrorVariable failures -ErrorAction SilentlyContinue).Irn | Should -BeExactly $script:second.Irn
        $failures.FullyQualifiedErrorId | Should -Be (@('OctaNoDocument,OctaEInvoice.Commands.GetOctaDocIrnInfoCommand') * 3)
        $failures[0].ErrorDetails.RecommendedAction | Should -BeExactly 'Fill in DocumentType (INV, CRN or DBN), DocumentNumber and DocumentDate.'
    }

    It 'knows no type but INV, CRN and DBN' {
        { Get-OctaDocIrnInfo BILL 'LOOK/1' $script:day } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }
}

Describe 'Get-OctaGstin' {
    It 'gives the taxpayer that the specification prints' {
        $found = Get-OctaGstin 24ACPPM5624F1ZK
        $found.Gstin | Should -BeExactly '24ACPPM5624F1ZK'
        $found.TradeName | Should -BeExactly 'SHASTRI TROLLY WORKS'
        $found.LegalName | Should -BeExactly 'MANHARBHAI VISHNUBHAI MISTRI'
        $found.Street | Should -BeExactly 'ASHRAM ROAD'
        $found.Location | Should -BeExactly 'NADIAD'
        $found.StateCode | Should -BeExactly '24'
        $found.Pin | Should -Be 387002
        $found.TaxpayerType | Should -BeExactly 'REG'
        $found.Status | Should -BeExactly 'ACT'
        $found.IsActive | Should -BeTrue
        $found.IsEwbBlocked | Should -BeFalse
    }

    It 'shows a state of one digit with its zero' {
        (Get-OctaGstin 08AASFB9647G1ZU).StateCode | Should -BeExactly '08'
    }

    It 'tells who is cancelled, inactive or blocked: <Pan>' -ForEach @(
        @{ Pan = 'CANCL0001D'; Status = 'CNL'; Active = $false; Blocked = $false }
        @{ Pan = 'INACT0001V'; Status = 'INA'; Active = $false; Blocked = $false }
        @{ Pan = 'PROVI0001S'; Status = 'PRO'; Active = $false; Blocked = $false }
        @{ Pan = 'BLOCK0001D'; Status = 'ACT'; Active = $true; Blocked = $true }
    ) {
        $found = Get-OctaGstin "27${Pan}1Z5"
        $found.Status | Should -BeExactly $Status
        $found.IsActive | Should -Be $Active
        $found.IsEwbBlocked | Should -Be $Blocked
    }

    It 'takes many, and results by their buyer, in order' {
        ('24ACPPM5624F1ZK', '08aasfb9647g1zu', $script:SampleBuyer | Get-OctaGstin).Gstin | Should -Be '24ACPPM5624F1ZK', '08AASFB9647G1ZU', $script:SampleBuyer
        ($script:first | Get-OctaGstin).Gstin | Should -BeExactly $script:SampleBuyer
    }

    It 'of nobody is one error, and the others go on' {
        $found = '27UNKNO0001N1Z5', '24ACPPM5624F1ZK' | Get-OctaGstin -ErrorVariable failures -ErrorAction SilentlyContinue
        $found.Gstin | Should -BeExactly '24ACPPM5624F1ZK'
        @($failures).Count | Should -Be 1
        $failures[0].TargetObject | Should -BeExactly '27UNKNO0001N1Z5'
        $failures[0].Exception.Codes | Should -Contain '3028'
    }
}

Describe 'A call without the seller''s GSTIN' {
    It 'is told where to give it' {
        $bare = Connect-Octa -Credential $script:sandbox.Credential -BaseUri $script:sandbox.BaseUri
        Get-OctaGstin 24ACPPM5624F1ZK -Connection $bare -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaNoGstin,OctaEInvoice.Commands.GetOctaGstinCommand'
        $failures[0].ErrorDetails.RecommendedAction | Should -BeExactly 'Give -Gstin, or connect with -Gstin.'
        (Get-OctaGstin 24ACPPM5624F1ZK -Connection $bare -Gstin $script:SampleSeller).Status | Should -BeExactly 'ACT'
        $null = Connect-Octa -Credential $script:sandbox.Credential -BaseUri $script:sandbox.BaseUri -Gstin $script:SampleSeller
    }
}

Describe 'What look-ups send' {
    BeforeAll {
        $refused = @{ Status = 200; Body = '{"Success":false,"Errors":[{"Code":"2148","Message":"not found"}]}' }
        $script:server = Open-RecordingServer @{ getirn = $refused; getirnbydoc = $refused; getdocirninfo = $refused; getewbbyirn = $refused; getgstin = $refused }
        $script:to = @{ Credential = Get-KeyCredential; BaseUri = $script:server.BaseUri; Gstin = $script:SampleSeller; ErrorAction = 'SilentlyContinue' }
    }

    AfterAll { Close-RecordingServer $script:server }

    BeforeEach { $script:server.Requests.Clear() }

    It 'is a GET with percent-encoded values: document' {
        Get-OctaIrn -Typ INV -No 'A/1-b' -Dt '2026-04-05' @script:to
        $script:server.Requests[0].Method | Should -BeExactly 'GET'
        $script:server.Requests[0].Target | Should -BeExactly "/api/einvoice/getirnbydoc?gstin=$($script:SampleSeller)&doctype=INV&docno=A%2F1-b&docdate=05%2F04%2F2026"
    }

    It 'is a GET with percent-encoded values: Octa''s record' {
        Get-OctaDocIrnInfo CRN 'C/9' '05-Apr-2026' -QrCode -Pdf @script:to
        $script:server.Requests[0].Target | Should -BeExactly "/api/einvoice/getdocirninfo?gstin=$($script:SampleSeller)&doctype=CRN&docno=C%2F9&docdate=05%2F04%2F2026&qrcode=yes&pdf=yes"
    }

    It 'names images by the specification''s words' {
        Get-OctaIrn ('a' * 64) -QrCode Jpeg -QrCodeQuality High -Pdf @script:to
        $script:server.Requests[0].Target | Should -BeExactly "/api/einvoice/getirn?gstin=$($script:SampleSeller)&irn=$('a' * 64)&qrcode=yes&qrcodeformat=JPEG&qrcodequality=high&pdf=yes"
    }

    It 'asks for e-way bill and taxpayer by their parameters' {
        Get-OctaEwb ('b' * 64) -Pdf @script:to
        Get-OctaGstin 24ACPPM5624F1ZK @script:to
        $script:server.Requests[0].Target | Should -BeExactly "/api/einvoice/getewbbyirn?gstin=$($script:SampleSeller)&irn=$('b' * 64)&pdf=yes"
        $script:server.Requests[1].Target | Should -BeExactly "/api/einvoice/getgstin?gstin=$($script:SampleSeller)&partygstin=24ACPPM5624F1ZK"
    }
}

Describe 'An answer' {
    BeforeAll {
        $script:server = Open-RecordingServer
        $script:to = @{ Credential = Get-KeyCredential; BaseUri = $script:server.BaseUri; Gstin = $script:SampleSeller }
    }

    AfterAll { Close-RecordingServer $script:server }

    It 'as the specification prints it becomes the right object' {
        $script:server.Answers['getirn'] = @{ Status = 200; Body = '{ "Success": true, "AckNo": "112010000002315", "AckTime": "27/11/2020 17:23:45", "IrnStatus": "ACT", "Irn": "11f8ef741fe294d4a14aad0b12457e62775d0fdc41a0dcf05b74fbb2ddc47acb", "SignedInvoice": "eyJhbGc...gumxIpg", "SignedQRCode": "eyJhbGc...oOZvxpw", "EwbStatus": "ACT", "EwbNo": "191008688443", "EwbTime": "27/11/2020 17:23:45", "EwbValidTill": "29/11/2020 17:23:45", "QRCodeImagePng": "iVBORw0K", "QRCodeImageJpeg": null, "QRCodeImageGif": null, "EinvoicePdf": "JVBERi0=", "EwbPdf": "JVBERi0=" }' }
        $found = Get-OctaIrn 11f8ef741fe294d4a14aad0b12457e62775d0fdc41a0dcf05b74fbb2ddc47acb @script:to
        $found.AckNumber | Should -BeExactly '112010000002315'
        "$($found.AckTime)" | Should -BeExactly '2020-11-27T17:23:45+05:30'
        $found.EwbNumber | Should -BeExactly '191008688443'
        $found.EwbStatus | Should -Be 'Active'
        "$($found.EwbValidTill)" | Should -BeExactly '2020-11-29T17:23:45+05:30'
        $found.QrCodePng | Should -Be 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A
        [Text.Encoding]::ASCII.GetString($found.InvoicePdf) | Should -BeExactly '%PDF-'
    }

    It 'with numbers for texts, other letter case, NIC''s times and extra fields is read, and the extra shown' {
        $script:server.Answers['getirn'] = @{ Status = 200; Body = '{ "success": "true", "ackno": 112010000002315, "AckDt": "2020-11-27 17:23:45", "Irn": "11f8ef741fe294d4a14aad0b12457e62775d0fdc41a0dcf05b74fbb2ddc47acb", "IrnStatus": "CNL", "Remarks": "seen", }' }
        $found = Get-OctaIrn 11f8ef741fe294d4a14aad0b12457e62775d0fdc41a0dcf05b74fbb2ddc47acb @script:to
        $found.AckNumber | Should -BeExactly '112010000002315'
        "$($found.AckTime)" | Should -BeExactly '2020-11-27T17:23:45+05:30'
        $found.IrnStatus | Should -Be 'Cancelled'
        $found.AdditionalFields['Remarks'] | Should -BeExactly 'seen'
    }

    It 'that is an HTML page is an error with status and first characters' {
        $script:server.Answers['getgstin'] = @{ Status = 400; Type = 'text/html'; Body = '<html><body>Proxy says no</body></html>' }
        $failure = { Get-OctaGstin 24ACPPM5624F1ZK @script:to -MaxOutageMinutes 0 -ErrorAction SilentlyContinue } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeExactly 'OctaOutage,OctaEInvoice.Commands.GetOctaGstinCommand'
        "$failure" | Should -Match 'HTTP 400 with an answer that is not JSON: <html><body>Proxy says no'
    }

    It 'with HTTP 400 and Octa''s error in the body is that error' {
        $script:server.Answers['getgstin'] = @{ Status = 400; Body = '{"Success":false,"Errors":[{"Code":"OCTA-152","Message":"Invalid GSTIN"}]}' }
        Get-OctaGstin 24ACPPM5624F1ZK @script:to -ErrorVariable script:found -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $script:found[0].Exception.Codes | Should -Be 'OCTA-152'
        $script:found[0].FullyQualifiedErrorId | Should -BeExactly 'OctaRejected,OctaEInvoice.Commands.GetOctaGstinCommand'
    }
}
