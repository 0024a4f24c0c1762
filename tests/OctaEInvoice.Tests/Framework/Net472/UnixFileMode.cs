namespace System.IO;

[Flags]
internal enum UnixFileMode
{
    UserWrite = 128,
    UserRead = 256,
}
