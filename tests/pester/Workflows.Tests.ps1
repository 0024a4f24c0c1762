# GitHub's workflows run nowhere but there, so a program reads them here: actionlint, and that every action is pinned.
BeforeDiscovery {
    $root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
    $canLint = (Get-Command node -CommandType Application -ErrorAction Ignore) -and (Test-Path (Join-Path $root 'tests/lint/node_modules'))
    if (-not $canLint) { Write-Warning 'The workflows are not read: that needs node, and npm ci in tests/lint.' }
    $workflows = @(Get-ChildItem (Join-Path $root '.github/workflows') -Filter *.yml -Force) + (Get-Item (Join-Path $root 'examples/unattended/github-actions.yml')) |
        ForEach-Object { @{ Name = $_.Name; Path = $_.FullName } }
}

Describe 'The workflows' {
    It 'leave actionlint nothing to say, and every action is pinned' -Skip:(-not $canLint) -TestCases @{ paths = $workflows.Path } {
        $said = & node (Join-Path $PSScriptRoot '../lint/check.js') $paths 2>&1 | ForEach-Object { "$_" }
        $said | Should -BeNullOrEmpty
        $LASTEXITCODE | Should -Be 0
    }
}

Describe 'The workflow <Name>' -ForEach $workflows {
    It 'may no more than it needs and ends by itself' {
        $text = (Get-Content $Path -Raw) -replace "`r", ''
        $text | Should -Match '(?m)^permissions:\n  contents: read\n(?! )'
        $text | Should -Match '(?m)^concurrency:'
        [regex]::Matches($text, '(?m)^    timeout-minutes: \d+$').Count | Should -Be ([regex]::Matches($text, '(?m)^    runs-on: ').Count)
    }
}
