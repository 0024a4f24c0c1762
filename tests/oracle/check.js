// Reads documents as NDJSON on stdin; prints for each one line: the paths that fail NIC's schema, as a JSON list.
'use strict';
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv');

const schema = JSON.parse(fs.readFileSync(path.join(__dirname, 'inv01.schema.json'), 'utf8'));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

// /ItemList/0/HsnCd -> ItemList[0].HsnCd; a missing or unknown name is a path of its own.
function pathOf(error) {
  const parts = error.instancePath.split('/').slice(1);
  const name = error.params.missingProperty || error.params.additionalProperty;
  if (name) parts.push(name);
  return parts.reduce((text, part) => (/^\d+$/.test(part) ? `${text}[${part}]` : text ? `${text}.${part}` : part), '');
}

const lines = fs.readFileSync(0, 'utf8').split('\n').filter((line) => line.length > 0);
const answers = lines.map((line) => {
  validate(JSON.parse(line));
  return JSON.stringify([...new Set((validate.errors || []).map(pathOf))].sort());
});
process.stdout.write(answers.join('\n') + '\n');
