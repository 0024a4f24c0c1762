BeforeAll {
    Import-Module $(if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' })
    . (Join-Path $PSScriptRoot 'Samples.ps1')
    $script:sandbox = Start-OctaSandbox
    $script:connection = Connect-Octa -Credential $script:sandbox.Credential -BaseUri $script:sandbox.BaseUri -Gstin $script:SampleSeller
}

AfterAll {
    Disconnect-Octa
    Stop-OctaSandbox -Port $script:sandbox.Port
}

Describe 'New-OctaEwb makes an e-way bill' {
    It '<Name>' -ForEach @(
        @{ Name = 'by road'; Number = 'EWB/ROAD'; Parameters = @{ TransportMode = 'Road'; Distance = 500; VehicleNumber = 'MH-12 AB 1234'; VehicleType = 'Regular' } }
        @{ Name = 'by road with NIC''s digits and names'; Number = 'EWB/NIC'; Parameters = @{ TransMode = '1'; Distance = 500; VehNo = 'MH12AB1234'; VehType = 'R' } }
        @{ Name = 'by rail'; Number = 'EWB/RAIL'; Parameters = @{ TransportMode = 'Rail'; Distance = 500; TransportDocumentNumber = 'RR/77'; TransportDocumentDate = 'D-1' } }
        @{ Name = 'with part A alone'; Number = 'EWB/PARTA'; Parameters = @{ TransporterId = '27AADCV4821M1Z0'; Distance = 500 } }
    ) {
        $registered = Get-SampleRow $Number | New-OctaIrn
        $ewb = $registered | New-OctaEwb @Parameters -ErrorAction Stop
        $ewb.EwbNumber | Should -Match '^[0-9]{12}$'
        $ewb.Irn | Should -BeExactly $registered.Irn
        $ewb.Gstin | Should -BeExactly $script:SampleSeller
        $ewb.EwbStatus | Should -Be 'Active'
        $ewb.Existed | Should -BeFalse
        $ewb.Sandbox | Should -BeTrue
        $found = Get-OctaEwb $registered.Irn
        $found.EwbNumber | Should -BeExactly $ewb.EwbNumber
        "$($found.EwbTime)" | Should -BeExactly "$($ewb.EwbTime)"
        "$($found.EwbValidTill)" | Should -BeExactly "$($ewb.EwbValidTill)"
        (Get-OctaIrn $registered.Irn).EwbNumber | Should -BeExactly $ewb.EwbNumber
    }

    It 'valid for a day each 200 kilometres, to midnight' {
        $ewb = Get-SampleRow 'EWB/VALID' | New-OctaIrn | New-OctaEwb -TransportMode Road -Distance 500 -VehicleNumber MH12AB1234 -VehicleType Regular
        $made = [DateTimeOffset]::Parse("$($ewb.EwbTime)", [cultureinfo]::InvariantCulture)
        $until = [DateTimeOffset]::Parse("$($ewb.EwbValidTill)", [cultureinfo]::InvariantCulture)
        ($until - $made).TotalDays | Should -BeGreaterThan 2
        ($until - $made).TotalDays | Should -BeLessOrEqual 4
    }

    It 'to another place by -ShipTo, a hashtable' {
        $ewb = Get-SampleRow 'EWB/SHIP' | New-OctaIrn | New-OctaEwb -TransportMode Road -Distance 600 -VehicleNumber MH12AB1234 -VehicleType Regular -ShipTo @{ Address1 = 'Sidiginamola Village'; Address2 = 'Ballari'; Location = 'Ballari'; Pin = 583138; StateCode = '29' }
        $ewb.EwbNumber | Should -Match '^[0-9]{12}$'
    }

    It 'with its PDF, on which number and vehicle stand' -Skip:(-not (Get-Command pdftotext -CommandType Application -ErrorAction SilentlyContinue)) {
        $ewb = Get-SampleRow 'EWB/PDF' | New-OctaIrn | New-OctaEwb -TransportMode Road -Distance 500 -VehicleNumber MH12AB1234 -VehicleType Regular -Pdf
        $path = Join-Path $TestDrive 'ewb.pdf'
        [IO.File]::WriteAllBytes($path, $ewb.EwbPdf)
        $text = (& pdftotext -layout $path -) -join "`n"
        $text -replace '\s' | Should -Match $ewb.EwbNumber
        $text | Should -Match 'MH12AB1234'
    }

    It 'together with the IRN, when the row has transport columns' {
        $result = Get-SampleRow 'EWB/ALONG' -With @{ TransportMode = '1'; Distance = '500'; VehicleNumber = 'MH12AB1234'; VehicleType = 'R' } | New-OctaIrn
        $result.EwbNumber | Should -Match '^[0-9]{12}$'
        $result.EwbStatus | Should -Be 'Active'
        (Get-OctaEwb $result.Irn).EwbNumber | Should -BeExactly $result.EwbNumber
    }

    It 'with part A alone from rows of a CSV whose other transport cells are empty' {
        $registered = Get-SampleRow 'EWB/EMPTY' | New-OctaIrn
        $row = [pscustomobject]@{ Irn = $registered.Irn; TransporterId = '27AADCV4821M1Z0'; Distance = '500'; TransportMode = ''; VehicleNumber = ''; VehicleType = ''; TransportDocumentDate = '' }
        ($row | New-OctaEwb -ErrorAction Stop).EwbNumber | Should -Match '^[0-9]{12}$'
    }

    It 'for rows of a CSV that has IRN and transport columns' {
        $registered = 'EWB/CSV1', 'EWB/CSV2' | ForEach-Object { Get-SampleRow $_ } | New-OctaIrn
        $registered | Select-Object Gstin, Irn, @{ n = 'TransportMode'; e = { 'Road' } }, @{ n = 'Distance'; e = { '500' } }, @{ n = 'VehicleNumber'; e = { 'MH12AB1234' } }, @{ n = 'VehicleType'; e = { 'R' } }, @{ n = 'TransportDocumentDate'; e = { '' } } |
            Export-Csv (Join-Path $TestDrive 'ewb.csv') -NoTypeInformation
        $ewbs = Import-Csv (Join-Path $TestDrive 'ewb.csv') | New-OctaEwb
        $ewbs.Irn | Should -Be $registered.Irn
        ($ewbs.EwbNumber | Sort-Object -Unique).Count | Should -Be 2
    }
}

Describe 'New-OctaEwb where one exists' {
    It 'fetches and adopts it' {
        $registered = Get-SampleRow 'EWB/TWICE' | New-OctaIrn
        $first = $registered | New-OctaEwb -TransportMode Road -Distance 500 -VehicleNumber MH12AB1234 -VehicleType Regular
        $again = $registered | New-OctaEwb -TransportMode Road -Distance 500 -VehicleNumber MH12AB1234 -VehicleType Regular -ErrorAction Stop
        $again.EwbNumber | Should -BeExactly $first.EwbNumber
        $again.Existed | Should -BeTrue
    }
}

Describe 'New-OctaEwb refuses before it sends' {
    BeforeAll {
        $script:registered = Get-SampleRow 'EWB/BAD' | New-OctaIrn
        $script:requests = $script:sandbox.Requests['generateewbbyirn']
    }

    It '<Name> (<Code>)' -ForEach @(
        @{ Name = 'road without a vehicle'; Code = '4011'; Parameters = @{ TransportMode = 'Road'; Distance = 500; VehicleType = 'R' } }
        @{ Name = 'road without a vehicle type'; Code = '4022'; Parameters = @{ TransportMode = 'Road'; Distance = 500; VehicleNumber = 'MH12AB1234' } }
        @{ Name = 'rail without a document'; Code = '4012'; Parameters = @{ TransportMode = 'Rail'; Distance = 500 } }
        @{ Name = 'air with a vehicle'; Code = '4014'; Parameters = @{ TransportMode = 'Air'; Distance = 500; VehicleNumber = 'MH12AB1234'; TransportDocumentNumber = 'A1'; TransportDocumentDate = 'D-1' } }
        @{ Name = 'a ship of regular cargo'; Code = '4039'; Parameters = @{ TransportMode = 'Ship'; Distance = 500; VehicleNumber = 'MH12AB1234'; VehicleType = 'R' } }
        @{ Name = 'a vehicle without a mode'; Code = '4028'; Parameters = @{ TransporterId = '27AADCV4821M1Z0'; Distance = 500; VehicleNumber = 'MH12AB1234' } }
        @{ Name = 'neither transporter nor mode'; Code = '4019'; Parameters = @{ Distance = 500 } }
        @{ Name = 'a transport document to come'; Code = '4016'; Parameters = @{ TransportMode = 'Rail'; Distance = 500; TransportDocumentNumber = 'R1'; TransportDocumentDate = 'D+30' } }
    ) {
        $script:registered | New-OctaEwb @Parameters -ErrorVariable failures -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        @($failures).Count | Should -Be 1
        $failures[0].Exception.Codes | Should -Contain $Code
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaValidation,OctaEInvoice.Commands.NewOctaEwbCommand'
        $failures[0].TargetObject | Should -BeExactly $script:registered.Irn
        $failures[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $script:sandbox.Requests['generateewbbyirn'] | Should -Be $script:requests
    }

    It 'text that can be no IRN, and the others go on' {
        $good = Get-SampleRow 'EWB/AFTER' | New-OctaIrn
        $ewb = 'EWB/AFTER', $good.Irn | New-OctaEwb -TransportMode Road -Distance 500 -VehicleNumber MH12AB1234 -VehicleType Regular -ErrorVariable failures -ErrorAction SilentlyContinue
        $ewb.Irn | Should -BeExactly $good.Irn
        @($failures).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaBadIrn,OctaEInvoice.Commands.NewOctaEwbCommand'
        $failures[0].TargetObject | Should -BeExactly 'EWB/AFTER'
        $script:requests = $script:sandbox.Requests['generateewbbyirn']
    }

    It 'a distance of 4001 kilometres' {
        { $script:registered | New-OctaEwb -Distance 4001 -TransporterId 27AADCV4821M1Z0 -ErrorAction Stop } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'anything with -WhatIf' {
        $script:registered | New-OctaEwb -Distance 500 -TransporterId 27AADCV4821M1Z0 -WhatIf | Should -BeNullOrEmpty
        $script:sandbox.Requests['generateewbbyirn'] | Should -Be $script:requests
    }
}

Describe 'What New-OctaEwb sends' {
    BeforeAll {
        $script:server = Open-RecordingServer @{ generateewbbyirn = @{ Status = 200; Body = '{ "Success": true, "EwbStatus": "ACT", "EwbNo": "191008688443", "EwbTime": "27/11/2020 17:23:45", "EwbValidTill": "29/11/2020 17:23:45", "EwbPdf": "JVBERi0=" }' } }
        $script:to = @{ Credential = Get-KeyCredential; BaseUri = $script:server.BaseUri; Gstin = $script:SampleSeller; WarningAction = 'SilentlyContinue' }
    }

    AfterAll { Close-RecordingServer $script:server }

    It 'is the specification''s request, and its answer becomes the right object' {
        $parameters = @{
            Irn = 'eb68a55abbf1a31ae19a6c9d82a0b22ba37785b6b76949585e5f928fea4042cb'; TransporterId = '24ACPPM5624F1ZK'; TransporterName = 'Golden Transport'; TransportMode = 'Road'; Distance = 300
            TransportDocumentNumber = 'RS021'; TransportDocumentDate = '29/11/2020'; VehicleNumber = 'RJ016789'; VehicleType = 'Regular'; Pdf = $true
            ShipTo = [pscustomobject]@{ Addr1 = 'Sidiginamola Village'; Addr2 = 'Ballari'; Loc = 'Ballari'; Pin = 583138; Stcd = '29' }
        }
        $ewb = New-OctaEwb @parameters @script:to
        $request = $script:server.Requests[0]
        $request.Target | Should -BeExactly "/api/einvoice/generateewbbyirn?gstin=$($script:SampleSeller)&pdf=yes"
        $body = $request.Body | ConvertFrom-Json
        $expected = @{
            Irn = 'eb68a55abbf1a31ae19a6c9d82a0b22ba37785b6b76949585e5f928fea4042cb'; TransId = '24ACPPM5624F1ZK'; TransName = 'Golden Transport'; TransMode = '1'; Distance = 300
            TransDocNo = 'RS021'; VehNo = 'RJ016789'; VehType = 'R'
        }
        foreach ($name in $expected.Keys) { $body.$name | Should -BeExactly $expected[$name] -Because $name }
        $request.Body | Should -MatchExactly '"TransDocDt":"29/11/2020"'
        $request.Body | Should -MatchExactly '"ExpShipDtls":\{"Addr1":"Sidiginamola Village","Addr2":"Ballari","Loc":"Ballari","Pin":583138,"Stcd":"29"\}'
        $ewb.EwbNumber | Should -BeExactly '191008688443'
        "$($ewb.EwbTime)" | Should -BeExactly '2020-11-27T17:23:45+05:30'
        "$($ewb.EwbValidTill)" | Should -BeExactly '2020-11-29T17:23:45+05:30'
        [Text.Encoding]::ASCII.GetString($ewb.EwbPdf) | Should -BeExactly '%PDF-'
    }
}

Describe 'Get-OctaEwb' {
    It 'of a document without one is OctaNotFound, and the others go on' {
        $without = Get-SampleRow 'EWB/NONE' | New-OctaIrn
        $with = Get-SampleRow 'EWB/HAS' | New-OctaIrn
        $ewb = $with | New-OctaEwb -TransportMode Road -Distance 500 -VehicleNumber MH12AB1234 -VehicleType Regular
        $found = $without, $with | Get-OctaEwb -ErrorVariable failures -ErrorAction SilentlyContinue
        $found.EwbNumber | Should -BeExactly $ewb.EwbNumber
        @($failures).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaNotFound,OctaEInvoice.Commands.GetOctaEwbCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'of text that can be no IRN asks nobody' {
        $requests = $script:sandbox.Requests['getewbbyirn']
        'EWB/HAS', '' | Get-OctaEwb -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures.FullyQualifiedErrorId | Should -Be (@('OctaBadIrn,OctaEInvoice.Commands.GetOctaEwbCommand') * 2)
        $script:sandbox.Requests['getewbbyirn'] | Should -Be $requests
    }

    It 'brings the PDF when asked for' {
        $with = Get-SampleRow 'EWB/GETPDF' | New-OctaIrn
        $null = $with | New-OctaEwb -TransportMode Road -Distance 500 -VehicleNumber MH12AB1234 -VehicleType Regular
        ($with | Get-OctaEwb).EwbPdf | Should -BeNullOrEmpty
        [Text.Encoding]::ASCII.GetString(($with | Get-OctaEwb -Pdf).EwbPdf, 0, 5) | Should -BeExactly '%PDF-'
    }
}
