// Validates one document again and again by NIC's schema; prints microseconds a document.
'use strict';
const fs = require('fs');
const path = require('path');

const [oracle, sample, seconds] = process.argv.slice(2);
const Ajv = require(require.resolve('ajv', { paths: [oracle] }));
const schema = JSON.parse(fs.readFileSync(path.join(oracle, 'inv01.schema.json'), 'utf8'));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
const invoice = JSON.parse(fs.readFileSync(sample, 'utf8'));

function run(milliseconds) {
  const begin = process.hrtime.bigint();
  let count = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    for (let i = 0; i < 1000; i++) validate(invoice);
    count += 1000;
    elapsed = Number(process.hrtime.bigint() - begin) / 1e6;
  }
  return (elapsed * 1000) / count;
}

run(1000);
console.log(run(Number(seconds) * 1000).toFixed(4));
