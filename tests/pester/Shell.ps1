# A PowerShell of one's own for a script or a test: the engine that runs now, once more.

# Its command, and the arguments that come before all others. The .NET tool has no executable of its own: dotnet runs its pwsh.dll.
#     $command, $leading = Get-PowerShellCommand
#     & $command @leading -NoProfile -File script.ps1
function Get-PowerShellCommand {
    if ($PSVersionTable.PSVersion.Major -lt 6) { return Join-Path $PSHOME 'powershell.exe' }
    $running = [Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
    $running
    if ([IO.Path]::GetFileNameWithoutExtension($running) -eq 'dotnet') {
        'exec'
        Join-Path $PSHOME 'pwsh.dll'
    }
}

# Windows PowerShell's ProcessStartInfo has no ArgumentList. A quotation mark gets a backslash, and backslashes before one are doubled.
function ConvertTo-CommandLine {
    param([string[]] $Argument)
    ($Argument | ForEach-Object { '"' + ($_ -replace '(\\*)"', '$1$1\"' -replace '(\\+)$', '$1$1') + '"' }) -join ' '
}

# Runs it to its end and gives what it wrote, its exit code and whether it ended by itself.
function Invoke-ChildPowerShell {
    param(
        # After -NoProfile, which every child gets.
        [Parameter(Mandatory)] [AllowEmptyString()] [string[]] $Argument,

        # The child's home folder, so that its vaults and profiles are no user's; without it, the parent's.
        [string] $HomePath,

        # Set for the child; $null takes a variable away.
        [hashtable] $Environment = @{},

        # Lines of standard input, which then ends.
        [string[]] $InputLine = @(),

        # Standard input never ends, as at a terminal where nobody types.
        [switch] $KeepInputOpen,

        # Far beyond what a busy machine needs: only a child that hangs meets it.
        [int] $TimeoutSeconds = 240
    )
    $command, $leading = Get-PowerShellCommand
    $start = [Diagnostics.ProcessStartInfo]::new($command, (ConvertTo-CommandLine (@($leading) + '-NoProfile' + $Argument | Where-Object { $null -ne $_ })))
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $start.RedirectStandardError = $start.RedirectStandardInput = $true
    if ($HomePath) {
        $start.EnvironmentVariables['HOME'] = $HomePath
        $start.EnvironmentVariables['XDG_CONFIG_HOME'] = Join-Path $HomePath '.config'
        foreach ($name in 'OCTA_PROFILE_PATH', 'OCTA_KEY_ID', 'OCTA_KEY_SECRET', 'XDG_DATA_HOME') { $start.EnvironmentVariables.Remove($name) }
    }
    foreach ($name in $Environment.Keys) {
        if ($null -eq $Environment[$name]) { $start.EnvironmentVariables.Remove($name) } else { $start.EnvironmentVariables[$name] = $Environment[$name] }
    }
    $child = [Diagnostics.Process]::Start($start)
    try {
        $output = $child.StandardOutput.ReadToEndAsync()
        $errors = $child.StandardError.ReadToEndAsync()
        foreach ($line in $InputLine) { $child.StandardInput.WriteLine($line) }
        if (-not $KeepInputOpen) { $child.StandardInput.Close() }
        $ended = $child.WaitForExit(1000 * $TimeoutSeconds)
        if (-not $ended) {
            if ($PSVersionTable.PSVersion.Major -ge 7) { $child.Kill($true) } else { $child.Kill() }
        }
        $child.WaitForExit()
        [pscustomobject]@{
            Ended    = $ended
            ExitCode = $child.ExitCode
            Output   = $output.Result
            Errors   = $errors.Result
            Lines    = @($output.Result + $errors.Result -split '\r?\n' | Where-Object { $_ })
        }
    }
    finally { $child.Dispose() }
}
