BeforeAll {
    $module = if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' }
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'StubServer.ps1')
    $seller = '29AABCT1332L000'
}

Describe 'Test-OctaConnection' {
    BeforeEach {
        $server = New-StubServer -Body $activeSeller
        $null = Connect-Octa -Credential (New-Key) -BaseUri $server.BaseUri -Gstin $seller
    }

    AfterEach {
        Disconnect-Octa
        $server.Dispose()
    }

    It 'asks once for the own GSTIN and says how long it took' {
        $test = Test-OctaConnection
        $test.Success | Should -BeTrue
        $test.Gstin | Should -Be $seller
        $test.LegalName | Should -Be 'Shastri Trolly Works'
        $test.Environment | Should -Be 'Test'
        $test.LatencyMs | Should -BeGreaterThan 0
        $test.Problem | Should -BeNullOrEmpty
        $server.Heads.Count | Should -Be 1
        $server.Heads[0] | Should -Match "GET /api/einvoice/getgstin\?gstin=$seller&partygstin=$seller "
        $server.Heads[0] | Should -Match 'User-Agent: OctaEInvoice/\d+\.\d+\.\d+'
    }

    It 'gives true or false with -Quiet' {
        Test-OctaConnection -Quiet | Should -BeExactly $true
        $server.Status = '500 Oops'
        $server.Body = ''
        Test-OctaConnection -Quiet | Should -BeExactly $false
    }

    It 'says what is wrong: <what>' -ForEach @(
        @{ what = 'login'; status = '401 Unauthorized'; body = ''; header = 'X: y'; problem = '*refused Key Id*'; code = 'HTTP-401' }
        @{ what = 'a code of Octa'; status = '200 OK'; body = '{"Success":false,"Errors":[{"Code":"OCTA-200","Message":"Not configured"}]}'; header = 'X: y'; problem = '*Not configured*'; code = 'OCTA-200' }
        @{ what = 'an inactive seller'; status = '200 OK'; body = '{"Success":true,"Gstin":"29AABCT1332L000","Status":"CNL"}'; header = 'X: y'; problem = '*not active*CNL*'; code = @() }
        @{ what = 'a redirect'; status = '302 Found'; body = ''; header = 'Location: https://elsewhere.example.com/key?x=1'; problem = '*elsewhere.example.com*redirects are not followed*'; code = @() }
        @{ what = 'a page of a proxy'; status = '200 OK'; body = '<html>Sign in</html>'; header = 'X: y'; problem = '*not JSON*'; code = @() }
    ) {
        $server.Status = $status
        $server.Body = $body
        $server.Header = $header
        $test = Test-OctaConnection
        $test.Success | Should -BeFalse
        $test.Problem | Should -BeLike $problem
        @($test.Codes) | Should -Be @($code)
        $test.Remedy | Should -Not -BeNullOrEmpty
        $server.Heads.Count | Should -Be 1
    }

    It 'says that nobody listens' {
        $server.Dispose()
        $test = Test-OctaConnection
        $test.Success | Should -BeFalse
        $test.Problem | Should -BeLike '*could not be made*'
        $test.LatencyMs | Should -BeNullOrEmpty
    }

    It 'needs a GSTIN' {
        $null = Connect-Octa -Credential (New-Key) -BaseUri $server.BaseUri
        Test-OctaConnection -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'OctaNoGstin,*'
    }

    It 'answers in a sandbox' {
        $null = Connect-Octa -Sandbox -Gstin 29AABCT1332L000
        try {
            $test = Test-OctaConnection
            $test.Sandbox | Should -BeTrue
            $test.Success | Should -BeTrue
        }
        finally {
            Stop-OctaSandbox
        }
    }

    It 'prints as a table with what is wrong' {
        $server.Status = '401 Unauthorized'
        $server.Body = ''
        (Test-OctaConnection | Out-String -Width 300) | Should -Match 'Success\s+Name\s+Gstin\s+Environment\s+LatencyMs\s+BaseUri\s+Problem'
    }
}

Describe 'Connect-Octa' {
    It 'refuses <address>' -ForEach @(
        @{ address = 'http://octa.example.com' }
        @{ address = 'https://me:hidden@octa.example.com' }
        @{ address = 'octa.example.com' }
    ) {
        $failure = { Connect-Octa -Credential (New-Key) -BaseUri $address } | Should -Throw -ErrorId 'OctaBaseUriRefused,*' -PassThru
        "$failure" | Should -Not -Match 'hidden'
    }

    It 'refuses a proxy with a password in it' {
        $failure = { Connect-Octa -Credential (New-Key) -Proxy http://me:hidden@proxy.example.com } | Should -Throw -ErrorId 'OctaProxyRefused,*' -PassThru
        "$failure" | Should -Not -Match 'hidden'
    }

    It 'reaches a server behind a proxy, also with one request at a time' {
        $proxy = New-StubServer -Status '403 Forbidden'
        $null = Connect-Octa -Credential (New-Key) -BaseUri https://octa.example.invalid -Proxy $proxy.BaseUri -Gstin 29AABCT1332L000
        try {
            (Test-OctaConnection -ThrottleLimit 1).Success | Should -BeFalse
            $proxy.Heads[0] | Should -Match '^CONNECT octa\.example\.invalid:443 '
            "$($proxy.Heads)" | Should -Not -Match 'Basic'
        }
        finally {
            Disconnect-Octa
            $proxy.Dispose()
        }
    }
}
