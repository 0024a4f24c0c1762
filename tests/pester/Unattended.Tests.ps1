BeforeDiscovery {
    # On Windows the store's folder can't be moved away from the user's own.
    $canRun = (Get-Module Microsoft.PowerShell.SecretStore -ListAvailable) -and $PSVersionTable.PSVersion.Major -ge 7 -and -not $IsWindows
}

Describe 'Register-Invoices.ps1' -Skip:(-not $canRun) {
    BeforeAll {
        $module = if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' }
        Import-Module $module -Force
        . (Join-Path $PSScriptRoot 'StubServer.ps1')
        . (Join-Path $PSScriptRoot 'Shell.ps1')
        $folder = (Resolve-Path (Join-Path $PSScriptRoot '../../examples/unattended')).Path
        $sandbox = Start-OctaSandbox
        $refusing = New-StubServer -Status '401 Unauthorized' -Body ''

        function Invoke-Script([string] $Name, [string[]] $Argument) {
            Invoke-ChildPowerShell ('-NonInteractive', '-File', (Join-Path $folder $Name) + $Argument) -HomePath "$TestDrive"
        }

        function Get-Row([string] $Number, [string] $Hsn = '1001') {
            [pscustomobject]@{
                DocumentType = 'INV'; DocumentNumber = $Number; DocumentDate = [DateTime]::UtcNow.AddHours(5.5).ToString('dd/MM/yyyy', [cultureinfo]::InvariantCulture)
                SellerLegalName = 'ABC company pvt ltd'; SellerAddress1 = '5th block'; SellerLocation = 'GANDHINAGAR'; SellerPin = 560001
                BuyerGstin = '29AWGPV7107B1Z1'; BuyerLegalName = 'XYZ company pvt ltd'; BuyerAddress1 = '7th block'; BuyerLocation = 'GANDHINAGAR'; BuyerPin = 560004; PlaceOfSupply = '29'
                Description = 'Rice'; HsnCode = $Hsn; Quantity = 10; Unit = 'NOS'; UnitPrice = 100; GstRate = 12
            }
        }

        # A profile of each server, stored as an account does that nobody can sign in with.
        $keyPath = Join-Path $TestDrive 'key.txt'
        $sandbox.Credential.UserName, $sandbox.Credential.GetNetworkCredential().Password | Set-Content $keyPath
        $saved = Invoke-Script Save-OctaKey.ps1 '-ProfileName', 'Main', '-Gstin', '29AABCT1332L000', '-KeyPath', $keyPath, '-BaseUri', $sandbox.BaseUri
        'id', 'secret' | Set-Content (Join-Path $TestDrive 'key2.txt')
        $null = Invoke-Script Save-OctaKey.ps1 '-ProfileName', 'Refused', '-Gstin', '29AABCT1332L000', '-KeyPath', (Join-Path $TestDrive 'key2.txt'), '-BaseUri', $refusing.BaseUri
    }

    AfterAll {
        Stop-OctaSandbox
        $refusing.Dispose()
    }

    It 'stores the key once and deletes its file' {
        $saved.ExitCode | Should -Be 0
        $saved.Errors | Should -BeNullOrEmpty
        Test-Path $keyPath | Should -BeFalse
    }

    It 'ends with 0 when all are registered, and again when they are recognised' {
        $csv = Join-Path $TestDrive 'good.csv'
        (Get-Row 'U/1'), (Get-Row 'U/2') | Export-Csv $csv
        $run = Invoke-Script Register-Invoices.ps1 '-Path', $csv, '-ProfileName', 'Main'
        $run.Errors | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
        $run.Output | Should -Match '2 Registered'
        $results = Import-Csv (Join-Path $TestDrive 'good.results.csv')
        $results.DocumentNumber | Should -Be 'U/1', 'U/2'
        $results[0].Irn | Should -Match '^[0-9a-f]{64}$'
        Test-Path (Join-Path $TestDrive 'good.rejected.csv') | Should -BeFalse
        $again = Invoke-Script Register-Invoices.ps1 '-Path', $csv, '-ProfileName', 'Main'
        $again.ExitCode | Should -Be 0
        $again.Output | Should -Match '2 Recovered'
        (Import-Csv (Join-Path $TestDrive 'good.results.csv')).Irn | Should -Be $results.Irn
    }

    It 'ends with 2 when some are rejected, and gives their rows back' {
        $csv = Join-Path $TestDrive 'mixed.csv'
        (Get-Row 'U/3'), (Get-Row 'U/4' -Hsn '12A') | Export-Csv $csv
        $run = Invoke-Script Register-Invoices.ps1 '-Path', $csv, '-ProfileName', 'Main'
        $run.ExitCode | Should -Be 2
        $run.Output | Should -Match '1 Registered, 1 Rejected'
        $run.Errors | Should -Match 'U/4'
        $rejected = @(Import-Csv (Join-Path $TestDrive 'mixed.rejected.csv'))
        $rejected.Count | Should -Be 1
        $rejected[0].DocumentNumber | Should -Be 'U/4'
        $rejected[0].HsnCode | Should -Be '12A'
    }

    It 'ends with 1 when it is stopped: <why>' -ForEach @(
        @{ why = 'refused login'; file = 'good2.csv'; with = @('-ProfileName', 'Refused'); said = 'Stopped:.*401' }
        @{ why = 'no such profile'; file = 'good2.csv'; with = @('-ProfileName', 'Nobody'); said = 'Stopped:.*Nobody' }
        @{ why = 'no such file'; file = 'nothing.csv'; with = @('-ProfileName', 'Main'); said = 'Stopped:.*nothing\.csv' }
        @{ why = 'a wrong parameter'; file = 'good2.csv'; with = @('-Nonsense', 'x'); said = 'Nonsense' }
    ) {
        Get-Row 'U/5' | Export-Csv (Join-Path $TestDrive 'good2.csv')
        $run = Invoke-Script Register-Invoices.ps1 (@('-Path', (Join-Path $TestDrive $file)) + $with)
        $run.ExitCode | Should -Be 1
        $run.Errors | Should -Match $said
        $run.Errors | Should -Not -Match 'ExceptionHandlingOps'
    }
}

Describe 'The scripts for schedulers' {
    It 'are written without fault: <_>' -ForEach @('Register-Invoices.ps1', 'Save-OctaKey.ps1', 'Register-OctaTask.ps1') {
        $faults = $null
        $null = [Management.Automation.Language.Parser]::ParseFile((Join-Path $PSScriptRoot "../../examples/unattended/$_"), [ref] $null, [ref] $faults)
        $faults | Should -BeNullOrEmpty
    }

    It 'call the one script that is there: <_>' -ForEach @('octa-invoices.service', 'crontab.example', 'github-actions.yml', 'Register-OctaTask.ps1') {
        Get-Content (Join-Path $PSScriptRoot "../../examples/unattended/$_") -Raw | Should -Match 'Register-Invoices\.ps1'
    }
}
