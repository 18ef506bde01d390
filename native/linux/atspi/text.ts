import { method, property } from './request';
import { asBoolean, asNumber, asString } from './wire';

export const getCharacterCount = property('Text', 'CharacterCount', asNumber);
export const getCaretOffset = property('Text', 'CaretOffset', asNumber);

/** @param until exclusive; GTK 4 gives nothing for -1: say how many there are */
export function getText(from: number, until: number) {
  return method('Text', 'GetText', asString, 'ii', [from, until]);
}

export function setCaretOffset(at: number) {
  return method('Text', 'SetCaretOffset', asBoolean, 'i', [at]);
}

/** In place of all that was there. */
export function setTextContents(text: string) {
  return method('EditableText', 'SetTextContents', asBoolean, 's', [text]);
}

export function insertText(at: number, text: string) {
  return method('EditableText', 'InsertText', asBoolean, 'isi', [at, text, Buffer.byteLength(text)]);
}

export function deleteText(from: number, until: number) {
  return method('EditableText', 'DeleteText', asBoolean, 'ii', [from, until]);
}
