# SecretManagement's own vault, in processes of their own with a home of their own: locked or not, with a password or none,
# with somebody at the terminal or nobody.
BeforeDiscovery {
    # On Windows the store's folder can't be moved away from the user's own.
    $canRun = (Get-Module Microsoft.PowerShell.SecretStore -ListAvailable) -and $PSVersionTable.PSVersion.Major -ge 7 -and -not $IsWindows
}

Describe 'SecretStore' -Skip:(-not $canRun) {
    BeforeAll {
        $module = if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { (Resolve-Path (Join-Path $PSScriptRoot '../../OctaEInvoice.psd1')).Path }
        . (Join-Path $PSScriptRoot 'Shell.ps1')
        $prepare = Join-Path $TestDrive 'prepare.ps1'
        Set-Content $prepare @'
param($Module, $Authentication, $Interaction)
$ErrorActionPreference = 'Stop'
$password = [Net.NetworkCredential]::new('', 'store password').SecurePassword
if ($Authentication -eq 'None') { Reset-SecretStore -Scope CurrentUser -Authentication None -Interaction None -Force }
else { Reset-SecretStore -Scope CurrentUser -Authentication Password -Interaction $Interaction -Password $password -Force }
Register-SecretVault -Name OctaVault -ModuleName Microsoft.PowerShell.SecretStore -DefaultVault
if ($Authentication -ne 'None') { Unlock-SecretStore -Password $password }
Import-Module $Module
Set-OctaProfile Main 29AABCT1332L000 -Credential ([pscredential]::new('key-id', [Net.NetworkCredential]::new('', 'key-secret').SecurePassword)) -Default
Set-Secret -Name text -Secret 'a text'
(Get-OctaProfile Main).VaultName
'@
        $use = Join-Path $TestDrive 'use.ps1'
        Set-Content $use @'
param($Module, $Command)
Import-Module $Module
try { & ([scriptblock]::Create($Command)) }
catch { $_.FullyQualifiedErrorId; $_.ErrorDetails.RecommendedAction }
'went on'
'@

        function Invoke-Child([string[]] $Argument, [string] $Home_, [string] $In = 'closed') {
            $child = Invoke-ChildPowerShell $Argument -HomePath $Home_ -KeepInputOpen:($In -eq 'open')
            [pscustomobject]@{ Ended = $child.Ended; Text = $child.Output + $child.Errors }
        }

        function Get-NewStore([string] $Name, [string] $Authentication, [string] $Interaction) {
            $made = Join-Path $TestDrive $Name
            $null = New-Item $made -ItemType Directory
            $answer = Invoke-Child '-NonInteractive', '-File', $prepare, $module, $Authentication, $Interaction -Home_ $made
            $answer.Text | Should -Match '(?m)^OctaVault\s*$'
            $made
        }

        $homes = @{
            Open     = Get-NewStore -Name Open -Authentication None -Interaction None
            Password = Get-NewStore -Name Password -Authentication Password -Interaction None
            Prompt   = Get-NewStore -Name Prompt -Authentication Password -Interaction Prompt
        }
        $empty = Join-Path $TestDrive Empty
        $null = New-Item $empty -ItemType Directory
    }

    It 'opens a store without a password with nobody there' {
        $answer = Invoke-Child '-NonInteractive', '-File', $use, $module, '(Connect-Octa Main).KeyId' -Home_ $homes.Open
        $answer.Text.Trim() -split '\s*\n' | Should -Be 'key-id', 'went on'
    }

    It 'opens a store with a password that the script unlocked' {
        $command = 'Unlock-SecretStore -Password ([Net.NetworkCredential]::new("", "store password").SecurePassword); (Connect-Octa).KeyId'
        foreach ($store in 'Password', 'Prompt') {
            $answer = Invoke-Child '-NonInteractive', '-File', $use, $module, $command -Home_ $homes[$store]
            $answer.Text.Trim() -split '\s*\n' | Should -Be 'key-id', 'went on'
        }
    }

    It 'says that it is locked and goes on: <store>, <switches>, input <in>' -ForEach @(
        @{ store = 'Password'; switches = @('-NonInteractive'); in = 'closed' }
        @{ store = 'Password'; switches = @(); in = 'closed' }
        @{ store = 'Prompt'; switches = @('-NonInteractive'); in = 'closed' }
        @{ store = 'Prompt'; switches = @('-noni'); in = 'open' }
        # Asked for the password here, PowerShell itself ends, with exit code 0.
        @{ store = 'Prompt'; switches = @(); in = 'closed' }
        # And here it waits for ever.
        @{ store = 'Prompt'; switches = @(); in = 'open' }
    ) {
        foreach ($command in 'Connect-Octa Main', 'Test-OctaConnection', 'Set-OctaProfile Main -Credential ([pscredential]::new("x", [Net.NetworkCredential]::new("", "y").SecurePassword)) -ErrorAction Stop') {
            $answer = Invoke-Child ($switches + '-File', $use, $module, $command) -Home_ $homes[$store] -In $in
            $answer.Ended | Should -BeTrue
            $answer.Text | Should -Match '(?m)^OctaVaultLocked,'
            $answer.Text | Should -Match 'Unlock-SecretStore'
            $answer.Text | Should -Match '(?m)^went on'
            $answer.Text | Should -Not -Match 'Enter password'
        }
    }

    It 'says that the account has no vault' {
        $command = 'Set-OctaProfile Main -VaultName OctaVault -SecretName key; Connect-Octa Main'
        $answer = Invoke-Child '-NonInteractive', '-File', $use, $module, $command -Home_ $empty
        $answer.Text | Should -Match '(?m)^OctaNoVault,'
        $answer.Text | Should -Match 'Register-SecretVault'
    }

    It 'says that SecretManagement is missing, and needs it only for a vault' {
        $command = '$env:PSModulePath = "$PSHOME/Modules"; Set-OctaProfile Main -VaultName OctaVault -SecretName key; (Connect-Octa -Sandbox).Name; Connect-Octa Main'
        $answer = Invoke-Child '-NonInteractive', '-File', $use, $module, $command -Home_ $empty
        $answer.Text | Should -Match '(?m)^Sandbox'
        $answer.Text | Should -Match '(?m)^OctaVaultModuleMissing,'
        $answer.Text | Should -Match 'Install-Module Microsoft.PowerShell.SecretManagement'
    }

    It 'says that the secret is missing or of the wrong kind' {
        $answer = Invoke-Child '-NonInteractive', '-File', $use, $module, 'Set-OctaProfile Main -SecretName nowhere; Connect-Octa Main' -Home_ $homes.Open
        $answer.Text | Should -Match '(?m)^OctaSecretNotFound,'
        $answer = Invoke-Child '-NonInteractive', '-File', $use, $module, 'Set-OctaProfile Main -SecretName text; Connect-Octa Main' -Home_ $homes.Open
        $answer.Text | Should -Match '(?m)^OctaSecretKind,'
    }

    It 'takes the secret out on request' {
        $answer = Invoke-Child '-NonInteractive', '-File', $use, $module, 'Set-OctaProfile Gone -Credential ([pscredential]::new("x", [Net.NetworkCredential]::new("", "y").SecurePassword)); Remove-OctaProfile Gone -RemoveSecret; (Get-SecretInfo).Name' -Home_ $homes.Open
        $answer.Text.Trim() -split '\s*\n' | Should -Be 'OctaEInvoice-Main', 'text', 'went on'
    }
}
