# What the Pester files share: one good row and document to change a cell of, the IRN computed without the module,
# and a server that records what it is sent and answers what it is told.

$script:SampleSeller = '27AADCV4821M1Z0'
$script:SampleBuyer = '29AAHCK7310R1ZV'
$script:LocalBuyer = '27AABCS7712K1Z5'

# The portal refuses dates to come, and its day is India's. One day for a whole file: midnight may pass while it runs.
$script:SampleToday = [DateTime]::UtcNow.AddMinutes(330).Date

function Get-SampleDate {
    param([int] $DaysAgo = 1, [string] $Format = 'dd/MM/yyyy')
    $script:SampleToday.AddDays(-$DaysAgo).ToString($Format, [cultureinfo]::InvariantCulture)
}

function Get-SampleRow {
    param([Parameter(Mandatory)] [string] $Number, [hashtable] $With = @{}, [string[]] $Without = @())
    $row = [ordered]@{
        DocumentType     = 'INV'
        DocumentNumber   = $Number
        DocumentDate     = Get-SampleDate
        SellerGstin      = $script:SampleSeller
        SellerLegalName  = 'Vindhya Components Private Limited'
        SellerAddress1   = 'Plot 14, MIDC Bhosari'
        SellerLocation   = 'Pune'
        SellerPin        = '411026'
        BuyerGstin       = $script:SampleBuyer
        BuyerLegalName   = 'Kaveri Machine Tools Limited'
        BuyerAddress1    = '22 Peenya Industrial Area'
        BuyerLocation    = 'Bengaluru'
        BuyerPin         = '560058'
        BuyerStateCode   = '29'
        Description      = 'Hydraulic seal kit'
        HsnCode          = '84841010'
        Quantity         = '10'
        Unit             = 'NOS'
        UnitPrice        = '100'
        GstRate          = '18'
    }
    foreach ($name in $With.Keys) { $row[$name] = $With[$name] }
    foreach ($name in $Without) { $row.Remove($name) }
    [pscustomobject] $row
}

# The same invoice with NIC's names and amounts, as an ERP hands it over.
function Get-SampleDocument {
    param([Parameter(Mandatory)] [string] $Number)
    [ordered]@{
        Version    = '1.1'
        TranDtls   = [ordered]@{ TaxSch = 'GST'; SupTyp = 'B2B'; RegRev = 'N' }
        DocDtls    = [ordered]@{ Typ = 'INV'; No = $Number; Dt = Get-SampleDate }
        SellerDtls = [ordered]@{ Gstin = $script:SampleSeller; LglNm = 'Vindhya Components Private Limited'; Addr1 = 'Plot 14, MIDC Bhosari'; Loc = 'Pune'; Pin = 411026; Stcd = '27' }
        BuyerDtls  = [ordered]@{ Gstin = $script:SampleBuyer; LglNm = 'Kaveri Machine Tools Limited'; Pos = '29'; Addr1 = '22 Peenya Industrial Area'; Loc = 'Bengaluru'; Pin = 560058; Stcd = '29' }
        ItemList   = @([ordered]@{ SlNo = '1'; PrdDesc = 'Hydraulic seal kit'; IsServc = 'N'; HsnCd = '84841010'; Qty = 10; Unit = 'NOS'; UnitPrice = 100; TotAmt = 1000; AssAmt = 1000; GstRt = 18; IgstAmt = 180; TotItemVal = 1180 })
        ValDtls    = [ordered]@{ AssVal = 1000; IgstVal = 180; TotInvVal = 1180 }
    }
}

# NIC's formula by .NET alone: seller, financial year, type and number in upper case.
function Get-ComputedIrn {
    param([string] $Gstin = $script:SampleSeller, [string] $Type = 'INV', [Parameter(Mandatory)] [string] $Number, [string] $Date = (Get-SampleDate -Format 'yyyy-MM-dd'))
    $day = [DateTime]::Parse($Date, [cultureinfo]::InvariantCulture)
    $start = $day.Year
    if ($day.Month -lt 4) { $start-- }
    $year = '{0}-{1:00}' -f $start, (($start + 1) % 100)
    $sha = [Security.Cryptography.SHA256]::Create()
    try {
        $hash = $sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($Gstin + $year + $Type + $Number.ToUpperInvariant()))
        -join ($hash | ForEach-Object { $_.ToString('x2') })
    }
    finally { $sha.Dispose() }
}

function Get-KeyCredential {
    param([string] $KeyId = 'ramesh', [string] $KeySecret = 'elephant@123')
    [pscredential]::new($KeyId, [Net.NetworkCredential]::new('', $KeySecret).SecurePassword)
}

function Invoke-WithCulture {
    param([Parameter(Mandatory)] [string] $Culture, [Parameter(Mandatory)] [scriptblock] $Script)
    $thread = [Threading.Thread]::CurrentThread
    $before = $thread.CurrentCulture
    try {
        $thread.CurrentCulture = [cultureinfo]::GetCultureInfo($Culture)
        & $Script
    }
    finally { $thread.CurrentCulture = $before }
}

# A server that keeps every request as it came over the wire. Answers: endpoint's name to @{ Status; Body }.
function Open-RecordingServer {
    param([hashtable] $Answers = @{})
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $requests = [Collections.ArrayList]::Synchronized([Collections.ArrayList]::new())
    $shell = [powershell]::Create()
    $null = $shell.AddScript({
            param($listener, $requests, $answers)
            while ($true) {
                try { $client = $listener.AcceptTcpClient() } catch { return }
                try {
                    $stream = $client.GetStream()
                    $bytes = [Collections.Generic.List[byte]]::new()
                    $buffer = [byte[]]::new(65536)
                    $head = $null
                    $length = 0
                    do {
                        $count = $stream.Read($buffer, 0, $buffer.Length)
                        for ($i = 0; $i -lt $count; $i++) { $bytes.Add($buffer[$i]) }
                        if (-not $head) {
                            $text = [Text.Encoding]::UTF8.GetString($bytes.ToArray())
                            $end = $text.IndexOf("`r`n`r`n")
                            if ($end -ge 0) {
                                $head = $text.Substring(0, $end)
                                if ($head -match '(?im)^Content-Length: *(\d+)') { $length = [int] $Matches[1] }
                            }
                        }
                    } while ($count -gt 0 -and (-not $head -or $bytes.Count -lt $end + 4 + $length))
                    if (-not $head) { continue }
                    $all = $bytes.ToArray()
                    $line = ($head -split "`r`n")[0] -split ' '
                    $target = $line[1]
                    $name = ($target -split '\?')[0] -replace '.*/', ''
                    $headers = @{}
                    foreach ($field in ($head -split "`r`n" | Select-Object -Skip 1)) {
                        $colon = $field.IndexOf(':')
                        $headers[$field.Substring(0, $colon)] = $field.Substring($colon + 1).Trim()
                    }
                    $null = $requests.Add([pscustomobject]@{
                            Method   = $line[0]
                            Target   = $target
                            Endpoint = $name
                            Headers  = $headers
                            Body     = [Text.Encoding]::UTF8.GetString($all, $all.Length - $length, $length)
                        })
                    $answer = $answers[$name]
                    if (-not $answer) { $answer = @{ Status = 404; Body = '' } }
                    $body = [Text.Encoding]::UTF8.GetBytes([string] $answer.Body)
                    $type = if ($answer.Type) { $answer.Type } else { 'application/json' }
                    $reply = "HTTP/1.1 $($answer.Status) Answer`r`nContent-Type: $type`r`nContent-Length: $($body.Length)`r`nConnection: close`r`n`r`n"
                    $reply = [Text.Encoding]::ASCII.GetBytes($reply)
                    $stream.Write($reply, 0, $reply.Length)
                    $stream.Write($body, 0, $body.Length)
                    $stream.Flush()
                }
                catch { continue }
                finally { $client.Dispose() }
            }
        }).AddArgument($listener).AddArgument($requests).AddArgument($Answers)
    $null = $shell.BeginInvoke()
    [pscustomobject]@{
        BaseUri  = [uri] "http://127.0.0.1:$($listener.LocalEndpoint.Port)/"
        Requests = $requests
        Answers  = $Answers
        Listener = $listener
        Shell    = $shell
    }
}

function Close-RecordingServer {
    param([Parameter(Mandatory)] $Server)
    $Server.Listener.Stop()
    $Server.Shell.Dispose()
}
