BeforeAll {
    Import-Module $(if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' })
    . (Join-Path $PSScriptRoot 'Samples.ps1')
    $script:keyId, $script:keySecret = $env:OCTA_KEY_ID, $env:OCTA_KEY_SECRET
    $env:OCTA_KEY_ID = $env:OCTA_KEY_SECRET = $null
    $script:profilePath = $env:OCTA_PROFILE_PATH
    # No profile of this account takes part.
    $env:OCTA_PROFILE_PATH = Join-Path $TestDrive 'profiles.json'
}

AfterAll {
    $env:OCTA_PROFILE_PATH = $script:profilePath
    Disconnect-Octa
    Stop-OctaSandbox
    $env:OCTA_KEY_ID, $env:OCTA_KEY_SECRET = $script:keyId, $script:keySecret
}

Describe 'Start-OctaSandbox' {
    AfterEach { Stop-OctaSandbox }

    It 'listens on loopback alone, on a free port' {
        $sandbox = Start-OctaSandbox
        $sandbox.BaseUri.Host | Should -BeExactly '127.0.0.1'
        $sandbox.BaseUri.Scheme | Should -BeExactly 'http'
        $sandbox.Port | Should -Be $sandbox.BaseUri.Port
        $sandbox.Port | Should -BeGreaterThan 1023
        $sandbox.RegisteredDocuments | Should -Be 0
    }

    It 'takes the port that it is told' {
        $free = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $free.Start()
        $port = $free.LocalEndpoint.Port
        $free.Stop()
        (Start-OctaSandbox -Port $port).BaseUri | Should -Be "http://127.0.0.1:$port/"
    }

    It 'says which port is taken' {
        $first = Start-OctaSandbox
        $failure = { Start-OctaSandbox -Port $first.Port } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeExactly 'OctaSandboxPort,OctaEInvoice.Commands.StartOctaSandboxCommand'
        $failure.CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        $failure.TargetObject | Should -Be $first.Port
        $failure.ErrorDetails.RecommendedAction | Should -Match "^Port $($first.Port) is taken"
    }

    It 'accepts the credential that it hands out, and no other' {
        $sandbox = Start-OctaSandbox
        $null = Connect-Octa -Credential $sandbox.Credential -BaseUri $sandbox.BaseUri
        (Get-SampleRow 'KEY/1' | New-OctaIrn).Outcome | Should -Be 'Registered'
        $null = Connect-Octa -Credential (Get-KeyCredential $sandbox.Credential.UserName 'wrong') -BaseUri $sandbox.BaseUri
        { Get-SampleRow 'KEY/2' | New-OctaIrn -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'OctaLoginRefused,*'
        $sandbox.RegisteredDocuments | Should -Be 1
    }

    It 'starts nothing with -WhatIf' {
        Start-OctaSandbox -WhatIf | Should -BeNullOrEmpty
    }

    It 'lets several run side by side, each with documents of its own' {
        $one = Start-OctaSandbox
        $two = Start-OctaSandbox
        $null = Get-SampleRow 'TWO/1' | New-OctaIrn -Credential $one.Credential -BaseUri $one.BaseUri
        $one.RegisteredDocuments | Should -Be 1
        $two.RegisteredDocuments | Should -Be 0
    }

    It 'keeps documents, keys and signatures in -StatePath over a restart' {
        $path = Join-Path $TestDrive 'sandbox.state'
        $sandbox = Start-OctaSandbox -StatePath $path
        $null = Connect-Octa -Credential $sandbox.Credential -BaseUri $sandbox.BaseUri -Gstin $script:SampleSeller
        $registered = Get-SampleRow 'STATE/1' | New-OctaIrn
        $key = $sandbox.PublicKeyPem
        $secret = $sandbox.Credential.GetNetworkCredential().Password
        Stop-OctaSandbox

        $again = Start-OctaSandbox -StatePath $path
        $again.RegisteredDocuments | Should -Be 1
        $again.PublicKeyPem | Should -BeExactly $key
        $again.Credential.GetNetworkCredential().Password | Should -BeExactly $secret
        $null = Connect-Octa -Credential $again.Credential -BaseUri $again.BaseUri -Gstin $script:SampleSeller
        $found = Get-OctaIrn $registered.Irn
        $found.AckNumber | Should -BeExactly $registered.AckNumber
        $found.SignedInvoice | Should -BeExactly $registered.SignedInvoice
        (Get-SampleRow 'STATE/1' | New-OctaIrn).Outcome | Should -Be 'Recovered'
        (Get-SampleRow 'STATE/2' | New-OctaIrn).AckNumber | Should -BeGreaterThan $registered.AckNumber
    }

    It 'refuses a state file that is none, and leaves it alone' {
        $path = Join-Path $TestDrive 'letter.txt'
        Set-Content $path 'Dear customer'
        $failure = { Start-OctaSandbox -StatePath $path } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeExactly 'OctaSandboxState,OctaEInvoice.Commands.StartOctaSandboxCommand'
        Get-Content $path | Should -BeExactly 'Dear customer'
    }
}

Describe 'Stop-OctaSandbox' {
    It 'stops the one at -Port and lets the others run' {
        $one = Start-OctaSandbox
        $two = Start-OctaSandbox
        Stop-OctaSandbox -Port $one.Port
        { Get-OctaGstin $script:SampleBuyer -Gstin $script:SampleSeller -Credential $one.Credential -BaseUri $one.BaseUri -MaxOutageMinutes 0 -ErrorAction Stop } | Should -Throw
        (Get-SampleRow 'STOP/1' | New-OctaIrn -Credential $two.Credential -BaseUri $two.BaseUri).Outcome | Should -Be 'Registered'
        Stop-OctaSandbox
    }

    It 'takes sandboxes from the pipeline' {
        $one = Start-OctaSandbox
        $one | Stop-OctaSandbox
        Stop-OctaSandbox -Port $one.Port -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaSandboxNotFound,OctaEInvoice.Commands.StopOctaSandboxCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'closes the connection to the sandbox that it stops' {
        $null = Connect-Octa -Sandbox
        Stop-OctaSandbox
        Get-OctaConnection | Should -BeNullOrEmpty
    }

    It 'is content when none runs' {
        { Stop-OctaSandbox -ErrorAction Stop } | Should -Not -Throw
    }
}

Describe 'Connect-Octa' {
    AfterEach {
        Disconnect-Octa
        Stop-OctaSandbox
    }

    It 'with -Sandbox needs nothing at all' {
        $connection = Connect-Octa -Sandbox
        $connection.Name | Should -BeExactly 'Sandbox'
        $connection.Sandbox | Should -BeTrue
        $connection.Environment | Should -Be 'Test'
        (Get-SampleRow 'CON/1' | New-OctaIrn).Irn | Should -BeExactly (Get-ComputedIrn -Number 'CON/1')
    }

    It 'with -Sandbox takes the sandbox that runs already' {
        $sandbox = Start-OctaSandbox
        (Connect-Octa -Sandbox).BaseUri | Should -Be $sandbox.BaseUri
    }

    It 'without -BaseUri goes to Octa''s address, in production' {
        $connection = Connect-Octa -Credential (Get-KeyCredential)
        $connection.BaseUri.Host | Should -BeExactly 'bills.octagst.com'
        $connection.BaseUri.Scheme | Should -BeExactly 'https'
        $connection.Environment | Should -Be 'Production'
        $connection.Sandbox | Should -BeFalse
        $connection.KeyId | Should -BeExactly 'ramesh'
    }

    It 'takes <Given> as GSTIN <Kept>' -ForEach @(
        @{ Given = ' 27aadcv4821m1z0 '; Kept = '27AADCV4821M1Z0' }
        @{ Given = '29AABCT1332L000'; Kept = '29AABCT1332L000' }
    ) {
        (Connect-Octa -Sandbox -Gstin $Given).Gstin | Should -BeExactly $Kept
    }

    It 'refuses a GSTIN of the wrong form' {
        { Connect-Octa -Sandbox -Gstin '27AADCV4821' } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'sends no key over plain http to another machine' {
        $failure = { Connect-Octa -Credential (Get-KeyCredential) -BaseUri 'http://bills.octagst.com/' } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeExactly 'OctaBaseUriRefused,OctaEInvoice.Commands.ConnectOctaCommand'
        $failure.ErrorDetails.RecommendedAction | Should -BeExactly 'Give an address that begins with https://.'
        Get-OctaConnection | Should -BeNullOrEmpty
    }

    It 'shows the secret nowhere: list, text, JSON, serialised form' {
        $connection = Connect-Octa -Credential (Get-KeyCredential) -BaseUri 'https://example.com/'
        $shown = @($connection | Format-List * | Out-String), "$connection", ($connection | ConvertTo-Json -Depth 4 -WarningAction SilentlyContinue), [Management.Automation.PSSerializer]::Serialize($connection, 4)
        foreach ($text in $shown) {
            $text | Should -Not -Match 'elephant'
            $text | Should -Not -Match 'cmFtZXNo'
        }
    }

    It 'reads key and secret from the environment when no credential is given' {
        $env:OCTA_KEY_ID = 'ramesh'
        $env:OCTA_KEY_SECRET = 'elephant@123'
        try {
            $connection = Connect-Octa -BaseUri 'https://example.com/'
            $connection.KeyId | Should -BeExactly 'ramesh'
            $connection.Name | Should -BeExactly 'Environment variables'
        }
        finally { $env:OCTA_KEY_ID = $env:OCTA_KEY_SECRET = $null }
    }

    It 'without any credential says where to get one' {
        $failure = { Connect-Octa -BaseUri 'https://example.com/' } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeExactly 'OctaNoCredential,OctaEInvoice.Commands.ConnectOctaCommand'
        $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $failure.ErrorDetails.RecommendedAction | Should -Match 'Connect-Octa -Sandbox'
    }
}

Describe 'Disconnect-Octa and Get-OctaConnection' {
    AfterEach { Stop-OctaSandbox }

    It 'gives the open connection, and nothing after it was closed' {
        $opened = Connect-Octa -Sandbox -Gstin $script:SampleSeller
        (Get-OctaConnection).BaseUri | Should -Be $opened.BaseUri
        (Get-OctaConnection).Gstin | Should -BeExactly $script:SampleSeller
        Disconnect-Octa
        Get-OctaConnection | Should -BeNullOrEmpty
    }

    It 'lets the sandbox run on' {
        $sandbox = Start-OctaSandbox
        $null = Connect-Octa -Sandbox
        Disconnect-Octa
        $null = Connect-Octa -Sandbox
        (Get-OctaConnection).BaseUri | Should -Be $sandbox.BaseUri
        Disconnect-Octa
    }

    It 'leaves commands without a connection with a clear error' {
        Disconnect-Octa
        $failure = { Get-SampleRow 'NONE/1' | New-OctaIrn } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeExactly 'OctaNoConnection,OctaEInvoice.Commands.NewOctaIrnCommand'
        $failure.CategoryInfo.Category | Should -Be 'ConnectionError'
        $failure.ErrorDetails.RecommendedAction | Should -BeExactly 'Open one by Connect-Octa, name a profile by -Profile, or try everything without an account by Connect-Octa -Sandbox.'
    }

    It 'gives each runspace a connection of its own' {
        $null = Connect-Octa -Sandbox
        $manifest = Join-Path (Split-Path (Split-Path (Get-Module OctaEInvoice).Path)) 'OctaEInvoice.psd1'
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({ param($manifest) Import-Module $manifest; @(Get-OctaConnection).Count }).AddArgument($manifest)
            $shell.Invoke()[0] | Should -Be 0
        }
        finally { $shell.Dispose() }
        Disconnect-Octa
    }
}

Describe 'A command''s own choice of connection' {
    BeforeAll {
        $script:sandbox = Start-OctaSandbox
        $script:server = Open-RecordingServer @{ getgstin = @{ Status = 200; Body = '{"Success":true,"Gstin":"29AAHCK7310R1ZV","LegalName":"RECORDED","Status":"ACT"}' } }
    }

    AfterAll {
        Close-RecordingServer $script:server
        Disconnect-Octa
        Stop-OctaSandbox
    }

    It '-Connection wins over the open connection' {
        $own = Connect-Octa -Credential (Get-KeyCredential) -BaseUri $script:server.BaseUri
        $null = Connect-Octa -Sandbox
        (Get-OctaGstin $script:SampleBuyer -Gstin $script:SampleSeller -Connection $own).LegalName | Should -BeExactly 'RECORDED'
    }

    It '-Credential with -BaseUri wins over the open connection' {
        $null = Connect-Octa -Sandbox
        (Get-OctaGstin $script:SampleBuyer -Gstin $script:SampleSeller -Credential (Get-KeyCredential) -BaseUri $script:server.BaseUri).LegalName | Should -BeExactly 'RECORDED'
    }

    It 'makes the header of the specification''s example' {
        $script:server.Requests.Clear()
        $null = Get-OctaGstin $script:SampleBuyer -Gstin $script:SampleSeller -Credential (Get-KeyCredential 'ramesh' 'elephant@123') -BaseUri $script:server.BaseUri
        $script:server.Requests[0].Headers['Authorization'] | Should -BeExactly 'Basic cmFtZXNoOmVsZXBoYW50QDEyMw=='
    }

    It 'refuses -BaseUri without -Credential, for the open connection''s key would go elsewhere' {
        $null = Connect-Octa -Sandbox
        { Get-OctaGstin $script:SampleBuyer -BaseUri $script:server.BaseUri } | Should -Throw
    }

    It 'writes no secret to the verbose and debug streams' {
        $said = Get-OctaGstin $script:SampleBuyer -Gstin $script:SampleSeller -Credential (Get-KeyCredential) -BaseUri $script:server.BaseUri -Verbose -Debug *>&1 | Out-String
        $said | Should -Not -Match 'elephant|cmFtZXNo'
    }
}
