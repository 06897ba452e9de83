// The list of businesses, page by page.
const PAGE = 50;

const COLUMNS = [
  { key: 'name', compare: (a, b) => compareText(city.name[a], city.name[b]) },
  { key: 'district', compare: (a, b) => city.district[a] - city.district[b] },
  { key: 'segment', compare: (a, b) => city.segment[a] - city.segment[b] },
  { key: 'format', hide: true, compare: (a, b) => compareText(city.formats[city.format[a]], city.formats[city.format[b]]) },
  { key: 'grade', compare: (a, b) => city.type[a] - city.type[b] },
  { key: 'score', number: true, compare: (a, b) => (city.score[a] ?? -Infinity) - (city.score[b] ?? -Infinity) },
  { key: 'due', hide: true, compare: (a, b) => (city.due[a] ?? Infinity) - (city.due[b] ?? Infinity) },
];

let collator;
const compareText = (a, b) => collator.compare(a, b);

/** Without a choice: the worst colour first, and within it the worst score. */
function worstFirst(a, b) {
  const score = (i) => city.score[i] ?? (city.worse > 0 ? -Infinity : Infinity);
  return city.type[b] - city.type[a] || (score(a) === score(b) ? 0 : city.worse * (score(b) - score(a))) || a - b;
}

function sorted(rows) {
  const [key, direction] = state.sort.split('.');
  const column = COLUMNS.find((each) => each.key === key);
  if (!column) return [...rows].sort(worstFirst);
  const sign = direction === 'desc' ? -1 : 1;
  return [...rows].sort((a, b) => sign * column.compare(a, b) || a - b);
}

function updateTable(rows) {
  const [key, direction] = state.sort.split('.');
  $('table').tHead.replaceChildren(make('tr', {}, ...COLUMNS.map((column) => make('th', {
    scope: 'col', class: column.hide ? 'wide' : null,
    'aria-sort': column.key === key ? (direction === 'desc' ? 'descending' : 'ascending') : 'none',
  }, make('button', {
    type: 'button', id: 'fs-sort-' + column.key,
    onclick: () => {
      change({ sort: column.key + (column.key === key && direction !== 'desc' ? '.desc' : '.asc') });
      $('sort-' + column.key).focus();
    },
  }, say(column.key), make('span', { 'aria-hidden': 'true' }, column.key === key ? (direction === 'desc' ? ' ▼' : ' ▲') : ' ↕'))))));
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const at = Math.min(state.page, pages);
  const visible = sorted(rows).slice((at - 1) * PAGE, at * PAGE);
  $('table').tBodies[0].replaceChildren(...visible.map(tableRow));
  $('page').textContent = say('page', number(at), number(pages));
  $('previous').disabled = at <= 1;
  $('next').disabled = at >= pages;
}

function tableRow(i) {
  const open = () => change({ open: city.id[i] });
  const type = city.legend[city.type[i]];
  const late = city.due[i] !== null && city.due[i] < page.today;
  return make('tr', { 'data-id': city.id[i], onclick: (event) => { if (!event.target.closest('button')) open(); } },
    make('td', {}, make('button', { type: 'button', class: 'link', 'aria-haspopup': 'dialog', onclick: open }, city.name[i])),
    make('td', {}, city.districts[city.district[i]]?.name ?? say('unknown')),
    make('td', {}, city.segments[city.segment[i]]?.text ?? say('unknown')),
    make('td', { class: 'wide' }, city.formats[city.format[i]] ?? ''),
    make('td', { class: 'grade' }, symbol(type, 14), ' ' + gradeOf(i)),
    make('td', { class: 'number' }, points(city.score[i])),
    make('td', { class: 'wide' }, day(city.due[i]), late ? make('span', { class: 'late' }, ' ' + say('overdueMark')) : null));
}
