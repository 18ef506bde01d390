import { chinese, japanese, korean } from './east-asian';
import { english } from './english';
import { dutch, german, swedish } from './germanic';
import type { Language } from './language';
import { french, italian, portuguese, spanish } from './romance';
import { polish, russian } from './slavic';

export type { Language } from './language';

export const languages: readonly Language[] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  swedish,
  polish,
  russian,
  japanese,
  chinese,
  korean,
];
