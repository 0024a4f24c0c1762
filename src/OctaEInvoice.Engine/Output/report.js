
(function () {
  var table = document.getElementById('rows'), body = table.tBodies[0], rows = Array.prototype.slice.call(body.rows);
  var filter = document.getElementById('filter'), shown = document.getElementById('shown');
  function apply() {
    var count = 0;
    rows.forEach(function (row) {
      row.hidden = filter.value !== '' && row.getAttribute('data-outcome') !== filter.value;
      if (!row.hidden) count++;
    });
    shown.textContent = count + ' of ' + rows.length;
  }
  function key(row, column, numeric) {
    var cell = row.cells[column];
    return numeric ? parseFloat(cell.getAttribute('data-value')) : cell.textContent;
  }
  function sort(heading, column) {
    var up = heading.getAttribute('aria-sort') !== 'ascending', numeric = heading.getAttribute('data-sort') === 'number';
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) { other.removeAttribute('aria-sort'); });
    heading.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    rows.map(function (row, place) { return { row: row, key: key(row, column, numeric), place: place }; })
      .sort(function (a, b) {
        if (numeric && (isNaN(a.key) || isNaN(b.key))) return isNaN(a.key) - isNaN(b.key) || a.place - b.place;
        var order = a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
        return (up ? order : -order) || a.place - b.place;
      })
      .forEach(function (entry) { body.appendChild(entry.row); });
  }
  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (heading, column) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = heading.textContent;
    button.addEventListener('click', function () { sort(heading, column); });
    heading.textContent = '';
    heading.appendChild(button);
  });
  filter.addEventListener('change', apply);
  document.querySelector('.controls').hidden = false;
  apply();
})();
