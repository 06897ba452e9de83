// Stacked bars by district and by segment; a click filters. The same counts stand in a table of buttons.
let districtChart, segmentChart;

// Patterns besides colours, one for each shape.
const DECALS = {
  circle: null,
  square: { symbol: 'rect', symbolSize: 0.35, color: 'rgba(0,0,0,.3)', dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0] },
  diamond: { symbol: 'rect', color: 'rgba(0,0,0,.28)', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  triangle: { symbol: 'rect', color: 'rgba(255,255,255,.45)', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  cross: { symbol: 'circle', symbolSize: 0.6, color: 'rgba(255,255,255,.6)', dashArrayX: [[5, 5], [0, 5, 5, 0]], dashArrayY: [5, 0] },
};

const charts = [];

function newChart(element) {
  const chart = echarts.init(element, null, { renderer: 'canvas' });
  charts.push(chart);
  return chart;
}

function startCharts() {
  districtChart = newChart($('chart-district'));
  segmentChart = newChart($('chart-segment'));
  districtChart.on('click', ({ dataIndex, seriesIndex }) => change({
    district: city.districts[city.districts.length - 1 - dataIndex].code, classes: [city.legend[seriesIndex].id] }));
  segmentChart.on('click', ({ dataIndex, seriesIndex }) => change({
    segment: city.segments[city.segments.length - 1 - dataIndex].code, classes: [city.legend[seriesIndex].id] }));
  let waiting;
  addEventListener('resize', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => charts.forEach((chart) => !chart.isDisposed() && chart.resize()), 100);
  });
}

function stacked(chart, label, names, counts, chosen) {
  const last = names.length - 1;
  chart.setOption({
    animation: false,
    aria: { enabled: true, label: { description: label } },
    tooltip: { renderMode: 'richText', trigger: 'item', confine: true },
    grid: { left: 4, right: 24, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, splitNumber: 4 },
    yAxis: { type: 'category', data: [...names].reverse(), axisTick: { show: false }, axisLabel: { width: 150, overflow: 'truncate', color: '#1c2430' } },
    series: city.legend.map((type, k) => ({
      name: type.label, type: 'bar', stack: 'all', barMaxWidth: 26, cursor: 'pointer',
      itemStyle: { color: type.colour, decal: DECALS[type.symbol], borderColor: '#fff', borderWidth: 0.5 },
      data: counts.map((row, i) => counts[last - i][k]).map((value, i) => ({
        value, itemStyle: { opacity: chosen === -1 || chosen === last - i ? (state.classes.length && !state.classes.includes(type.id) ? 0.35 : 1) : 0.3 } })),
    })),
  }, { notMerge: true });
}

function updateCharts({ byDistrict, bySegment }) {
  const height = Math.max(120, 26 * city.districts.length + 30);
  if ($('chart-district').clientHeight !== height) {
    $('chart-district').style.height = height + 'px';
    districtChart.resize();
  }
  stacked(districtChart, say('byDistrict'), city.districts.map((each) => each.name), byDistrict,
    city.districts.findIndex((each) => each.code === state.district));
  stacked(segmentChart, say('bySegment'), city.segments.map((each) => each.text), bySegment,
    city.segments.findIndex((each) => each.code === state.segment));
  if ($('counts').open) updateCounts(byDistrict, bySegment);
}

function updateCounts(byDistrict, bySegment) {
  const table = (title, names, counts, apply) => make('table', {},
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, title),
      ...city.legend.map((type) => make('th', { scope: 'col' }, symbol(type, 12), ' ' + type.label)))),
    make('tbody', {}, ...names.map((name, i) => make('tr', {}, make('th', { scope: 'row' }, name),
      ...city.legend.map((type, k) => make('td', {}, make('button', {
        type: 'button', class: 'link', 'aria-label': `${say('filterBy', name, type.label)}: ${counts[i][k]}`,
        onclick: () => change({ ...apply(i), classes: [type.id] }),
      }, number(counts[i][k]))))))));
  $('counts-body').replaceChildren(
    table(say('district'), city.districts.map((each) => each.name), byDistrict, (i) => ({ district: city.districts[i].code })),
    table(say('segment'), city.segments.map((each) => each.text), bySegment, (i) => ({ segment: city.segments[i].code })));
}
