// Written by `npm run contract` from openapi.yaml. Change that.
import type { RichNode } from '../../model/index.js';

export type paths = {
  readonly '/v1/pathways': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The pathways that a partner offers. */
    readonly get: operations['listPathways'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Shared results, oldest first. */
    readonly get: operations['listSessions'];
    readonly put?: never;
    /** Begins a session, or goes on with the unfinished one of the same learner and pathway. */
    readonly post: operations['openSession'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    /** Where a session is. It has no ETag, for its token and what is left of its reserve change by themselves. */
    readonly get: operations['readSession'];
    readonly put?: never;
    readonly post?: never;
    /** Erases a session and all that is known of it. */
    readonly delete: operations['eraseSession'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}/token': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A new session token for a new launch token of the same learner. */
    readonly post: operations['renewToken'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}/submissions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Takes one answer, or one "go on". The idempotency key is the id of the submission. */
    readonly post: operations['submit'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}/answers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    /** The answers so far, for the review. */
    readonly get: operations['listAnswers'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}/answers/{item}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
        readonly item: components['schemas']['Code'];
      };
      readonly cookie?: never;
    };
    /** An answered question with its response, to look at it again or correct it. */
    readonly get: operations['readAnswer'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}/finish': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The result. Asked again, it is the same. */
    readonly post: operations['finish'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}/result': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    /** The result, once finished (the learner) or shared (the partner). */
    readonly get: operations['readResult'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}/explanation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    /** Why the result is what it is. */
    readonly get: operations['explain'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}/attestation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The learner agrees to share. Signs the result; nobody hears of it before `share`. */
    readonly post: operations['attest'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}/share': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The learner agrees that the result goes to the partner. Only now does anybody hear of it. */
    readonly post: operations['share'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}/survey': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly get?: never;
    /** Would the learner recommend this to somebody? The last word counts. */
    readonly put: operations['answerSurvey'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}/badge': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    /** An Open Badges 3.0 credential for a shared pathway, signed (VC-JWT). */
    readonly get: operations['readBadge'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}/report': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    /** What a counsellor reads of a shared session. */
    readonly get: operations['readReport'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sessions/{session}/france-travail': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    /** The state of a session in the shape that the public employment service's systems take. */
    readonly get: operations['readFranceTravail'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/exports/results.csv': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Shared results for a spreadsheet; UTF-8 with its mark, semicolons, French decimals. */
    readonly get: operations['exportResults'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/campaigns/{campaign}/summary': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly campaign: components['schemas']['Code'];
      };
      readonly cookie?: never;
    };
    /** A campaign in numbers. Any number that could tell of fewer than 11 people is null. */
    readonly get: operations['readCampaign'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/events': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What happened, oldest first; what webhooks say, for who would rather ask. */
    readonly get: operations['listEvents'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/dead-letters': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Webhook deliveries that were given up. */
    readonly get: operations['listDeadLetters'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/dead-letters/{event}/retry': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly event: components['schemas']['Id'];
      };
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Puts a delivery back in the queue. */
    readonly post: operations['retryDeadLetter'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/learners/{learner}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly learner: components['schemas']['Pseudonym'];
      };
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /** Erases all sessions of a learner, by the partner's pseudonym. */
    readonly delete: operations['eraseLearner'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/partners': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Those who may use the service, without their secrets. */
    readonly get: operations['listPartners'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/partners/{partner}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly partner: components['schemas']['Code'];
      };
      readonly cookie?: never;
    };
    /** The settings of a partner, without its secrets. */
    readonly get: operations['readPartner'];
    /** Adds or changes a partner, or lets it in again. With If-Match, only if nobody changed it meanwhile. */
    readonly put: operations['writePartner'];
    readonly post?: never;
    /**
     * Nobody may use the service on behalf of this partner any more.
     * @description Its keys and tokens, and those of its sessions, are refused at once by the process that is asked, within 30 seconds
     *     by others. Nobody can read its sessions; they are erased when they are as old as its settings say. Written again, it
     *     has them back.
     */
    readonly delete: operations['disablePartner'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/.well-known/jwks.json': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The public keys that verify results and badges; the old ones stay as long as what they signed is valid. */
    readonly get: operations['readKeys'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/health': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Is the service able to work? */
    readonly get: operations['readHealth'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
};
export type webhooks = Record<string, never>;
export type components = {
  schemas: {
    /** Format: uuid */
    readonly Id: string;
    /** @description Name of a partner, a pathway, a campaign, an item. */
    readonly Code: string;
    /** @description What the partner calls the learner; never a name or an address. */
    readonly Pseudonym: string;
    /** Format: date-time */
    readonly Time: string;
    readonly Share: number;
    /**
     * @description `en` marks a passage in English.
     * @enum {string}
     */
    readonly RichTag: 'p' | 'b' | 'i' | 'kbd' | 'ul' | 'ol' | 'li' | 'br' | 'en';
    /** @description A string, or a tag with its children. */
    readonly RichNode: RichNode;
    readonly Rich: string | readonly components['schemas']['RichNode'][];
    /** @description The wordings of one text. Those that are missing fall back towards `vous`. */
    readonly TextVariants: {
      readonly vous: components['schemas']['Rich'];
      readonly tu?: components['schemas']['Rich'];
      readonly simple?: components['schemas']['Rich'];
      readonly simpleTu?: components['schemas']['Rich'];
      readonly en?: components['schemas']['Rich'];
    };
    /** @description Formatted text, one wording for everybody or its variants. */
    readonly Text: components['schemas']['Rich'] | components['schemas']['TextVariants'];
    /** @enum {integer} */
    readonly Band: 1 | 2 | 3;
    /** @enum {string} */
    readonly PathwayMode: 'evaluation' | 'learning' | 'campaign';
    /** @enum {string} */
    readonly AxisState: 'acquired' | 'on-track' | 'to-work-on' | 'not-seen';
    readonly BandProbabilities: readonly [number, number, number];
    readonly Range: readonly [number, number];
    readonly Problem: {
      /**
       * Format: uri
       * @description `urn:pix-diagnostic:problem:` and the code.
       */
      readonly type: string;
      readonly title: string;
      readonly status: number;
      /** @description For developers: what, where, what to do. */
      readonly detail?: string;
      readonly code: components['schemas']['ProblemCode'];
      /** @description Of `sequence-conflict`: the number of the next submission. */
      readonly expected?: number;
      /** @description Of `request-invalid`: what is wrong, where. */
      readonly errors?: readonly {
        readonly at: string;
        readonly message: string;
      }[];
    };
    /**
     * @description - `request-invalid`: the request is not what the contract says (`errors` tells where).
     *     - `token-missing`, `token-invalid`, `token-expired`: get a new one, then try again.
     *     - `launch-refused`: the launch token is not signed by a known key of the partner, or not for this service.
     *     - `launch-replayed`: a launch token is good for once.
     *     - `origin-refused`: the page is not one of the partner's.
     *     - `scope-missing`: the token does not allow this.
     *     - `partner-unknown`, `pathway-unknown`, `session-unknown`, `route-unknown`: there is none of that name, or not for you.
     *     - `item-not-asked`: this session did not ask that item.
     *     - `sequence-conflict`: another answer came in between; read the session again. `expected` is the next number.
     *     - `session-finished`: nothing more can be answered. `session-unfinished`: there is no result yet.
     *     - `result-not-shared`: the learner has not agreed.
     *     - `changed-meanwhile`: read again, then write.
     *     - `body-too-large`: the body has more bytes than are read.
     *     - `key-reused`: this idempotency key came with another body.
     *     - `too-many-requests`, `unavailable`: come back after `Retry-After`.
     *     - `unexpected`: a fault of the service; its log knows more.
     * @enum {string}
     */
    readonly ProblemCode:
      | 'request-invalid'
      | 'token-missing'
      | 'token-invalid'
      | 'token-expired'
      | 'launch-refused'
      | 'launch-replayed'
      | 'origin-refused'
      | 'scope-missing'
      | 'partner-unknown'
      | 'pathway-unknown'
      | 'session-unknown'
      | 'route-unknown'
      | 'item-not-asked'
      | 'sequence-conflict'
      | 'session-finished'
      | 'session-unfinished'
      | 'result-not-shared'
      | 'changed-meanwhile'
      | 'body-too-large'
      | 'key-reused'
      | 'too-many-requests'
      | 'unavailable'
      | 'unexpected';
    readonly PathwayAbout: {
      readonly id: components['schemas']['Code'];
      readonly title: components['schemas']['Text'];
      readonly summary: components['schemas']['Text'];
      readonly mode: components['schemas']['PathwayMode'];
      readonly minutes: components['schemas']['Range'];
      /** @description It begins with a few short tasks that choose where to begin. */
      readonly gate: boolean;
      /** @enum {string} */
      readonly shows: 'score' | 'gestures';
    };
    readonly PathwayList: {
      readonly pathways: readonly components['schemas']['PathwayAbout'][];
    };
    readonly OpenRequest: {
      /** @description Without a launch token. */
      readonly partner?: components['schemas']['Code'];
      readonly pathway: components['schemas']['Code'];
      /** @description Goes on with this one, if it is the learner's. */
      readonly session?: components['schemas']['Id'];
      /** @description Begin again, even if a session is unfinished. */
      readonly anew?: boolean;
    };
    readonly SessionToken: {
      readonly token: string;
      readonly expiresAt: components['schemas']['Time'];
    };
    readonly OpenedSession: {
      readonly id: components['schemas']['Id'];
      /** @description The session token. */
      readonly token: string;
      readonly expiresAt: components['schemas']['Time'];
      readonly pathway: components['schemas']['PathwayAbout'];
      readonly step: components['schemas']['Step'];
      readonly progress: components['schemas']['Progress'];
      readonly resumed: boolean;
      /** @description Submissions that took effect. The next one has the number after. */
      readonly taken: number;
      readonly lastSubmission?: components['schemas']['Id'];
      readonly reserve: components['schemas']['Reserve'];
    };
    /**
     * @description Items that may be answered next if the connection is lost, the first one first. Each is given once; keep them. Those of
     *     the phase `main` may be asked once the gate has been answered, whatever it leads to: who has answered one stays in the
     *     pathway, and nothing else is proposed.
     */
    readonly Reserve: readonly components['schemas']['ItemStep'][];
    readonly ItemView: {
      readonly id: components['schemas']['Code'];
      readonly situation: components['schemas']['Text'];
      readonly prompt: components['schemas']['Text'];
      readonly detail?: components['schemas']['Text'];
      readonly hint?: components['schemas']['Text'];
      readonly task: components['schemas']['Task'];
    };
    /** @description How the item is played. New types may come; a client that does not know one cannot play the item. */
    readonly Task:
      | components['schemas']['ChoiceTask']
      | components['schemas']['OrderTask']
      | components['schemas']['MatchTask']
      | components['schemas']['TextTask']
      | components['schemas']['MailTask']
      | components['schemas']['FilesTask'];
    /** @enum {string} */
    readonly TaskType: 'choice' | 'order' | 'match' | 'text' | 'mail' | 'files';
    /** @description Something shown above a question. All of it is fictional. */
    readonly Exhibit: {
      /** @enum {string} */
      readonly kind: 'page' | 'message' | 'document';
      readonly title?: components['schemas']['Text'];
      /** @description Address bar of a `page`. */
      readonly address?: string;
      /** @description Sender of a `message`. */
      readonly from?: string;
      readonly body: components['schemas']['Text'];
    };
    readonly Option: {
      readonly id: string;
      readonly label: components['schemas']['Text'];
      readonly detail?: components['schemas']['Text'];
    };
    readonly Options: readonly components['schemas']['Option'][];
    readonly ChoiceTask: {
      /** @constant */
      readonly type: 'choice';
      /** @description Several answers may be chosen. */
      readonly multiple?: boolean;
      readonly exhibit?: components['schemas']['Exhibit'];
      readonly options: components['schemas']['Options'];
    };
    readonly OrderTask: {
      /** @constant */
      readonly type: 'order';
      readonly exhibit?: components['schemas']['Exhibit'];
      readonly entries: components['schemas']['Options'];
    };
    readonly MatchTask: {
      /** @constant */
      readonly type: 'match';
      readonly exhibit?: components['schemas']['Exhibit'];
      readonly groups: components['schemas']['Options'];
      readonly entries: components['schemas']['Options'];
    };
    readonly TextTask: {
      /** @constant */
      readonly type: 'text';
      readonly exhibit?: components['schemas']['Exhibit'];
      readonly label: components['schemas']['Text'];
      /** @enum {string} */
      readonly input?: 'text' | 'numeric' | 'email' | 'url';
      /** @description Visible lines; 1 unless said. */
      readonly lines?: number;
    };
    readonly MailContact: {
      readonly name: string;
      readonly address: string;
    };
    readonly MailContacts: readonly components['schemas']['MailContact'][];
    readonly MailFile: {
      readonly id: string;
      readonly name: string;
      /** @description Kilobytes. */
      readonly size: number;
      readonly date?: string;
      readonly preview?: components['schemas']['Text'];
    };
    readonly MailFiles: readonly components['schemas']['MailFile'][];
    readonly MailMessage: {
      readonly id: string;
      readonly folder?: components['schemas']['MailFolder'];
      readonly from: components['schemas']['MailContact'];
      readonly to?: components['schemas']['MailContacts'];
      readonly cc?: components['schemas']['MailContacts'];
      readonly date: string;
      readonly subject: string;
      readonly body: components['schemas']['Text'];
      readonly attachments?: components['schemas']['MailFiles'];
      readonly links?: readonly {
        readonly id: string;
        readonly label: string;
        readonly target: string;
      }[];
      readonly unread?: boolean;
    };
    readonly PartialMailDraft: {
      readonly to?: components['schemas']['Strings'];
      readonly cc?: components['schemas']['Strings'];
      readonly bcc?: components['schemas']['Strings'];
      readonly subject?: string;
      readonly body?: string;
      readonly attachments?: components['schemas']['Strings'];
    };
    readonly Strings: readonly string[];
    readonly MailTask: {
      /** @constant */
      readonly type: 'mail';
      readonly account: components['schemas']['MailContact'];
      readonly messages: readonly components['schemas']['MailMessage'][];
      readonly contacts?: components['schemas']['MailContacts'];
      readonly files?: components['schemas']['MailFiles'];
      /** @description Largest total of attachments in kilobytes. */
      readonly maxSize?: number;
      readonly start:
        | {
            /** @constant */
            readonly view: 'inbox';
          }
        | {
            /** @constant */
            readonly view: 'message';
            readonly message: string;
          }
        | {
            /** @constant */
            readonly view: 'compose';
            readonly draft?: components['schemas']['PartialMailDraft'];
          }
        | {
            /** @constant */
            readonly view: 'reply';
            readonly message: string;
            readonly draft?: components['schemas']['PartialMailDraft'];
          };
      readonly blocks?: readonly {
        readonly id: string;
        readonly label: components['schemas']['Text'];
        /** @enum {string} */
        readonly part: 'subject' | 'body';
        readonly choices: readonly {
          readonly id: string;
          readonly text: string;
        }[];
      }[];
      /** @description True unless said. */
      readonly compose?: boolean;
    };
    readonly FileNode: {
      readonly id: string;
      readonly name: string;
      /** @enum {string} */
      readonly kind: 'folder' | 'file';
      readonly date?: string;
      /** @description Kilobytes. */
      readonly size?: number;
      readonly preview?: components['schemas']['Text'];
      readonly children?: readonly components['schemas']['FileNode'][];
    };
    readonly FilesTask: {
      /** @constant */
      readonly type: 'files';
      readonly root: string;
      readonly nodes: readonly components['schemas']['FileNode'][];
      readonly start?: string;
      readonly trashed?: readonly components['schemas']['FileNode'][];
      readonly commands?: readonly ('create' | 'rename' | 'move' | 'copy' | 'delete' | 'search')[];
    };
    readonly ItemStep: {
      /** @constant */
      readonly kind: 'item';
      readonly item: components['schemas']['ItemView'];
      readonly number: number;
      /** @enum {string} */
      readonly phase: 'gate' | 'main';
      readonly response?: components['schemas']['TaskResponse'];
    };
    readonly LessonStep: {
      /** @constant */
      readonly kind: 'lesson';
      readonly id: string;
      readonly title: components['schemas']['Text'];
      readonly body: components['schemas']['Text'];
    };
    readonly CheckpointStep: {
      /** @constant */
      readonly kind: 'checkpoint';
      /** @enum {string} */
      readonly checkpoint: 'route' | 'stop' | 'review';
      readonly pathway?: {
        readonly id: components['schemas']['Code'];
        readonly title: components['schemas']['Text'];
        readonly summary: components['schemas']['Text'];
      };
    };
    readonly EndStep: {
      /** @constant */
      readonly kind: 'end';
    };
    readonly Step:
      | components['schemas']['ItemStep']
      | components['schemas']['LessonStep']
      | components['schemas']['CheckpointStep']
      | components['schemas']['EndStep'];
    readonly Progress: {
      readonly answered: number;
      readonly fraction: components['schemas']['Share'];
      readonly minutesLeft: number;
    };
    readonly SubmissionRequest:
      | {
          /** @constant */
          readonly kind: 'answer';
          readonly sequence: components['schemas']['Sequence'];
          readonly item: components['schemas']['Code'];
          /** @description null: "je ne sais pas encore". */
          readonly response: components['schemas']['TaskResponse'] | null;
          readonly seconds: number;
          /** @description Replaces an earlier answer, from the review. */
          readonly revision?: boolean;
        }
      | {
          /** @constant */
          readonly kind: 'continue';
          readonly sequence: components['schemas']['Sequence'];
          /** @description The answer to a proposal. */
          readonly accept?: boolean;
        };
    /** @description 1 for the first submission of a session, then one more each. */
    readonly Sequence: number;
    readonly Receipt: {
      readonly submission: components['schemas']['Id'];
      readonly taken: number;
      readonly feedback?: components['schemas']['Feedback'];
      readonly progress: components['schemas']['Progress'];
      readonly step: components['schemas']['Step'];
      readonly reserve: components['schemas']['Reserve'];
    };
    /** @description In learning pathways only. */
    readonly Feedback: {
      readonly grade: {
        readonly criteria: readonly {
          readonly id: string;
          readonly met: boolean;
        }[];
        readonly score: components['schemas']['Share'];
        readonly passed: boolean;
        readonly second?: boolean;
      };
      readonly criteria: readonly {
        readonly label: components['schemas']['Text'];
        readonly met: boolean;
      }[];
      readonly explanation: components['schemas']['Text'];
      readonly solution: components['schemas']['TaskResponse'];
    };
    readonly AnswerList: {
      readonly answers: readonly {
        readonly item: components['schemas']['Code'];
        readonly number: number;
        readonly situation: components['schemas']['Text'];
        readonly prompt: components['schemas']['Text'];
        readonly unknown: boolean;
      }[];
    };
    readonly TaskResponse:
      | components['schemas']['ChoiceResponse']
      | components['schemas']['OrderResponse']
      | components['schemas']['MatchResponse']
      | components['schemas']['TextResponse']
      | components['schemas']['MailResponse']
      | components['schemas']['FilesResponse'];
    readonly Name: string;
    readonly Names: readonly components['schemas']['Name'][];
    readonly ChoiceResponse: {
      readonly selected: components['schemas']['Names'];
    };
    readonly OrderResponse: {
      readonly order: components['schemas']['Names'];
    };
    readonly MatchResponse: {
      readonly groups: {
        readonly [key: string]: components['schemas']['Name'];
      };
    };
    readonly TextResponse: {
      readonly text: string;
    };
    readonly SentMail: {
      readonly to: components['schemas']['Names'];
      readonly cc: components['schemas']['Names'];
      readonly bcc: components['schemas']['Names'];
      readonly subject: string;
      readonly body: string;
      readonly attachments: components['schemas']['Names'];
      readonly replyTo?: components['schemas']['Name'];
      readonly replyAll?: boolean;
      readonly forwards?: components['schemas']['Name'];
      /** @enum {string} */
      readonly written: 'free' | 'blocks';
    };
    /** @enum {string} */
    readonly MailFolder: 'inbox' | 'sent' | 'archive' | 'junk' | 'trash';
    readonly MailResponse: {
      readonly sent: readonly components['schemas']['SentMail'][];
      readonly opened: components['schemas']['Names'];
      readonly followed: components['schemas']['Names'];
      readonly openedFiles: components['schemas']['Names'];
      readonly moved: {
        readonly [key: string]: components['schemas']['MailFolder'];
      };
      readonly draft?: components['schemas']['SentMail'];
      readonly picks?: {
        readonly [key: string]: components['schemas']['Name'];
      };
    };
    readonly FilesResponse: {
      readonly entries: readonly {
        readonly id: components['schemas']['Name'];
        readonly name: components['schemas']['Name'];
        /** @enum {string} */
        readonly kind: 'folder' | 'file';
        readonly parent: components['schemas']['Name'] | null;
        readonly copyOf?: components['schemas']['Name'];
        readonly trashed?: boolean;
      }[];
      readonly opened: components['schemas']['Names'];
      readonly folder?: components['schemas']['Name'] | null;
    };
    readonly Offer: {
      readonly id: string;
      readonly kind: string;
      readonly title: string;
      readonly summary?: string;
      /** @description An address, or a place in the host's own site. */
      readonly url?: string;
    };
    readonly FinishRequest: {
      /** @description The page's own next steps, beside those of the partner's settings: in this answer only. They are not kept, and are in nothing that is signed or reported. */
      readonly offers?: readonly components['schemas']['Offer'][];
    };
    readonly Recommendation: {
      readonly rank: number;
      /** @enum {string} */
      readonly kind: 'pathway' | 'offer';
      readonly id: string;
      readonly title: components['schemas']['Text'];
      readonly summary?: components['schemas']['Text'];
      readonly minutes?: components['schemas']['Range'];
      readonly url?: string;
      readonly rule: string;
      readonly reason: components['schemas']['Text'];
    };
    readonly SubjectNote: {
      readonly subject: string;
      readonly text: components['schemas']['Text'];
    };
    readonly Result: {
      /** @constant */
      readonly schema: 'pix-diagnostic/result@1';
      readonly id: string;
      readonly pathway: string;
      readonly route?: string;
      readonly pack: string;
      readonly engine: string;
      /** @enum {string} */
      readonly state: 'finished' | 'shared';
      readonly startedAt: string;
      readonly finishedAt: string;
      readonly activeSeconds: number;
      readonly answered: number;
      readonly unknown: number;
      readonly passed: number;
      readonly score: {
        readonly percent: number;
        readonly interval: components['schemas']['Range'];
        readonly band: components['schemas']['Band'];
        readonly bandProbabilities: components['schemas']['BandProbabilities'];
        readonly sd: number;
        readonly cuts: components['schemas']['Range'];
        /** @enum {string} */
        readonly confidence: 'good' | 'low';
      };
      /** @enum {string} */
      readonly shows: 'score' | 'gestures';
      readonly axes: readonly {
        readonly id: string;
        readonly title: components['schemas']['Text'];
        readonly state: components['schemas']['AxisState'];
        readonly observations: number;
      }[];
      readonly subjects: readonly {
        readonly id: string;
        readonly level: number;
        readonly state: components['schemas']['AxisState'];
        readonly observations: number;
        readonly alignments: readonly string[];
      }[];
      readonly strength?: components['schemas']['SubjectNote'];
      readonly toWorkOn?: components['schemas']['SubjectNote'];
      readonly recommendations: readonly components['schemas']['Recommendation'][];
    };
    /** @description What was believed at one moment. Shares, 0 to 1. */
    readonly Belief: {
      readonly score: number;
      readonly sd: number;
      readonly bandProbabilities: components['schemas']['BandProbabilities'];
    };
    readonly Titled: {
      readonly id: string;
      readonly title: components['schemas']['Text'];
    };
    /** @description One question, what was observed, and what that changed. */
    readonly ExplainedQuestion: {
      readonly number: number;
      readonly item: string;
      readonly type: components['schemas']['TaskType'];
      readonly situation: components['schemas']['Text'];
      readonly prompt: components['schemas']['Text'];
      readonly subject: components['schemas']['Titled'];
      readonly level: number;
      readonly levels: number;
      readonly passed: boolean;
      readonly unknown: boolean;
      readonly observed?: {
        readonly criteria: readonly {
          readonly label: components['schemas']['Text'];
          readonly met: boolean;
          readonly weight: number;
          readonly critical: boolean;
        }[];
        readonly score: number;
        readonly threshold: number;
      };
      readonly counted?: {
        readonly difficulty: number;
        readonly guess: number;
        readonly slip: number;
        readonly seconds: number;
        readonly second?: {
          readonly level: number;
          readonly difficulty: number;
          readonly shown: boolean;
        };
        readonly before: components['schemas']['Belief'];
        readonly after: components['schemas']['Belief'];
      };
    };
    /** @description Numbers of the formula of the engine, as `formula.version` has them. */
    readonly FormulaParameters: {
      readonly ability: {
        readonly parts: readonly {
          readonly share: number;
          readonly mean: number;
          readonly sd: number;
        }[];
        readonly from: number;
        readonly to: number;
      };
      readonly domain: {
        readonly sd: number;
        readonly from: number;
        readonly to: number;
      };
      readonly step: number;
      readonly spreads: readonly {
        readonly value: number;
        readonly share: number;
      }[];
      readonly patchy: {
        readonly share: number;
        readonly familiarAt: number;
        readonly familiarSpread: number;
        readonly depth: components['schemas']['Range'];
        readonly depthSpread: number;
      };
      readonly padding: number;
      readonly guessWithin: components['schemas']['Range'];
      readonly slipWithin: components['schemas']['Range'];
      readonly atLevel: number;
      readonly justBelow: number;
      readonly unknown: readonly [number, number, number, number];
      readonly modelError: number;
      readonly choice: {
        readonly varianceShare: number;
        readonly varianceFloor: number;
        readonly levelShare: number;
        readonly seconds: number;
        readonly timePower: number;
        readonly draw: number;
        readonly firstDraw: number;
        readonly pool: number;
        readonly poolLeast: number;
        readonly easyStart: number;
        readonly relief: number;
        readonly easyWithin: components['schemas']['Range'];
      };
    };
    readonly ExplainedStop: {
      /** @enum {string} */
      readonly reason: 'confident' | 'max-items' | 'bank-empty' | 'learner' | 'review' | 'form';
      readonly afterUnknown?: number;
      readonly rule?: {
        readonly patchy: boolean;
        readonly patchyAbove?: {
          readonly probability: number;
          readonly domainSd: number;
        };
        readonly minItems: number;
        readonly maxItems: number;
        readonly confidence: number;
        readonly decay: number;
        readonly sd: number;
        readonly reached: {
          readonly owed: number;
          readonly confidence: number;
          readonly confidenceAsked: number;
          readonly sd: number;
        };
      };
    };
    readonly ExplainedRule: {
      readonly id: string;
      readonly when: {
        readonly bands?: readonly components['schemas']['Band'][];
        readonly axis?: string;
        readonly states?: readonly components['schemas']['AxisState'][];
        readonly passed?: {
          readonly least?: number;
          readonly below?: number;
        };
      };
      readonly axis?: components['schemas']['Text'];
      readonly gives:
        | {
            /** @constant */
            readonly kind: 'pathway';
            readonly id: string;
            readonly title: components['schemas']['Text'];
          }
        | {
            /** @constant */
            readonly kind: 'offer';
            readonly id: string;
            readonly title?: components['schemas']['Text'];
          };
      /** @enum {string} */
      readonly outcome: 'fired' | 'not-met' | 'unavailable' | 'taken' | 'repeated' | 'not-read';
    };
    /** @description Questions, what each answer changed, the formula, the thresholds, the rules. Texts: `pix-diagnostic/explanation`. */
    readonly Explanation: {
      /** @constant */
      readonly schema: 'pix-diagnostic/explanation@1';
      readonly result: components['schemas']['Result'];
      readonly packTitle: components['schemas']['Text'];
      readonly opened: components['schemas']['Titled'];
      readonly pathway: {
        readonly id: string;
        readonly title: components['schemas']['Text'];
        readonly mode: components['schemas']['PathwayMode'];
      };
      readonly seed: number;
      readonly gate?: {
        readonly items: readonly {
          readonly item: string;
          readonly situation: components['schemas']['Text'];
          readonly passed: boolean;
          readonly unknown: boolean;
        }[];
        readonly routes: readonly {
          readonly failures: number;
          readonly of: number;
          readonly pathway: components['schemas']['Titled'];
          readonly failed: number;
          /** @enum {string} */
          readonly outcome: 'met' | 'not-met' | 'not-read';
          readonly accepted?: boolean;
        }[];
      };
      readonly questions: readonly components['schemas']['ExplainedQuestion'][];
      readonly formula: {
        readonly version: string;
        readonly parameters: components['schemas']['FormulaParameters'];
        readonly levels: number;
        readonly quotas?: readonly {
          readonly domain: components['schemas']['Text'];
          readonly least?: number;
          readonly most?: number;
        }[];
        /** @description The hardest level asked, where there are harder ones. */
        readonly hardest?: number;
      };
      readonly thresholds: {
        readonly mastery: number;
        readonly confident: number;
        readonly hurry: {
          readonly answers: number;
          readonly pace: number;
        };
      };
      readonly axes: readonly {
        readonly id: string;
        readonly title: components['schemas']['Text'];
        readonly share: number;
        readonly observations: number;
        readonly state: components['schemas']['AxisState'];
      }[];
      readonly subjects: readonly {
        readonly id: string;
        readonly title: components['schemas']['Text'];
        readonly observations: number;
        readonly level: number;
        readonly probabilities: readonly number[];
      }[];
      readonly stop: components['schemas']['ExplainedStop'];
      readonly rules: readonly components['schemas']['ExplainedRule'][];
      readonly mostSteps: number;
      readonly unused: readonly ('identity' | 'time' | 'device' | 'way' | 'reading' | 'pauses')[];
    };
    readonly Attestation: {
      /** @description The signed result (JWS ES256): verify it with `pix-diagnostic/verify` or the JWK set. */
      readonly attestation: string;
    };
    readonly ShareReceipt: {
      readonly sharedAt: components['schemas']['Time'];
      /** @description The signed result (JWS ES256): verify it with `pix-diagnostic/verify` or the JWK set. */
      readonly attestation: string;
    };
    readonly Survey: {
      /** @description From "certainly not" to "certainly". */
      readonly recommend: number;
    };
    readonly SharedResult: {
      readonly session: components['schemas']['Id'];
      readonly learner?: components['schemas']['Pseudonym'];
      readonly campaign?: components['schemas']['Code'];
      readonly sharedAt: components['schemas']['Time'];
      readonly result: components['schemas']['Result'];
    };
    readonly SharedResultPage: {
      readonly results: readonly components['schemas']['SharedResult'][];
      /** @description Absent on the last page. */
      readonly next?: string;
    };
    readonly Report: {
      readonly session: components['schemas']['Id'];
      readonly learner?: components['schemas']['Pseudonym'];
      readonly campaign?: components['schemas']['Code'];
      readonly pathway: components['schemas']['PathwayAbout'];
      readonly sharedAt: components['schemas']['Time'];
      readonly result: components['schemas']['Result'];
      readonly explanation: components['schemas']['Explanation'];
      /** @description What the learner answered to the survey. */
      readonly recommend?: number;
    };
    /** @description null: hidden, it could tell of fewer than 11 people. */
    readonly Count: number | null;
    readonly CampaignSummary: {
      readonly campaign: components['schemas']['Code'];
      /** @description Numbers of people under this one are hidden. */
      readonly smallest: number;
      readonly sessions: components['schemas']['Count'];
      readonly shared: components['schemas']['Count'];
      readonly bands: readonly [components['schemas']['Count'], components['schemas']['Count'], components['schemas']['Count']];
      readonly axes: readonly {
        readonly id: string;
        readonly title: components['schemas']['Text'];
        readonly states: {
          readonly [key: string]: components['schemas']['Count'];
        };
      }[];
      /** @description Net promoter score, −100 to 100, when enough people answered. */
      readonly recommend: {
        readonly answers: components['schemas']['Count'];
        readonly score: number | null;
      };
    };
    readonly Event: {
      readonly id: components['schemas']['Id'];
      /** @enum {string} */
      readonly type: 'session.started' | 'session.finished' | 'session.shared';
      readonly timestamp: components['schemas']['Time'];
      readonly data: {
        readonly session: components['schemas']['Id'];
        readonly pathway: components['schemas']['Code'];
        readonly learner?: components['schemas']['Pseudonym'];
        readonly campaign?: components['schemas']['Code'];
        /** @description Only once shared. */
        readonly result?: components['schemas']['Result'];
        /** @description Only once shared. */
        readonly attestation?: string;
      };
    };
    readonly EventPage: {
      readonly events: readonly components['schemas']['Event'][];
      /** @description Give it back as `after`, now or when there is more. */
      readonly next: string;
    };
    readonly DeadLetterPage: {
      readonly deliveries: readonly {
        readonly event: components['schemas']['Event'];
        readonly attempts: number;
        readonly lastAttemptAt: components['schemas']['Time'];
        readonly reason: string;
      }[];
      readonly next?: string;
    };
    readonly FranceTravailPayload: {
      readonly campagne: {
        readonly nom: string;
        readonly dateDebut?: components['schemas']['Time'];
        readonly dateFin?: components['schemas']['Time'] | null;
        /** @constant */
        readonly type: 'EVALUATION';
        readonly codeCampagne: string;
        readonly urlCampagne?: string;
        readonly nomOrganisme: string;
        readonly typeOrganisme: string;
      };
      readonly test: {
        /**
         * @description 2 started, 3 finished, 4 shared.
         * @enum {integer}
         */
        readonly etat: 2 | 3 | 4;
        /** @enum {integer} */
        readonly progression: 0 | 100;
        /** @enum {string} */
        readonly typeTest: 'DI' | 'PC' | 'CP';
        readonly referenceExterne: string;
        readonly dateDebut: components['schemas']['Time'];
        readonly dateProgression?: components['schemas']['Time'] | null;
        readonly dateValidation?: components['schemas']['Time'] | null;
        readonly evaluation?: number | null;
        /** @constant */
        readonly uniteEvaluation?: 'A';
        readonly elementsEvalues: readonly {
          readonly libelle: string;
          /** @constant */
          readonly categorie: 'competence';
          readonly type: string;
          readonly domaineRattachement: string;
          readonly nbSousElements: number;
          readonly evaluation: {
            readonly scoreObtenu: number;
            /** @constant */
            readonly uniteScore: 'A';
            readonly nbSousElementValide: number;
          };
        }[];
      };
      readonly badges?: readonly {
        readonly cle: string;
        readonly titre: string;
        readonly message: string;
        readonly imageUrl?: string;
        readonly messageAlternatif?: string;
        readonly certifiable?: boolean;
        readonly obtenu: boolean;
      }[];
    };
    readonly PartnerSettings: {
      readonly name: string;
      /** @description Origins of the pages that may use the service. */
      readonly origins: readonly string[];
      /** @description `open`: anybody on those pages may begin. Else the keys that sign launch tokens, as a set or as an address. */
      readonly launch:
        | 'open'
        | {
            readonly issuer: string;
            readonly keys?: components['schemas']['KeySet'];
            readonly jwksUrl?: string;
          };
      readonly pathways: readonly components['schemas']['Code'][];
      readonly offers?: readonly components['schemas']['Offer'][];
      readonly webhook?: {
        /** @description https, unless the operator allows private addresses. */
        readonly url: string;
        readonly secret: string;
        /**
         * @description `standard` unless said.
         * @enum {string}
         */
        readonly format?: 'standard' | 'france-travail';
      };
      /** @description SHA-256 of each partner key, in hexadecimal. */
      readonly partnerKeys?: readonly string[];
      /** @description Sessions are erased so many days after their last sign of life; 180 unless said. */
      readonly retentionDays?: number;
    };
    readonly Partner: {
      readonly id: components['schemas']['Code'];
      /** @description Without secrets. */
      readonly settings: components['schemas']['PartnerSettings'];
    };
    readonly PartnerList: {
      readonly partners: readonly {
        readonly id: components['schemas']['Code'];
        /** @description Without secrets. */
        readonly settings: components['schemas']['PartnerSettings'];
        /** @description The configuration file names it; it has the last word at each start. */
        readonly fromFile: boolean;
      }[];
    };
    readonly KeySet: {
      readonly keys: readonly {
        readonly kty: string;
        readonly kid?: string;
        readonly crv?: string;
        readonly x?: string;
        readonly y?: string;
        readonly alg?: string;
        readonly use?: string;
      }[];
    };
    readonly Health: {
      /** @constant */
      readonly status: 'ok';
      readonly version: string;
      /** @constant */
      readonly database: 'ok';
      readonly packs: readonly string[];
      /** @description What this service can do beside what every service does. */
      readonly capabilities: {
        /** @description Group workshops under `/v1/workshops`. */
        readonly workshops: boolean;
      };
    };
  };
  responses: {
    /** @description What went wrong, and what to do. */
    readonly Problem: {
      headers: {
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    readonly partner: components['schemas']['Code'];
    readonly session: components['schemas']['Id'];
    /** @description Sent twice with the same key, a request has the effect of once. */
    readonly idempotencyKey: components['schemas']['Id'];
    readonly requiredIdempotencyKey: components['schemas']['Id'];
    /** @description `next` of the page before; from the beginning unless said. */
    readonly after: string;
    readonly limit: number;
  };
  requestBodies: never;
  headers: {
    /** @description Give it back in `If-None-Match`. */
    readonly ETag: string;
    /** @description Seconds. */
    readonly 'Retry-After': number;
  };
  pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
  readonly listPathways: {
    readonly parameters: {
      readonly query: {
        readonly partner: components['parameters']['partner'];
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description In the partner's order. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PathwayList'];
        };
      };
      /** @description As you have it. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listSessions: {
    readonly parameters: {
      readonly query?: {
        /** @description `next` of the page before; from the beginning unless said. */
        readonly after?: components['parameters']['after'];
        readonly limit?: components['parameters']['limit'];
        readonly campaign?: components['schemas']['Code'];
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SharedResultPage'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly openSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Sent twice with the same key, a request has the effect of once. */
        readonly 'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OpenRequest'];
      };
    };
    readonly responses: {
      /** @description Gone on with. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OpenedSession'];
        };
      };
      /** @description Begun. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OpenedSession'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly readSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Now. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OpenedSession'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly eraseSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Nothing is left. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly renewToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Sent twice with the same key, a request has the effect of once. */
        readonly 'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Renewed. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SessionToken'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly submit: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': components['parameters']['requiredIdempotencyKey'];
      };
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SubmissionRequest'];
      };
    };
    readonly responses: {
      /** @description Taken, now or before. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Receipt'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listAnswers: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description In order. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerList'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly readAnswer: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
        readonly item: components['schemas']['Code'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The question. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ItemStep'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly finish: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Sent twice with the same key, a request has the effect of once. */
        readonly 'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['FinishRequest'];
      };
    };
    readonly responses: {
      /** @description The result. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Result'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly readResult: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The result. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Result'];
        };
      };
      /** @description As you have it. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly explain: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Everything that led to it. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Explanation'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly attest: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Signed. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Attestation'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly share: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Sent twice with the same key, a request has the effect of once. */
        readonly 'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Shared. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ShareReceipt'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly answerSurvey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['Survey'];
      };
    };
    readonly responses: {
      /** @description Kept. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly readBadge: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A compact JWS. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/vc+jwt': string;
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly readReport: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The report. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Report'];
        };
      };
      /** @description As you have it. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly readFranceTravail: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly session: components['parameters']['session'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Started, finished or shared. No name; score and details only once shared. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FranceTravailPayload'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly exportResults: {
    readonly parameters: {
      readonly query?: {
        readonly campaign?: components['schemas']['Code'];
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description One line a session. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/csv': string;
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly readCampaign: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly campaign: components['schemas']['Code'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description In numbers. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CampaignSummary'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listEvents: {
    readonly parameters: {
      readonly query?: {
        /** @description `next` of the page before; from the beginning unless said. */
        readonly after?: components['parameters']['after'];
        readonly limit?: components['parameters']['limit'];
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EventPage'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listDeadLetters: {
    readonly parameters: {
      readonly query?: {
        /** @description `next` of the page before; from the beginning unless said. */
        readonly after?: components['parameters']['after'];
        readonly limit?: components['parameters']['limit'];
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DeadLetterPage'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly retryDeadLetter: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly event: components['schemas']['Id'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description It will be tried again. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly eraseLearner: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly learner: components['schemas']['Pseudonym'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Nothing is left. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listPartners: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description By name. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PartnerList'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly readPartner: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly partner: components['schemas']['Code'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Settings. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Partner'];
        };
      };
      /** @description As you have it. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly writePartner: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        readonly 'If-Match'?: string;
      };
      readonly path: {
        readonly partner: components['schemas']['Code'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PartnerSettings'];
      };
    };
    readonly responses: {
      /** @description Kept. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Partner'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly disablePartner: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly partner: components['schemas']['Code'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description It is out. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly readKeys: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A JWK set. */
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['KeySet'];
        };
      };
      /** @description As you have it. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly readHealth: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description It is. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Health'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
}
