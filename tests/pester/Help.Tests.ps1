#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5' }

# The help is read by people who have nothing else: every page has to be whole, true, and its examples have to run as printed.

BeforeDiscovery {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $manifest = Import-PowerShellDataFile "$root/OctaEInvoice.psd1"
    $pages = foreach ($command in $manifest.CmdletsToExport) {
        @{ Command = $command; Page = "$root/docs/en-US/$command.md" }
    }

    $examples = foreach ($page in $pages | Where-Object { Test-Path $_.Page }) {
        $text = (Get-Content -LiteralPath $page.Page -Raw -Encoding UTF8) -replace "`r", ''
        foreach ($match in [regex]::Matches($text, '(?ms)^### Example (\d+): ([^\n]+)\n```powershell\n(.*?)\n```')) {
            $code = $match.Groups[3].Value
            @{
                Command    = $page.Command
                Number     = [int]$match.Groups[1].Value
                Title      = $match.Groups[2].Value
                Code       = $code
                # These store a key, so they get a vault and a home of their own.
                NeedsVault = $code -match 'Set-OctaProfile[^\n]*-Credential'
            }
        }
    }
    $plainExamples = @($examples | Where-Object { -not $_.NeedsVault })
    $vaultExamples = @($examples | Where-Object { $_.NeedsVault })

    $onWindows = $PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows
    $whyNoVault = if ($onWindows) { 'vaults of Windows belong to the account, not to a folder that a test could choose' }
    elseif (-not (Get-Module Microsoft.PowerShell.SecretStore -ListAvailable)) { 'Microsoft.PowerShell.SecretStore is not installed' }
    $whyNoPlatyPS = if (-not (Get-Module platyPS -ListAvailable)) { 'platyPS is not installed' }
    if ($whyNoVault) { Write-Warning "Examples with a vault are skipped: $whyNoVault." }
    if ($whyNoPlatyPS) { Write-Warning "The MAML is not compared with the pages: $whyNoPlatyPS." }
}

BeforeAll {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $module = if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { "$root/OctaEInvoice.psd1" }
    Import-Module $module -Force
    . "$PSScriptRoot/Shell.ps1"
    . "$PSScriptRoot/HelpSource.ps1"

    $environment = @{}
    foreach ($name in 'OCTA_KEY_ID', 'OCTA_KEY_SECRET', 'OCTA_PROFILE_PATH') {
        $environment[$name] = [Environment]::GetEnvironmentVariable($name)
    }

    function Get-OwnParameter([string] $Command) {
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters
        (Get-Command $Command -Module OctaEInvoice).Parameters.Keys | Where-Object { $_ -notin $common } | Sort-Object
    }

    function Get-PageText([string] $Page) {
        (Get-Content -LiteralPath $Page -Raw -Encoding UTF8) -replace "`r", ''
    }

    # A folder such as a user has who stands in a clone: examples/ is there, and room to write.
    function New-Scratch {
        $folder = Join-Path ([IO.Path]::GetTempPath()) ('octa-help-' + [guid]::NewGuid().ToString('N'))
        $null = New-Item "$folder/examples" -ItemType Directory
        Get-ChildItem "$root/examples" -File | Copy-Item -Destination "$folder/examples"
        $folder
    }

    function Invoke-InOwnRunspace([string] $Code, [string] $Folder) {
        $env:OCTA_KEY_ID = $env:OCTA_KEY_SECRET = $null
        $env:OCTA_PROFILE_PATH = "$Folder/profiles.json"
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Set-Location -LiteralPath '$Folder'; `$ConfirmPreference = 'None'; Import-Module '$module'").Invoke()
            $shell.Commands.Clear()
            try { $null = $shell.AddScript($Code).Invoke() }
            catch { $_.Exception.InnerException.Message }
            foreach ($fault in $shell.Streams.Error) { "$($fault.FullyQualifiedErrorId): $fault" }
            $shell.Commands.Clear()
            $null = $shell.AddScript('Disconnect-Octa; Stop-OctaSandbox').Invoke()
        }
        finally { $shell.Dispose() }
    }

    function Invoke-WithOwnVault([string] $Code, [string] $Folder) {
        $script = @"
`$ErrorActionPreference = 'Stop'
Set-Location -LiteralPath '$Folder'
Import-Module Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore
`$null = Reset-SecretStore -Authentication None -Interaction None -Force -WarningAction Ignore
Register-SecretVault -Name OctaVault -ModuleName Microsoft.PowerShell.SecretStore -DefaultVault
Import-Module '$module'
`$ConfirmPreference = 'None'
$Code
"@
        Set-Content -LiteralPath "$Folder/example.ps1" -Value $script -Encoding UTF8
        $child = Invoke-ChildPowerShell '-NonInteractive', '-File', "$Folder/example.ps1" -HomePath $Folder -Environment @{ OCTA_PROFILE_PATH = "$Folder/profiles.json" }
        if ($child.ExitCode -ne 0 -or $child.Errors) { "Exit code $($child.ExitCode): $($child.Errors)" }
    }
}

AfterAll {
    foreach ($name in $environment.Keys) { [Environment]::SetEnvironmentVariable($name, $environment[$name]) }
}

Describe 'Help of <Command>' -ForEach $pages {
    BeforeAll {
        $help = Get-Help $Command -Full
        $own = Get-OwnParameter $Command
    }

    It 'has a page' {
        $Page | Should -Exist
    }

    It 'has synopsis, description and at least two examples, with nothing left to fill in' {
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -Match ([regex]::Escape($Command) + ' \[?-')
        ($help.description | Out-String).Trim() | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
        Get-PageText $Page | Should -Not -Match '\{\{'
    }

    It 'describes every parameter' {
        $described = @($help.parameters.parameter | Where-Object { ($_.description | Out-String).Trim() } | ForEach-Object name)
        foreach ($parameter in $own) { $parameter | Should -BeIn $described }
    }

    It 'documents no parameter that does not exist' {
        $documented = [regex]::Matches((Get-PageText $Page), '(?m)^### -(\w+)').ForEach{ $_.Groups[1].Value }
        foreach ($parameter in $documented) { $parameter | Should -BeIn $own }
        foreach ($parameter in @($help.parameters.parameter | Where-Object { $_ } | ForEach-Object name)) { $parameter | Should -BeIn $own }
    }

    It 'gives the syntax that the command has' {
        $shown = ([regex]::Match((Get-PageText $Page), '(?s)## SYNTAX(.*?)## DESCRIPTION').Groups[1].Value -split '```' | Where-Object { $_ -match "^\s*$Command" }).Count
        $shown | Should -Be (Get-Command $Command).ParameterSets.Count
    }

    It 'says what goes in, what comes out and which errors there are' {
        $text = Get-PageText $Page
        foreach ($heading in 'INPUTS', 'OUTPUTS', 'NOTES', 'RELATED LINKS') {
            [regex]::Match($text, "(?s)## $heading\n(.*?)(\n## |\z)").Groups[1].Value.Trim() | Should -Not -BeNullOrEmpty
        }
    }

    It 'links to pages that are there' {
        foreach ($match in [regex]::Matches((Get-PageText $Page), '\]\(([^)#:]+)\)')) {
            Join-Path (Split-Path $Page) $match.Groups[1].Value | Should -Exist
        }
    }
}

Describe 'Pages' {
    It 'are there for exported commands alone' {
        $exported = (Get-Module OctaEInvoice).ExportedCmdlets.Keys
        (Get-ChildItem "$root/docs/en-US" -Filter *.md).BaseName | Should -BeIn $exported
    }

    It 'are those that the MAML help was made of, which nobody has changed since' {
        $noted = (Get-PageText "$PSScriptRoot/help-source.sha256").Trim() -split "`n"
        Get-HelpSource $root | Should -Be $noted -Because 'after a change of a page, tests/pester/Update-Help.ps1 makes the MAML and this note anew'
    }

    It 'are the source of the MAML help' -Skip:($null -ne $whyNoPlatyPS) {
        $folder = New-Scratch
        try {
            Import-Module platyPS
            $made = New-ExternalHelp -Path "$root/docs/en-US" -OutputPath $folder -Force
            $expected = Get-PageText ($made | Where-Object Name -eq 'OctaEInvoice.dll-Help.xml').FullName
            $shipped = Get-PageText "$root/module/en-US/OctaEInvoice.dll-Help.xml"
            # Not Should -Be of 300 kB: its message would be all of it.
            $shipped -ceq $expected | Should -BeTrue -Because 'after a change of a page, tests/pester/Update-Help.ps1 makes the MAML anew'
        }
        finally { Remove-Item $folder -Recurse -Force }
    }

    It 'have an about topic beside them' {
        $topic = Get-Help about_OctaEInvoice | Out-String
        foreach ($word in 'New-OctaIrn', 'Connect-Octa', 'sandbox', 'RecommendedAction') { $topic | Should -Match $word }
    }
}

Describe 'Example <Number> of <Command> runs as printed: <Title>' -ForEach $plainExamples {
    It 'gives no error' {
        $folder = New-Scratch
        try { Invoke-InOwnRunspace $Code $folder | Should -BeNullOrEmpty }
        finally { Remove-Item $folder -Recurse -Force }
    }
}

Describe 'Example <Number> of <Command> runs as printed, with a vault: <Title>' -ForEach $vaultExamples {
    It 'gives no error' -Skip:($null -ne $whyNoVault) {
        $folder = New-Scratch
        try { Invoke-WithOwnVault $Code $folder | Should -BeNullOrEmpty }
        finally { Remove-Item $folder -Recurse -Force }
    }
}
