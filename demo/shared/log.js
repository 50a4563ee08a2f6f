const names = ['ready', 'start', 'question', 'answer', 'progress', 'pause', 'resume', 'result', 'share', 'pathway', 'survey', 'error'];

/** One line of JSON that says what there is without unfolding it: nested documents become `{…}` and `[3]`. */
const shortJson = (detail) =>
  JSON.stringify(detail, (key, value) => {
    if (key === 'session') return `${value.slice(0, 8)}…`;
    if (typeof value === 'number') return Math.round(value * 100) / 100;
    if (!key || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.every(Number.isFinite) ? value : `[${value.length}]`;
    return key === 'recommendation' ? `{ ${value.kind} ${value.id} }` : '{…}';
  }).replaceAll(/[:,](?=["\[])/g, '$& ');

const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

/** Writes every pix-* event of `diagnostic` into `list`, newest first, and their number into `count`. */
export function logEvents(diagnostic, list, count) {
  const write = ({ type, detail, defaultPrevented }, time) => {
    const line = document.createElement('li');
    line.append(element('time', time), ' ', element('strong', type), ' ');
    if (defaultPrevented) line.append(element('em', 'repris par la page'), ' ');
    line.append(element('code', shortJson(detail)));
    list.prepend(line);
    count.textContent = String(list.children.length);
  };
  for (const name of names)
    diagnostic.addEventListener(`pix-${name}`, (event) => {
      const time = new Date().toLocaleTimeString('fr-FR');
      // Whether a listener of the page prevented it is known once they have all run.
      queueMicrotask(() => write(event, time));
    });
}
