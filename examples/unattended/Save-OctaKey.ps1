<#
.SYNOPSIS
Makes a profile and stores its key, as the account that will run the script and that nobody can sign in with.
.DESCRIPTION
Vaults and profiles belong to an account. For one without a desktop (cron, systemd, a gMSA) run this script once as that
account. It reads the key from a file of two lines, Key Id and Key Secret, and deletes the file when the key is stored. When the
account has no vault, it makes a SecretStore that needs no password: what protects it are the rights on the account's files.
.EXAMPLE
sudo -u octa pwsh -NoProfile -NonInteractive -File Save-OctaKey.ps1 -ProfileName Main -Gstin 29AABCT1332L000 -KeyPath /home/octa/key.txt
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ProfileName,
    [Parameter(Mandatory)] [string] $Gstin,
    [Parameter(Mandatory)] [string] $KeyPath,
    [uri] $BaseUri
)

$ErrorActionPreference = 'Stop'
$besideScript = Join-Path $PSScriptRoot '../../OctaEInvoice.psd1'
if (Test-Path -LiteralPath $besideScript) { Import-Module $besideScript } else { Import-Module OctaEInvoice }
Import-Module Microsoft.PowerShell.SecretManagement

if (-not (Get-SecretVault -WarningAction SilentlyContinue)) {
    Import-Module Microsoft.PowerShell.SecretStore
    # A store that holds nothing yet is made anew; SecretStore warns that it empties one.
    Reset-SecretStore -Scope CurrentUser -Authentication None -Interaction None -Force -WarningAction SilentlyContinue
    Register-SecretVault -Name OctaVault -ModuleName Microsoft.PowerShell.SecretStore -DefaultVault
}

$lines = @(Get-Content -LiteralPath $KeyPath | Where-Object { $_.Trim() })
if ($lines.Count -ne 2) { throw "$KeyPath has to have two lines: Key Id and Key Secret." }
$secret = (New-Object Net.NetworkCredential -ArgumentList '', $lines[1].Trim()).SecurePassword
$key = New-Object pscredential -ArgumentList $lines[0].Trim(), $secret
$server = @{}
if ($BaseUri) { $server.BaseUri = $BaseUri }
Set-OctaProfile -Name $ProfileName -Gstin $Gstin -Credential $key -Default @server
Remove-Item -LiteralPath $KeyPath
Get-OctaProfile -Name $ProfileName
