namespace OctaEInvoice.Tests.Framework;

/// <summary>What the tests use of newer collections, as .NET has it.</summary>
internal static class CollectionMembers
{
    internal static void Deconstruct<TKey, TValue>(this KeyValuePair<TKey, TValue> pair, out TKey key, out TValue value) => (key, value) = (pair.Key, pair.Value);

    internal static TValue? GetValueOrDefault<TKey, TValue>(this Dictionary<TKey, TValue> values, TKey key) =>
        values.TryGetValue(key, out TValue? value) ? value : default;

    internal static TValue GetValueOrDefault<TKey, TValue>(this Dictionary<TKey, TValue> values, TKey key, TValue otherwise) =>
        values.TryGetValue(key, out TValue? value) ? value : otherwise;

    internal static IEnumerable<(TFirst First, TSecond Second)> Zip<TFirst, TSecond>(this IEnumerable<TFirst> firsts, IEnumerable<TSecond> seconds) =>
        firsts.Zip(seconds, (first, second) => (first, second));

    internal static IEnumerable<T> ToBlockingEnumerable<T>(this IAsyncEnumerable<T> items)
    {
        IAsyncEnumerator<T> each = items.GetAsyncEnumerator();
        try
        {
            while (each.MoveNextAsync().AsTask().GetAwaiter().GetResult())
                yield return each.Current;
        }
        finally
        {
            each.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    internal static IEnumerable<T> Order<T>(this IEnumerable<T> items, IComparer<T>? comparer = null) => items.OrderBy(item => item, comparer);

    internal static IEnumerable<T> TakeLast<T>(this IEnumerable<T> items, int count)
    {
        T[] all = [.. items];
        return all.Skip(all.Length - count);
    }

    internal static IEnumerable<T[]> Chunk<T>(this IEnumerable<T> items, int size) =>
        items.Select((item, index) => (item, index)).GroupBy(pair => pair.index / size, pair => pair.item).Select(group => group.ToArray());
}
