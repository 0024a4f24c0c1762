using System.Net;
using System.Runtime.InteropServices;

namespace OctaEInvoice.Tests.Framework;

/// <summary>What the tests use of newer values, as .NET has it.</summary>
internal static class ValueMembers
{
    extension(Enum)
    {
        internal static T Parse<T>(string name)
            where T : struct, Enum => (T)Enum.Parse(typeof(T), name);

        internal static T Parse<T>(string name, bool ignoreCase)
            where T : struct, Enum => (T)Enum.Parse(typeof(T), name, ignoreCase);

        internal static string[] GetNames<T>()
            where T : struct, Enum => Enum.GetNames(typeof(T));

        internal static T[] GetValues<T>()
            where T : struct, Enum => (T[])Enum.GetValues(typeof(T));
    }

    extension(Math)
    {
        internal static long Clamp(long value, long least, long most) => Math.Min(Math.Max(value, least), most);

        internal static double Clamp(double value, double least, double most) => Math.Min(Math.Max(value, least), most);
    }

    extension(DateTimeOffset)
    {
        internal static DateTimeOffset UnixEpoch => DateTimeOffset.FromUnixTimeSeconds(0);
    }

    extension(TimeSpan)
    {
        public static TimeSpan operator *(double factor, TimeSpan span) => TimeSpan.FromTicks((long)(span.Ticks * factor));

        public static TimeSpan operator *(TimeSpan span, int factor) => TimeSpan.FromTicks(span.Ticks * factor);
    }

    extension(HttpStatusCode)
    {
        internal static HttpStatusCode TooManyRequests => (HttpStatusCode)429;
    }

    extension(OperatingSystem)
    {
        internal static bool IsWindows() => RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

        internal static bool IsLinux() => RuntimeInformation.IsOSPlatform(OSPlatform.Linux);
    }
}
