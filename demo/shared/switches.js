const switches = [
  { attribute: 'lang', legend: 'Langue', choices: { fr: 'Français', en: 'English' } },
  { attribute: 'register', legend: 'Vous ou tu', choices: { vous: 'Vous', tu: 'Tu' } },
  { attribute: 'reading', legend: 'Lecture', choices: { standard: 'Standard', simple: 'Simplifiée' } },
  { attribute: 'theme', legend: 'Thème', choices: { light: 'Clair', dark: 'Sombre' } },
];

function choiceFor(diagnostic, attribute, value, label, checked) {
  const field = document.createElement('label');
  const input = Object.assign(document.createElement('input'), { type: 'radio', name: `switch-${attribute}`, value, checked });
  if (attribute === 'lang') field.lang = value;
  input.addEventListener('change', () => diagnostic.setAttribute(attribute, value));
  const name = document.createElement('span');
  name.textContent = label;
  field.append(input, name);
  return field;
}

/** Fills `place` with one group of choices per attribute; each acts on `diagnostic` at once. */
export function addSwitches(diagnostic, place) {
  for (const { attribute, legend, choices } of switches) {
    const group = document.createElement('fieldset');
    const values = Object.keys(choices);
    const current = diagnostic.getAttribute(attribute) ?? values[0];
    const title = Object.assign(document.createElement('legend'), { textContent: legend });
    group.append(title, ...values.map((value) => choiceFor(diagnostic, attribute, value, choices[value], value === current)));
    place.append(group);
  }
}
