using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Tests.Running;

public class OrderedWindowTests
{
    [Fact]
    public async Task A_piece_that_ends_just_when_it_is_looked_at_is_not_waited_for_for_ever()
    {
        using var window = new OrderedWindow<int>(1);
        for (int i = 0; i < 30_000; i++)
        {
            int number = i;
            window.Start(async () =>
            {
                await Task.Yield();
                return number;
            });
            int taken;
            while (!window.TryTake(out taken))
            {
                Task progress = window.WaitForProgressAsync();
                Assert.True(await Task.WhenAny(progress, Task.Delay(TimeSpan.FromSeconds(60))) == progress, $"Nothing woke whoever waits for piece {i}.");
            }
            Assert.Equal(i, taken);
        }
    }
}
