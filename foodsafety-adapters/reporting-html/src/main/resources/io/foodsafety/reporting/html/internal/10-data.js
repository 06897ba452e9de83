// Unpacks the data of the page. Texts of the report only ever become text nodes.
const $ = (id) => document.getElementById('fs-' + id);

async function unpack(id) {
  const packed = atob($(id).textContent.trim());
  const bytes = Uint8Array.from(packed, (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
}

let page; // the unpacked main data
let city; // page.businesses, or null
let texts; // strings of the user interface
const quiet = matchMedia('(prefers-reduced-motion: reduce)').matches;

function say(key, ...values) {
  return values.reduce((text, value, i) => text.replace('{' + i + '}', () => value), texts[key] ?? key);
}

/** An element with attributes and children; a text child is text, whatever it says. */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const number = (value) => new Intl.NumberFormat(page.language).format(value);
const points = (value) => (value === null ? '' : String(value));
const day = (days) => (days === null ? '' : new Date(days * 864e5).toISOString().slice(0, 10));

const SVG = 'http://www.w3.org/2000/svg';

function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const SHAPES = {
  circle: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z',
  square: 'M4 4h16v16H4z',
  triangle: 'M12 2L23 21H1z',
  diamond: 'M12 1L23 12L12 23L1 12z',
  cross: 'M8 3h8v5h5v8h-5v5H8v-5H3V8h5z',
};

/** The shape of a colour class. */
function symbol(type, size = 16) {
  return svg('svg', { viewBox: '0 0 24 24', width: size, height: size, class: 'symbol', 'aria-hidden': 'true' },
    svg('path', { d: SHAPES[type.symbol], fill: type.colour, stroke: '#1c2430', 'stroke-width': 1.6 }));
}

/** The label of a colour class, after the grade if the label does not name it. */
function graded(type, grade) {
  const label = city.legend[type].label;
  return grade && !label.includes(grade) ? `${grade} · ${label}` : label;
}

const gradeOf = (i) => graded(city.type[i], city.scale[city.grade[i]]);

const details = new Map();

/** Reasons, history and what is due of a business. */
async function detailsOf(row) {
  const chunk = Math.floor(row / city.chunk);
  if (!details.has(chunk)) details.set(chunk, unpack('d' + chunk));
  const { s, t, b } = await details.get(chunk);
  const [remark, nextGrade, lines, history, due] = b[row % city.chunk];
  return {
    remark: s[remark], nextGrade: s[nextGrade],
    lines: lines.map(([template, state, pts, value, effect, evidence]) => ({
      item: s[t[template][0]], title: s[t[template][1]], basis: s[t[template][2]],
      state, points: pts, value: s[value], effect: s[effect],
      evidence: evidence.map(([id, text]) => ({ id, text: s[text] })),
    })),
    history: history.map(([date, grade, score, type]) => ({ date, grade: s[grade], score, type })),
    due: due.map(([title, date]) => ({ title: s[title], date })),
  };
}
