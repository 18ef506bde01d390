import type { Api } from '../api';
import { begin, type ChatAnswer, grow, isWhole, lastWord } from './answer';
import { toApi } from './to-api';

/** Chat Completions, which nearly every server speaks. */
export const chat: Api<ChatAnswer> = { toApi, begin, grow, isWhole, lastWord };
