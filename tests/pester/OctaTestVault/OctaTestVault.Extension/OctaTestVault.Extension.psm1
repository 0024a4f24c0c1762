# SecretManagement runs a vault in a runspace of its own, so what the vault keeps and what the test wishes are the process's.
# The parameters are SecretManagement's, needed or not.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
param()

function Get-Store {
    $store = [AppDomain]::CurrentDomain.GetData('OctaTestVault')
    if ($null -eq $store) {
        $store = [hashtable]::Synchronized(@{})
        [AppDomain]::CurrentDomain.SetData('OctaTestVault', $store)
    }
    switch ([AppDomain]::CurrentDomain.GetData('OctaTestVault.Mood')) {
        'Locked' { throw [Microsoft.PowerShell.SecretManagement.PasswordRequiredException]::new('The test vault wants a password.') }
        'Broken' { throw [IO.IOException]::new('The test vault has no disk.') }
    }
    return , $store
}

function Get-Secret {
    param([string] $Name, [string] $VaultName, [hashtable] $AdditionalParameters)
    (Get-Store)[$Name]
}

function Set-Secret {
    param([string] $Name, [object] $Secret, [string] $VaultName, [hashtable] $AdditionalParameters)
    (Get-Store)[$Name] = $Secret
}

function Remove-Secret {
    param([string] $Name, [string] $VaultName, [hashtable] $AdditionalParameters)
    $store = Get-Store
    if (-not $store.ContainsKey($Name)) { throw "The secret $Name is not in the test vault." }
    $store.Remove($Name)
}

function Get-SecretInfo {
    param([string] $Filter, [string] $VaultName, [hashtable] $AdditionalParameters)
    foreach ($name in @((Get-Store).Keys)) {
        if ($name -like $Filter) {
            New-Object Microsoft.PowerShell.SecretManagement.SecretInformation -ArgumentList $name, 'PSCredential', $VaultName
        }
    }
}

function Test-SecretVault {
    param([string] $VaultName, [hashtable] $AdditionalParameters)
    $null = Get-Store
    $true
}
