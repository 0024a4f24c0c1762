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

Describe 'A thousand rows' {
    BeforeAll {
        $script:before = $script:sandbox.RegisteredDocuments
        $row = Get-SampleRow 'x'
        $script:rows = foreach ($i in 1..1000) {
            $copy = $row.PSObject.Copy()
            $copy.DocumentNumber = "K/$([Math]::Ceiling($i / 2))"
            $copy.UnitPrice = "$i"
            $copy
        }
        $script:results = @($script:rows | New-OctaIrn -ThrottleLimit 32 -ErrorAction Stop)
    }

    It 'become 500 documents, all registered, in the order of the input' {
        $script:results.Count | Should -Be 500
        $script:results.DocumentNumber | Should -Be (1..500 | ForEach-Object { "K/$_" })
        ($script:results.Outcome | Sort-Object -Unique) | Should -Be 'Registered'
        $script:sandbox.RegisteredDocuments - $script:before | Should -Be 500
    }

    It 'each with its own total, rows and IRN' {
        foreach ($n in 1, 250, 500) {
            $result = $script:results[$n - 1]
            $result.InvoiceTotal | Should -Be (11.8 * (4 * $n - 1))
            $result.Rows | Should -Be (2 * $n - 1), (2 * $n)
            $result.Irn | Should -BeExactly (Get-ComputedIrn -Number "K/$n")
        }
    }

    It 'have 500 different acknowledgement numbers' {
        ($script:results.AckNumber | Sort-Object -Unique).Count | Should -Be 500
    }
}

Describe 'A pipeline that ends early' {
    It 'by Select-Object -First leaves no request without its answer' {
        $before = $script:sandbox.RegisteredDocuments
        $first = 1..50 | ForEach-Object { Get-SampleDocument "FIRST/$_" } | New-OctaIrn -ThrottleLimit 4 | Select-Object -First 1
        $first.DocumentNumber | Should -BeExactly 'FIRST/1'
        $sent = $script:sandbox.RegisteredDocuments - $before
        $sent | Should -BeLessThan 50
        Start-Sleep -Milliseconds 300
        $script:sandbox.RegisteredDocuments - $before | Should -Be $sent
    }

    It 'by a throw downstream leaves the connection usable' {
        { 1..20 | ForEach-Object { Get-SampleDocument "THROW/$_" } | New-OctaIrn | ForEach-Object { throw 'enough' } } | Should -Throw 'enough'
        (Get-SampleRow 'THROW/AFTER' | New-OctaIrn).Outcome | Should -Be 'Registered'
    }
}

Describe 'Whole documents stream' {
    It 'the first is registered before the last is read' {
        $seen = [Collections.ArrayList]::new()
        $null = 1..40 | ForEach-Object { Get-SampleDocument "STREAM/$_"; $null = $seen.Add($script:sandbox.RegisteredDocuments) } | New-OctaIrn -ThrottleLimit 2
        $seen[39] | Should -BeGreaterThan $seen[0]
    }
}

Describe 'A refused login' {
    BeforeAll {
        $script:server = Open-RecordingServer @{ generateirn = @{ Status = 401; Body = '{"Success":false,"Errors":[{"Code":"52","Message":"Access denied"}]}' } }
        $rows = 1..40 | ForEach-Object { Get-SampleRow "LOGIN/$_" }
        $written = [Collections.ArrayList]::new()
        $script:failure = { $rows | New-OctaIrn -Credential (Get-KeyCredential) -BaseUri $script:server.BaseUri -ThrottleLimit 4 -IncludeRejected -ErrorAction SilentlyContinue | ForEach-Object { $null = $written.Add($_) } } | Should -Throw -PassThru
        $script:written = $written
    }

    AfterAll { Close-RecordingServer $script:server }

    It 'ends the run with OctaLoginRefused and what to do' {
        $script:failure.FullyQualifiedErrorId | Should -BeExactly 'OctaLoginRefused,OctaEInvoice.Commands.NewOctaIrnCommand'
        $script:failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $script:failure.ErrorDetails.RecommendedAction | Should -BeLike "Check Key Id and Key Secret on Octa's portal (ERP Keys), and give them again*"
        $script:failure.Exception.Codes | Should -Contain '52'
    }

    It 'sends no more than was in flight' {
        $script:server.Requests.Count | Should -BeLessOrEqual 8
    }

    It 'calls no document registered' {
        $script:written | Where-Object { $_.Outcome -in 'Registered', 'Recovered' } | Should -BeNullOrEmpty
    }

    It 'shows the secret in no error' {
        "$($script:failure)$($script:failure.Exception)$($Error | Select-Object -First 20 | Out-String)" | Should -Not -Match 'elephant|cmFtZXNo'
    }
}

Describe 'A server that nobody answers for' {
    It 'is a failed connection; the document is not registered and can be sent again' {
        # Bound, so that no process beside this one gets the port meanwhile, and not listened at, so that it refuses.
        $port = [Net.Sockets.Socket]::new([Net.Sockets.AddressFamily]::InterNetwork, [Net.Sockets.SocketType]::Stream, [Net.Sockets.ProtocolType]::Tcp)
        $port.Bind([Net.IPEndPoint]::new([Net.IPAddress]::Loopback, 0))
        $stop = {
            Get-SampleRow 'GONE/1' | New-OctaIrn -Credential (Get-KeyCredential) -BaseUri "http://127.0.0.1:$($port.LocalEndPoint.Port)/" -MaxOutageMinutes 0 -ErrorVariable script:found -ErrorAction SilentlyContinue
        } | Should -Throw -PassThru
        $port.Dispose()
        $stop.FullyQualifiedErrorId | Should -BeExactly 'OctaOutage,OctaEInvoice.Commands.NewOctaIrnCommand'
        $stop.CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        $stop.ErrorDetails.RecommendedAction | Should -Match '^Run the same command again'
        $failure = @($script:found | Where-Object { $_ -is [Management.Automation.ErrorRecord] })[0]
        $failure.FullyQualifiedErrorId | Should -BeExactly 'OctaNotSent,OctaEInvoice.Commands.NewOctaIrnCommand'
        $failure.CategoryInfo.Category | Should -Be 'ConnectionError'
        "$failure" | Should -Match '^INV GONE/1 \(row 1\): The document could not be sent, and this run registered nothing: '
        (Get-SampleRow 'GONE/1' | New-OctaIrn).Outcome | Should -Be 'Registered'
    }
}

Describe 'A mistyped address' {
    BeforeAll {
        $script:server = Open-RecordingServer
        $script:server.Answers['generateirn'] = @{ Status = 404; Type = 'text/html'; Body = '<html>No such page</html>' }
        $script:to = @{ Credential = Get-KeyCredential; BaseUri = $script:server.BaseUri; ThrottleLimit = 1 }
        $script:rows = 1..12 | ForEach-Object { Get-SampleRow "MIS/$_" }
    }

    AfterAll { Close-RecordingServer $script:server }

    BeforeEach { $script:server.Requests.Clear() }

    It 'ends the run at once, says so, and reports what was sent as in doubt and the rest as not sent' {
        $written = [Collections.ArrayList]::new()
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $stop = { $script:rows | New-OctaIrn @script:to -IncludeRejected -ErrorAction SilentlyContinue | ForEach-Object { $null = $written.Add($_) } } | Should -Throw -PassThru
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 20
        $stop.FullyQualifiedErrorId | Should -BeExactly 'OctaWrongAddress,OctaEInvoice.Commands.NewOctaIrnCommand'
        "$stop" | Should -BeExactly "The run was stopped. Octa's API is not at $($script:server.BaseUri): HTTP 404 with an answer that is not JSON: <html>No such page</html> 1 document is in doubt (INV MIS/1). 11 documents were not sent."
        $stop.ErrorDetails.RecommendedAction | Should -Match '^Check -BaseUri, or the profile'
        $written.Outcome | Should -Be (@('InDoubt') + @('Skipped') * 11)
        $script:server.Requests.Count | Should -Be 1
    }

    It 'counts the rest also without a row for each document' {
        $stop = { $script:rows | New-OctaIrn @script:to -ErrorAction SilentlyContinue } | Should -Throw -PassThru
        "$stop" | Should -Match '11 documents were not sent\.$'
    }

    It 'with -ErrorAction Stop is named before its consequences' {
        $stop = { $script:rows | New-OctaIrn @script:to -ErrorAction Stop } | Should -Throw -PassThru
        $stop.FullyQualifiedErrorId | Should -BeExactly 'OctaWrongAddress,OctaEInvoice.Commands.NewOctaIrnCommand'
        "$stop" | Should -Match 'in doubt \(INV MIS/1\)'
    }

    It 'ends look-ups too' {
        $stop = { ('a' * 64), ('b' * 64) | Get-OctaIrn @script:to -Gstin $script:SampleSeller -ErrorAction SilentlyContinue } | Should -Throw -PassThru
        $stop.FullyQualifiedErrorId | Should -BeExactly 'OctaWrongAddress,OctaEInvoice.Commands.GetOctaIrnCommand'
        $script:server.Requests.Count | Should -Be 1
    }
}

Describe 'A service in trouble' {
    It 'is one warning that names address, answer and patience' {
        $server = Open-RecordingServer @{ generateirn = @{ Status = 503; Type = 'text/html'; Body = '<html>Busy</html>' } }
        try {
            $null = try { 1..3 | ForEach-Object { Get-SampleRow "TRB/$_" } | New-OctaIrn -Credential (Get-KeyCredential) -BaseUri $server.BaseUri -MaxOutageMinutes 0 -WarningVariable warnings -WarningAction SilentlyContinue -ErrorAction SilentlyContinue } catch { $_ }
            @($warnings).Count | Should -Be 1
            "$warnings" | Should -BeExactly "The service at $($server.BaseUri) did not answer as it should: HTTP 503 with an answer that is not JSON: <html>Busy</html>. No outage is waited out (-MaxOutageMinutes 0): the next failure ends the run."
        }
        finally { Close-RecordingServer $server }
    }
}

Describe 'What goes over the wire' {
    BeforeAll {
        $irn = Get-ComputedIrn -Number 'WIRE/1'
        $script:server = Open-RecordingServer @{ generateirn = @{ Status = 200; Body = '{"Success":true,"AckNo":"112610000000001","AckTime":"22/11/2026 10:00:00","IrnStatus":"ACT","Irn":"' + $irn + '","SignedInvoice":null,"SignedQRCode":null,"EwbStatus":"ACT","EwbNo":"191000000001"}' } }
        $row = Get-SampleRow 'WIRE/1' -With @{
            UnitPrice = '1,23,456.50'; TransportMode = '1'; Distance = '850'; VehicleNumber = 'MH-12 AB 1234'; VehicleType = 'R'
            AttributeName = 'Colour'; AttributeValue = 'Red'; AttributeName2 = 'Size'; AttributeValue2 = 'XL'; BatchName = 'B-77'; BatchExpiryDate = '2029-12-31'
            Description = "Seal $([char] 0x0936) & co"
        }
        $null = $row | New-OctaIrn -Credential (Get-KeyCredential) -BaseUri $script:server.BaseUri -QrCode Gif -QrCodeQuality Standard -Pdf -ErrorAction SilentlyContinue
        $script:request = $script:server.Requests[0]
        $script:body = $script:request.Body | ConvertFrom-Json
    }

    AfterAll { Close-RecordingServer $script:server }

    It 'is POST to generateirn with the specification''s query parameters' {
        $script:request.Method | Should -BeExactly 'POST'
        $path, $query = $script:request.Target -split '\?', 2
        $path | Should -BeExactly '/api/einvoice/generateirn'
        $query -split '&' | Sort-Object | Should -Be 'pdf=yes', 'qrcode=yes', 'qrcodeformat=GIF', 'qrcodequality=standard'
        $script:request.Headers['Content-Type'] | Should -Match '^application/json'
    }

    It 'has NIC''s names in their exact letter case' {
        $script:body.PSObject.Properties.Name | Should -Be 'Version', 'TranDtls', 'DocDtls', 'SellerDtls', 'BuyerDtls', 'ItemList', 'ValDtls', 'EwbDtls'
        $script:request.Body | Should -MatchExactly '"BchDtls":\{"Nm":"B-77","ExpDt":"31/12/2029"\}'
        $script:request.Body | Should -MatchExactly '"AttribDtls":\[\{"Nm":"Colour","Val":"Red"\},\{"Nm":"Size","Val":"XL"\}\]'
        $script:request.Body | Should -MatchExactly '"VehNo":"MH12AB1234","VehType":"R"'
    }

    It 'has numbers as numbers, dates as dd/MM/yyyy, text in UTF-8' {
        $script:request.Body | Should -MatchExactly '"UnitPrice":123456\.5[0,]'
        $script:request.Body | Should -MatchExactly '"Pin":411026'
        "$($script:body.DocDtls.Dt)" | Should -BeExactly (Get-SampleDate)
        $script:body.ItemList[0].PrdDesc | Should -BeExactly "Seal $([char] 0x0936) & co"
        $script:body.ValDtls.IgstVal | Should -Be 222221.7
        $script:body.ValDtls.TotInvVal | Should -Be 1456786.7
    }

    It 'leaves out what is empty' {
        $script:request.Body | Should -Not -Match 'null|""'
    }
}
