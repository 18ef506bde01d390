import { expect, it } from 'vitest';
import { noUsage } from '../../contract/messages';
import { isOpenaiUrl } from '../../contract/model-server';
import { openaiModelNames } from './models';
import { costUsd } from './prices';

it('offers each model once', () => {
  expect(new Set(openaiModelNames).size).toBe(openaiModelNames.length);
});

it.each([
  ['gpt-5', { ...noUsage, input: 1_000_000 }, 1.25],
  ['gpt-5-2025-08-07', { ...noUsage, output: 1_000_000 }, 10],
  ['gpt-4.1-mini', { ...noUsage, cacheRead: 1_000_000 }, 0.1],
])('tells what %s costs', (model, usage, dollars) => {
  expect(costUsd(model, usage)).toBeCloseTo(dollars, 8);
});

it.each(['gpt-5.9', 'llama3.2', 'toString'])('tells no price of %s, which is not in the table', (model) => {
  expect(costUsd(model, { ...noUsage, input: 1 })).toBeNull();
});

it.each([
  [null, true],
  ['https://api.openai.com/v1', true],
  ['https://eu.api.openai.com/v1', true],
  ['https://API.OpenAI.com./v1', true],
  ['http://127.0.0.1:11434/v1', false],
  ['https://openai.com.example.org/v1', false],
  ['https://notopenai.com/v1', false],
  ['http://openai.com@127.0.0.1:8000/v1', false],
  ['http://127.0.0.1:8000/v1@openai.com', false],
])('knows whether %s is OpenAI itself', (baseUrl, isOwn) => {
  expect(isOpenaiUrl(baseUrl)).toBe(isOwn);
});
