using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace OctaEInvoice.Commands.Connections;

/// <summary>The open connection of each runspace, so that ForEach-Object -Parallel and thread jobs don't share one.</summary>
internal static class Session
{
    private static readonly ConditionalWeakTable<Runspace, State> States = new();

    /// <summary>The open connection of the runspace that runs now; null when there is none.</summary>
    internal static OctaConnection? Current
    {
        get => Runspace.DefaultRunspace is Runspace runspace && States.TryGetValue(runspace, out State? state) ? state.Connection : null;
        set
        {
            if (Runspace.DefaultRunspace is Runspace runspace)
                States.GetValue(runspace, _ => new State()).Connection = value;
        }
    }

    private sealed class State
    {
        internal OctaConnection? Connection { get; set; }
    }
}
