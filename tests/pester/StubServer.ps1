# A server on loopback that gives one prepared answer to every request and remembers what it was asked.
# In C# of version 5, which Windows PowerShell's Add-Type compiles.
if (-not ('OctaTests.StubServer' -as [type])) {
    Add-Type -TypeDefinition @'
using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace OctaTests
{
    public sealed class StubServer : IDisposable
    {
        private readonly TcpListener listener = new TcpListener(IPAddress.Loopback, 0);
        private readonly List<string> heads = new List<string>();

        public StubServer()
        {
            Status = "200 OK";
            Body = "{}";
            Header = "X-Stub: yes";
            listener.Start();
            var thread = new Thread(Accept);
            thread.IsBackground = true;
            thread.Start();
        }

        public string Status { get; set; }
        public string Body { get; set; }
        public string Header { get; set; }
        public Uri BaseUri { get { return new Uri("http://127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port + "/"); } }
        public string[] Heads { get { lock (heads) return heads.ToArray(); } }
        public void Dispose() { listener.Stop(); }

        private void Accept()
        {
            try
            {
                while (true)
                    ThreadPool.QueueUserWorkItem(Serve, listener.AcceptTcpClient());
            }
            catch (SocketException) { }
            catch (ObjectDisposedException) { }
        }

        private void Serve(object state)
        {
            try
            {
                using (var client = (TcpClient)state)
                using (NetworkStream stream = client.GetStream())
                {
                    var head = new StringBuilder();
                    int length = 0;
                    for (string line = Line(stream); line.Length > 0; line = Line(stream))
                    {
                        head.AppendLine(line);
                        if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                            length = int.Parse(line.Substring(15));
                    }
                    for (; length > 0; length--)
                        stream.ReadByte();
                    lock (heads)
                        heads.Add(head.ToString());
                    byte[] body = Encoding.UTF8.GetBytes(Body);
                    byte[] top = Encoding.ASCII.GetBytes("HTTP/1.1 " + Status + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.Length + "\r\n" + Header + "\r\n\r\n");
                    stream.Write(top, 0, top.Length);
                    stream.Write(body, 0, body.Length);
                }
            }
            catch (IOException) { }
        }

        private static string Line(Stream stream)
        {
            var line = new StringBuilder();
            for (int next = stream.ReadByte(); next > 0 && next != '\n'; next = stream.ReadByte())
                if (next != '\r')
                    line.Append((char)next);
            return line.ToString();
        }
    }
}
'@
}

function New-StubServer {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param([string] $Status = '200 OK', [string] $Body = '{}', [string] $Header = 'X-Stub: yes')
    $server = [OctaTests.StubServer]::new()
    $server.Status = $Status
    $server.Body = $Body
    $server.Header = $Header
    $server
}

function New-Key {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param([string] $Id = 'key-id', [string] $Secret = 'key-secret')
    New-Object pscredential -ArgumentList $Id, ([Net.NetworkCredential]::new('', $Secret).SecurePassword)
}

$activeSeller = '{"Success":true,"Gstin":"29AABCT1332L000","TradeName":"Trolly","LegalName":"Shastri Trolly Works","StateCode":29,"AddrPncd":560001,"TxpType":"REG","Status":"ACT","BlkStatus":""}'
$null = $activeSeller
