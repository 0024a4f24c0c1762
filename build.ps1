<#
.SYNOPSIS
Builds, tests, demonstrates, measures or packs the module, prints its rooms, or writes down its public API anew.
.EXAMPLE
./build.ps1 Demo
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Demo', 'Package', 'Chaos', 'Bench', 'Rooms', 'PublicApi')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot

function Invoke-DotNet {
    param([string[]] $Argument)
    & dotnet @Argument
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($Argument[0]) ended with exit code $LASTEXITCODE." }
}

function Build {
    param([string] $Configuration)
    Invoke-DotNet 'build', (Join-Path $root 'src/OctaEInvoice/OctaEInvoice.csproj'), '--configuration', $Configuration, '--nologo', '--verbosity', 'quiet'
}

switch ($Task) {
    'Build' { Build $Configuration }
    'Test' { Invoke-DotNet 'run', '--project', (Join-Path $root 'tests/run') }
    'Demo' {
        Build $Configuration
        & (Join-Path $root 'examples/Demo.ps1')
        if ($LASTEXITCODE -ne 0) { throw 'Not every document was registered.' }
    }
    'Chaos' { Invoke-DotNet 'run', '--project', (Join-Path $root 'tests/chaos'), '--configuration', $Configuration }
    'Bench' { Invoke-DotNet 'run', '--project', (Join-Path $root 'tests/bench'), '--configuration', 'Release' }
    'Rooms' { Invoke-DotNet 'run', '--project', (Join-Path $root 'tests/rooms') }
    'PublicApi' {
        foreach ($project in 'OctaEInvoice.Model', 'OctaEInvoice.Engine') {
            $folder = Join-Path $root "src/$project"
            $declared = Join-Path $folder 'PublicAPI.Unshipped.txt'
            # Where nothing is declared, the analyzer names every public member, in the words that the file wants.
            [IO.File]::WriteAllText($declared, "#nullable enable`n")
            $said = & dotnet build $folder --framework net8.0 --no-incremental --nologo --verbosity quiet '-p:TreatWarningsAsErrors=false'
            if ($LASTEXITCODE -ne 0) { throw "$project does not build:`n$($said -join "`n")" }
            $pattern = "RS0016: Symbol '(.+)' is not part of the declared public API.*$([regex]::Escape($project))\.csproj"
            $api = [string[]] @($said | Select-String $pattern | ForEach-Object { $_.Matches[0].Groups[1].Value } | Sort-Object -Unique -CaseSensitive)
            [Array]::Sort($api, [StringComparer]::Ordinal)
            [IO.File]::WriteAllText($declared, "#nullable enable`n" + (($api | ForEach-Object { "$_`n" }) -join ''))
        }
    }
    'Package' {
        Build $Configuration
        $version = (Import-PowerShellDataFile (Join-Path $root 'OctaEInvoice.psd1')).ModuleVersion
        $package = Join-Path $root "artifacts/OctaEInvoice/$version"
        if (Test-Path $package) { Remove-Item $package -Recurse -Force }
        $null = New-Item $package -ItemType Directory -Force
        Copy-Item (Join-Path $root 'OctaEInvoice.psd1'), (Join-Path $root 'LICENSE'), (Join-Path $root 'THIRD-PARTY-NOTICES.md') $package
        Copy-Item (Join-Path $root 'module') $package -Recurse
        Get-ChildItem $package -Recurse -Include *.pdb | Remove-Item
        # The scripts for schedulers are found beside the module wherever it is installed from; QuickStart and PowerShell are C# and need the sources.
        $examples = New-Item (Join-Path $package 'examples') -ItemType Directory
        Get-ChildItem (Join-Path $root 'examples') | Where-Object Name -NotIn 'QuickStart', 'PowerShell' | Copy-Item -Destination $examples -Recurse
        # What is packed has to run as it is packed, in a process that knows nothing of the clone.
        . (Join-Path $root 'tests/pester/Shell.ps1')
        $command, $leading = Get-PowerShellCommand
        $said = & $command @leading -NoProfile -NonInteractive -File (Join-Path $examples 'Demo.ps1') 2>&1 | ForEach-Object { "$_" }
        if ($LASTEXITCODE -ne 0 -or -not ($said -match 'recovered on a second run')) { throw "The packed module does not run:`n$($said -join "`n")" }
        Write-Output "The module is in $package."
    }
}
