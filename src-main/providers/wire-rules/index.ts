export { chatObjection } from './chat-completions';
export { messagesObjection } from './messages';
export { responsesObjection } from './responses';
