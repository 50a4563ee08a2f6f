const script = '<script type="module" src="/dist/pix-diagnostic.js"></script>';

/** Shows in `code` the two lines that put `diagnostic` in this page, with its attributes as they are now. */
export function showIntegration(diagnostic, code) {
  const show = () => {
    const attributes = diagnostic.getAttributeNames().filter((name) => name !== 'id' && name !== 'class');
    const written = attributes.map((name) => ` ${name}="${diagnostic.getAttribute(name)}"`).join('');
    code.textContent = `${script}\n<pix-diagnostic${written}></pix-diagnostic>`;
  };
  new MutationObserver(show).observe(diagnostic, { attributes: true });
  show();
}
