import type { Api } from '../api';
import { begin, grow, isWhole, lastWord, type ResponsesAnswer } from './answer';
import { toApi } from './to-api';

/** The Responses API: OpenAI's own, and some servers'. */
export const responses: Api<ResponsesAnswer> = { toApi, begin, grow, isWhole, lastWord };
