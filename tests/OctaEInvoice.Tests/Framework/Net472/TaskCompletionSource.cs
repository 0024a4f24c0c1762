namespace System.Threading.Tasks;

/// <summary>The one without a result, which .NET Framework lacks.</summary>
internal sealed class TaskCompletionSource(TaskCreationOptions options = TaskCreationOptions.None)
{
    private readonly TaskCompletionSource<bool> source = new(options);

    internal Task Task => source.Task;

    internal void SetResult() => source.SetResult(true);

    internal bool TrySetResult() => source.TrySetResult(true);
}
