BeforeAll {
    Import-Module $(if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' })
    . (Join-Path $PSScriptRoot 'Samples.ps1')
    $script:sandbox = Start-OctaSandbox
    $script:connection = Connect-Octa -Credential $script:sandbox.Credential -BaseUri $script:sandbox.BaseUri

    function Get-ConsumerRow {
        param([string] $Number, [hashtable] $With = @{})
        $own = @{ SupplyType = 'B2C'; BuyerGstin = ''; BuyerStateCode = '29'; PlaceOfSupply = '29'; SellerGstin = '08AASFB9647G1ZU'; SellerLegalName = 'BLOWBITS SOLUTIONS LLP'; SellerLocation = 'Jaipur'; SellerPin = '302001'; Quantity = '1'; UnitPrice = '5000' }
        foreach ($name in $With.Keys) { $own[$name] = $With[$name] }
        Get-SampleRow $Number -With $own
    }
}

AfterAll {
    Disconnect-Octa
    Stop-OctaSandbox -Port $script:sandbox.Port
}

Describe 'New-OctaPaymentQr' {
    It 'makes the UPI text of the specification''s sample' {
        $result = Get-ConsumerRow 'B2C1617260496' | New-OctaPaymentQr
        $day = Get-SampleDate -Format 'dd-MM-yyyy'
        $result.PaymentQrCode | Should -BeExactly "upi://pay?pa=blowbits@ybl&pn=BLOWBITS%20SOLUTIONS%20LLP&tn=SELLER:08AASFB9647G1ZU%20NO:B2C1617260496%20DT:$day%20Taxable:%e2%82%b95000%20IGST:%e2%82%b9900&am=5900&cu=INR&mode=01"
        $result.DocumentNumber | Should -BeExactly 'B2C1617260496'
        $result.Gstin | Should -BeExactly '08AASFB9647G1ZU'
        $result.Sandbox | Should -BeTrue
    }

    It 'brings the image of that text (<_>)' -ForEach 'Png', 'Jpeg', 'Gif' -Skip:(-not (Get-Command zbarimg -CommandType Application -ErrorAction SilentlyContinue)) {
        $result = Get-ConsumerRow "QR-$_" | New-OctaPaymentQr -QrCode $_
        $path = Join-Path $TestDrive "pay.$_"
        [IO.File]::WriteAllBytes($path, $result."QrCode$_")
        (& zbarimg --quiet --raw -Sdisable '-Sqrcode.enable' $path 2>$null) -join '' | Should -BeExactly $result.PaymentQrCode
    }

    It 'refuses a document of business to business before it sends' {
        $requests = $script:sandbox.Requests['generatepaymentqrcode']
        Get-SampleRow 'B2B/1' | New-OctaPaymentQr -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].Exception.Codes[0] | Should -BeExactly 'OCTA-012'
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaValidation,OctaEInvoice.Commands.NewOctaPaymentQrCommand'
        $script:sandbox.Requests['generatepaymentqrcode'] | Should -Be $requests
    }

    It 'sends nothing with -WhatIf' {
        $requests = $script:sandbox.Requests['generatepaymentqrcode']
        Get-ConsumerRow 'WHATIF' | New-OctaPaymentQr -WhatIf | Should -BeNullOrEmpty
        $script:sandbox.Requests['generatepaymentqrcode'] | Should -Be $requests
    }

    It 'keeps the order of many, one wrong among them' {
        $rows = 1..12 | ForEach-Object { Get-ConsumerRow "QRM$_" -With $(if ($_ -eq 5) { @{ UnitPrice = 'x' } } else { @{} }) }
        $results = $rows | New-OctaPaymentQr -ErrorVariable failures -ErrorAction SilentlyContinue
        $results.DocumentNumber | Should -Be (1..12 | Where-Object { $_ -ne 5 } | ForEach-Object { "QRM$_" })
        @($failures).Count | Should -Be 1
    }
}

Describe 'New-OctaIrn' {
    It 'refuses B2C: such documents are not registered' {
        $requests = $script:sandbox.Requests['generateirn']
        Get-ConsumerRow 'B2C/IRN' | New-OctaIrn -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].Exception.Codes | Should -Contain 'OCTA-012'
        $script:sandbox.Requests['generateirn'] | Should -Be $requests
    }
}

Describe 'The specification''s printed answer' {
    It 'with its unquoted names becomes the right object' {
        $server = Open-RecordingServer @{ generatepaymentqrcode = @{ Status = 200; Body = '{ Success: true, QRCodeImagePng: "iVBORw0KGgo=", PaymentQrCode: "upi://pay?pa=blowbits@ybl&pn=BLOWBITS%20SOLUTIONS%20LLP&am=5900&cu=INR&mode=01" }' } }
        try {
            $result = Get-ConsumerRow 'SPEC1' | New-OctaPaymentQr -Credential (Get-KeyCredential) -BaseUri $server.BaseUri
            $result.PaymentQrCode | Should -BeExactly 'upi://pay?pa=blowbits@ybl&pn=BLOWBITS%20SOLUTIONS%20LLP&am=5900&cu=INR&mode=01'
            $result.QrCodePng | Should -Be 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A
            $server.Requests[0].Target | Should -BeExactly '/api/einvoice/generatepaymentqrcode'
            ($server.Requests[0].Body | ConvertFrom-Json).TranDtls.SupTyp | Should -BeExactly 'B2C'
        }
        finally { Close-RecordingServer $server }
    }
}
