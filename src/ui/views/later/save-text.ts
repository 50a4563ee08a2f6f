/** Long enough for every browser to have taken the file. */
const patience = 10_000;

/** Offers a text as a file made in the page: nothing is sent, and no policy of the page is needed. */
export function saveText(text: string, name: string): void {
  // The mark tells programs that read the file how it is written.
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), patience);
}
