// What the user has chosen; kept in the address, so that a view can be linked.
const EMPTY = { district: '', segment: '', classes: [], due: '', query: '', sort: '', page: 1, open: '' };
let state = { ...EMPTY };
const listeners = [];
const SOON = 30;

function readHash() {
  const given = new URLSearchParams(location.hash.slice(1));
  const get = (key) => given.get(key) ?? '';
  return {
    district: get('d'), segment: get('s'), classes: get('c').split(',').filter(Boolean),
    due: get('due'), query: get('q'), sort: get('sort'), page: Math.max(1, Number(get('p')) || 1), open: get('o'),
  };
}

function writeHash() {
  const given = new URLSearchParams();
  const put = (key, value) => value && given.set(key, value);
  put('d', state.district);
  put('s', state.segment);
  put('c', state.classes.join(','));
  put('due', state.due);
  put('q', state.query);
  put('sort', state.sort);
  put('p', state.page > 1 ? state.page : '');
  put('o', state.open);
  history.replaceState(null, '', '#' + given);
}

function change(part) {
  const filters = ['district', 'segment', 'classes', 'due', 'query', 'sort'];
  state = { ...state, ...(filters.some((key) => key in part) ? { page: 1 } : {}), ...part };
  writeHash();
  listeners.forEach((listener) => listener(part));
}

/** A test for each dimension; a chart leaves its own out, so that it goes on showing the rest. */
function tests() {
  const district = city.districts.findIndex((each) => each.code === state.district);
  const segment = city.segments.findIndex((each) => each.code === state.segment);
  const classes = new Set(state.classes.map((id) => city.legend.findIndex((each) => each.id === id)));
  const words = state.query.toLowerCase().split(/\s+/).filter(Boolean);
  return {
    district: (i) => !state.district || city.district[i] === district,
    segment: (i) => !state.segment || city.segment[i] === segment,
    classes: (i) => classes.size === 0 || classes.has(city.type[i]),
    due: (i) => !state.due || (city.due[i] !== null && (state.due === 'overdue'
      ? city.due[i] < page.today : city.due[i] >= page.today && city.due[i] <= page.today + SOON)),
    query: (i) => words.every((word) => city.searched[i].includes(word)),
  };
}

/** The rows that pass, and counts by district, segment and class for the charts. */
function select() {
  const test = tests();
  const width = city.legend.length;
  const rows = [];
  const byDistrict = city.districts.map(() => new Array(width).fill(0));
  const bySegment = city.segments.map(() => new Array(width).fill(0));
  const byClass = new Array(width).fill(0);
  for (let i = 0; i < city.id.length; i++) {
    if (!test.due(i) || !test.query(i)) continue;
    const inDistrict = test.district(i);
    const inSegment = test.segment(i);
    if (inSegment && city.district[i] >= 0) byDistrict[city.district[i]][city.type[i]]++;
    if (inDistrict && city.segment[i] >= 0) bySegment[city.segment[i]][city.type[i]]++;
    if (inDistrict && inSegment) {
      byClass[city.type[i]]++;
      if (test.classes(i)) rows.push(i);
    }
  }
  return { rows, byDistrict, bySegment, byClass };
}
