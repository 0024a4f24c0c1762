<#
.SYNOPSIS
Registers a task in Windows' scheduler that runs Register-Invoices.ps1 every day.
.EXAMPLE
./Register-OctaTask.ps1 -Path D:\Erp\invoices.csv -ProfileName Main -At 02:00 -GroupManagedAccount 'CORP\octa$'
.EXAMPLE
./Register-OctaTask.ps1 -Path D:\Erp\invoices.csv -ProfileName Main -At 02:00 -Credential (Get-Credential CORP\octa-service)
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Service')]
param(
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [string] $ProfileName,
    [Parameter(Mandatory)] [datetime] $At,
    [string] $JournalPath,

    # Service account with a password; Windows keeps it for the task.
    [Parameter(Mandatory, ParameterSetName = 'Service')]
    [pscredential] $Credential,

    # Group managed service account, with its $; Windows knows its password.
    [Parameter(Mandatory, ParameterSetName = 'Managed')]
    [string] $GroupManagedAccount,

    [string] $TaskName = 'Octa e-invoices'
)

$ErrorActionPreference = 'Stop'
$script = Join-Path $PSScriptRoot 'Register-Invoices.ps1'
$shell = (Get-Process -Id $PID).Path
$arguments = '-NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -File "{0}" -Path "{1}" -ProfileName "{2}"' -f $script, $Path, $ProfileName
if ($JournalPath) { $arguments += ' -JournalPath "{0}"' -f $JournalPath }

$task = @{
    TaskName = $TaskName
    Action   = New-ScheduledTaskAction -Execute $shell -Argument $arguments -WorkingDirectory (Split-Path -Parent $Path)
    Trigger  = New-ScheduledTaskTrigger -Daily -At $At
    # One run at a time; a run that was missed is made up for; one that hangs is ended.
    Settings = New-ScheduledTaskSettingsSet -MultipleInstances IgnoreNew -StartWhenAvailable -ExecutionTimeLimit (New-TimeSpan -Hours 6)
}
if ($PSCmdlet.ParameterSetName -eq 'Managed') {
    $task.Principal = New-ScheduledTaskPrincipal -UserId $GroupManagedAccount -LogonType Password -RunLevel Limited
}
else {
    $task.User = $Credential.UserName
    $task.Password = $Credential.GetNetworkCredential().Password
}
if ($PSCmdlet.ShouldProcess($TaskName, 'Register the task')) {
    Register-ScheduledTask @task -Force
}
