import { type RefObject, useEffect, useEffectEvent } from 'react';
import { type Choice, choiceFor } from './answer-keys';

/** Answers by key, before any other key of the window is looked at. */
export function useAnswerKeys(
  card: RefObject<HTMLElement | null>,
  choices: readonly Choice[],
  choose: (choice: Choice) => void,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const focus = event.target instanceof Element ? event.target : null;
    const inside = focus !== null && card.current?.contains(focus) === true;
    const choice = choiceFor(choices, event, focus, inside);
    if (choice === null) return;
    event.preventDefault();
    event.stopPropagation();
    choose(choice);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
