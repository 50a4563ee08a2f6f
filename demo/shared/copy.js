/** Makes `button` copy the text of `source`, and say so in `status`. */
export function copyWith(button, source, status) {
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      status.textContent = 'Copié.';
    } catch {
      getSelection().selectAllChildren(source);
      status.textContent = 'Le texte est sélectionné\u00a0: copiez-le avec le clavier.';
    }
  });
}
