import { html, literal, unsafeStatic } from 'lit/static-html.js';
import { LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { importAgain } from '../../../import-again.js';
import type { SessionExplanation } from '../../../model/index.js';
import { version } from '../../../version.js';
import { headingTag } from '../../parts/heading.js';
import { icon } from '../../parts/icon.js';
import { button, notice, type ViewContext } from '../screen.js';
import { blockView } from './explanation-blocks.js';
import { saveText } from './save-text.js';

type Writing = typeof import('../../../explanation/index.js');

const writing = importAgain(() => import('../../../explanation/index.js'));

/** At the end of a result: how it was worked out, for who asks. Draws in the tree around it, whose styles and parts it shares. */
export class ExplanationElement extends LitElement {
  @property({ attribute: false }) context!: ViewContext;
  @state() private open = false;
  @state() private failed = false;
  @state() private shown: (Writing & { readonly explanation: SessionExplanation }) | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  readonly #press = (): void => {
    this.open = !this.open;
    if (this.open && !this.shown) void this.#load();
  };

  readonly #load = async (): Promise<void> => {
    this.failed = false;
    try {
      const [explanation, code] = await Promise.all([this.context.session.explain(), writing()]);
      this.shown = { ...code, explanation };
    } catch {
      // The session has told the page why.
      this.failed = true;
    }
  };

  protected override render(): unknown {
    const { say, headingLevel } = this.context;
    const { open, failed, shown } = this;
    const heading = headingTag(headingLevel + 1);
    return html`<section class="explanation" part="explanation">
      <${heading} class="subtitle">
        <button type="button" class="fold" part="explain" aria-expanded=${open} aria-controls=${open ? 'explanation' : nothing} @click=${this.#press}>
          ${icon(open ? 'm6 15 6-6 6 6' : 'm6 9 6 6 6-6')}<span>${say('explain')}</span>
        </button>
      </${heading}>
      <p role="status" class=${open && !failed && !shown ? 'muted' : 'visually-hidden'}>
        ${!open || failed ? '' : say(shown ? 'explained' : 'explaining')}
      </p>
      <div id="explanation" ?hidden=${!open}>
        ${open ? notice(failed ? say('explainFailed') : '') : nothing}
        ${open && failed ? html`<div class="row">${button('retry', say('tryAgain'), () => void this.#load())}</div>` : nothing}
        ${open && shown ? this.#document(shown) : nothing}
      </div>
    </section>`;
  }

  #document({ explanationDocument, explanationText, explanation }: NonNullable<typeof this.shown>): unknown {
    const { say, voice, headingLevel, storage } = this.context;
    const save = (): void => saveText(explanationText(explanation, voice), `${say('explainFile')}.txt`);
    return [
      explanationDocument(explanation, voice).sections.map((section) => blockView(section, headingLevel + 2)),
      // Where nothing is to stay on the device, neither does this.
      storage === 'none' ? nothing : html`<div class="row">${button('explanation-save', say('explainSave'), save)}</div>`,
    ];
  }
}

const name = `pix-explanation-${version.replaceAll('.', '-')}`;
const tag = literal`${unsafeStatic(name)}`;

/** The explanation, closed: nothing is fetched before it is asked for. */
export function explanationPart(context: ViewContext): unknown {
  // Another copy of the same version may have been first: its element does.
  if (!customElements.get(name)) customElements.define(name, ExplanationElement);
  return html`<${tag} .context=${context}></${tag}>`;
}
