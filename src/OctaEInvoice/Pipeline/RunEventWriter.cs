using System.Management.Automation;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>Writes what a run reports to the streams of its command, on the pipeline's thread.</summary>
internal sealed class RunEventWriter(PSCmdlet command)
{
    private const int WaitingActivity = 1;

    private bool isShowingProgress;

    /// <summary>Writes what was reported since the last time, and what the run waits for just now.</summary>
    internal void Write(RunState run)
    {
        while (run.Events.TryDequeue(out RunEvent? happening))
        {
            string sentence = RunEventText.Describe(happening);
            if (happening is ServiceFailing)
                command.WriteWarning(sentence);
            else
                command.WriteVerbose(sentence);
        }
        ShowWaiting(run.WaitsFor);
    }

    private void ShowWaiting(RunEvent? reason)
    {
        if (reason is null && !isShowingProgress)
            return;
        isShowingProgress = reason is not null;
        command.WriteProgress(new ProgressRecord(WaitingActivity, command.MyInvocation.MyCommand.Name, reason is null ? "Goes on" : RunEventText.Describe(reason))
        {
            RecordType = reason is null ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        });
    }
}
