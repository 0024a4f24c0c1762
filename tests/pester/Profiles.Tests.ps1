BeforeDiscovery {
    $hasSecretManagement = [bool](Get-Module Microsoft.PowerShell.SecretManagement -ListAvailable)
}

BeforeAll {
    $module = if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' }
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'StubServer.ps1')
    # In signs of ASCII: Windows PowerShell reads a file without a mark by the account's code page.
    $umlaut = "$([char]0xC4)tt Ltd"
    $before = @{ OCTA_PROFILE_PATH = $env:OCTA_PROFILE_PATH; OCTA_KEY_ID = $env:OCTA_KEY_ID; OCTA_KEY_SECRET = $env:OCTA_KEY_SECRET }
    $env:OCTA_PROFILE_PATH = Join-Path $TestDrive 'profiles.json'
    $env:OCTA_KEY_ID = $null
    $env:OCTA_KEY_SECRET = $null
}

AfterAll {
    foreach ($name in $before.Keys) { Set-Item "env:$name" $before[$name] }
}

Describe 'Profiles without a key' {
    BeforeEach {
        Remove-Item $env:OCTA_PROFILE_PATH -ErrorAction Ignore
    }

    It 'keeps what was given, in a file that can be read' {
        $made = Set-OctaProfile Main -Gstin ' 29aabct1332l000 ' -LegalName $umlaut -Address1 '1 Road' -Location Bengaluru -Pin 560001 -ThrottleLimit 4 -PassThru
        $made.Gstin | Should -Be '29AABCT1332L000'
        $made.Seller.StateCode | Should -Be '29'
        $made.Environment | Should -Be 'Production'
        $made.IsDefault | Should -BeFalse
        $text = Get-Content $env:OCTA_PROFILE_PATH -Raw -Encoding UTF8
        $text | Should -Match ('"legalName": "' + $umlaut + '"')
        ($text | ConvertFrom-Json).profiles[0].throttleLimit | Should -Be 4
    }

    It 'changes only what is given' {
        Set-OctaProfile Main -Gstin 29AABCT1332L000 -LegalName 'First Ltd' -Pin 560001 -ThrottleLimit 4
        Set-OctaProfile main -LegalName 'Second Ltd'
        $found = Get-OctaProfile MAIN
        $found.Name | Should -BeExactly 'Main'
        $found.Seller.LegalName | Should -Be 'Second Ltd'
        $found.Seller.Pin | Should -Be 560001
        $found.ThrottleLimit | Should -Be 4
    }

    It 'takes away what is given empty' {
        Set-OctaProfile Main -Gstin 29AABCT1332L000 -Proxy http://proxy.example.com:8080 -ThrottleLimit 4
        Set-OctaProfile Main -Gstin '' -Proxy $null -ThrottleLimit 0 -WarningAction SilentlyContinue
        $found = Get-OctaProfile Main
        $found.Gstin | Should -BeNullOrEmpty
        $found.Proxy | Should -BeNullOrEmpty
        $found.ThrottleLimit | Should -BeNullOrEmpty
    }

    It 'drops the address of another company with its GSTIN' {
        Set-OctaProfile Main -Gstin 29AABCT1332L000 -LegalName 'First Ltd' -Address1 '1 Road'
        Set-OctaProfile Main -Gstin 24AACCM5654F1Z7 -WarningVariable said -WarningAction SilentlyContinue
        (Get-OctaProfile Main).Seller | Should -BeNullOrEmpty
        "$said" | Should -BeLike '*29AABCT1332L000*'
    }

    It 'has one default profile at most' {
        Set-OctaProfile A -Default
        Set-OctaProfile B -Default
        (Get-OctaProfile -Default).Name | Should -Be 'B'
        @(Get-OctaProfile | Where-Object IsDefault).Count | Should -Be 1
        Set-OctaProfile B -Default:$false
        Get-OctaProfile -Default | Should -BeNullOrEmpty
    }

    It 'takes a loopback server for a test and another for production' {
        (Set-OctaProfile A -BaseUri http://127.0.0.1:1234 -PassThru).Environment | Should -Be 'Test'
        (Set-OctaProfile A -BaseUri https://octa.example.com -PassThru).Environment | Should -Be 'Production'
        (Set-OctaProfile A -Environment Test -PassThru).Environment | Should -Be 'Test'
    }

    It 'lists by wildcard and names what it does not know' {
        Set-OctaProfile 'Mumbai Sales'
        Set-OctaProfile 'Mumbai Stores'
        Set-OctaProfile Pune
        (Get-OctaProfile Mumbai*).Name | Should -Be 'Mumbai Sales', 'Mumbai Stores'
        Get-OctaProfile Delhi -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'OctaProfileNotFound,*'
        "$($failures[0])" | Should -BeLike '*Pune*'
    }

    It 'asks before it changes anything' {
        Set-OctaProfile A -WhatIf
        Get-OctaProfile | Should -BeNullOrEmpty
        Set-OctaProfile A
        Remove-OctaProfile A -WhatIf
        @(Get-OctaProfile).Count | Should -Be 1
        Get-OctaProfile A | Remove-OctaProfile
        Get-OctaProfile | Should -BeNullOrEmpty
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'plain http'; given = @{ BaseUri = 'http://octa.example.com' } }
        @{ what = 'a password in the address'; given = @{ BaseUri = 'https://me:hidden@octa.example.com' } }
        @{ what = 'an address without a scheme'; given = @{ BaseUri = 'octa.example.com' } }
        @{ what = 'a password in the proxy'; given = @{ Proxy = 'http://me:hidden@proxy.example.com' } }
        @{ what = 'a proxy that is none'; given = @{ Proxy = 'ftp://proxy.example.com' } }
    ) {
        Set-OctaProfile A @given -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'OctaProfileRefused,*'
        "$($failures[0])" | Should -Not -Match 'hidden'
        Get-OctaProfile | Should -BeNullOrEmpty
    }

    It 'does not write over a file that it can not read' {
        Set-Content $env:OCTA_PROFILE_PATH '{ "profiles": [ { "name": "A", "throttleLimit": "many" } ] }'
        Set-OctaProfile B -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'OctaProfileFile,*'
        "$($failures[0])" | Should -BeLike "*'A'*throttleLimit*"
        Get-Content $env:OCTA_PROFILE_PATH -Raw | Should -BeLike '*many*'
        { Get-OctaProfile } | Should -Throw -ErrorId 'OctaProfileFile,*'
    }

    It 'says that a profile has no key' {
        Set-OctaProfile A -Gstin 29AABCT1332L000
        { Connect-Octa A } | Should -Throw -ErrorId 'OctaProfileWithoutKey,*'
        { Test-OctaConnection -Profile Nobody } | Should -Throw -ErrorId 'OctaProfileNotFound,*'
    }

    It 'completes names, in quotes where they need them' {
        Set-OctaProfile Pune -Gstin 29AABCT1332L000
        Set-OctaProfile 'Mumbai Sales'
        Set-OctaProfile "O'Brien"
        (TabExpansion2 'Connect-Octa -Profile ').CompletionMatches.CompletionText | Should -Be "'Mumbai Sales'", "'O''Brien'", 'Pune'
        (TabExpansion2 "Get-OctaIrn -Profile 'mum").CompletionMatches.CompletionText | Should -Be "'Mumbai Sales'"
        (TabExpansion2 'New-OctaIrn -Profile pu').CompletionMatches[0].ToolTip | Should -BeLike '29AABCT1332L000*'
        (TabExpansion2 'Remove-OctaProfile pu').CompletionMatches.CompletionText | Should -Be 'Pune'
    }

    It 'loses nothing when many write at once' {
        $path = (Get-Module OctaEInvoice).Path
        1..4 | ForEach-Object {
            $number = $_
            Start-Job -ArgumentList $path, $number {
                param($path, $number)
                Import-Module $path
                1..10 | ForEach-Object { Set-OctaProfile "P$number-$_" -ErrorAction Stop }
            }
        } | Receive-Job -Wait -AutoRemoveJob -ErrorAction Stop
        @(Get-OctaProfile).Count | Should -Be 40
        @(Get-ChildItem (Split-Path $env:OCTA_PROFILE_PATH) -Filter *.tmp).Count | Should -Be 0
    }
}

Describe 'Profiles with a key in a vault' -Skip:(-not $hasSecretManagement) {
    BeforeAll {
        $vault = 'OctaTest' + [guid]::NewGuid().ToString('N')
        Register-SecretVault -Name $vault -ModuleName (Join-Path $PSScriptRoot 'OctaTestVault')
        function Use-VaultMood([string] $Mood) { [AppDomain]::CurrentDomain.SetData('OctaTestVault.Mood', $Mood) }
        $seller = '29AABCT1332L000'
    }

    BeforeEach {
        Remove-Item $env:OCTA_PROFILE_PATH -ErrorAction Ignore
        [AppDomain]::CurrentDomain.SetData('OctaTestVault', $null)
        Use-VaultMood ''
        $server = New-StubServer -Body $activeSeller
        Disconnect-Octa
    }

    AfterEach {
        $server.Dispose()
        $env:OCTA_KEY_ID = $null
        $env:OCTA_KEY_SECRET = $null
    }

    AfterAll {
        Unregister-SecretVault -Name $vault
    }

    It 'stores the key and sends it as it was typed' {
        Set-OctaProfile Main $seller -Credential (New-Key 'me@company' ("pass:w$([char]0xF6)rd")) -VaultName $vault -BaseUri $server.BaseUri
        $made = Get-OctaProfile Main
        $made.SecretName | Should -Be 'OctaEInvoice-Main'
        (Test-OctaConnection -Profile Main).Success | Should -BeTrue
        $sent = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String(([regex]'Basic (\S+)').Match($server.Heads[0]).Groups[1].Value))
        $sent | Should -BeExactly "me@company:pass:w$([char]0xF6)rd"
        Get-Content $env:OCTA_PROFILE_PATH -Raw | Should -Not -Match 'pass:'
    }

    It 'stores the proxy''s secret in the vault too' {
        Set-OctaProfile Main -Credential (New-Key) -VaultName $vault -Proxy http://proxy.example.com -ProxyCredential (New-Key 'corp\me' 'proxy-canary')
        (Get-OctaProfile Main).ProxySecretName | Should -Be 'OctaEInvoice-Main-proxy'
        (Get-Secret -Vault $vault -Name OctaEInvoice-Main-proxy).UserName | Should -Be 'corp\me'
        Get-Content $env:OCTA_PROFILE_PATH -Raw | Should -Not -Match 'proxy-canary'
        (Connect-Octa Main).Proxy | Should -Be 'http://proxy.example.com/'
    }

    It 'gives names that differ in their signs secrets that differ' {
        Set-OctaProfile 'A B' -Credential (New-Key 'first') -VaultName $vault
        Set-OctaProfile 'A-B' -Credential (New-Key 'second') -VaultName $vault
        (Get-OctaProfile).SecretName | Should -Be 'OctaEInvoice-A-B', 'OctaEInvoice-A-B-2'
        (Connect-Octa 'A B').KeyId | Should -Be 'first'
    }

    It 'does not write over a secret that is not its own' {
        Set-Secret -Vault $vault -Name payroll -Secret (New-Key 'payroll')
        Set-OctaProfile Main -Credential (New-Key 'mine') -VaultName $vault -SecretName payroll -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[-1].FullyQualifiedErrorId | Should -BeLike 'OctaSecretExists,*'
        (Get-Secret -Vault $vault -Name payroll).UserName | Should -Be 'payroll'
        Get-OctaProfile | Should -BeNullOrEmpty
        Set-OctaProfile Main -Credential (New-Key 'mine') -VaultName $vault -SecretName payroll -Force
        (Get-Secret -Vault $vault -Name payroll).UserName | Should -Be 'mine'
    }

    It 'leaves the secret in the vault, or takes it out on request, or keeps it for another profile' {
        Set-OctaProfile A -Credential (New-Key) -VaultName $vault
        Set-OctaProfile B -VaultName $vault -SecretName OctaEInvoice-A
        Remove-OctaProfile A -RemoveSecret -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -BeLike "*'B'*"
        @(Get-SecretInfo -Vault $vault).Count | Should -Be 1
        Remove-OctaProfile B -RemoveSecret
        @(Get-SecretInfo -Vault $vault).Count | Should -Be 0
    }

    It 'keeps the profile when its secret can not be taken out' {
        Set-OctaProfile A -Credential (New-Key) -VaultName $vault
        Use-VaultMood Broken
        Remove-OctaProfile A -RemoveSecret -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[-1].FullyQualifiedErrorId | Should -BeLike 'OctaVaultFailed,*'
        (Get-OctaProfile).Name | Should -Be 'A'
    }

    It 'names each step that fails: <id>' -ForEach @(
        @{ id = 'OctaVaultNotFound'; spoil = { Set-OctaProfile Main -VaultName NoSuchVault } }
        @{ id = 'OctaVaultLocked'; spoil = { Use-VaultMood Locked } }
        @{ id = 'OctaVaultFailed'; spoil = { Use-VaultMood Broken } }
        @{ id = 'OctaSecretNotFound'; spoil = { Set-OctaProfile Main -SecretName NoSuchSecret } }
        @{ id = 'OctaSecretKind'; spoil = { Set-Secret -Vault $vault -Name OctaEInvoice-Main -Secret 'a text' } }
    ) {
        Set-OctaProfile Main $seller -Credential (New-Key) -VaultName $vault -BaseUri $server.BaseUri
        . $spoil
        $failure = { Test-OctaConnection -Profile Main } | Should -Throw -ErrorId "$id,*" -PassThru
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $server.Heads.Count | Should -Be 0
        { Connect-Octa Main } | Should -Throw -ErrorId "$id,*"
        Get-OctaConnection | Should -BeNullOrEmpty
    }

    It 'says that the login was refused' {
        Set-OctaProfile Main $seller -Credential (New-Key) -VaultName $vault -BaseUri $server.BaseUri
        $server.Status = '401 Unauthorized'
        $server.Body = ''
        $test = Test-OctaConnection -Profile Main
        $test.Success | Should -BeFalse
        $test.Codes | Should -Be 'HTTP-401'
        $test.Remedy | Should -BeLike '*ERP Keys*'
        { Get-OctaIrn ('a' * 64) -Profile Main } | Should -Throw -ErrorId 'OctaLoginRefused,*'
    }

    It 'uses, in this order: its own choice, the open connection, the environment, the default profile' {
        Set-OctaProfile Named $seller -Credential (New-Key 'named') -VaultName $vault -BaseUri $server.BaseUri
        Set-OctaProfile Fallback $seller -Credential (New-Key 'fallback') -VaultName $vault -BaseUri $server.BaseUri -Default
        function Get-Used([hashtable] $With = @{}) {
            $null = Test-OctaConnection @With -Gstin $seller
            [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String(([regex]'Basic (\S+)').Match($server.Heads[-1]).Groups[1].Value)).Split(':')[0]
        }
        Get-Used | Should -Be 'fallback'
        (Connect-Octa).Name | Should -Be 'Fallback'
        Disconnect-Octa
        $env:OCTA_KEY_ID = 'environment'
        $env:OCTA_KEY_SECRET = 'x'
        (Connect-Octa -BaseUri $server.BaseUri).KeyId | Should -Be 'environment'
        Get-Used | Should -Be 'environment'
        $other = Connect-Octa -Credential (New-Key 'open') -BaseUri $server.BaseUri
        Get-Used | Should -Be 'open'
        Get-Used @{ Profile = 'Named' } | Should -Be 'named'
        Get-Used @{ Credential = (New-Key 'own'); BaseUri = $server.BaseUri } | Should -Be 'own'
        Disconnect-Octa
        Get-Used @{ Connection = $other } | Should -Be 'open'
    }

    It 'never lets an open sandbox win over a named profile' {
        Set-OctaProfile Named $seller -Credential (New-Key 'named') -VaultName $vault -BaseUri $server.BaseUri
        $null = Connect-Octa -Sandbox
        try {
            (Test-OctaConnection -Profile Named).BaseUri | Should -Be $server.BaseUri
            $server.Heads.Count | Should -Be 1
            (Get-OctaConnection).Name | Should -Be 'Sandbox'
        }
        finally {
            Stop-OctaSandbox
        }
    }

    It 'refuses two choices at once: <given>' -ForEach @(
        @{ given = '-Profile and -Credential'; choice = { @{ Profile = 'A'; Credential = New-Key } } }
        @{ given = '-Profile and -Connection'; choice = { @{ Profile = 'A'; Connection = Connect-Octa -Credential (New-Key) } } }
        @{ given = '-Connection and -Credential'; choice = { @{ Credential = New-Key; Connection = Connect-Octa -Credential (New-Key) } } }
    ) {
        $both = & $choice
        { Test-OctaConnection @both } | Should -Throw -ErrorId 'OctaTwoConnections,*'
        { Get-OctaIrn ('a' * 64) @both } | Should -Throw -ErrorId 'OctaTwoConnections,*'
    }

    It 'serves several companies in one script, also side by side' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        Set-OctaProfile A $seller -Credential (New-Key 'a') -VaultName $vault -BaseUri $server.BaseUri
        Set-OctaProfile B 24AACCM5654F1Z7 -Credential (New-Key 'b') -VaultName $vault -BaseUri $server.BaseUri
        $path = (Get-Module OctaEInvoice).Path
        $used = 1..12 | ForEach-Object -ThrottleLimit 6 -Parallel {
            Import-Module $using:path
            (Test-OctaConnection -Profile ('A', 'B')[$_ % 2] -ErrorAction Stop).Name
        }
        @($used | Group-Object | Sort-Object Name).Count | Should -Be 2
        @($used | Where-Object { $_ -eq 'A' }).Count | Should -Be 6
    }
}
