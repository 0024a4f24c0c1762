@{
    # A Pester file's blocks are scopes that PSScriptAnalyzer does not see: what BeforeAll sets, It uses; a job's script block has
    # parameters of its own; what a function makes, the test throws away.
    ExcludeRules = @(
        'PSUseDeclaredVarsMoreThanAssignments'
        'PSReviewUnusedParameter'
        'PSUseUsingScopeModifierInNewRunspaces'
    )
}
