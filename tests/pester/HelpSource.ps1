# What the MAML help was made of, as hashes: so that a page that was changed without it is noticed where platyPS is missing too.

# Two lines, one of all pages and one of the MAML. Line ends don't count: git may write others.
function Get-HelpSource {
    param([Parameter(Mandatory)] [string] $Root)
    $names = [string[]] (Get-ChildItem "$Root/docs/en-US" -Filter *.md).Name
    [Array]::Sort($names, [StringComparer]::Ordinal)
    $pages = foreach ($name in $names) { "$name`n" + [IO.File]::ReadAllText("$Root/docs/en-US/$name") }
    '{0}  docs/en-US/*.md' -f (Get-TextHash ($pages -join "`n"))
    '{0}  module/en-US/OctaEInvoice.dll-Help.xml' -f (Get-TextHash ([IO.File]::ReadAllText("$Root/module/en-US/OctaEInvoice.dll-Help.xml")))
}

function Get-TextHash {
    param([Parameter(Mandatory)] [string] $Text)
    $sha = [Security.Cryptography.SHA256]::Create()
    try { -join ($sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($Text.Replace("`r", ''))) | ForEach-Object { $_.ToString('x2') }) }
    finally { $sha.Dispose() }
}
