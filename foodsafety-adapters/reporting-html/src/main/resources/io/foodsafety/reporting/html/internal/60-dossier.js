// The dossier of one business: grade, why, history, what is due.
const SCORED = 0, MISSING = 1, NOT_APPLICABLE = 2;
let historyChart, dossierOf = '';

async function updateDossier() {
  const dialog = $('dossier');
  if (state.open === dossierOf) return;
  dossierOf = state.open;
  const row = state.open ? city.id.indexOf(state.open) : -1;
  if (row < 0) {
    if (dialog.open) dialog.close();
    return;
  }
  const more = await detailsOf(row);
  if (dossierOf !== city.id[row]) return; // another one was opened meanwhile
  historyChart?.dispose();
  historyChart = undefined;
  dialog.replaceChildren(...dossier(row, more));
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  if (more.history.length > 1) drawHistory(more.history, row);
}

function dossier(row, more) {
  const type = city.legend[city.type[row]];
  const facts = [
    ['grade', gradeOf(row), symbol(type, 14)], ['score', points(city.score[row])], ['nextGrade', more.nextGrade],
    ['due', day(city.due[row])], ['district', city.districts[city.district[row]]?.name ?? say('unknown')],
    ['segment', city.segments[city.segment[row]]?.text ?? say('unknown')],
    ['format', city.formats[city.format[row]]], ['id', city.id[row]], ['remark', more.remark],
  ].filter(([, value]) => value);
  return [
    make('header', {},
      make('h2', { id: 'fs-dossier-title' }, city.name[row]),
      make('button', { type: 'button', class: 'close', 'aria-label': say('close'), autofocus: true, onclick: () => change({ open: '' }) }, '✕')),
    make('dl', { class: 'facts' }, ...facts.map(([key, value, mark]) =>
      make('div', {}, make('dt', {}, say(key)), make('dd', {}, mark ?? null, mark ? ' ' : null, value)))),
    make('h3', {}, say('why')),
    more.lines.length ? reasons(row, more.lines) : make('p', {}, say('noReasons')),
    make('h3', {}, say('dueItems')),
    more.due.length ? make('ul', {}, ...more.due.map(({ title, date }) => make('li', {}, `${day(date)} ${title}`,
      date < page.today ? make('span', { class: 'late' }, ' ' + say('overdueMark')) : null))) : make('p', {}, say('noDue')),
    make('h3', {}, say('history')),
    more.history.length > 1 ? make('div', { id: 'fs-history', class: 'chart history' }) : null,
    more.history.length ? make('ul', { class: 'past' }, ...[...more.history].reverse().map(({ date, grade, score, type: past }) => make('li', {},
      symbol(city.legend[past], 12), ` ${day(date)} ${graded(past, grade)}`, score === null ? null : ` (${points(score)})`)))
      : make('p', {}, say('noHistory')),
  ];
}

/** What moved the grade, or prevents one, first; then by points; then what is not known, nothing, and not applicable. */
function weight(line, ungraded) {
  if (line.state === MISSING) return ungraded ? 2e6 : -1e6;
  if (line.state === NOT_APPLICABLE) return -3e6;
  return (line.effect ? 1e6 : 0) + (line.points === 0 ? -2e6 : line.points);
}

function reasons(row, lines) {
  const ungraded = city.score[row] === null;
  const most = Math.max(1, ...lines.map((line) => Math.abs(line.points ?? 0)));
  const head = ['item', 'points', 'value', 'evidence', 'basis'].map((key) => make('th', { scope: 'col' }, say(key)));
  const body = [...lines].sort((a, b) => weight(b, ungraded) - weight(a, ungraded)).map((line) => make('tr', {
    class: line.state === MISSING ? 'missing' : line.state === NOT_APPLICABLE ? 'not-applicable' : line.points === 0 ? 'zero' : null,
  },
  make('th', { scope: 'row' }, line.title, make('small', {}, line.item)),
  make('td', { class: 'number', 'data-label': say('points') },
    line.state === MISSING ? make('span', { class: 'badge' }, '? ' + say('missing'))
      : line.state === NOT_APPLICABLE ? make('span', { class: 'badge' }, '— ' + say('notApplicable'))
        : make('span', {}, points(line.points), line.points > 0 ? bar(line.points / most) : null)),
  make('td', { 'data-label': say('value') }, [line.value, line.effect].filter(Boolean).join('; ')),
  make('td', { class: 'evidence', 'data-label': say('evidence') }, ...line.evidence.map(({ id, text }) => make('div', {}, make('code', {}, id), text ? ' ' + text : null))),
  make('td', { class: 'basis', 'data-label': say('basis') }, line.basis)));
  return make('table', { class: 'reasons' }, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...body),
    city.score[row] === null ? null : make('tfoot', {}, make('tr', {}, make('th', { scope: 'row' }, say('total')),
      make('td', { class: 'number' }, points(city.score[row])), make('td', { colspan: 3 }))));
}

function bar(share) {
  return svg('svg', { class: 'bar', viewBox: '0 0 100 6', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { width: 100 * share, height: 6, fill: '#0b3d91' }));
}

function drawHistory(past, row) {
  historyChart = newChart($('history'));
  const now = city.score[row] === null ? [] : [{ date: page.today, score: city.score[row], type: city.type[row] }];
  const all = [...past, ...now];
  historyChart.setOption({
    animation: false,
    aria: { enabled: true },
    tooltip: { renderMode: 'richText', trigger: 'axis', confine: true },
    grid: { left: 8, right: 16, top: 16, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: all.map(({ date }) => day(date)) },
    yAxis: { type: 'value', scale: true, splitNumber: 3 },
    series: [{
      type: 'line', name: say('score'), lineStyle: { color: '#3d4a5c' }, symbolSize: 12,
      data: all.map(({ score, type }) => ({ value: score, symbol: city.legend[type].symbol === 'square' ? 'rect'
        : city.legend[type].symbol === 'cross' ? 'pin' : city.legend[type].symbol, itemStyle: { color: city.legend[type].colour, borderColor: '#1c2430' } })),
    }],
  });
}
