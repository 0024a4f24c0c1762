<#
.SYNOPSIS
Gets the modules that the tests ask, for every PowerShell of the job: vaults, the analyzer of scripts and the maker of help.
#>
#Requires -Version 7.4
[CmdletBinding()]
param([string] $Path = (Join-Path $env:RUNNER_TEMP 'modules'))

$ErrorActionPreference = 'Stop'
$versions = [ordered]@{
    'Microsoft.PowerShell.SecretManagement' = '1.1.2'
    'Microsoft.PowerShell.SecretStore'      = '1.0.6'
    'PSScriptAnalyzer'                      = '1.25.0'
    'platyPS'                               = '0.14.2'
}
$null = New-Item $Path -ItemType Directory -Force
foreach ($name in $versions.Keys) {
    Save-PSResource $name -Version "[$($versions[$name])]" -Path $Path -Repository PSGallery -TrustRepository -SkipDependencyCheck
}
# Not this process's own path: it begins with the modules of PowerShell 7, and Windows PowerShell would load those for its own.
$found = @($Path; [Environment]::GetEnvironmentVariable('PSModulePath', 'Machine')) | Where-Object { $_ }
Add-Content $env:GITHUB_ENV "PSModulePath=$($found -join [IO.Path]::PathSeparator)"
