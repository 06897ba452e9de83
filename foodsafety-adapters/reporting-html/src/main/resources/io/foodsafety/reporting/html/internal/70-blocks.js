// The other blocks of a report: text, tables, charts, maps.
const ROWS = 200;

function block(given) {
  const body = { text: textBlock, table: tableBlock, chart: chartBlock, map: mapBlock }[given.type](given);
  return make('section', { class: 'block', id: 'fs-block-' + given.id }, make('h2', {}, given.title), ...body.nodes);
}

function textBlock({ paragraphs }) {
  return { nodes: paragraphs.map((text) => make('p', {}, text)) };
}

function tableBlock({ columns, rows }) {
  const body = make('tbody');
  const add = (from, to) => body.append(...rows.slice(from, to).map((row) => make('tr', {},
    ...row.map((cell, i) => make('td', { class: columns[i].type === 'number' ? 'number' : null }, cell === null ? '' : String(cell))))));
  add(0, ROWS);
  const more = rows.length > ROWS ? make('button', { type: 'button', onclick: () => { add(ROWS, rows.length); more.remove(); } }, say('showMore', number(rows.length))) : null;
  return { nodes: [make('div', { class: 'scroll', tabindex: 0 }, make('table', {},
    make('thead', {}, make('tr', {}, ...columns.map((column) => make('th', { scope: 'col' }, column.title)))), body)), more] };
}

function chartBlock({ title, kind, categories, series }) {
  const element = make('div', { class: 'chart block-chart' });
  later.push(() => {
    const pie = kind === 'pie';
    newChart(element).setOption({
      animation: false,
      aria: { enabled: true, label: { description: title } },
      tooltip: { renderMode: 'richText', trigger: pie ? 'item' : 'axis', confine: true },
      legend: series.length > 1 || pie ? { type: 'scroll', top: 0 } : undefined,
      grid: { left: 8, right: 16, top: series.length > 1 ? 36 : 16, bottom: 4, containLabel: true },
      ...(pie ? {} : { xAxis: { type: 'category', data: categories }, yAxis: { type: 'value' } }),
      series: pie
        ? [{ type: 'pie', radius: '65%', data: categories.map((name, i) => ({ name, value: series[0]?.values[i] })) }]
        : series.map(({ name, colour, values }) => ({
          name, type: kind === 'line' ? 'line' : 'bar', stack: kind === 'stacked-bar' ? 'all' : undefined, data: values,
          symbolSize: 8, barMaxWidth: 40, itemStyle: { color: colour ?? undefined } })),
    });
  });
  const columns = [{ title: '', type: 'text' }, ...series.map(({ name }) => ({ title: name, type: 'number' }))];
  const rows = categories.map((name, i) => [name, ...series.map(({ values }) => values[i])]);
  return { nodes: [element, make('details', {}, make('summary', {}, say('dataTable')), ...tableBlock({ columns, rows }).nodes.filter(Boolean))] };
}

function mapBlock({ title, legend, areas, points: places }) {
  const element = make('div', { class: 'block-map' });
  later.push(() => {
    const target = baseMap(element, title);
    const bounds = L.latLngBounds([]);
    target.setView([30, 110], 4);
    const labels = [];
    areas.filter((region) => region.outline.length).forEach((region) => {
      const area = drawArea(target, region, legend);
      bounds.extend(area.getBounds());
      labels.push(areaLabel(target, region, area.getBounds(), legend));
    });
    places.forEach(({ name, lat, lon, type }) => {
      bounds.extend([lat / 1e5, lon / 1e5]);
      L.marker([lat / 1e5, lon / 1e5], { title: name, alt: name,
        icon: L.divIcon({ className: 'point', html: symbol(legend[type], 20), iconSize: [26, 26] }) }).addTo(target);
    });
    legendControl(target, legend);
    if (bounds.isValid()) target.fitBounds(bounds, { padding: [8, 8], animate: false });
    partLabels(target, labels);
  });
  return { nodes: [element] };
}

const later = []; // what needs its element to be in the page
