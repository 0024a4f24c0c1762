BeforeDiscovery {
    $script:hasZbar = [bool] (Get-Command zbarimg -CommandType Application -ErrorAction SilentlyContinue)
    $script:hasOpenSsl = [bool] (Get-Command openssl -CommandType Application -ErrorAction SilentlyContinue)
}

BeforeAll {
    Import-Module $(if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' })
    . (Join-Path $PSScriptRoot 'Samples.ps1')
    $script:sandbox = Start-OctaSandbox
    $script:connection = Connect-Octa -Credential $script:sandbox.Credential -BaseUri $script:sandbox.BaseUri -Gstin $script:SampleSeller
    $script:result = @((Get-SampleRow 'SIG/1' -With @{ HsnCode = '84841010' }), (Get-SampleRow 'SIG/1' -With @{ HsnCode = '84831091'; UnitPrice = '2000' })) | New-OctaIrn -QrCode Png -Pdf
}

AfterAll {
    Disconnect-Octa
    Stop-OctaSandbox -Port $script:sandbox.Port
}

Describe 'ConvertFrom-OctaSignedData' {
    It 'decodes the signed invoice of a result' {
        $signed = $script:result | ConvertFrom-OctaSignedData
        $signed.Irn | Should -BeExactly $script:result.Irn
        $signed.AckNumber | Should -BeExactly $script:result.AckNumber
        "$($signed.IrnTime)" | Should -BeExactly "$($script:result.AckTime)"
        $signed.Gstin | Should -BeExactly $script:SampleSeller
        $signed.BuyerGstin | Should -BeExactly $script:SampleBuyer
        $signed.DocumentNumber | Should -BeExactly 'SIG/1'
        "$($signed.DocumentDate)" | Should -BeExactly "$($script:result.DocumentDate)"
        $signed.InvoiceTotal | Should -Be 24780
        $signed.Invoice.Items.HsnCode | Should -Be '84841010', '84831091'
        $signed.Invoice.ExpectedIrn | Should -BeExactly $script:result.Irn
        $signed.IsSignatureValid | Should -BeNullOrEmpty
    }

    It 'decodes the text of the QR code; the main HSN is that of the highest value' {
        $signed = ConvertFrom-OctaSignedData $script:result.SignedQrCode
        $signed.Irn | Should -BeExactly $script:result.Irn
        $signed.ItemCount | Should -Be 2
        $signed.MainHsnCode | Should -BeExactly '84831091'
        $signed.InvoiceTotal | Should -Be 24780
        $signed.KeyId | Should -BeExactly (ConvertFrom-OctaSignedData $script:result.SignedInvoice).KeyId
    }

    It 'verifies by -PublicKey, PEM text' {
        (ConvertFrom-OctaSignedData $script:result.SignedInvoice -PublicKey $script:sandbox.PublicKeyPem).IsSignatureValid | Should -BeTrue
        (ConvertFrom-OctaSignedData $script:result.SignedQrCode -PublicKey $script:sandbox.PublicKeyPem).IsSignatureValid | Should -BeTrue
    }

    It 'verifies by -Certificate as <_>' -ForEach 'PEM text', 'a .pem file', 'a .cer file of bytes', 'an X509Certificate2' {
        $pem = $script:sandbox.CertificatePem
        $der = [Convert]::FromBase64String(($pem -replace '-----[^-]+-----' -replace '\s'))
        $certificate = switch ($_) {
            'PEM text' { $pem }
            'a .pem file' { $path = Join-Path $TestDrive 'c.pem'; Set-Content $path $pem; $path }
            'a .cer file of bytes' { $path = Join-Path $TestDrive 'c.cer'; [IO.File]::WriteAllBytes($path, $der); $path }
            'an X509Certificate2' { [Security.Cryptography.X509Certificates.X509Certificate2]::new($der) }
        }
        (ConvertFrom-OctaSignedData $script:result.SignedInvoice -Certificate $certificate).IsSignatureValid | Should -BeTrue
    }

    It 'says that the signature fails after one changed character of the <Part>' -ForEach @(
        @{ Part = 'payload'; Index = 1 }
        @{ Part = 'signature'; Index = 2 }
    ) {
        $parts = $script:result.SignedInvoice -split '\.'
        $at = 40
        $old = $parts[$Index][$at]
        $new = if ($old -ceq 'A') { 'B' } else { 'A' }
        $parts[$Index] = $parts[$Index].Remove($at, 1).Insert($at, $new)
        $changed = ConvertFrom-OctaSignedData ($parts -join '.') -PublicKey $script:sandbox.PublicKeyPem -ErrorVariable failures -ErrorAction SilentlyContinue
        # A changed payload may no longer be JSON: then it is an error, never a valid document.
        if ($failures.Count -eq 0) { $changed.IsSignatureValid | Should -BeFalse } else { $failures[0].FullyQualifiedErrorId | Should -Match '^OctaSignedData,' }
    }

    It 'says that the signature fails for a changed total' {
        $parts = $script:result.SignedQrCode -split '\.'
        $padded = $parts[1].Replace('-', '+').Replace('_', '/') + ('=' * ((4 - $parts[1].Length % 4) % 4))
        $payload = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($padded))
        $forged = $payload.Replace('24780', '14780')
        $forged | Should -Not -BeExactly $payload
        $parts[1] = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($forged)).TrimEnd('=').Replace('+', '-').Replace('/', '_')
        $signed = ConvertFrom-OctaSignedData ($parts -join '.') -PublicKey $script:sandbox.PublicKeyPem
        $signed.InvoiceTotal | Should -Be 14780
        $signed.IsSignatureValid | Should -BeFalse
    }

    It 'verifies by openssl as well, and fails there after one changed byte' -Skip:(-not $script:hasOpenSsl) {
        $head, $payload, $signature = $script:result.SignedInvoice -split '\.'
        $key = Join-Path $TestDrive 'key.pem'
        Set-Content $key $script:sandbox.PublicKeyPem
        [IO.File]::WriteAllBytes((Join-Path $TestDrive 'sig'), [Convert]::FromBase64String($signature.Replace('-', '+').Replace('_', '/') + ('=' * ((4 - $signature.Length % 4) % 4))))
        $text = Join-Path $TestDrive 'text'
        [IO.File]::WriteAllText($text, "$head.$payload")
        & openssl dgst -sha256 -verify $key -signature (Join-Path $TestDrive 'sig') $text | Should -BeExactly 'Verified OK'
        [IO.File]::WriteAllText($text, ("$head.$payload" -replace 'A', 'B'))
        "$(& openssl dgst -sha256 -verify $key -signature (Join-Path $TestDrive 'sig') $text 2>&1)" | Should -Match '(?i)verification failure'
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'text that is no JWT'; Given = 'hello' }
        @{ Name = 'three parts that are none'; Given = 'a.b.c' }
        @{ Name = 'a JWT of something else'; Given = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.AA' }
    ) {
        ConvertFrom-OctaSignedData $Given -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaSignedData,OctaEInvoice.Commands.ConvertFromOctaSignedDataCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'InvalidData'
        $failures[0].TargetObject | Should -BeExactly $Given
    }

    It 'refuses a key that is none' {
        $failure = { ConvertFrom-OctaSignedData $script:result.SignedInvoice -PublicKey (Join-Path $TestDrive 'gone.pem') } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeExactly 'OctaPublicKey,OctaEInvoice.Commands.ConvertFromOctaSignedDataCommand'
    }

    It 'takes many from the pipeline' {
        $two = Get-SampleRow 'SIG/2' | New-OctaIrn
        ($script:result, $two | ConvertFrom-OctaSignedData -PublicKey $script:sandbox.PublicKeyPem).IsSignatureValid | Should -Be $true, $true
    }
}

Describe 'Save-OctaDocument' {
    BeforeAll {
        $script:day = "$($script:result.DocumentDate)"
        $script:base = "INV_SIG_1_$($script:day)"

        function Get-Base64 {
            param([string] $Path)
            [Convert]::ToBase64String([IO.File]::ReadAllBytes($Path))
        }
    }

    It 'saves PDF, QR image and signed texts under the document''s name, and makes the folder' {
        $folder = Join-Path $TestDrive 'out/deeper'
        $files = $script:result | Save-OctaDocument $folder -PassThru
        $files.Name | Sort-Object | Should -Be "$($script:base).json", "$($script:base).pdf", "$($script:base).png"
        Get-Base64 (Join-Path $folder "$($script:base).pdf") | Should -BeExactly ([Convert]::ToBase64String($script:result.InvoicePdf))
        Get-Base64 (Join-Path $folder "$($script:base).png") | Should -BeExactly ([Convert]::ToBase64String($script:result.QrCodePng))
        $json = Get-Content (Join-Path $folder "$($script:base).json") -Raw | ConvertFrom-Json
        $json.Irn | Should -BeExactly $script:result.Irn
        $json.AckNo | Should -BeExactly $script:result.AckNumber
        $json.SignedInvoice | Should -BeExactly $script:result.SignedInvoice
        $json.SignedQRCode | Should -BeExactly $script:result.SignedQrCode
    }

    It 'puts nothing out without -PassThru' {
        $script:result | Save-OctaDocument (Join-Path $TestDrive 'silent') | Should -BeNullOrEmpty
        @(Get-ChildItem (Join-Path $TestDrive 'silent')).Count | Should -Be 3
    }

    It 'overwrites nothing without -Force, and says which file' {
        $folder = New-Item (Join-Path $TestDrive 'keep') -ItemType Directory
        $path = Join-Path $folder "$($script:base).pdf"
        Set-Content $path 'mine'
        $script:result | Save-OctaDocument $folder -ErrorVariable failures -ErrorAction SilentlyContinue
        @($failures | Where-Object { $_ -is [Management.Automation.ErrorRecord] }).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaFileExists,OctaEInvoice.Commands.SaveOctaDocumentCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        $failures[0].TargetObject | Should -BeExactly $path
        Get-Content $path | Should -BeExactly 'mine'
        Test-Path (Join-Path $folder "$($script:base).png") | Should -BeTrue
        $script:result | Save-OctaDocument $folder -Force
        Get-Base64 $path | Should -BeExactly ([Convert]::ToBase64String($script:result.InvoicePdf))
    }

    It 'with -WhatIf writes nothing and makes no folder' {
        $script:result | Save-OctaDocument (Join-Path $TestDrive 'whatif') -WhatIf
        Test-Path (Join-Path $TestDrive 'whatif') | Should -BeFalse
    }

    It 'makes a safe name of <Number>: <Name>' -ForEach @(
        @{ Number = 'MAHI/10'; Type = 'INV'; Name = 'INV_MAHI_10_2026-05-04.png' }
        @{ Number = '..\..\x'; Type = 'INV'; Name = 'INV_.._.._x_2026-05-04.png' }
        @{ Number = 'a:b*c?"<>|'; Type = 'CRN'; Name = 'CRN_a_b_c______2026-05-04.png' }
        @{ Number = 'CON'; Type = $null; Name = 'CON_2026-05-04.png' }
    ) {
        $folder = Join-Path $TestDrive "safe$([Math]::Abs($Number.GetHashCode()))"
        $given = [pscustomobject]@{ DocumentType = $Type; DocumentNumber = $Number; DocumentDate = '2026-05-04'; QrCodePng = [byte[]] (1, 2, 3) }
        ($given | Save-OctaDocument $folder -PassThru).Name | Should -BeExactly $Name
        (Get-ChildItem $folder).FullName | Should -Be (Join-Path $folder $Name)
    }

    It 'saves the e-way bill beside the invoice, by its number' {
        $ewb = Get-SampleRow 'SIG/3' | New-OctaIrn | New-OctaEwb -TransportMode Road -Distance 500 -VehicleNumber MH12AB1234 -VehicleType Regular -Pdf
        $file = $ewb | Save-OctaDocument (Join-Path $TestDrive 'ewb') -PassThru
        $file.Name | Should -Match $ewb.EwbNumber
        $file.Extension | Should -BeExactly '.pdf'
        $file.Length | Should -Be $ewb.EwbPdf.Length
    }

    It 'saves the payment QR code' {
        $result = Get-SampleRow 'PAYSAVE' -With @{ SupplyType = 'B2C'; BuyerGstin = ''; PlaceOfSupply = '29' } | New-OctaPaymentQr -QrCode Png
        $file = $result | Save-OctaDocument (Join-Path $TestDrive 'pay') -PassThru
        $file.Name | Should -BeExactly "INV_PAYSAVE_$($script:day).png"
    }

    It 'says when a folder can''t be made' {
        $path = Join-Path $TestDrive 'file'
        Set-Content $path 'x'
        $script:result | Save-OctaDocument (Join-Path $path 'sub') -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[0].FullyQualifiedErrorId | Should -Match '^OctaFile(NotWritten|Exists),'
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaFileNotWritten,OctaEInvoice.Commands.SaveOctaDocumentCommand'
    }
}

Describe 'Show-OctaQrCode' {
    BeforeAll {
        # Half blocks to modules: true for drawn.
        function Get-ModuleRow {
            param([string[]] $Line)
            foreach ($text in $Line) {
                $plain = $text -replace "$([char] 27)\[[0-9;]*m"
                foreach ($half in 0, 1) {
                    , @($plain.ToCharArray() | ForEach-Object { if ($half) { [int] $_ -in 0x2588, 0x2584 } else { [int] $_ -in 0x2588, 0x2580 } })
                }
            }
        }

        # A bitmap that any decoder reads: PBM as text.
        function Save-Pbm {
            param($Row, [string] $Path, [int] $Scale = 4, [switch] $Invert)
            $width = $Row[0].Count * $Scale
            $lines = foreach ($modules in $Row) {
                $line = ($modules | ForEach-Object { ([string] [int] ($_ -xor [bool] $Invert)) * $Scale }) -join ''
                1..$Scale | ForEach-Object { $line }
            }
            [IO.File]::WriteAllText($Path, "P1`n$width $($lines.Count)`n$($lines -join "`n")`n")
        }
    }

    It 'draws what a decoder reads as the signed text' -Skip:(-not $script:hasZbar) {
        $lines = @($script:result | Show-OctaQrCode)
        $lines | ForEach-Object { $_ | Should -BeLike "$([char] 27)*" }
        $path = Join-Path $TestDrive 'terminal.pbm'
        Save-Pbm @(Get-ModuleRow $lines) $path
        (& zbarimg --quiet --raw -Sdisable '-Sqrcode.enable' $path 2>$null) -join '' | Should -BeExactly $script:result.SignedQrCode
    }

    It 'with -NoColor draws the light modules, with -Invert the dark ones: the one is the other''s negative' -Skip:(-not $script:hasZbar) {
        $light = @(Get-ModuleRow @(Show-OctaQrCode 'upi://pay?pa=x@y&am=1' -NoColor))
        $dark = @(Get-ModuleRow @(Show-OctaQrCode 'upi://pay?pa=x@y&am=1' -NoColor -Invert))
        $size = $dark[0].Count
        for ($y = 0; $y -lt $size; $y++) { for ($x = 0; $x -lt $size; $x++) { if ($light[$y][$x] -eq $dark[$y][$x]) { throw "module $x, $y" } } }
        $path = Join-Path $TestDrive 'dark.pbm'
        Save-Pbm $dark $path
        (& zbarimg --quiet --raw -Sdisable '-Sqrcode.enable' $path 2>$null) -join '' | Should -BeExactly 'upi://pay?pa=x@y&am=1'
    }

    It 'gives lines of one width, half as many as modules, without colour codes by -NoColor' {
        $lines = @(Show-OctaQrCode 'A' -NoColor)
        ($lines.Length | Sort-Object -Unique).Count | Should -Be 1
        $lines.Count | Should -Be ([Math]::Ceiling($lines[0].Length / 2))
        "$lines" | Should -Not -Match ([char] 27)
    }

    It 'takes a payment QR code by its property' {
        $one = [pscustomobject]@{ PaymentQrCode = 'upi://pay?pa=x@y' } | Show-OctaQrCode
        $one | Should -Be (Show-OctaQrCode 'upi://pay?pa=x@y')
    }
}
