<#
.SYNOPSIS
Makes the MAML help anew of the pages in docs/en-US, and notes in help-source.sha256 what it was made of.
.DESCRIPTION
Needs platyPS 0.14: Install-Module platyPS -RequiredVersion 0.14.2. Help.Tests.ps1 compares pages, MAML and note.
.EXAMPLE
./tests/pester/Update-Help.ps1
#>
#Requires -Modules @{ ModuleName = 'platyPS'; ModuleVersion = '0.14'; MaximumVersion = '0.14.99' }
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
. (Join-Path $PSScriptRoot 'HelpSource.ps1')
New-ExternalHelp -Path "$root/docs/en-US" -OutputPath "$root/module/en-US" -Force
[IO.File]::WriteAllText((Join-Path $PSScriptRoot 'help-source.sha256'), ((Get-HelpSource $root) -join "`n") + "`n")
