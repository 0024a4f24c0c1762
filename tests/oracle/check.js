// Reads documents as NDJSON on stdin; prints for each one line: the paths that fail NIC's schema, as a JSON list.
'use strict';
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv');

// NIC's file stays as it was published. What the module means to read otherwise is changed in memory, here and nowhere else:
// the years of dates are those of fields.json, which says where they come from. So a mend there is checked here as well.
const PUBLISHED_YEARS = '[2][0][1-2][0-9]';

const schema = JSON.parse(fs.readFileSync(path.join(__dirname, 'inv01.schema.json'), 'utf8'));
const table = JSON.parse(fs.readFileSync(path.join(__dirname, '../../src/OctaEInvoice.Engine/Schema/fields.json'), 'utf8'));

function schemaOf(fieldPath) {
  return fieldPath.split('.').reduce((node, part) => (part.endsWith('[]') ? node.properties[part.slice(0, -2)].items : node.properties[part]), schema);
}

function patternOf(years) {
  return `(${Array.from({ length: years.last - years.first + 1 }, (_, i) => years.first + i).join('|')})`;
}

for (const field of table.fields.filter((entry) => entry.kind === 'date' || entry.kind === 'widedate')) {
  const date = schemaOf(field.path);
  if (!date.pattern.includes(PUBLISHED_YEARS)) throw new Error(`${field.path}: the published pattern ${date.pattern} has other years than ${PUBLISHED_YEARS}.`);
  date.pattern = date.pattern.replace(PUBLISHED_YEARS, patternOf(field.kind === 'date' ? table.years.date : table.years.wideDate));
}

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
