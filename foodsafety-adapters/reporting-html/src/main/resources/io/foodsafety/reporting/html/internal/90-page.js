// Puts the page together.
function options(select, entries) {
  select.replaceChildren(make('option', { value: '' }, say('all')), ...entries.map(([value, text]) => make('option', { value }, text)));
}

function startFilter() {
  options($('district'), city.districts.map((each) => [each.code, each.name]));
  options($('segment'), city.segments.map((each) => [each.code, each.text]));
  options($('due'), [['overdue', say('overdue')], ['soon', say('soon')]]);
  for (const key of ['district', 'segment', 'due']) {
    $(key).addEventListener('change', () => change({ [key]: $(key).value }));
  }
  let waiting;
  $('search').addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => change({ query: $('search').value.trim() }), 150);
  });
  $('filter').addEventListener('submit', (event) => event.preventDefault());
  $('reset').addEventListener('click', () => change({ ...EMPTY, sort: state.sort }));
  [...city.legend].reverse().forEach((type) => $('classes').append(make('button', {
    type: 'button', class: 'chip', 'data-class': type.id, 'aria-pressed': 'false',
    onclick: () => change({ classes: state.classes.includes(type.id)
      ? state.classes.filter((id) => id !== type.id) : [...state.classes, type.id] }),
  }, symbol(type), make('span', {}, type.label), make('b', {}))));
  $('previous').addEventListener('click', () => change({ page: state.page - 1 }));
  $('next').addEventListener('click', () => change({ page: state.page + 1 }));
  $('counts').addEventListener('toggle', () => update({}));
  $('dossier').addEventListener('close', () => state.open && change({ open: '' }));
  $('dossier').addEventListener('click', (event) => event.target === $('dossier') && change({ open: '' }));
  addEventListener('hashchange', () => { state = readHash(); update(state); });
}

function updateFilter({ rows, byClass }) {
  for (const key of ['district', 'segment', 'due']) $(key).value = state[key];
  if (document.activeElement !== $('search')) $('search').value = state.query;
  for (const chip of $('classes').querySelectorAll('.chip')) {
    const k = city.legend.findIndex((type) => type.id === chip.dataset.class);
    chip.setAttribute('aria-pressed', String(state.classes.includes(chip.dataset.class)));
    chip.lastChild.textContent = number(byClass[k]);
  }
  $('count').textContent = say('count', number(rows.length), number(city.id.length));
}

let selected;

function update(part) {
  const keys = Object.keys(part);
  if (!(keys.length === 1 && ['open', 'page', 'sort'].includes(keys[0]))) {
    selected = select();
    updateFilter(selected);
    updateMap(selected.rows, part);
    updateCharts(selected);
  }
  if (!(keys.length === 1 && keys[0] === 'open')) updateTable(selected.rows);
  updateDossier();
}

function startBusinesses() {
  city = page.businesses;
  city.searched = city.name.map((name, i) => (name + ' ' + city.id[i]).toLowerCase());
  collator = new Intl.Collator(page.language);
  $('businesses-title').textContent = city.title;
  $('businesses').hidden = false;
  startFilter();
  startMap();
  startCharts();
  listeners.push(update);
  state = readHash();
  update(state.district ? state : {});
}

async function start() {
  page = await unpack('data');
  texts = page.texts;
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = say(node.dataset.t);
  for (const node of document.querySelectorAll('[data-t-label]')) node.setAttribute('aria-label', say(node.dataset.tLabel));
  $('title').textContent = page.title;
  $('generated').textContent = say('generated', page.generatedAt);
  const [first, ...others] = page.notes;
  $('note').textContent = first ?? '';
  $('about').hidden = others.length === 0;
  $('about-title').textContent = say('about');
  $('notes').append(...others.map((note) => make('li', {}, note)));
  let place = $('before');
  for (const given of page.blocks) {
    if (given.type === 'businesses') place = $('after');
    else place.append(block(given));
  }
  if (page.businesses) startBusinesses();
  later.forEach((draw) => draw());
  $('wait').remove();
  requestAnimationFrame(() => { document.documentElement.dataset.usable = Math.round(performance.now()); });
}

start().catch((fault) => {
  $('wait').textContent = $('wait').dataset.broken;
  console.error(fault);
});
