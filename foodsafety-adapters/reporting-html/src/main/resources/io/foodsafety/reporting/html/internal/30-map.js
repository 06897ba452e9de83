// The map: outlines, clusters that show the shares of the colours, single points with shapes.
let map, index, shown, outlines, partNames;
const MAX_ZOOM = 17;

function baseMap(element, label) {
  const made = L.map(element, {
    attributionControl: false, zoomControl: false, maxZoom: MAX_ZOOM + 1, minZoom: 3, zoomSnap: 0.5,
    zoomAnimation: !quiet, fadeAnimation: !quiet, markerZoomAnimation: !quiet, inertia: !quiet,
  });
  L.control.zoom({ zoomInTitle: say('zoomIn'), zoomOutTitle: say('zoomOut') }).addTo(made);
  L.control.scale({ imperial: false }).addTo(made);
  element.setAttribute('aria-label', label);
  element.setAttribute('role', 'application');
  return made;
}

function legendControl(target, legend) {
  const control = L.control({ position: 'bottomright' });
  control.onAdd = () => make('ul', { class: 'legend' },
    ...legend.map((type) => make('li', {}, symbol(type, 14), ' ' + type.label)));
  control.addTo(target);
}

/** Outlines are stored as whole numbers of 1e-5 degrees, each as the step from the one before. */
function corners(steps) {
  const ring = [];
  let lat = 0, lon = 0;
  for (let i = 0; i < steps.length; i += 2) {
    lat += steps[i];
    lon += steps[i + 1];
    ring.push([lat / 1e5, lon / 1e5]);
  }
  return ring;
}

function drawArea(target, region, legend) {
  const type = region.type === null ? null : legend[region.type];
  return L.polygon(region.outline.map((rings) => rings.map(corners)), {
    color: '#3d4a5c', weight: 1.2, fillColor: type ? type.colour : '#ffffff', fillOpacity: type ? 0.22 : 0.5,
  }).bindTooltip(make('span', {}, region.name), { sticky: true }).addTo(target);
}

function areaLabel(target, region, box, legend) {
  const type = region.type === null ? null : legend[region.type];
  const node = make('span', {}, type ? symbol(type, 12) : null, region.name);
  return L.marker(box.getCenter(), {
    icon: L.divIcon({ className: 'area-label', html: node, iconSize: [0, 0] }), box,
    interactive: false, keyboard: false, zIndexOffset: -10000,
  }).addTo(target);
}

/**
 * Puts each name at the northern edge of its area or beside it, where it stands neither on another name nor under a point,
 * and hides it if there is no such place; an area shows its name under the mouse, too.
 */
function partLabels(target, labels, points = () => []) {
  const part = () => {
    const size = target.getSize();
    const taken = points().map((point) => {
      const half = point.options.icon.options.iconSize[0] / 2;
      return { ...target.latLngToContainerPoint(point.getLatLng()), width: half, height: half };
    });
    for (const label of labels) {
      const { box } = label.options;
      const { x: left, y: top } = target.latLngToContainerPoint(box.getNorthWest());
      const { x: right, y: bottom } = target.latLngToContainerPoint(box.getSouthEast());
      const width = label.getElement().firstChild.offsetWidth / 2 + 2;
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const free = [[x, top + 0.06 * (bottom - top)], [x, top - 16], [x, bottom + 16], [right + width, y], [left - width, y]]
        .find(([each, at]) => each >= width && each <= size.x - width && at >= 10 && at <= size.y - 10
          && taken.every((other) => Math.abs(each - other.x) > width + other.width || Math.abs(at - other.y) > 11 + other.height));
      label.setOpacity(free ? 1 : 0);
      if (!free) continue;
      taken.push({ x: free[0], y: free[1], width, height: 10 });
      label.setLatLng(target.containerPointToLatLng(free));
    }
  };
  target.on('moveend', part);
  part();
  return part;
}

/** A marker that the mouse and the keyboard can press. */
function pressable(marker, act) {
  return marker.on('click', act).on('keypress', ({ originalEvent }) => {
    if (originalEvent.key !== 'Enter' && originalEvent.key !== ' ') return;
    originalEvent.preventDefault();
    $('map').focus(); // the marker goes away when the map is drawn anew
    act();
  });
}

function startMap() {
  map = baseMap($('map'), say('map'));
  const legend = city.legend;
  outlines = city.districts.map((region) => region.outline.length ? drawArea(map, region, legend) : null);
  const bounds = L.latLngBounds([]);
  outlines.forEach((outline) => outline && bounds.extend(outline.getBounds()));
  const sums = city.districts.map(() => [0, 0, 0]);
  for (let i = 0; i < city.id.length; i++) {
    if (city.lat[i] === null) continue;
    if (bounds.isValid() === false || !outlines.some(Boolean)) bounds.extend([city.lat[i] / 1e5, city.lon[i] / 1e5]);
    const sum = sums[city.district[i]];
    if (sum) { sum[0] += city.lat[i] / 1e5; sum[1] += city.lon[i] / 1e5; sum[2]++; }
  }
  const labels = [];
  city.districts.forEach((region, i) => {
    const [lat, lon, n] = sums[i];
    const box = outlines[i]?.getBounds() ?? (n ? L.latLngBounds([[lat / n, lon / n]]) : null);
    if (box) labels.push(areaLabel(map, region, box, legend));
    outlines[i]?.on('click', () => change({ district: state.district === region.code ? '' : region.code }));
  });
  const home = () => (bounds.isValid() ? map.fitBounds(bounds, { paddingTopLeft: [46, 24], paddingBottomRight: [8, 8], animate: false }) : map.setView([30, 110], 4));
  const control = L.control({ position: 'topleft' });
  control.onAdd = () => {
    const box = make('div', { class: 'leaflet-bar' },
      make('button', { type: 'button', class: 'home', title: say('home'), 'aria-label': say('home'), onclick: home }, '⌂'));
    L.DomEvent.disableClickPropagation(box);
    return box;
  };
  control.addTo(map);
  legendControl(map, legend);
  home();
  map.homeView = home;
  shown = L.layerGroup().addTo(map);
  partNames = partLabels(map, labels, () => shown.getLayers());
  map.on('moveend', drawPoints);
  const without = city.districts.filter((region, i) => !outlines[i]).map((region) => region.name);
  const lost = city.lat.filter((lat) => lat === null).length;
  $('map-note').textContent = [
    without.length && outlines.some(Boolean) ? say('noOutline', without.join(page.language.startsWith('zh') ? '、' : ', ')) : '',
    lost ? say('noPlace', number(lost)) : '',
  ].join(' ');
}

function updateMap(rows, part) {
  const width = city.legend.length;
  const features = [];
  for (const i of rows) {
    if (city.lat[i] === null) continue;
    features.push({ type: 'Feature', properties: { i }, geometry: { type: 'Point', coordinates: [city.lon[i] / 1e5, city.lat[i] / 1e5] } });
  }
  index = new Supercluster({
    radius: 48, extent: 256, maxZoom: MAX_ZOOM, minPoints: 3,
    map: ({ i }) => { const n = new Array(width).fill(0); n[city.type[i]] = 1; return { n }; },
    reduce: (sum, { n }) => n.forEach((count, k) => { sum.n[k] += count; }),
  }).load(features);
  outlines.forEach((outline, i) => outline?.setStyle(
    city.districts[i].code === state.district ? { weight: 3.5, color: '#0b3d91' } : { weight: 1.2, color: '#3d4a5c' }));
  const chosen = city.districts.findIndex((region) => region.code === state.district);
  if ('district' in part && chosen >= 0) {
    const area = outlines[chosen] ? outlines[chosen].getBounds()
      : L.latLngBounds(features.map(({ geometry: { coordinates: [lon, lat] } }) => [lat, lon]));
    if (area.isValid()) map.fitBounds(area, { padding: [16, 16], animate: false });
  } else if ('district' in part && !state.district) {
    map.homeView();
  }
  drawPoints();
}

function drawPoints() {
  if (!index) return;
  shown.clearLayers();
  const box = map.getBounds().pad(0.1);
  const found = index.getClusters([box.getWest(), box.getSouth(), box.getEast(), box.getNorth()], Math.floor(map.getZoom()));
  for (const { id, properties, geometry: { coordinates: [lon, lat] } } of found) {
    (properties.cluster ? cluster(id, properties, [lat, lon]) : single(properties.i, [lat, lon])).addTo(shown);
  }
  partNames();
}

function single(i, place) {
  const label = `${city.name[i]}: ${city.legend[city.type[i]].label}`;
  return pressable(L.marker(place, {
    icon: L.divIcon({ className: 'point', html: symbol(city.legend[city.type[i]], 20), iconSize: [26, 26] }),
    title: label, alt: label, riseOnHover: true,
  }), () => change({ open: city.id[i] }));
}

function cluster(id, { point_count: count, n }, place) {
  const size = Math.round(30 + 7 * Math.log10(count) * 2);
  const label = say('cluster', number(count));
  return pressable(L.marker(place, {
    icon: L.divIcon({ className: 'cluster', html: donut(n, count, size), iconSize: [size, size] }),
    title: label, alt: label + ': ' + city.legend.map((type, k) => (n[k] ? `${type.label} ${n[k]}` : '')).filter(Boolean).join(', '),
  }), () => {
    const zoom = index.getClusterExpansionZoom(id);
    if (zoom <= MAX_ZOOM) map.setView(place, zoom, { animate: !quiet });
    else samePlace(id, count, place);
  });
}

/** Businesses that no zoom can part, such as those of one building. */
function samePlace(id, count, place) {
  const leaves = index.getLeaves(id, 30);
  const list = make('ul', { class: 'same-place' }, ...leaves.map(({ properties: { i } }) => make('li', {},
    make('button', { type: 'button', class: 'link', onclick: () => change({ open: city.id[i] }) }, symbol(city.legend[city.type[i]], 12), ' ' + city.name[i]))));
  const node = make('div', {}, make('strong', {}, say('samePlace', number(count))), list,
    count > leaves.length ? make('p', {}, say('more', number(count - leaves.length))) : null);
  L.popup({ maxHeight: 240 }).setLatLng(place).setContent(node).openOn(map);
}

function donut(n, count, size) {
  const node = svg('svg', { viewBox: '-20 -20 40 40', width: size, height: size, 'aria-hidden': 'true' },
    svg('circle', { r: 19, fill: '#fff', stroke: '#1c2430', 'stroke-width': 0.8 }));
  let from = 0;
  const round = 2 * Math.PI * 15;
  n.forEach((share, k) => {
    if (!share) return;
    node.append(svg('circle', {
      r: 15, fill: 'none', stroke: city.legend[k].colour, 'stroke-width': 7, transform: 'rotate(-90)',
      'stroke-dasharray': `${(share / count) * round} ${round}`, 'stroke-dashoffset': -from * round,
    }));
    from += share / count;
  });
  const text = count >= 10000 ? Math.round(count / 1000) + 'k' : count >= 1000 ? (count / 1000).toFixed(1) + 'k' : String(count);
  const label = svg('text', { 'text-anchor': 'middle', 'dominant-baseline': 'central', 'font-size': text.length > 3 ? 8.5 : 10, 'font-weight': 700, fill: '#1c2430' });
  label.textContent = text;
  node.append(label);
  return node;
}
