BeforeAll {
    Import-Module $(if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' })
    . (Join-Path $PSScriptRoot 'Samples.ps1')
    $script:sandbox = Start-OctaSandbox
    $script:connection = Connect-Octa -Credential $script:sandbox.Credential -BaseUri $script:sandbox.BaseUri -Gstin $script:SampleSeller
    $script:road = @{ TransportMode = 'Road'; Distance = 500; VehicleNumber = 'MH12AB1234'; VehicleType = 'Regular' }
}

AfterAll {
    Disconnect-Octa
    Stop-OctaSandbox -Port $script:sandbox.Port
}

Describe 'Stop-OctaIrn' {
    It 'cancels for good: the IRN is Cancelled afterwards' {
        $registered = Get-SampleRow 'CAN/1' | New-OctaIrn
        $cancelled = Stop-OctaIrn $registered.Irn DataEntryMistake 'Wrong HSN codes reported' -Confirm:$false
        $cancelled.Irn | Should -BeExactly $registered.Irn
        $cancelled.Gstin | Should -BeExactly $script:SampleSeller
        $cancelled.WasCancelledBefore | Should -BeFalse
        $cancelled.Sandbox | Should -BeTrue
        $time = [DateTimeOffset]::Parse("$($cancelled.CancelTime)", [cultureinfo]::InvariantCulture)
        $time.Offset.TotalMinutes | Should -Be 330
        [Math]::Abs(([DateTimeOffset]::UtcNow - $time).TotalSeconds) | Should -BeLessThan 60
        (Get-OctaIrn $registered.Irn).IrnStatus | Should -Be 'Cancelled'
    }

    It 'a second time counts as done, and says that it was done before' {
        $registered = Get-SampleRow 'CAN/2' | New-OctaIrn
        $null = $registered | Stop-OctaIrn -Reason Duplicate -Remark 'entered twice' -Confirm:$false
        $again = $registered | Stop-OctaIrn -Reason Duplicate -Remark 'entered twice' -Confirm:$false -ErrorAction Stop
        $again.Irn | Should -BeExactly $registered.Irn
        $again.WasCancelledBefore | Should -BeTrue
    }

    It 'is refused while an e-way bill is active, with what to do first' {
        $registered = Get-SampleRow 'CAN/3' | New-OctaIrn
        $null = $registered | New-OctaEwb @script:road
        $registered | Stop-OctaIrn -Reason Others -Remark 'no' -Confirm:$false -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaRejected,OctaEInvoice.Commands.StopOctaIrnCommand'
        $failures[0].Exception.Codes | Should -Contain '2230'
        $failures[0].TargetObject | Should -BeExactly $registered.Irn
        $failures[0].ErrorDetails.RecommendedAction | Should -Match 'e-way bill'
        (Get-OctaIrn $registered.Irn).IrnStatus | Should -Be 'Active'
    }

    It 'of an IRN that is not there is OctaNotFound or refused, and the others go on' {
        $registered = Get-SampleRow 'CAN/4' | New-OctaIrn
        $cancelled = ('0' * 64), $registered.Irn | Stop-OctaIrn -Reason Others -Remark 'x' -Confirm:$false -ErrorVariable failures -ErrorAction SilentlyContinue
        $cancelled.Irn | Should -BeExactly $registered.Irn
        @($failures).Count | Should -Be 1
        $failures[0].Exception.Codes | Should -Contain '2148'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'of text that can be no IRN sends nothing, and the others go on' {
        $registered = Get-SampleRow 'CAN/9' | New-OctaIrn
        $requests = $script:sandbox.Requests['cancelirn']
        $rows = [pscustomobject]@{ Irn = '' }, [pscustomobject]@{ Irn = 'CAN/9' }, [pscustomobject]@{ Irn = $registered.Irn }
        $cancelled = $rows | Stop-OctaIrn -Reason Others -Remark 'x' -Confirm:$false -ErrorVariable failures -ErrorAction SilentlyContinue
        $cancelled.Irn | Should -BeExactly $registered.Irn
        $failures.FullyQualifiedErrorId | Should -Be (@('OctaBadIrn,OctaEInvoice.Commands.StopOctaIrnCommand') * 2)
        "$($failures[0])" | Should -Match '^Irn: There is none\.'
        "$($failures[1])" | Should -Match "Given: 'CAN/9'\. Expected: 64 hexadecimal digits"
        $script:sandbox.Requests['cancelirn'] | Should -Be ($requests + 1)
    }

    It 'with -WhatIf sends nothing' {
        $registered = Get-SampleRow 'CAN/5' | New-OctaIrn
        $requests = $script:sandbox.Requests['cancelirn']
        $registered | Stop-OctaIrn -Reason Others -Remark 'x' -WhatIf | Should -BeNullOrEmpty
        $script:sandbox.Requests['cancelirn'] | Should -Be $requests
        (Get-OctaIrn $registered.Irn).IrnStatus | Should -Be 'Active'
    }

    It 'asks before it cancels when nobody says -Confirm:$false' {
        $registered = Get-SampleRow 'CAN/6' | New-OctaIrn
        $shell = [powershell]::Create()
        try {
            $manifest = Join-Path (Split-Path (Split-Path (Get-Module OctaEInvoice).Path)) 'OctaEInvoice.psd1'
            $null = $shell.AddScript({
                    param($manifest, $connection, $irn)
                    Import-Module $manifest
                    Stop-OctaIrn $irn Others 'x' -Connection $connection
                }).AddArgument($manifest).AddArgument($script:connection).AddArgument($registered.Irn)
            # A runspace without a host can't ask: the question comes out as an error, and nothing is sent.
            $answer = try { $shell.Invoke() } catch { $_ }
            "$answer $($shell.Streams.Error)" | Should -Match "prompt|interact|Confirm"
        }
        finally { $shell.Dispose() }
        (Get-OctaIrn $registered.Irn).IrnStatus | Should -Be 'Active'
    }

    It 'has the alias Cancel-OctaIrn' {
        $registered = Get-SampleRow 'CAN/7' | New-OctaIrn
        (Cancel-OctaIrn -Irn $registered.Irn -CnlRsn 2 -CnlRem 'x' -Confirm:$false).Irn | Should -BeExactly $registered.Irn
    }

    It 'knows no reason <_>' -ForEach '5', '0', 'Mistake' {
        { Stop-OctaIrn ('a' * 64) $_ 'x' -Confirm:$false -ErrorAction Stop } | Should -Throw
        $script:sandbox.Requests['cancelirn'] | Should -BeLessThan 100
    }

    It 'takes a remark of 100 characters and none of 101' {
        $registered = Get-SampleRow 'CAN/8' | New-OctaIrn
        { Stop-OctaIrn $registered.Irn Others ('r' * 101) -Confirm:$false } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        (Stop-OctaIrn $registered.Irn Others ('r' * 100) -Confirm:$false).Irn | Should -BeExactly $registered.Irn
    }

    It 'after 24 hours gives the portal''s refusal (2270)' {
        $registered = Get-SampleRow 'ERRC-2270/1' | New-OctaIrn
        $registered | Stop-OctaIrn -Reason Others -Remark 'x' -Confirm:$false -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].Exception.Codes | Should -Contain '2270'
        $failures[0].ErrorDetails.RecommendedAction | Should -BeExactly (Get-OctaErrorInfo 2270).Remedy
    }
}

Describe 'Stop-OctaEwb' {
    It 'cancels, and the IRN can then be cancelled too' {
        $registered = Get-SampleRow 'EWC/1' | New-OctaIrn
        $ewb = $registered | New-OctaEwb @script:road
        $cancelled = $ewb | Stop-OctaEwb -Reason OrderCancelled -Remark 'order withdrawn' -Confirm:$false
        $cancelled.EwbNumber | Should -BeExactly $ewb.EwbNumber
        $cancelled.WasCancelledBefore | Should -BeFalse
        (Get-OctaEwb $registered.Irn).EwbStatus | Should -Be 'Cancelled'
        ($registered | Stop-OctaIrn -Reason OrderCancelled -Remark 'order withdrawn' -Confirm:$false).Irn | Should -BeExactly $registered.Irn
    }

    It 'a second time counts as done when the IRN tells whose it is' {
        $ewb = Get-SampleRow 'EWC/2' | New-OctaIrn | New-OctaEwb @script:road
        $null = $ewb | Stop-OctaEwb -Reason Others -Remark 'x' -Confirm:$false
        ($ewb | Stop-OctaEwb -Reason Others -Remark 'x' -Confirm:$false).WasCancelledBefore | Should -BeTrue
    }

    It 'of a number that is not there is one error' {
        Stop-OctaEwb 199999999999 Others 'x' -Confirm:$false -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].Exception.Codes | Should -Contain '4007'
        $failures[0].TargetObject | Should -BeExactly '199999999999'
    }

    It 'takes 12 digits and nothing else: <_>' -ForEach '12345', '19100000000A', '1910000000011', '1.91E+11', '' {
        $requests = $script:sandbox.Requests['cancelewb']
        $failure = { Stop-OctaEwb $_ Others 'x' -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'OctaBadEwbNumber,*' -PassThru
        "$failure" | Should -Match "Given: '$([regex]::Escape($_))'\. Expected: 12 digits"
        $failure.ErrorDetails.RecommendedAction | Should -Match 'format the column as text'
        $script:sandbox.Requests['cancelewb'] | Should -Be $requests
    }

    It 'of a number that is none leaves the others of the pipeline alone' {
        $ewb = Get-SampleRow 'EWC/4' | New-OctaIrn | New-OctaEwb @script:road
        $cancelled = '1.91E+11', " $($ewb.EwbNumber) " | Stop-OctaEwb -Reason Others -Remark 'x' -Confirm:$false -ErrorVariable failures -ErrorAction SilentlyContinue
        $cancelled.EwbNumber | Should -BeExactly $ewb.EwbNumber
        $failures[0].TargetObject | Should -BeExactly '1.91E+11'
    }

    It 'with text that can be no IRN beside the number cancels nothing' {
        $ewb = Get-SampleRow 'EWC/5' | New-OctaIrn | New-OctaEwb @script:road
        Stop-OctaEwb $ewb.EwbNumber Others 'x' -Irn 'EWC/5' -Confirm:$false -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaBadIrn,OctaEInvoice.Commands.StopOctaEwbCommand'
        (Get-OctaEwb $ewb.Irn).EwbStatus | Should -Be 'Active'
    }

    It 'with -WhatIf sends nothing' {
        $ewb = Get-SampleRow 'EWC/3' | New-OctaIrn | New-OctaEwb @script:road
        $requests = $script:sandbox.Requests['cancelewb']
        $ewb | Cancel-OctaEwb -Reason Others -Remark 'x' -WhatIf
        $script:sandbox.Requests['cancelewb'] | Should -Be $requests
        (Get-OctaEwb $ewb.Irn).EwbStatus | Should -Be 'Active'
    }

    It 'takes a remark of 50 characters and none of 51' {
        { Stop-OctaEwb 191000000001 Others ('r' * 51) -Confirm:$false } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }
}

Describe 'On the wire' {
    BeforeAll {
        $script:server = Open-RecordingServer @{
            cancelirn = @{ Status = 200; Body = '{"Success": true, "Irn":"' + ('a' * 64) + '", "CancelTime": "29/11/2020 09:34:11", }' }
            cancelewb = @{ Status = 200; Body = '{"Success": true, "CancelTime": "29/11/2020 09:34:11", }' }
        }
        $script:to = @{ Credential = Get-KeyCredential; BaseUri = $script:server.BaseUri; Gstin = $script:SampleSeller; Confirm = $false }
    }

    AfterAll { Close-RecordingServer $script:server }

    BeforeEach { $script:server.Requests.Clear() }

    It 'the IRN''s reason <Reason> is the digit <Digit>' -ForEach @(
        @{ Reason = 'Duplicate'; Digit = '1' }
        @{ Reason = 'DataEntryMistake'; Digit = '2' }
        @{ Reason = 'OrderCancelled'; Digit = '3' }
        @{ Reason = 'Others'; Digit = '4' }
        @{ Reason = '3'; Digit = '3' }
    ) {
        $cancelled = Stop-OctaIrn ('a' * 64) $Reason 'Wrong "HSN"' @script:to
        "$($cancelled.CancelTime)" | Should -BeExactly '2020-11-29T09:34:11+05:30'
        $script:server.Requests[0].Method | Should -BeExactly 'POST'
        $script:server.Requests[0].Target | Should -BeExactly "/api/einvoice/cancelirn?gstin=$($script:SampleSeller)"
        $body = $script:server.Requests[0].Body | ConvertFrom-Json
        $body.PSObject.Properties.Name | Should -Be 'Irn', 'CnlRsn', 'CnlRem'
        $script:server.Requests[0].Body | Should -MatchExactly """CnlRsn"":""$Digit"""
        $body.Irn | Should -BeExactly ('a' * 64)
        $body.CnlRem | Should -BeExactly 'Wrong "HSN"'
    }

    It 'the e-way bill''s reason <Reason> is the digit <Digit>' -ForEach @(
        @{ Reason = 'Duplicate'; Digit = '1' }
        @{ Reason = 'OrderCancelled'; Digit = '2' }
        @{ Reason = 'DataEntryMistake'; Digit = '3' }
        @{ Reason = 'Others'; Digit = '4' }
    ) {
        $cancelled = Stop-OctaEwb 791008693652 $Reason 'Wrong HSN codes reported' @script:to
        $cancelled.EwbNumber | Should -BeExactly '791008693652'
        "$($cancelled.CancelTime)" | Should -BeExactly '2020-11-29T09:34:11+05:30'
        $script:server.Requests[0].Target | Should -BeExactly "/api/einvoice/cancelewb?gstin=$($script:SampleSeller)"
        $body = $script:server.Requests[0].Body | ConvertFrom-Json
        $body.PSObject.Properties.Name | Should -BeExactly 'ewbNo', 'cancelRsnCode', 'cancelRmrk'
        $script:server.Requests[0].Body | Should -MatchExactly """cancelRsnCode"":""$Digit"""
        $body.ewbNo | Should -Be '791008693652'
        $body.cancelRmrk | Should -BeExactly 'Wrong HSN codes reported'
    }

    It 'a cancellation whose answer is lost is sent again, and the answer "already" then counts as done' {
        $script:server.Answers['cancelirn'] = @{ Status = 500; Body = '' }
        $registered = Get-SampleRow 'LOST/1' | New-OctaIrn
        $null = $registered | Stop-OctaIrn -Reason Others -Remark 'x' -Confirm:$false
        ($registered | Stop-OctaIrn -Reason Others -Remark 'x' -Confirm:$false).WasCancelledBefore | Should -BeTrue
    }
}

Describe 'From registration to cancellation in one pipeline' {
    It 'New-OctaIrn | New-OctaEwb | Stop-OctaEwb | Stop-OctaIrn' {
        $cancelled = 1..3 | ForEach-Object { Get-SampleRow "CHAIN/$_" } | New-OctaIrn | New-OctaEwb @script:road |
            Stop-OctaEwb -Reason OrderCancelled -Remark 'chain' -Confirm:$false | Stop-OctaIrn -Reason OrderCancelled -Remark 'chain' -Confirm:$false
        $cancelled.Irn | Should -Be (1..3 | ForEach-Object { Get-ComputedIrn -Number "CHAIN/$_" })
        ($cancelled | Get-OctaIrn).IrnStatus | Should -Be 'Cancelled', 'Cancelled', 'Cancelled'
    }

    It 'by way of CSV files between each step, under <_>' -ForEach 'en-US', 'en-IN', 'de-DE' {
        $culture = $_
        $number = "CSV/$($culture.ToUpperInvariant())"
        $folder = Join-Path $TestDrive $culture
        $null = New-Item $folder -ItemType Directory
        $cancelled = Invoke-WithCulture $culture {
            Get-SampleRow $number | New-OctaIrn | Export-Csv (Join-Path $folder 'irn.csv') -NoTypeInformation
            Import-Csv (Join-Path $folder 'irn.csv') | New-OctaEwb @script:road | Export-Csv (Join-Path $folder 'ewb.csv') -NoTypeInformation
            Import-Csv (Join-Path $folder 'ewb.csv') | Stop-OctaEwb -Reason Duplicate -Remark 'csv' -Confirm:$false | Export-Csv (Join-Path $folder 'cancelled.csv') -NoTypeInformation
            Import-Csv (Join-Path $folder 'cancelled.csv') | Stop-OctaIrn -Reason Duplicate -Remark 'csv' -Confirm:$false
        }
        $cancelled.Irn | Should -BeExactly (Get-ComputedIrn -Number $number)
        $row = Import-Csv (Join-Path $folder 'irn.csv')
        $row.DocumentDate | Should -BeExactly (Get-SampleDate -Format 'yyyy-MM-dd')
        $row.InvoiceTotal | Should -Match '^1180([.,]0+)?$'
        (Get-OctaIrn $cancelled.Irn).IrnStatus | Should -Be 'Cancelled'
    }

    It 'from the document as Octa has it, by the CSV''s columns' {
        Get-SampleRow 'DOCCSV/1' | New-OctaIrn | Select-Object Gstin, DocumentType, DocumentNumber, DocumentDate | Export-Csv (Join-Path $TestDrive 'doc.csv') -NoTypeInformation
        (Import-Csv (Join-Path $TestDrive 'doc.csv') | Get-OctaDocIrnInfo | Stop-OctaIrn -Reason Others -Remark 'x' -Confirm:$false).Irn | Should -BeExactly (Get-ComputedIrn -Number 'DOCCSV/1')
    }
}
